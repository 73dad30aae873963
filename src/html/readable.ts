import { canonicalWith } from './canonical.ts';
import { parseBody } from './parse.ts';
import { blocksAsMarkdown } from './readable/blocks.ts';
import { parseReference } from './reference-url.ts';

/** How links and images are named. */
export interface Names {
  /** What stands for the address of a link. */
  readonly link?: (href: string) => string;
  /** What stands for the address of an image. */
  readonly image?: (source: string) => string;
}

/**
 * A body as Markdown that a person reads, to be compared with another one. What the canonical form leaves out is left
 * out, so two bodies that show a reader the same come out the same. Nothing is escaped: it is for reading and not for
 * compiling. A paragraph is one line; lines with nothing between them are joined by hard breaks, as they look.
 *
 * @param html any HTML, symbolic or not; never throws. The plain text of it where it is nested too deep
 * @param names without them a symbolic link is the source's path, and an image is the last part of its address
 */
export function readable(html: string, names: Names = {}): string {
  const nodes = parseBody(canonicalWith(html, { link: names.link ?? linkName, image: names.image ?? imageName }));
  if (nodes !== null) return blocksAsMarkdown(nodes);
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A symbolic link as the source's path and heading; every other one as it is. */
export function linkName(href: string): string {
  const target = parseReference(href);
  if (target?.kind !== 'article') return href;
  return target.anchor === null ? target.key : `${target.key}#${target.anchor}`;
}

/** The last part of an image's address, without a signature; of a hash only its start. */
export function imageName(source: string): string {
  const target = parseReference(source);
  if (target?.kind === 'image') return target.sha256.slice(0, 'sha256-'.length + 8);
  const path = source.split(/[?#]/)[0] ?? '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === '') return source;
  try {
    return decodeURIComponent(name).replace(/^([0-9a-f]{8})[0-9a-f]{24,}/, '$1');
  } catch {
    return name;
  }
}
