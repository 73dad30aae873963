import type { Place, Problem } from './model.ts';

/**
 * Every problem the project can report, as one page: code → severity, message, help. Codes are stable.
 * Messages say what was found; help says what to do. Add an entry here and use `problem()`; nothing else
 * in the code makes a `Problem`.
 */
const catalogue = {
  // ── configuration and front matter ──────────────────────────────────────────────────────────────────
  'unknown-key': error(
    (a: { key: string; where: string; nearest: string | null }) => `unknown key "${a.key}" in ${a.where}`,
    (a) => (a.nearest === null ? 'Remove it.' : `Did you mean "${a.nearest}"?`),
  ),
  // ── links and images ────────────────────────────────────────────────────────────────────────────────
  'dead-link': error(
    (a: { target: string; nearest: string | null }) => `link to "${a.target}", which does not exist`,
    (a) => (a.nearest === null ? 'Correct the path, or remove the link.' : `Did you mean "${a.nearest}"?`),
  ),
} as const;

interface Entry<A> {
  readonly severity: Problem['severity'];
  readonly message: (args: A) => string;
  readonly help: (args: A) => string;
}

function error<A>(message: (args: A) => string, help: (args: A) => string): Entry<A> {
  return { severity: 'error', message, help };
}

function warning<A>(message: (args: A) => string, help: (args: A) => string): Entry<A> {
  return { severity: 'warning', message, help };
}

/** Codes of all problems. */
export type ProblemCode = keyof typeof catalogue;
type ArgsOf<C extends ProblemCode> = (typeof catalogue)[C] extends Entry<infer A> ? A : never;

/**
 * Makes a located problem from the catalogue.
 *
 * @param code key in the catalogue
 * @param args what the entry's message and help need
 * @param place where it was found; leave out only for what is in no file
 */
export function problem<C extends ProblemCode>(code: C, args: ArgsOf<C>, place?: Place): Problem {
  const entry = catalogue[code] as unknown as Entry<ArgsOf<C>>;
  const found = { code, severity: entry.severity, message: entry.message(args), help: entry.help(args) };
  return place === undefined ? found : { ...found, place };
}

/** All codes with their severity, for SARIF's rule list and the tests. */
export function problemCodes(): readonly { readonly code: ProblemCode; readonly severity: Problem['severity'] }[] {
  return (Object.keys(catalogue) as ProblemCode[]).map((code) => ({ code, severity: catalogue[code].severity }));
}
