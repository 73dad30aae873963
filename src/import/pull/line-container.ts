import { samePlaces } from '../../text/same-places.ts';
import type { ChildEdit, Container, Reader } from './container.ts';

/** A line of a block, as it is written and as it is inside: its end. */
interface Line {
  readonly raw: string | null;
  readonly text: string;
}

/** A block whose lines begin with what makes it one: `> `, the space under an item, nothing. */
export interface Lined {
  readonly kind: Container['kind'];
  readonly lines: readonly Line[];
  /** Lines that are its head, from the first on. */
  readonly headLines: number;
  /** Lines behind its last child that belong to it. */
  readonly tailLines: number;
  /** What its first line begins with, and what new lines do. */
  readonly prefix: { readonly first: string; readonly rest: string };
}

/** Takes apart a quote, a callout, a directive, a collapsible section, or blocks that stand in nothing. */
export function openLines(
  text: string,
  kind: 'blocks' | 'quote' | 'directive' | 'section',
  reader: Reader,
): Container | null {
  const raw = text.split('\n');
  const prefix = { first: '', rest: '' };
  const lines = raw.map((line): Line => ({ raw: line, text: line }));
  if (kind === 'blocks') return containerOf({ kind, lines, headLines: 0, tailLines: 0, prefix }, reader);
  if (kind === 'quote') {
    const inner = raw.map((line): Line => ({ raw: line, text: line.replace(/^ {0,3}> ?/, '') }));
    const first = /^ {0,3}> ?/.exec(text)?.[0] ?? '> ';
    // An empty line is written without the space.
    const rest = raw.slice(1).flatMap((line) => /^( {0,3}> ?)\S/.exec(line)?.[1] ?? [])[0];
    const headLines = /^\[![a-z]+\][ \t]*$/i.test(inner[0]?.text ?? '') ? 1 : 0;
    return containerOf(
      {
        kind,
        lines: inner,
        headLines,
        tailLines: 0,
        prefix: { first, rest: rest ?? (first.endsWith(' ') ? first : '> ') },
      },
      reader,
    );
  }
  const isClosed = kind === 'directive' ? /^ {0,3}:{3,}[ \t]*$/ : /^ {0,3}<\/details>[ \t]*$/i;
  const headLines = kind === 'directive' ? 1 : raw.indexOf('');
  if (headLines < 1 || raw.length <= headLines || !isClosed.test(raw.at(-1) ?? '')) return null;
  return containerOf({ kind, lines, headLines, tailLines: 1, prefix }, reader);
}

/** Makes the container of a block whose lines are known. */
export function containerOf(lined: Lined, reader: Reader): Container {
  const { kind, lines, headLines, tailLines } = lined;
  const inside = lines.slice(headLines, lines.length - tailLines).map(({ text }) => text);
  const starts = lineStarts(inside);
  const pieces = reader.pieces(inside.join('\n')).filter((piece) => !reader.isHidden(piece));
  const ranges = pieces.map(({ start, end }): Range => {
    const from = starts.findLastIndex((offset) => offset <= start);
    return [headLines + from, headLines + starts.findLastIndex((offset) => offset <= end) + 1];
  });
  const children = pieces.map((piece) => piece.text);
  return {
    kind,
    head: lines
      .slice(0, headLines)
      .map(({ text }) => text.trimEnd())
      .join('\n'),
    children,
    keys: children,
    isBare: kind !== 'quote' && kind !== 'item',
    inStyle: (_, text) => text,
    open: (at) => reader.block(children[at] ?? ''),
    edited: (edits, head) => written(lined, ranges, edits, head),
  };
}

/** First line, and the one behind the last. */
type Range = readonly [from: number, to: number];

function lineStarts(lines: readonly string[]): readonly number[] {
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
}

function written(
  { kind, lines, headLines, prefix }: Lined,
  ranges: readonly Range[],
  edits: readonly ChildEdit[],
  head: string | null,
): string | null {
  const out: Line[] = head === null ? lines.slice(0, headLines) : newLines(head);
  let at = headLines;
  for (const [index, [from, to]] of [...ranges, [lines.length, lines.length] as const].entries()) {
    const own = edits.filter((edit) => edit.at === index);
    const added = own.flatMap((edit) => (edit.do === 'add' ? [edit.text] : []));
    const isLast = index === ranges.length;
    const before = lines.slice(at, from);
    at = to;
    if (isLast && added.length > 0) {
      addBlocks(out, added);
      out.push(...before);
      break;
    }
    out.push(...before);
    if (added.length > 0) {
      addBlocks(out, added);
      out.push(...newLines(''));
    }
    const put = own.find((edit) => edit.do !== 'add');
    const old = lines.slice(from, to);
    if (put?.do === 'put') out.push(...keptWhereSame(old, put.text));
    else if (put === undefined) out.push(...old);
    else dropGap(out, headLines);
  }
  while (headLines === 0 && out[0]?.text.trim() === '') out.shift();
  if (out.length === 0) return kind === 'blocks' ? '' : null;
  return printed(out, lines[0], prefix);
}

/** Blocks behind what is there, an empty line between. */
function addBlocks(out: Line[], added: readonly string[]): void {
  for (const text of added) {
    if (out.length > 0 && out.at(-1)?.text.trim() !== '') out.push(...newLines(''));
    out.push(...newLines(text));
  }
}

/** The empty lines above what went; those below stay. */
function dropGap(out: Line[], headLines: number): void {
  while (out.length > headLines && out.at(-1)?.text.trim() === '') out.pop();
}

const newLine = (text: string): Line => ({ raw: null, text });
const newLines = (text: string): Line[] => text.split('\n').map(newLine);

/** New text for some lines; those that are the same stay as they are written. */
function keptWhereSame(old: readonly Line[], text: string): readonly Line[] {
  const lines = newLines(text);
  const texts = (list: readonly Line[]): readonly string[] => list.map((line) => line.text);
  for (const [before, after] of samePlaces(texts(old), texts(lines))) lines[after] = old[before] ?? newLine('');
  return lines;
}

function printed(lines: readonly Line[], wasFirst: Line | undefined, { first, rest }: Lined['prefix']): string {
  const raws = lines.map((line, index) => {
    const { raw, text } = line;
    if (index === 0) return first + text;
    // What was the first line begins with what only a first line begins with.
    if (raw !== null && line !== wasFirst) return raw;
    return text === '' ? rest.trimEnd() : rest + text;
  });
  return raws.join('\n');
}
