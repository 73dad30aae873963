import { positionIn } from '../dialect/position-in.ts';
import type { Fix } from '../model/place.ts';
import type { BodyTarget } from './body.ts';

/**
 * What writes another path, or another anchor, into a link or an image; none where it is not plain where the address
 * stands, as in a reference whose address is elsewhere.
 *
 * @param found as it is written
 * @param before the part of the address that is wrong, as written
 * @param after what belongs in its place, not encoded
 */
export function targetFix({ written, place, kind }: BodyTarget, before: string, after: string): Fix | undefined {
  const index = addressIn(written, before, kind);
  if (index === null) return undefined;
  const start = { line: place.line, column: place.column };
  const at = positionIn(written, index, index + before.length, start);
  const text = encoded(after);
  const edit = {
    place: { file: place.file, ...at.start, endLine: at.end.line, endColumn: at.end.column },
    text,
  };
  return { description: `write "${after}"`, edits: [edit] };
}

/** Where the address begins that holds this; null where there is none or more than one. */
function addressIn(written: string, part: string, kind: BodyTarget['kind']): number | null {
  if (part === '') return null;
  const isAnchor = part.startsWith('#');
  const begins = isAnchor ? /[^\s"'<>]*/.source : '';
  const opening = /\]\(\s*<?|\b(?:href|src)\s*=\s*["']?/.source;
  const ends = isAnchor ? /(?=[\s"'>)]|$)/.source : /(?=[#?\s"'>)]|$)/.source;
  const pattern = new RegExp(`(?:${opening})${begins}(${part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')})${ends}`, 'dg');
  const found = [...written.matchAll(pattern)].flatMap(({ indices }) => indices?.[1]?.[0] ?? []);
  // What stands in a link's text, such as an image, comes before the link's own address.
  const [own, ...others] = kind === 'link' && /^\[/.test(written) ? found.toReversed() : found;
  return own === undefined || (others.length > 0 && kind === 'image') ? null : own;
}

/** A path as it may stand between the brackets of a link. */
function encoded(path: string): string {
  return path.replace(/[\s()<>"'\\%]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
