import * as z from 'zod';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { nearestName } from '../text/nearest.ts';
import type { LocatedYaml } from './located-yaml.ts';

/** Mistakes that are told: the nearest name is looked for at each, and nobody reads thousands. */
const mostMistakes = 200;

/** Checked data, or every mistake in it with its place. */
export type CheckedYaml<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Checks YAML against a schema and turns every mistake into a located problem. An unknown key names the
 * nearest one that the schema knows there.
 *
 * @param yaml the data with its places
 * @param schema what it must look like; unknown keys are found when its objects are strict
 * @param where what the data is, for messages: `helpcentre.yml`, `front matter`
 */
export function checkYaml<S extends z.ZodType>(yaml: LocatedYaml, schema: S, where: string): CheckedYaml<z.output<S>> {
  const protos = prototypeKeys(yaml.value).slice(0, mostMistakes);
  const result = schema.safeParse(yaml.value);
  if (result.success && protos.length === 0) return { ok: true, value: result.data };
  const issues = (result.error?.issues ?? []).slice(0, mostMistakes);
  const unknown = protos.map((path) => unknownKey(path, yaml, where, null));
  return { ok: false, problems: [...unknown, ...issues.flatMap((issue) => problemsOf(issue, yaml, schema, where))] };
}

/** Paths of all keys called `__proto__`, which a record schema would drop in silence. */
function prototypeKeys(value: unknown): readonly (readonly PropertyKey[])[] {
  const found: PropertyKey[][] = [];
  const seen = new Set<unknown>();
  const walk = (node: unknown, path: readonly PropertyKey[]): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    for (const [key, child] of Object.entries(node)) {
      if (key === '__proto__') found.push([...path, key]);
      else walk(child, [...path, Array.isArray(node) ? Number(key) : key]);
    }
  };
  walk(value, []);
  return found;
}

function problemsOf(issue: z.core.$ZodIssue, yaml: LocatedYaml, schema: z.ZodType, where: string): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path, yaml.value);
    return issue.keys
      .filter((key) => key !== '__proto__')
      .slice(0, mostMistakes)
      .map((key) => unknownKey([...issue.path, key], yaml, where, nearestName(key, known)));
  }
  const inside = issuesInside(issue, at(yaml.value, issue.path));
  if (inside !== null)
    return inside.flatMap((one) => problemsOf({ ...one, path: [...issue.path, ...one.path] }, yaml, schema, where));
  if (issue.code === 'invalid_key') {
    const reason = issue.issues[0]?.message ?? issue.message;
    const args = { key: String(issue.path.at(-1)), where: insideOf(issue.path, where), reason };
    return [problem('bad-value', args, yaml.placeOfKey(issue.path))];
  }
  const key = nameOf(issue.path);
  const value = at(yaml.value, issue.path);
  const absent = issue.path.length > 0 && value === undefined;
  const reason = absent ? `it is missing; ${issue.message}` : issue.message;
  const nearest = typeof value === 'string' ? meantBy(value, issue) : null;
  const args = { key, where, reason, ...(nearest === null ? {} : { nearest }) };
  return [problem('bad-value', args, yaml.placeOf(issue.path))];
}

/** The value that was meant; a schema's own check says it itself, where it is the key that is wrong. */
function meantBy(value: string, issue: z.core.$ZodIssue): string | null {
  const told: unknown = issue.code === 'custom' ? issue.params?.nearest : undefined;
  return typeof told === 'string' ? told : nearestName(value, wordsOf(issue));
}

/** Words that would have been right; of several alternatives, all of theirs. */
function wordsOf(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'invalid_union') return issue.errors.flatMap((errors) => errors.flatMap(wordsOf));
  return issue.code === 'invalid_value' ? issue.values.filter((one) => typeof one === 'string') : [];
}

/**
 * What is wrong inside of lines of "key: value" where a single value would do too: there only one alternative was meant.
 *
 * @returns null where nothing, or something else, is
 */
function issuesInside(issue: z.core.$ZodIssue, value: unknown): readonly z.core.$ZodIssue[] | null {
  if (issue.code !== 'invalid_union' || typeof value !== 'object' || value === null || Array.isArray(value))
    return null;
  const isElse = ({ code, path }: z.core.$ZodIssue): boolean =>
    path.length === 0 && (code === 'invalid_type' || code === 'invalid_union');
  const meant = issue.errors.filter((own) => !own.some(isElse));
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

function unknownKey(path: readonly PropertyKey[], yaml: LocatedYaml, where: string, near: string | null): Problem {
  const args = { key: String(path.at(-1)), where: insideOf(path, where), nearest: near };
  return problem('unknown-key', args, yaml.placeOfKey(path));
}

/** What a key stands in: `helpcentre.yml`, or `"images" of helpcentre.yml`. */
function insideOf(path: readonly PropertyKey[], where: string): string {
  return path.length <= 1 ? where : `"${nameOf(path.slice(0, -1))}" of ${where}`;
}

/** `images.host`; items of a list count from 1: `ignore, item 2`. */
function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number'
        ? `${index === 0 ? '' : ', '}item ${part + 1}`
        : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let node = value;
  for (const part of path) node = (node as Record<PropertyKey, unknown> | null | undefined)?.[part];
  return node;
}

/** Keys that a schema knows at a path; of several alternatives, those of the one that the data chose. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[], value: unknown): readonly string[] {
  const { def } = (schema as z.ZodType)._zod as unknown as { readonly def: Def };
  if (def.innerType !== undefined) return keysAt(def.innerType, path, value);
  if (def.in !== undefined) return keysAt(def.in, path, value);
  if (def.options !== undefined) {
    return def.options
      .filter((option) => choosesSame(option, def.discriminator, value))
      .flatMap((option) => keysAt(option, path, value));
  }
  const [first, ...rest] = path;
  if (def.shape !== undefined) {
    if (first === undefined) return Object.keys(def.shape);
    const inner = Object.hasOwn(def.shape, first) ? def.shape[String(first)] : undefined;
    return inner === undefined ? [] : keysAt(inner, rest, at(value, [first]));
  }
  // Names of a person's own, and items of a list: all are of one kind.
  const each = def.valueType ?? def.element;
  return each === undefined || first === undefined ? [] : keysAt(each, rest, at(value, [first]));
}

/** What zod keeps of a schema, as far as the way to its keys needs it. */
interface Def {
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly valueType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
}

function choosesSame(option: z.core.$ZodType, discriminator: string | undefined, value: unknown): boolean {
  const chosen = discriminator === undefined ? undefined : (option as z.ZodObject).shape[discriminator];
  return chosen === undefined || z.safeParse(chosen, at(value, [discriminator as string])).success;
}
