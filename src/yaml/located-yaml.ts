import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  type Scalar,
  type Tags,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { withJoinedLists } from './joined-lists.ts';
import { simpleYaml } from './simple-yaml.ts';

/** YAML of which every key and value knows its place in the file. */
export interface LocatedYaml {
  /** Plain data: maps as objects with string keys, dates and times as strings (YAML 1.2 core schema). */
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

/** How YAML is read. */
export interface YamlOptions {
  /**
   * `text`, the default, gives a number as the text that was written: `1.10`, `012` and `1e3` are titles
   * and versions to the people who write them, and would change as numbers.
   */
  readonly numbers?: 'text' | 'number';
  /** A key that stands twice has its last value, as some tools read it, and is no mistake. */
  readonly lastWins?: true;
}

type PlaceAt = (offset: number, end?: number) => Place;

/**
 * Parses YAML and keeps the place of everything in it. Never throws: aliases that multiply, lead nowhere or
 * are nested without end are problems like every other mistake.
 *
 * @param text the YAML
 * @param file path to name in places
 */
export function readYaml(text: string, file: string, options: YamlOptions = {}): YamlResult {
  const whole = (): LocatedYaml | null => {
    const read = readAnyYaml(text, file);
    return read.ok ? read.yaml : null;
  };
  const simple = options.numbers === 'number' ? null : simpleYaml(text, file, whole);
  return simple === null ? readAnyYaml(text, file, options) : { ok: true, yaml: simple };
}

/** The same for YAML of every kind. */
export function readAnyYaml(text: string, file: string, options: YamlOptions = {}): YamlResult {
  const counter = new LineCounter();
  const how = {
    prettyErrors: false,
    stringKeys: true,
    // The parser compares every key with every other one.
    uniqueKeys: false,
    ...(options.numbers === 'number' ? {} : { customTags: withoutNumbers }),
  };
  const document = withoutDepth(parseDocument(text, { ...how, lineCounter: counter }), () =>
    parseDocument(withJoinedLists(text), how),
  );
  const placeAt: PlaceAt = (offset, end) => {
    const at = counter.linePos(offset);
    const start = { file, line: at.line, column: at.col };
    if (end === undefined || end <= offset) return start;
    const until = counter.linePos(end);
    return { ...start, endLine: until.line, endColumn: until.col };
  };
  const mistakes = [...document.errors, ...document.warnings];
  const found = syntaxProblems(mistakes, document, placeAt);
  const problems = options.lastWins ? found.filter(({ code }) => code !== 'key-twice') : found;
  if (problems.length > 0) return { ok: false, problems };
  try {
    return { ok: true, yaml: locate(document, placeAt) };
  } catch {
    return { ok: false, problems: [aliasProblem(document, placeAt)] };
  }
}

/** A document whose lists in brackets may have their lines anywhere: no other parser minds. */
function withoutDepth<D extends Document>(document: D, again: () => D): D {
  if (!document.errors.some(({ code, message }) => code === 'BAD_INDENT' && message.startsWith('Flow')))
    return document;
  const joined = again();
  return joined.errors.length === 0 ? joined : document;
}

function withoutNumbers(tags: Tags): Tags {
  return tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag));
}

/** All keys that stand twice, or the first mistake where it comes before them: what follows it is read wrongly. */
function syntaxProblems(mistakes: readonly YAMLError[], document: Document, placeAt: PlaceAt): readonly Problem[] {
  const twice = keysTwice(document);
  const [mistake] = mistakes;
  if (mistake !== undefined && mistake.pos[0] < (twice[0]?.offset ?? Number.POSITIVE_INFINITY)) {
    return [problem('yaml-syntax', { reason: reasonOf(mistake) }, placeAt(mistake.pos[0]))];
  }
  return twice.map(({ key, offset, first }) =>
    problem('key-twice', { key, first: placeAt(first).line }, placeAt(offset)),
  );
}

interface KeyTwice {
  readonly key: string;
  readonly offset: number;
  /** Where its map has it for the first time. */
  readonly first: number;
}

