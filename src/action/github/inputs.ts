import * as z from 'zod';
import { nearestName } from '../../text/nearest.ts';

const flag = z.string().transform((text, context) => {
  const lower = text.toLowerCase();
  if (['true', 'yes', 'on', '1'].includes(lower)) return true;
  if (['', 'false', 'no', 'off', '0'].includes(lower)) return false;
  context.addIssue({ code: 'custom', message: 'expected true or false' });
  return z.NEVER;
});

/** One of some words; an empty input is the default. */
function oneOf<const T extends readonly string[]>(words: T, fallback: T[number]) {
  return z.string().transform((text, context): T[number] => {
    if (text === '') return fallback;
    const found = words.find((word) => word === text);
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: `expected ${listed(words)}${meant(text, words)}` });
    return z.NEVER;
  });
}

/** One of some words, or null for an empty input. */
function oneOfOrNone<const T extends readonly string[]>(words: T) {
  return z.string().transform((text, context): T[number] | null => {
    if (text === '') return null;
    const found = words.find((word) => word === text);
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: `expected ${listed(words)}, or nothing${meant(text, words)}` });
    return z.NEVER;
  });
}

const text = z.string().transform((value) => (value === '' ? null : value));

/** A name that can stand in a branch's name and in a comment's marker. */
const name = z
  .string()
  .regex(/^([a-zA-Z0-9][a-zA-Z0-9._-]{0,49})?$/, 'expected up to 50 letters, digits, dots, dashes or underscores')
  .refine((value) => !/\.\.|\.$|\.lock$/.test(value), 'expected a name that can end the name of a branch')
  .transform((value) => (value === '' ? null : value));

/** What git allows as a branch, as far as it could be anything else to whoever reads it. */
const branch = z
  .string()
  .refine(
    (value) =>
      value === '' ||
      (/^[\w./-]{1,200}$/.test(value) && !/^[-./]|\.\.|\/\/|\/\.|[./]$|\.lock(\/|$)|^refs\//.test(value)),
    'expected the name of a branch, such as helpcentre/lockfile',
  )
  .transform((value) => (value === '' ? null : value));

/** Every input that action.yml declares, checked. */
const fields = z.object({
  run: oneOf(['auto', 'check', 'plan', 'publish', 'drift', 'links', 'comment'], 'auto'),
  token: text,
  'github-token': text,
  'working-directory': z.string().transform((value) => (value === '' ? '.' : value)),
  config: text,
  name,
  region: oneOfOrNone(['us', 'eu', 'au']),
  workspace: text,
  target: name,
  promote: name,
  strict: flag,
  baseline: text,
  'on-drift': oneOfOrNone(['fail', 'keep', 'overwrite']),
  'allow-removals': flag,
  paths: z.string().transform((value) =>
    value
      // A run that is started by hand has one line to say it.
      .split(/\n|,\s+/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
  'changed-since': text,
  staging: oneOfOrNone(['stage', 'release']),
  comment: z
    .string()
    .transform((value) => (value === '' ? 'true' : value))
    .pipe(flag),
  'comment-file': text,
  plan: text,
  lockfile: oneOf(['commit', 'pull-request', 'branch', 'none'], 'commit'),
  'lockfile-branch': branch,
  drift: oneOf(['issue', 'pull-request', 'none'], 'issue'),
  impact: oneOf(['warn', 'require', 'off'], 'warn'),
});

/** What the pull request takes has to be recorded in the branch that it is merged into. */
const inputsSchema = fields.refine(({ lockfile, drift }) => lockfile !== 'branch' || drift !== 'pull-request', {
  path: ['drift'],
  error:
    'it does not go with lockfile: branch, because the pull request carries the lockfile into a branch that keeps none. Use drift: issue, or lockfile: commit or pull-request',
});

/** The Action's inputs, by the names that action.yml gives them. An optional one that is empty is null. */
export type Inputs = Readonly<z.output<typeof inputsSchema>>;

/** Names of all inputs. */
export const inputNames = Object.keys(fields.shape) as readonly (keyof Inputs)[];

/** Checked inputs, or a sentence for every mistake. */
export type ParsedInputs =
  | { readonly ok: true; readonly inputs: Inputs }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** Names that people try, and what they are called here. */
const otherNames: Readonly<Record<string, keyof Inputs>> = {
  'access-token': 'token',
  'intercom-token': 'token',
  'intercom-access-token': 'token',
  command: 'run',
  mode: 'run',
  cwd: 'working-directory',
  directory: 'working-directory',
  path: 'working-directory',
  'config-file': 'config',
  'plan-file': 'plan',
  environment: 'target',
  'commit-lockfile': 'lockfile',
  branch: 'lockfile-branch',
};

/**
 * Reads the Action's inputs from the environment that the runner makes of them: `INPUT_` and the name in capitals.
 * Values are never repeated in a mistake about a token.
 *
 * @param env the environment
 */
export function parseInputs(env: Readonly<Record<string, string | undefined>>): ParsedInputs {
  const given = new Map<string, string>();
  for (const [key, value] of Object.entries(env)) {
    if (key.startsWith('INPUT_')) given.set(key.slice('INPUT_'.length).toLowerCase(), (value ?? '').trim());
  }
  const unknown = [...given.keys()].filter((one) => !inputNames.some((known) => known === one)).sort();
  const values = Object.fromEntries(inputNames.map((one) => [one, given.get(one) ?? '']));
  const parsed = inputsSchema.safeParse(values);
  const mistakes = [
    ...unknown.map(unknownInput),
    ...(parsed.error?.issues ?? []).map((issue) => mistakeOf(String(issue.path[0]), values, issue.message)),
  ];
  if (parsed.success && mistakes.length === 0) return { ok: true, inputs: parsed.data };
  return { ok: false, mistakes };
}

function mistakeOf(input: string, values: Readonly<Record<string, string>>, reason: string): string {
  const value = values[input] ?? '';
  const shown = input.endsWith('token') ? '' : ` is ${JSON.stringify(value.slice(0, 100))}`;
  return `the input "${input}"${shown}: ${reason}`;
}

function unknownInput(input: string): string {
  const renamed = Object.hasOwn(otherNames, input) ? otherNames[input] : undefined;
  const near = renamed ?? nearestName(input, inputNames);
  const help = near === null ? `There are: ${inputNames.join(', ')}.` : `Did you mean "${near}"?`;
  return `the Action has no input ${JSON.stringify(input)}. ${help}`;
}

function meant(text: string, words: readonly string[]): string {
  const near = nearestName(text, words);
  return near === null ? '' : `; did you mean "${near}"?`;
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
