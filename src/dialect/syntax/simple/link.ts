import { endText, innermost, match, pointOf, type Reading, since } from './reading.ts';

/** An address, and a title that it may have, without anything that stands for something else. */
const resource = /\((?:([^\s()<>\\&{}\p{Cc}]+)(?: "([^"\\&{}\n]+)")?)?\)/uy;
const alternative = /!\[([^[\]\\&*_`<~!:@{}\n]*)\]/y;

/** Begins a link; there is none in another. */
export function openLink(reading: Reading): boolean {
  if (reading.frames.some(({ type }) => type === 'link')) return false;
  endText(reading);
  const start = pointOf(reading);
  reading.at += 1;
  reading.marks += 1;
  reading.frames.push({ type: 'link', marker: '', start, children: [] });
  return true;
}

/** Ends a link that has an address; false for any other. */
export function closeLink(reading: Reading): boolean {
  const { type, start, children } = innermost(reading);
  if (type !== 'link') return false;
  endText(reading);
  reading.at += 1;
  const found = match(reading, resource);
  if (found === null) return false;
  const [whole, url = '', title = null] = found;
  reading.frames.pop();
  reading.at += whole.length;
  reading.marks += 4;
  innermost(reading).children.push({
    type: 'link',
    title,
    url,
    children: children as never[],
    position: since(start, reading),
  });
  return true;
}

/**
 * Reads an image, its text being nothing but text.
 *
 * @returns null where none begins
 */
export function readImage(reading: Reading): boolean | null {
  const { lines, at } = reading;
  if (lines.text.charAt(at + 1) !== '[') return null;
  const [label, alt = ''] = match(reading, alternative) ?? [];
  if (label === undefined) return false;
  endText(reading);
  const start = pointOf(reading);
  reading.at += label.length;
  const found = match(reading, resource);
  if (found === null) return false;
  const [whole, url = '', title = null] = found;
  reading.at += whole.length;
  reading.marks += 5;
  innermost(reading).children.push({ type: 'image', title, url, alt, position: since(start, reading) });
  return true;
}
