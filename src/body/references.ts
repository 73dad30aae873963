import { elementsIn } from './elements-in.ts';
import { withoutLoneContainers } from './lone-containers.ts';
import { attributeOf } from './parse.ts';
import { articleReference, imageReference, parseReference, symbolicScheme, type Target } from './reference-url.ts';
import { replaceTags } from './replace-tags.ts';
import { carriersOf, type Tag, valueIn, withValue } from './tags.ts';

export { articleReference, imageReference } from './reference-url.ts';

/** A symbolic link in a body; `index` counts all of a body's from 0, in document order. */
export type Reference = Target & { readonly index: number };

/**
 * The symbolic links of a body: those in `href` of `a` and `src` of `img`, and nowhere else. Text that looks like one
 * is text.
 *
 * @param html in the stable serialisation
 */
export function listReferences(html: string): readonly Reference[] {
  if (!html.includes(symbolicScheme)) return [];
  return [...carriersOf(html)]
    .map(targetOf)
    .filter((target) => target !== null)
    .map((target, index) => ({ ...target, index }));
}

/** Whether a body links to a heading, in another text or in its own. */
export function linksToHeading(html: string): boolean {
  return listReferences(html).some((reference) => reference.kind === 'article' && reference.anchor !== null);
}

/**
 * Replaces the symbolic links of a body by what they stand for.
 *
 * @param html in the stable serialisation
 * @param resolve gives the URL of a link. null for an article drops the link and keeps its text: the article has no
 *   URL yet, and a dead link is worse than none. null for an image leaves the symbolic URL, because an image
 *   cannot be done without: a body that must be complete is one for which `listReferences` finds nothing afterwards
 * @returns the same serialisation
 */
export function resolveReferences(html: string, resolve: (reference: Reference) => string | null): string {
  let index = 0;
  let isDropped = false;
  const resolved = replaceTags(html, (tag) => {
    const target = targetOf(tag);
    if (target === null) return null;
    const url = resolve({ ...target, index });
    index += 1;
    if (url !== null) return withValue(tag, attributeNames[target.kind], url);
    if (target.kind !== 'article') return null;
    isDropped = true;
    return '';
  });
  return isDropped ? withoutLoneContainers(resolved) : resolved;
}

/** The symbolic URL of a reference, as it stands in a body. */
export function symbolicUrl(reference: Target): string {
  return reference.kind === 'article' ? articleReference(reference) : imageReference(reference.sha256);
}

const attributeNames = { article: 'href', image: 'src' } as const;

/** What a tag links to symbolically; null for every other tag. */
function targetOf(tag: Tag): Target | null {
  const kind = tag.name === 'a' ? 'article' : tag.name === 'img' ? 'image' : null;
  if (kind === null || tag.closes) return null;
  const target = parseReference(valueIn(tag, attributeNames[kind]) ?? '');
  return target?.kind === kind ? target : null;
}

/** Addresses of all images of a body, in document order; any HTML will do, so that sent and stored can be paired. */
export function imageSources(html: string): readonly string[] {
  return elementsIn(html, ['img']).map((image) => attributeOf(image, 'src') ?? '');
}
