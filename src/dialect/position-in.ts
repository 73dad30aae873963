import type { Position } from 'unist';

/** The same for many pieces of one text. */
export function placesIn(raw: string, start: Position['start']): (from: number, to: number) => Position {
  let lines: readonly number[] | null = null;
  const pointAt = (index: number): Position['start'] => {
    lines ??= [0, ...Array.from(raw.matchAll(/\n/g), (found) => found.index + 1)];
    const line = lastUpTo(lines, index);
    const column = index - (lines[line] ?? 0) + 1;
    return {
      line: start.line + line,
      column: line === 0 ? start.column + column - 1 : column,
      ...(start.offset === undefined ? {} : { offset: start.offset + index }),
    };
  };
  return (from, to) => ({ start: pointAt(from), end: pointAt(to) });
}

/** Where in an ascending list the last number is that is not greater. */
function lastUpTo(list: readonly number[], limit: number): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((list[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a piece of a text stands in the source, from the index of its first character to that behind its last. */
export function positionIn(raw: string, from: number, to: number, start: Position['start']): Position {
  const pointAt = (index: number): Position['start'] => {
    const before = raw.slice(0, index).split('\n');
    const last = before.at(-1)?.length ?? 0;
    return {
      line: start.line + before.length - 1,
      column: before.length === 1 ? start.column + last : last + 1,
      ...(start.offset === undefined ? {} : { offset: start.offset + index }),
    };
  };
  return { start: pointAt(from), end: pointAt(to) };
}
