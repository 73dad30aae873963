import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { conflictText, type Labels } from '../../text/merge-lines.ts';
import { yamlText } from '../yaml-text.ts';

/** A value of a `_collection.yml` that was edited in Intercom. */
export interface CollectionEdit {
  /** Keys that lead to it. */
  readonly path: readonly string[];
  /** null: it goes. */
  readonly value: string | null;
  readonly isConflict: boolean;
}

/**
 * Writes values into a `_collection.yml`. What already exists is replaced in its place, and everything around it stays
 * to the byte; what is new is put in behind the others, and comments stay.
 *
 * @param text with LF line ends; valid YAML
 */
export function editCollectionFile(text: string, edits: readonly CollectionEdit[], labels: Labels): string {
  const settled = edits.filter(({ isConflict }) => !isConflict);
  const merged = settled.reduce((before, { path, value }) => withValue(before, path, value), text);
  const contested = edits.filter(({ isConflict }) => isConflict);
  const inBlocks = contested.length === 0 ? merged : withoutFlow(merged);
  // From the end, so that places hold: what has markers in it is no YAML any more.
  return contested
    .map((edit) => ({ edit, span: linesOf(inBlocks, edit.path) }))
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((before, { edit, span }) => withMarkers(before, edit, span, labels), inBlocks);
}

const parse = (text: string): Document => parseDocument(text, { stringKeys: true });

function withValue(text: string, path: readonly string[], value: string | null): string {
  const document = parse(text);
  const node = document.getIn(path, true);
  const wanted = parse(text);
  if (value === null) wanted.deleteIn(path);
  else wanted.setIn(path, value);
  if (value !== null && isScalar(node) && node.range != null) {
    const [start, end] = node.range;
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const next = `${text.slice(0, start)}${scalarText(value)}${isBlock ? '\n' : ''}${text.slice(end)}`;
    if (isDeepStrictEqual(parse(next).toJS(), wanted.toJS())) return next;
  }
  if (value !== null && !isMap(document.contents)) return `${text}${yamlText(nested(path, value))}`;
  return wanted.toString({ lineWidth: 0, indentSeq: true });
}

/** A text as it stands behind its key. */
function scalarText(value: string): string {
  return yamlText({ x: value }).slice('x: '.length).replace(/\n$/, '');
}

function nested([first = '', ...rest]: readonly string[], value: string): Record<string, unknown> {
  return { [first]: rest.length === 0 ? value : nested(rest, value) };
}

/** Maps between braces on a line each: a marker needs a line of its own. */
function withoutFlow(text: string): string {
  const document = parse(text);
  const open = (node: unknown): boolean => {
    if (!isMap(node)) return false;
    const isFlow = node.flow === true;
    if (isFlow) node.flow = false;
    return (node as YAMLMap).items.map((pair) => open(pair.value)).includes(true) || isFlow;
  };
  return open(document.contents) ? document.toString({ lineWidth: 0, indentSeq: true }) : text;
}

interface Lines {
  readonly start: number;
  readonly end: number;
}

/** Offsets of the lines of a key and its value; the end of the text where it has none. */
function linesOf(text: string, path: readonly string[]): Lines {
  const above = path.slice(0, -1);
  const document = parse(text);
  const map = above.length === 0 ? document.contents : document.getIn(above, true);
  const pair = isMap(map)
    ? (map as YAMLMap).items.find((one: Pair) => isScalar(one.key) && one.key.value === path.at(-1))
    : undefined;
  if (pair === undefined || !isScalar(pair.key) || pair.key.range == null)
    return { start: text.length, end: text.length };
  const value = pair.value as { readonly range?: readonly [number, number, number] | null } | null;
  const last = Math.max(pair.key.range[1], (value?.range?.[1] ?? 0) - 1);
  const next = text.indexOf('\n', last);
  return { start: text.lastIndexOf('\n', pair.key.range[0] - 1) + 1, end: next < 0 ? text.length : next + 1 };
}

function withMarkers(text: string, { path, value }: CollectionEdit, { start, end }: Lines, labels: Labels): string {
  const own = text.slice(start, end).replace(/\n$/, '');
  const indent = /^ */.exec(own)?.[0] ?? '';
  const theirs = value === null ? '' : `${indent}${yamlText({ [path.at(-1) ?? '']: value }).replace(/\n$/, '')}`;
  return `${text.slice(0, start)}${conflictText(own, theirs, labels)}\n${text.slice(end)}`;
}
