import GithubSlugger from 'github-slugger';
import type { Element } from 'hast';
import { settleHeadingLevels } from '../body/heading-levels.ts';
import type { FoundAnchor, FoundHeading, Report } from '../dialect/construct.ts';
import { looseAnchor } from '../model/loose-anchor.ts';

/** A heading that links can point to. */
export interface OutlineHeading {
  /** Its `id` in the body. */
  readonly slug: string;
  readonly text: string;
}

/** Where an anchor leads in Intercom. */
export interface Anchor {
  /** Slug of a heading; null for the top of the article. */
  readonly slug: string | null;
  /** Whether it is that heading's own, and not merely somewhere below it. */
  readonly isExact: boolean;
}

/** What links into a body can point to. */
export interface Outline {
  readonly headings: readonly OutlineHeading[];
  /** Slug of the heading that became the title: it leads to the top. */
  readonly titleSlug: string | null;
  /** Other ids, by name. */
  readonly anchors: Readonly<Record<string, Anchor>>;
}

/**
 * Settles ids and levels of a body's headings, in place. Ids are GitHub's slugs, or what the author set; levels
 * are what Intercom would make of them, so that it has nothing to change.
 *
 * @param found headings and anchors in document order
 * @param title the heading that leaves the body as the article's title
 */
export function settleOutline(
  found: { readonly headings: readonly FoundHeading[]; readonly anchors: readonly FoundAnchor[] },
  title: Element | null,
  report: Report,
): Outline {
  const slugger = new GithubSlugger();
  const slugs = new Map<FoundHeading, string>();
  const taken = new Set<string>();
  for (const heading of found.headings) {
    const slug = heading.id ?? slugger.slug(heading.slugText);
    if (heading.id !== null) {
      if (taken.has(slug)) report('heading-id-twice', { id: slug }, heading.position);
      slugger.occurrences[slug] = slugger.occurrences[slug] ?? 0;
    }
    taken.add(slug);
    slugs.set(heading, slug);
  }
  const titled = found.headings.find((heading) => heading.element === title);
  const kept = found.headings.filter((heading) => heading !== titled);
  settleLevels(kept, report);
  for (const { element, slug } of kept.map((heading) => ({ ...heading, slug: slugs.get(heading) ?? '' }))) {
    const { className } = element.properties;
    element.properties = { ...(slug === '' ? {} : { id: slug }), ...(className === undefined ? {} : { className }) };
  }
  const headings = kept
    .map((heading) => ({ slug: slugs.get(heading) ?? '', text: heading.text }))
    .filter((heading) => heading.slug !== '');
  const titleSlug = titled === undefined ? null : (slugs.get(titled) ?? null);
  return { headings, titleSlug, anchors: placeAnchors(found, slugs, titled, report) };
}

function settleLevels(headings: readonly FoundHeading[], report: Report): void {
  const levels = settleHeadingLevels(headings.map((heading) => heading.level));
  const shallowest = new Map<number, number>();
  for (const [index, heading] of headings.entries()) {
    const level = levels[index] ?? 1;
    heading.element.tagName = `h${level}`;
    shallowest.set(level, Math.min(shallowest.get(level) ?? 6, heading.level));
  }
  for (const [index, heading] of headings.entries()) {
    const written = shallowest.get(levels[index] ?? 1) ?? heading.level;
    if (heading.level > written) report('heading-depth', {}, heading.position);
  }
}

/**
 * An anchor in a heading or right before one is as good as the heading's own id. Any other is lost: links to it
 * go to the heading it stands under.
 */
function placeAnchors(
  { headings, anchors }: { readonly headings: readonly FoundHeading[]; readonly anchors: readonly FoundAnchor[] },
  slugs: ReadonlyMap<FoundHeading, string>,
  title: FoundHeading | undefined,
  report: Report,
): Record<string, Anchor> {
  const placed = new Map<string, Anchor>();
  const slugOf = (heading: FoundHeading | undefined): string | null =>
    heading === undefined || heading === title ? null : slugs.get(heading) || null;
  let index = 0;
  for (const anchor of [...anchors].sort((a, b) => a.seen - b.seen)) {
    while (index < headings.length && (headings[index]?.to ?? 0) < anchor.seen) index += 1;
    const next = headings[index];
    const isExact = next !== undefined && next.from <= anchor.seen;
    const before = headings.slice(0, index).findLast((heading) => heading.to <= anchor.seen);
    if (!isExact && anchor.bare) report('anchor-lost', { id: anchor.id }, anchor.position);
    if (!placed.has(anchor.id)) placed.set(anchor.id, { slug: slugOf(isExact ? next : before), isExact });
  }
  return Object.fromEntries(placed);
}

/** What an anchor leads to in an article: a heading, or its top where `slug` is null. */
export function lookUp(
  anchor: string,
  outline: Outline,
  isLoose: boolean,
): { readonly slug: string | null; readonly isExact: boolean } | undefined {
  if (outline.headings.some((heading) => heading.slug === anchor)) return { slug: anchor, isExact: true };
  // GitHub's pages have every id behind this.
  const bare = anchor.replace(/^user-content-(?=.)/, '');
  if (bare !== anchor) return lookUp(bare, outline, isLoose);
  if (outline.titleSlug === anchor) return { slug: null, isExact: true };
  if (Object.hasOwn(outline.anchors, anchor)) return outline.anchors[anchor];
  if (!isLoose || looseAnchor(anchor) === '') return undefined;
  // Hugo counts terms and headings together: below a term "options" the heading "Options" is "options-1".
  const [, name = ''] = /^(.+)-1$/.exec(anchor) ?? [];
  if (Object.hasOwn(outline.anchors, name) && outline.headings.some(({ slug }) => slug === name))
    return { slug: name, isExact: true };
  // Slugs of other tools differ in signs and accents only. GitBook puts "id-" in front of a number, other sites "h-"
  // in front of all.
  const meant = [looseAnchor(anchor), looseAnchor(anchor.replace(/^id-(?=\d)|^h-(?=.)/, ''))];
  if (outline.titleSlug !== null && meant.includes(looseAnchor(outline.titleSlug)))
    return { slug: null, isExact: true };
  // GitBook and others read "&" as "and".
  const spoken = ({ text }: OutlineHeading): boolean =>
    text.includes('&') && meant.includes(looseAnchor(text.replaceAll('&', 'and')));
  const like = outline.headings.find((heading) => meant.includes(looseAnchor(heading.slug)) || spoken(heading));
  return like === undefined ? undefined : { slug: like.slug, isExact: true };
}
