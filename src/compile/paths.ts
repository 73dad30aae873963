import type { ContentPath } from '../model/article.ts';

/** A relative address, taken apart. */
export interface LocalTarget {
  /** Path in the content folder; null when it leads out of it, the file itself when the address has no path. */
  readonly path: ContentPath | null;
  /** What follows `#`, decoded; null without one. */
  readonly anchor: string | null;
  /** Ends with a slash. */
  readonly isFolder: boolean;
}

/**
 * Resolves an address the way a browser would, but inside the content folder. `/x.md` counts from the folder
 * itself.
 *
 * @param from file that the address is written in
 * @param address without a scheme
 */
export function resolveLocal(from: ContentPath, address: string): LocalTarget {
  const [beforeHash = '', hash] = splitOnce(address, '#');
  const [written = ''] = splitOnce(beforeHash, '?');
  const anchor = hash === undefined ? null : decode(hash);
  if (written === '') return { path: from, anchor, isFolder: false };
  const parts = written.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of written.split('/').map(decode)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return { path: null, anchor, isFolder: false };
  }
  return { path: parts.join('/'), anchor, isFolder: written.endsWith('/') };
}

function splitOnce(text: string, at: string): [string, string | undefined] {
  const index = text.indexOf(at);
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}

/** A percent-encoded text as it is meant; one that is wrongly encoded as it is written. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address as a person would write it. */
export function readable(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

/** The beginning of an address that nobody can read whole, such as a picture that is written into it. */
export function shortened(target: string): string {
  return target.length > 100 ? `${target.slice(0, 60)}…` : target;
}
