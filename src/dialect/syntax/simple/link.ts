import { endText, innermost, match, pointOf, type Reading, since, takeNode } from './reading.ts';

/** An address, and a title that it may have, without anything that stands for something else. */
const resource = /\((?:([^\s()<>\\&{}\p{Cc}]+)(?: "([^"\\&{}\n]+)")?)?\)/uy;
/** An image whose text is nothing but text. */
const image = new RegExp(`!\\[([^[\\]\\\\&*_\`<~!:@{}\\n]*)\\]${resource.source}`, 'uy');

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

/** Reads an image; null where none begins. */
export function readImage(reading: Reading): boolean | null {
  if (!reading.lines.text.startsWith('![', reading.at)) return null;
  const [written, alt = '', url = '', title = null] = match(reading, image) ?? [];
  return written !== undefined && takeNode(reading, written, 5, { type: 'image', title, url, alt });
}
