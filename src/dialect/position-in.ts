import type { Position } from 'unist';

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
