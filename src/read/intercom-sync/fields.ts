import type * as z from 'zod';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem.ts';
import { fencesOf, withoutFrontMatter } from '../../text/fences.ts';
import { checkYaml } from '../../yaml/check-yaml.ts';
import { type LocatedYaml, readYaml } from '../../yaml/located-yaml.ts';
import { wholeText } from '../source.ts';
import { isMisspelt } from '../unknown-keys.ts';

/** Checked fields of a file between fences, and the text below them. */
export type Fenced<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly yaml: LocatedYaml;
      /** All that was given, keys that are not known too. */
      readonly given: unknown;
      /** The file with its fields blanked out line by line. */
      readonly body: string;
      /** Line on which the body starts, from 1. */
      readonly bodyLine: number;
      readonly problems: readonly Problem[];
      readonly untidy: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly untidy: readonly Problem[] };

/**
 * Reads a `meta.yaml`, or the text of a language: YAML between fences, checked field by field. A key that is not known
 * is named and left out, for the connector may learn more of them; a misspelt one is an error.
 *
 * @param bytes the file
 * @param file path to name in problems
 * @param schema of its fields
 */
export function readFenced<S extends z.ZodObject>(bytes: Uint8Array, file: string, schema: S): Fenced<z.output<S>> {
  const whole = wholeText(bytes, file);
  if (!whole.ok) return whole;
  const { text, untidy } = whole;
  const fences = fencesOf(text);
  if (fences.is !== 'closed') {
    const found = problem('sync-fences', { file: file.split('/').at(-1) ?? file }, { file, line: 1, column: 1 });
    return { ok: false, problems: [found], untidy };
  }
  const read = readYaml(fences.block, file);
  if (!read.ok) return { ok: false, problems: read.problems, untidy };
  const { known, unknown } = splitKeys(read.yaml, Object.keys(schema.shape), file);
  const checked = checkYaml(known, schema, file.split('/').at(-1) ?? file);
  if (!checked.ok) return { ok: false, problems: [...unknown, ...checked.problems], untidy };
  const body = withoutFrontMatter(text, fences);
  const bodyLine = Math.min(fences.end + 2, body.split('\n').length);
  const given = read.yaml.value ?? {};
  return { ok: true, value: checked.value, yaml: known, given, body, bodyLine, problems: unknown, untidy };
}

/** Takes out keys that are neither known nor like one that is. */
function splitKeys(
  yaml: LocatedYaml,
  keys: readonly string[],
  file: string,
): { readonly known: LocatedYaml; readonly unknown: readonly Problem[] } {
  const value = yaml.value ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) return { known: { ...yaml, value }, unknown: [] };
  const isAstray = (key: string): boolean => key !== '__proto__' && !keys.includes(key) && !isMisspelt(key, keys);
  const entries = Object.entries(value);
  const name = file.split('/').at(-1) ?? file;
  return {
    known: { ...yaml, value: Object.fromEntries(entries.filter(([key]) => !isAstray(key))) },
    unknown: entries
      .filter(([key]) => isAstray(key))
      .map(([key]) => problem('sync-key', { key, file: name }, yaml.placeOfKey([key]))),
  };
}
