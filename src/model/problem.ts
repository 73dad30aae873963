import type { Fix, Place } from './place.ts';
import { articlesProblems } from './problems/articles.ts';
import { codeProblems } from './problems/code.ts';
import { configurationProblems } from './problems/configuration.ts';
import { directivesProblems } from './problems/directives.ts';
import { displayProblems } from './problems/display.ts';
import type { Entry, Explanation, Severity } from './problems/entry.ts';
import { filesProblems } from './problems/files.ts';
import { flavoursProblems } from './problems/flavours.ts';
import { frontMatterProblems } from './problems/front-matter.ts';
import { imagesProblems } from './problems/images.ts';
import { intercomSyncProblems } from './problems/intercom-sync.ts';
import { linksProblems } from './problems/links.ts';
import { lockfileProblems } from './problems/lockfile.ts';
import { planProblems } from './problems/plan.ts';
import { redirectsProblems } from './problems/redirects.ts';
import { structureProblems } from './problems/structure.ts';
import { syntaxProblems } from './problems/syntax.ts';
import { translationsProblems } from './problems/translations.ts';
import { typesProblems } from './problems/types.ts';
import { variablesProblems } from './problems/variables.ts';
import { workspaceProblems } from './problems/workspace.ts';
import { writingProblems } from './problems/writing.ts';

/** A located finding. `error` stops the article it names, `warning` does not. */
export interface Problem {
  /** Stable, and explained in docs/reference/problems.md. */
  readonly code: string;
  readonly severity: Severity;
  /** What was found. One sentence, no full stop needed by the caller. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  /** Absent only for findings about no file at all (a setting, a workspace). */
  readonly place?: Place;
  /** Present only where there is exactly one right answer. */
  readonly fix?: Fix;
}

/**
 * Every problem the project can report: code → severity, message, help. Codes are stable. Messages say what was found;
 * help says what to do. Add an entry to the file of its subject in `problems/` and use `problem()`; nothing else in the
 * code makes a `Problem`.
 */
const catalogue = {
  ...configurationProblems,
  ...frontMatterProblems,
  ...filesProblems,
  ...lockfileProblems,
  ...workspaceProblems,
  ...planProblems,
  ...redirectsProblems,
  ...directivesProblems,
  ...variablesProblems,
  ...syntaxProblems,
  ...flavoursProblems,
  ...intercomSyncProblems,
  ...displayProblems,
  ...structureProblems,
  ...linksProblems,
  ...imagesProblems,
  ...articlesProblems,
  ...typesProblems,
  ...translationsProblems,
  ...writingProblems,
  ...codeProblems,
} as const;

/** Codes of all problems. */
export type ProblemCode = keyof typeof catalogue;
/** What an entry needs to be worded. */
export type ArgsOf<C extends ProblemCode> = (typeof catalogue)[C] extends Entry<infer A> ? A : never;

/**
 * Makes a located problem from the catalogue.
 *
 * @param code key in the catalogue
 * @param args what the entry's message and help need
 * @param place where it was found; leave out only for what is in no file
 * @param fix what puts it right, where there is exactly one right answer
 */
export function problem<C extends ProblemCode>(code: C, args: ArgsOf<C>, place?: Place, fix?: Fix): Problem {
  const entry = catalogue[code] as unknown as Entry<ArgsOf<C>>;
  const shown = clipped(args);
  const found = { code, severity: entry.severity, message: entry.message(shown), help: entry.help(shown) };
  return { ...found, ...(place === undefined ? {} : { place }), ...(fix === undefined ? {} : { fix }) };
}

/** Characters of one value in a sentence. What is quoted may be a whole file, and be quoted once for every part of it. */
const mostQuoted = 300;

function clipped<A>(args: A): A {
  const values = Object.entries(args as object).map(([name, value]: [string, unknown]) => [name, clip(value)]);
  return Object.fromEntries(values) as A;
}

function clip(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= mostQuoted) return value;
  // Half a character outside the basic plane is none.
  return `${value.slice(0, mostQuoted - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What is wrong with the configuration or the workspace, and not with one article: nothing is published then. */
const stopping: readonly string[] = [
  'unknown-help-centre',
  'folder-help-centre',
  'help-centre-again',
  'collection-name-centre',
  'help-centre-below',
  'unknown-default-author',
  'languages-off',
  'staging-unsupported',
  'stage-nothing',
] satisfies readonly ProblemCode[];

/** Whether a problem is about the configuration or the workspace as a whole, so that nothing is to be written. */
export function stopsEverything({ code, severity, place }: Problem): boolean {
  const isOfFolder = place !== undefined && /(?:^|\/)_collection\.yml$/.test(place.file);
  return severity === 'error' && (isOfFolder || stopping.includes(code));
}

/** A catalogue entry without a finding: its sentences with `…` for what differs from one finding to the next. */
export interface ProblemRule extends Explanation {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Nobody is told who did not ask. */
  readonly isAdvice?: true;
  readonly message: string;
  readonly help: string;
}

/** Stands for the arguments of any entry. Nothing is near what is not known. */
const anything = new Proxy({}, { get: (_, name) => (name === 'nearest' || name === 'kind' ? null : '…') });

/** All codes with what the catalogue has on them, for SARIF's rule list, the configuration, the docs and the tests. */
export function problemCodes(): readonly ProblemRule[] {
  return (Object.keys(catalogue) as ProblemCode[]).map((code) => {
    const entry = catalogue[code] as unknown as Entry<object>;
    return { ...entry, code, message: entry.message(anything), help: entry.help(anything) };
  });
}

/** Codes of what is found only where the configuration asks for it. */
export const adviceCodes: readonly ProblemCode[] = (Object.keys(catalogue) as ProblemCode[]).filter(
  (code) => (catalogue[code] as { readonly isAdvice?: true }).isAdvice === true,
);
