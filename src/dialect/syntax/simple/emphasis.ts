import { classifyCharacter } from 'micromark-util-classify-character';
import { endText, innermost, match, pointOf, type Reading, since, takeText } from './reading.ts';

const run = /\*+|_+/y;

/**
 * Reads a run of `*` or `_` that only opens, closes what is innermost, or is text.
 *
 * @returns false for any other
 */
export function readRun(reading: Reading): boolean {
  const [sequence = ''] = match(reading, run) ?? [];
  const does = whatItDoes(reading, sequence);
  if (does === 'text') {
    takeText(reading, sequence.length, sequence);
    return true;
  }
  if (sequence.length > 2) return false;
  reading.marks += sequence.length;
  endText(reading);
  if (does !== 'open') return close(reading, sequence);
  const start = pointOf(reading);
  reading.at += sequence.length;
  const type = sequence.length === 2 ? 'strong' : 'emphasis';
  reading.frames.push({ type, marker: sequence, start, children: [] });
  return true;
}

function close(reading: Reading, sequence: string): boolean {
  const { type, marker, start, children } = innermost(reading);
  if (marker !== sequence || (type !== 'strong' && type !== 'emphasis')) return false;
  reading.frames.pop();
  reading.at += sequence.length;
  innermost(reading).children.push({ type, children, position: since(start, reading) });
  return true;
}

/** By CommonMark's rules of what stands on both sides. */
function whatItDoes({ at, line, lines, indent, from, to }: Reading, sequence: string): 'open' | 'close' | 'text' {
  const { text } = lines;
  const isFirst = at === from || at === lines.startOf(line) + indent;
  const previous = isFirst ? null : text.charCodeAt(at - 1);
  const end = at + sequence.length;
  const next = end === to ? null : text.charCodeAt(end);
  const before = classifyCharacter(previous);
  const after = classifyCharacter(next);
  const open = !after || (after === 2 && Boolean(before));
  const close = !before || (before === 2 && Boolean(after));
  const isWord = sequence.startsWith('_');
  const opens = isWord ? open && (Boolean(before) || !close) : open;
  const closes = isWord ? close && (Boolean(after) || !open) : close;
  // What could do both closes what is innermost, or is left to the whole syntax.
  if (closes) return 'close';
  return opens ? 'open' : 'text';
}