function keysTwice(document: Document): readonly KeyTwice[] {
  const found: KeyTwice[] = [];
  visit(document, {
    Map(_, map) {
      const first = new Map<unknown, number>();
      for (const { key } of map.items) {
        if (!isScalar(key) || !key.range) continue;
        const [offset] = key.range;
        const before = first.get(key.value);
        if (before === undefined) first.set(key.value, offset);
        else if (found.length < mostTwice) found.push({ key: String(key.value), offset, first: before });
      }
    },
  });
  return found.sort((a, b) => a.offset - b.offset);
}

/** Keys that stand twice, as many as are told. */
const mostTwice = 100;

/** The parser's words for what people write most often are for programmers: these are not. */
const reasons: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab is used to indent; use spaces',
  MULTIPLE_DOCS: 'a second document begins here ("---"); only one is read',
  BAD_INDENT: 'the indentation does not match the lines above',
  BLOCK_AS_IMPLICIT_KEY: 'a value with ": " in it needs quotes',
  MULTILINE_IMPLICIT_KEY: 'expected "key: value"',
  NON_STRING_KEY: 'a key has to be plain text',
  RESOURCE_EXHAUSTION: 'it is nested too deeply',
};

function reasonOf(error: YAMLError): string {
  if (/call stack/i.test(error.message)) return 'it is nested too deeply';
  const bracket = /end with a ([\]}])$/.exec(error.message);
  if (bracket !== null) return `the closing "${bracket[1]}" is missing`;
  const reserved = /^Plain value cannot start with .*character (.)/.exec(error.message);
  if (reserved !== null) return `a value that starts with ${reserved[1]} needs quotes`;
  if (error.message.endsWith('at node end')) return 'something follows the end of a value; put the value in quotes';
  const own = reasons[error.code];
  if (own !== undefined) return own;
  const quote = /^Missing closing (['"])quote/.exec(error.message);
  if (quote !== null) return `the closing ${quote[1]} is missing`;
  if (error.code === 'TAG_RESOLVE_FAILED') return 'tags such as !name are not read';
  if (error.code === 'MISSING_CHAR' && error.message.startsWith('Implicit map')) return 'expected "key: value"';
  return (error.message.split('\n')[0] ?? error.message).replace(/[.:]\s*$/, '');
}

/** Why a document could not become data: an alias to nothing, or aliases that multiply. */
function aliasProblem(document: Document, placeAt: PlaceAt): Problem {
  const anchors = new Set<string>();
  let first: { readonly name: string; readonly offset: number } | undefined;
  let lost: typeof first;
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.add(node.anchor);
        return undefined;
      }
      const alias = { name: node.source, offset: node.range?.[0] ?? 0 };
      first ??= alias;
      if (anchors.has(node.source)) return undefined;
      lost = alias;
      return visit.BREAK;
    },
  });
  const at = placeAt(lost?.offset ?? first?.offset ?? 0);
  if (lost !== undefined)
    return problem('yaml-syntax', { reason: `"*${lost.name}" refers to "&${lost.name}", which is not above it` }, at);
  const reason = first === undefined ? 'it is nested too deeply' : `"*${first.name}" and the like multiply without end`;
  return problem('yaml-syntax', { reason }, at);
}

function locate(document: Document, placeAt: PlaceAt): LocatedYaml {
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
  const keys = new WeakMap<YAMLMap, ReadonlyMap<string, Scalar>>();
  const placeOfKey = (path: readonly PropertyKey[]): Place => {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    if (isMap(parent)) {
      const known = keys.get(parent) ?? keysOf(parent);
      keys.set(parent, known);
      const found = rangePlace(known.get(String(path.at(-1))));
      if (found !== undefined) return found;
    }
    return placeOf(path);
  };
  return { value: document.toJS(), placeOf, placeOfKey };
}

/** Keys of a map by their text, found once for all: where thousands are wrong, each of them is asked for. */
function keysOf(map: YAMLMap): ReadonlyMap<string, Scalar> {
  const found = new Map<string, Scalar>();
  for (const { key } of map.items) {
    // The first counts where a text stands twice.
    if (isScalar(key) && !found.has(String(key.value))) found.set(String(key.value), key);
  }
  return found;
}
