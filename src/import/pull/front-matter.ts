import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Fin } from '../../model/reach.ts';
import { conflictText, type Labels } from '../../text/merge-lines.ts';
import { yamlText } from '../yaml-text.ts';

/** A field that gets another value, or of which both sides have one of their own. */
export interface FieldEdit {
  /** Its key, as this source spells it. */
  readonly key: string;
  /** null: the field goes. */
  readonly value: string | boolean | readonly string[] | Fin | null;
  readonly isConflict: boolean;
}

/**
 * Writes fields into front matter. Whatever is not named stays as it is, to the byte: other fields, their order,
 * comments. New fields come after the ones that go before them in `order`.
 *
 * @param front as `splitSource` gives it
 * @param edits what to write; keys of one field each
 */
export function editFrontMatter(front: string, edits: readonly FieldEdit[], labels: Labels): string {
  if (edits.length === 0) return front;
  const lines = front === '' ? ['---', '---', ''] : front.split('\n');
  const end = lines.findLastIndex((line) => /^---[ \t]*$/.test(line));
  const yaml = inLines(
    lines
      .slice(1, end)
      .map((line) => `${line}\n`)
      .join(''),
  );
  const rest = front === '' ? '\n' : lines.slice(end + 1).join('\n');
  const whole = `${lines[0]}\n${withFields(yaml, edits, labels)}${lines[end]}\n${rest}`;
  return front === '' || front.endsWith('\n') ? whole : whole.replace(/\n$/, '');
}

/** Fields that share a line, between braces, on a line each: one cannot be written without the others otherwise. */
function inLines(yaml: string): string {
  const document = parseDocument(yaml, { stringKeys: true });
  const { contents } = document;
  if (!isMap(contents) || contents.flow !== true) return yaml;
  contents.flow = false;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** In which order fields stand in a source that we write. */
const order = [
  'title',
  'description',
  'collection',
  'section',
  'state',
  'type',
  'author',
  'owner',
  'id',
  'sync',
  'fin',
  'audiences',
  'tags',
  'redirectFrom',
];

/** Places are those in the front matter as it was, so what is put in is put in from the end. */
function withFields(yaml: string, edits: readonly FieldEdit[], labels: Labels): string {
  const changes = edits.map((edit, index) => ({ ...changeOf(yaml, edit, labels), index }));
  return changes
    .sort((a, b) => b.start - a.start || b.index - a.index)
    .reduce((text, { start, end, line }) => text.slice(0, start) + line + text.slice(end), yaml);
}

function changeOf(yaml: string, { key, value, isConflict }: FieldEdit, labels: Labels) {
  const line = value === null ? '' : yamlText({ [key]: value });
  const span = spanOf(yaml, key);
  const own = span === null ? '' : yaml.slice(...span);
  const [start, end] = span ?? placeFor(yaml, key);
  if (isConflict) {
    const text = conflictText(own.replace(/\n$/, ''), line.replace(/\n$/, ''), labels);
    return { start, end, line: `${text}\n` };
  }
  return { start, end, line: own === '' || line === '' ? line : withComment(line, own) };
}

/** A new line with the comment that stood behind the old one. */
function withComment(line: string, own: string): string {
  const [, comment = ''] = /^[^\n'"]*?(\s+#[^\n]*)\n$/.exec(own) ?? /^[^\n]*['"](\s+#[^\n'"]*)\n$/.exec(own) ?? [];
  return comment === '' ? line : `${line.slice(0, -1)}${comment}\n`;
}

/** Offsets of a field's lines, from the start of its key to the start of what follows; null where it is not there. */
function spanOf(yaml: string, key: string): readonly [number, number] | null {
  const map = mapOf(yaml);
  const index = map?.items.findIndex((pair) => keyOf(pair) === key) ?? -1;
  const pair = map?.items[index];
  if (pair === undefined || !isScalar(pair.key) || pair.key.range == null) return null;
  const start = yaml.lastIndexOf('\n', pair.key.range[0] - 1) + 1;
  const value = pair.value as { readonly range?: readonly [number, number, number] | null } | null;
  const valueEnd = value?.range?.[1] ?? pair.key.range[1];
  const next = yaml.indexOf('\n', Math.max(valueEnd - (yaml[valueEnd - 1] === '\n' ? 1 : 0), pair.key.range[1]));
  return [start, next < 0 ? yaml.length : next + 1];
}

/** Where a new field goes: behind the last of those that come before it, else behind the others. */
function placeFor(yaml: string, key: string): readonly [number, number] {
  const rank = order.indexOf(key);
  const before = order
    .slice(0, rank)
    .reverse()
    .map((other) => spanOf(yaml, other))
    .find((span) => span !== null);
  const at = before?.[1] ?? (rank === 0 ? 0 : yaml.length);
  return [at, at];
}

function mapOf(yaml: string): YAMLMap | null {
  const { contents } = parseDocument(yaml, { stringKeys: true });
  return isMap(contents) ? contents : null;
}

function keyOf(pair: Pair): string | null {
  return isScalar(pair.key) ? String(pair.key.value) : null;
}

/** Keys of the front matter, as this source spells them. */
export function keysOf(front: string): readonly string[] {
  const yaml = front
    .split('\n')
    .slice(1, -1)
    .filter((line) => !/^---[ \t]*$/.test(line))
    .join('\n');
  return mapOf(yaml)?.items.flatMap((pair) => keyOf(pair) ?? []) ?? [];
}
