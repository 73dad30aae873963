import type { PhrasingContent } from 'mdast';
import type { Point, Position } from 'unist';
import type { Variables } from './beginning.ts';
import type { Lines } from './lines.ts';

/** Text of one block. It begins and ends with what is no white space. */
export interface Extent {
  readonly lines: Lines;
  readonly variables: Variables;
  readonly from: number;
  readonly to: number;
  /** Number of the line that it begins in. */
  readonly line: number;
  /** Spaces in front of every line but the first. */
  readonly indent: number;
}

/** What is open at one point of a block: the block itself, or emphasis or a link in it. */
export interface Frame {
  readonly type: 'block' | 'emphasis' | 'strong' | 'link';
  /** Of emphasis. */
  readonly marker: string;
  readonly start: Point;
  readonly children: PhrasingContent[];
}

/** A block that is read up to a point. */
export interface Reading extends Extent {
  at: number;
  /** Number of the line that `at` is in. */
  line: number;
  /** Emphasis, links and such, each of which may take the parser long. */
  marks: number;
  /** Never empty; the last is the innermost. */
  readonly frames: [Frame, ...Frame[]];
  /** Text that is no node yet. */
  value: string;
  valueStart: Point | null;
}

/** Reads a block from its start on. */
export function readingOf(extent: Extent): Reading {
  const start = extent.lines.pointIn(extent.line, extent.from);
  const block: Frame = { type: 'block', marker: '', start, children: [] };
  return { ...extent, at: extent.from, marks: 0, frames: [block], value: '', valueStart: null };
}

/** The point that is read up to. */
export const pointOf = ({ lines, line, at }: Reading): Point => lines.pointIn(line, at);

/** Where a line begins, with what stands in front of its text. */
export function lineStart({ lines }: Reading, line: number): Point {
  const { column, offset = 0, ...rest } = lines.pointIn(line, lines.startOf(line));
  return { ...rest, column: 1, offset: offset - column + 1 };
}

/** From a point to the one that is read up to. */
export const since = (start: Point, reading: Reading): Position => ({ start, end: pointOf(reading) });

/** What is innermost. */
export const innermost = ({ frames }: Reading): Frame => frames.at(-1) ?? frames[0];

/**
 * What stands here.
 *
 * @param pattern sticky
 */
export function match(reading: Reading, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reading.at;
  const found = pattern.exec(reading.lines.text);
  return found !== null && reading.at + found[0].length <= reading.to ? found : null;
}

/** Takes characters as text that they may not stand for themselves in, as those of an escape. */
export function takeText(reading: Reading, length: number, value: string): void {
  reading.valueStart ??= pointOf(reading);
  reading.value += value;
  reading.at += length;
}

/** Makes a node of the text so far. */
export function endText(reading: Reading): void {
  if (reading.valueStart === null) return;
  const { line, value } = reading;
  // What stands in front of a line is in no text, also where text ends with the line before it.
  const end = value.endsWith('\n') ? lineStart(reading, line) : pointOf(reading);
  innermost(reading).children.push({ type: 'text', value, position: { start: reading.valueStart, end } });
  reading.value = '';
  reading.valueStart = null;
}

/**
 * Makes a node of characters that stand here, in one line, behind the text so far.
 *
 * @param marks that it counts as
 */
export function takeNode(reading: Reading, written: string, marks: number, node: PhrasingContent): true {
  endText(reading);
  const start = pointOf(reading);
  reading.at += written.length;
  reading.marks += marks;
  innermost(reading).children.push({ ...node, position: since(start, reading) });
  return true;
}
