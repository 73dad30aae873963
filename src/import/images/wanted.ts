import { withoutSignature } from '../../body/canonical/url.ts';
import { elementsIn } from '../../body/elements-in.ts';
import { attributeOf } from '../../body/parse.ts';
import { sendableOnly } from '../../body/sendable.ts';
import { slugOf } from '../slug.ts';

/** An image that texts show, wherever they do. */
export interface WantedImage {
  /** Address without what changes from one read to the next: the same image has the same one. */
  readonly key: string;
  /** Address as it came, with the signature that makes it readable. */
  readonly source: string;
  /** What its file is to be called, without an ending. */
  readonly name: string;
  /** Path of the source that shows it first. */
  readonly shownIn: string;
}

/**
 * The images of some texts, each once, in the order in which they are shown first; without those that no source shows,
 * since their address is never sent.
 *
 * @param texts bodies, with the path that their source is to have
 */
export function wantedImages(texts: Iterable<{ readonly path: string; readonly body: string }>): WantedImage[] {
  const wanted = new Map<string, WantedImage>();
  for (const { path, body } of texts) {
    if (!/<img\b/i.test(body)) continue;
    for (const image of elementsIn(body, ['img'])) {
      const source = (attributeOf(image, 'src') ?? '').trim();
      const key = withoutSignature(source);
      if (sendableOnly.dropsImage(source) || wanted.has(key)) continue;
      wanted.set(key, { key, source, name: imageNameOf(source, attributeOf(image, 'alt') ?? '', path), shownIn: path });
    }
  }
  return [...wanted.values()];
}

/** Letters of a name; longer ones are cut between two words. */
const longestName = 40;

/** Names that say nothing: hashes, numbers, and what programs call what nobody named. */
const nameless =
  /^(?:[\da-f]{8,}(?:-[\da-f]{4,}){0,4}|[\d-]+|(?:image|img|images?|file|untitled|unnamed|picture|photo|pasted)(?:-?\d+)?)$/;

/** From the alternative text, else the name in the address where it says something, else the article. */
function imageNameOf(source: string, alt: string, path: string): string {
  const said = nameFrom(alt);
  if (said !== '') return said;
  const last = decoded((source.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? '').replace(/\.[a-z\d]{1,5}$/i, '');
  const named = nameFrom(last);
  if (named.length > 1 && !nameless.test(named)) return named;
  const article = (path.split('/').at(-1) ?? '').replace(/(?:\.[\w-]+)?\.md$/i, '');
  return slugOf(article, 'image');
}

/** A name made of a text; `''` for one without letters. */
function nameFrom(text: string): string {
  return slugOf(text, '') === '' ? '' : shortened(slugOf(text, 'image'));
}

function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= longestName) return name;
  const kept = characters.slice(0, longestName).join('');
  const between = kept.lastIndexOf('-');
  return (between > kept.length / 2 ? kept.slice(0, between) : kept).replace(/-$/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
