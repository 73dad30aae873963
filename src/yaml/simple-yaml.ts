import type { Place } from '../model/place.ts';

/** Where keys and values are. */
interface Places {
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
  readonly placeOfKey: (path: readonly PropertyKey[]) => Place;
}

/** A key and a text that are what they look like: no colon, no comment, no quotes around, nothing that begins a list or a tag. */
const simpleLine =
  /^([A-Za-z][\w-]{0,99}): ([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{P}\p{S} ]*[\p{L}\p{M}\p{N}\p{P}\p{S}])?)$/u;
/** Words that stand for something else, as values and as keys. */
const word = /^(?:true|false|null)$/i;

interface SimplePair {
  readonly key: string;
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

/**
 * YAML of which every line is a key and a plain text, as most front matter is: what reads all YAML takes ten times as long for it.
 *
 * @param whole the same as any YAML, read for the places of what is not there
 * @returns null for any other
 */
export function simpleYaml(
  text: string,
  file: string,
  whole: () => Places | null,
): (Places & { readonly value: Readonly<Record<string, string>> }) | null {
  const pairs = pairsIn(text);
  if (pairs === null) return null;
  const placeIn = (line: number, from: number, to: number): Place => ({
    ...{ file, line, column: from + 1 },
    ...{ endLine: line, endColumn: to + 1 },
  });
  const find = (path: readonly PropertyKey[]): SimplePair | undefined =>
    path.length === 1 ? pairs.get(String(path[0])) : undefined;
  const nowhere: Place = { file, line: 1, column: 1 };
  return {
    value: Object.fromEntries([...pairs.values()].map(({ key, value }) => [key, value])),
    placeOf(path) {
      const pair = find(path);
      if (pair === undefined) return whole()?.placeOf(path) ?? nowhere;
      const from = pair.key.length + 2;
      return placeIn(pair.line, from, from + pair.value.length);
    },
    placeOfKey(path) {
      const pair = find(path);
      if (pair === undefined) return whole()?.placeOfKey(path) ?? nowhere;
      return placeIn(pair.line, 0, pair.key.length);
    },
  };
}

function pairsIn(text: string): ReadonlyMap<string, SimplePair> | null {
  const pairs = new Map<string, SimplePair>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const [, key, value] = simpleLine.exec(line) ?? [];
    if (key === undefined || value === undefined || /[:#]/.test(value) || word.test(key) || word.test(value))
      return null;
    if (pairs.has(key)) return null;
    pairs.set(key, { key, value, line: index + 1 });
  }
  return pairs.size === 0 ? null : pairs;
}
