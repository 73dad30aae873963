import { closest, distance } from 'fastest-levenshtein';
import { type Document, isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Place, Problem } from './model.ts';
import { problem } from './problem.ts';

/** YAML of which every key and value knows its place in the file. */
export interface LocatedYaml {
  /** Plain data: maps as objects, dates and times as strings (YAML 1.2 core schema). */
  readonly value: unknown;
  /** Place of the value at a path, or of the nearest parent that exists. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** Place of a key (not of its value). */
  placeOfKey(path: readonly PropertyKey[]): Place;
}

/** What reading YAML gives: the data, or why there is none. */
export type YamlResult =
  | { readonly ok: true; readonly yaml: LocatedYaml }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Parses YAML and keeps the place of everything in it.
 *
 * @param text the YAML
 * @param file path to name in places
 * @param firstLine line of the file on which `text` starts, from 1
 */
export function readYaml(text: string, file: string, firstLine = 1): YamlResult {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const placeAt = (offset: number, end?: number): Place => {
    const at = counter.linePos(offset);
    const start = { file, line: at.line + firstLine - 1, column: at.col };
    if (end === undefined || end <= offset) return start;
    const until = counter.linePos(end);
    return { ...start, endLine: until.line + firstLine - 1, endColumn: until.col };
  };
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map((found) =>
        problem('yaml-syntax', { reason: firstSentence(found.message) }, placeAt(found.pos[0])),
      ),
    };
  }
  return { ok: true, yaml: locate(document, placeAt) };
}

function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/[.:]\s*$/, '');
}

function locate(document: Document, placeAt: (offset: number, end?: number) => Place): LocatedYaml {
  const rangePlace = (node: unknown): Place | undefined => {
    const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range;
    return range ? placeAt(range[0], range[1]) : undefined;
  };
  const placeOf = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length >= 0; length -= 1) {
      const found = rangePlace(document.getIn(path.slice(0, length), true));
      if (found !== undefined) return found;
    }
    return placeAt(0);
  };
  const placeOfKey = (path: readonly PropertyKey[]): Place => {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const last = String(path.at(-1));
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === last);
      const found = rangePlace(pair?.key);
      if (found !== undefined) return found;
    }
    return placeOf(path);
  };
  return { value: document.toJS(), placeOf, placeOfKey };
}

/**
 * Checks YAML against a schema and turns every mistake into a located problem.
 *
 * @param yaml the data with its places
 * @param schema what it must look like; unknown keys are found when its objects are strict
 * @param where what the data is, for messages: `helpcentre.yml`, `front matter`
 * @param knownKeys keys to suggest for an unknown one at the root
 */
export function checkYaml<S extends z.ZodType>(
  yaml: LocatedYaml,
  schema: S,
  where: string,
  knownKeys: readonly string[],
): { readonly ok: true; readonly value: z.output<S> } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const result = schema.safeParse(yaml.value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => problemsOf(issue, yaml, where, knownKeys)) };
}

function problemsOf(
  issue: z.core.$ZodIssue,
  yaml: LocatedYaml,
  where: string,
  knownKeys: readonly string[],
): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const inside = issue.path.length === 0 ? where : `"${issue.path.map(String).join('.')}" of ${where}`;
    return issue.keys.map((key) =>
      problem(
        'unknown-key',
        { key, where: inside, nearest: issue.path.length === 0 ? nearest(key, knownKeys) : null },
        yaml.placeOfKey([...issue.path, key]),
      ),
    );
  }
  if (issue.code === 'invalid_key') {
    const key = String(issue.path.at(-1));
    const reason = issue.issues[0]?.message ?? issue.message;
    return [problem('bad-value', { key, where, reason }, yaml.placeOfKey(issue.path))];
  }
  const name = issue.path.map(String).join('.');
  return [problem('bad-value', { key: name, where, reason: issue.message }, yaml.placeOf(issue.path))];
}

/**
 * The candidate a person most likely meant, or null when none is near enough.
 *
 * @param word what was written
 * @param candidates what exists
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const best = closest(word, candidates as string[]);
  return distance(word.toLowerCase(), best.toLowerCase()) <= Math.max(2, Math.floor(word.length / 3)) ? best : null;
}
