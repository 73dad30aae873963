import { articleReference, imageReference } from '../body/references.ts';
import type { ContentPath, Fingerprint, Locale } from '../model/article.ts';
import { largestImage } from '../model/largest-image.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { FileFacts, Source } from '../model/repository.ts';
import { meantAnchor, meantPath } from '../text/meant.ts';
import type { BodyTarget } from './body.ts';
import { lookUp, type Outline } from './outline.ts';
import { isLeftOut, readable, resolveLocal } from './paths.ts';
import type { SitePaths } from './site-paths.ts';
import { targetFix } from './target-fix.ts';
import { fixOf, leftOut, wayTo, whyDead } from './why-dead.ts';

/** What is known of a source that others may link to. */
export interface Linkable {
  readonly source: Source;
  readonly outline: Outline;
  readonly isDraft: boolean;
  /** Left alone: nothing is known of it in Intercom. */
  readonly isSkipped: boolean;
}

/** All that a link can lead to. */
export interface Destinations {
  readonly byPath: ReadonlyMap<ContentPath, Linkable>;
  /** Sources of one article, by `article` and locale. */
  readonly byLocale: (article: ContentPath, locale: Locale) => Linkable | undefined;
  readonly files: ReadonlyMap<ContentPath, FileFacts>;
  /** How addresses are read in another tool's texts; absent in our own dialect. */
  readonly site?: SitePaths;
  /** Sources that could not be read: they exist, and more is not known. */
  readonly broken: ReadonlySet<ContentPath>;
}

/** Where an address leads: a URL to write, the image that must be published with it, or neither. */
export interface Resolved {
  readonly url: string;
  readonly image?: Fingerprint;
  readonly problems: readonly Problem[];
}

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * Finds out where an address in a body leads, and checks that it does.
 *
 * @param found the address, and the file it is written in
 * @param here the source whose body it is
 */
export function resolveTarget(found: BodyTarget, here: Linkable, destinations: Destinations): Resolved {
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(found.target)?.[1]?.toLowerCase();
  const site = destinations.site === undefined ? null : resolveOnSite(found, here, destinations, destinations.site);
  if (site !== null) return site;
  if (scheme !== undefined || found.target.startsWith('//')) return resolveAbsolute(found, scheme ?? 'https:');
  return found.kind === 'image' ? resolveImage(found, destinations) : resolveLink(found, here, destinations);
}

/** What an address means in the texts of another tool; null where it means what it means in ours. */
function resolveOnSite(
  found: BodyTarget,
  here: Linkable,
  destinations: Destinations,
  site: SitePaths,
): Resolved | null {
  const { target, from, kind } = found;
  if (target === '' || /^(?:[#?]|mailto:|tel:)/.test(target)) return null;
  if (kind === 'image') {
    const file = site.fileOf(from, target);
    return file === null ? null : resolveFile(found, destinations.files.get(file), file, destinations);
  }
  const source = site.sourceOf(from, target);
  const linked = source === null ? undefined : destinations.byPath.get(source);
  if (linked !== undefined) return linkTo(linked, resolveLocal(from, target).anchor, found, here, destinations);
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return null;
  const url = site.onSite(from, target);
  return url === null ? null : { url, problems: [] };
}

function resolveAbsolute(found: BodyTarget, scheme: string): Resolved {
  const { target, place, kind } = found;
  const whole = target.startsWith('//') ? `https:${target}` : target;
  const isWeb = scheme === 'http:' || scheme === 'https:';
  const reason = !(kind === 'image' ? isWeb : schemes.has(scheme))
    ? `cannot be ${kind === 'image' ? 'fetched' : 'linked to'}: "${scheme}" is not a scheme for that`
    : isWeb && (!URL.canParse(whole) || new URL(whole).hostname === '')
      ? 'is no valid address'
      : null;
  const ending = kind === 'image' && reason === null ? endingNotTaken(whole) : null;
  if (ending !== null) return { url: target, problems: [problem('image-type-remote', { target, ending }, place)] };
  return reason === null
    ? { url: target, problems: [] }
    : { url: '', problems: [problem('bad-address', { target, reason }, place)] };
}

/** The ending of an image's address, where it is that of a type that Intercom does not take. */
function endingNotTaken(url: string): string | null {
  const ending = /\.(?:webp|avif|apng|jxl|heic|heif|tiff?|bmp|ico)$/i.exec(new URL(url).pathname)?.[0];
  return ending?.toLowerCase() ?? null;
}

function resolveImage(found: BodyTarget, destinations: Destinations): Resolved {
  const { target, from, place } = found;
  const { path } = resolveLocal(from, target);
  if (path === null) return { url: '', problems: [problem('link-outside', { target: readable(target) }, place)] };
  return resolveFile(found, path === from ? undefined : destinations.files.get(path), path, destinations);
}

/** A local image, by what is known of its file. */
function resolveFile(
  found: BodyTarget,
  facts: FileFacts | undefined,
  path: ContentPath,
  { files }: Destinations,
): Resolved {
  const { target, place } = found;
  const none = (why: Problem): Resolved => ({ url: '', problems: [why] });
  const shown = readable(target);
  switch (facts?.kind) {
    case 'image':
      if (facts.bytes > largestImage) {
        const size = (facts.bytes / 1e6).toFixed(1);
        return none(problem('image-too-large', { target: shown, size, limit: largestImage / 1e6 }, place));
      }
      return { url: imageReference(facts.sha256), image: facts.sha256, problems: [] };
    case 'refused':
      return none(problem('file-refused', { target: shown, reason: facts.reason }, place));
    case 'text':
    case 'other':
      return none(problem('image-type', { target: shown }, place));
    case undefined: {
      if (isLeftOut(path)) return none(problem('file-refused', { target: shown, reason: leftOut }, place));
      const images = [...files.values()].filter((file) => file.kind === 'image').map((file) => file.path);
      const near = target === '' ? null : meantPath(path, images);
      return none(problem('image-missing', { target: shown, nearest: wayTo(near, found) }, place, fixOf(near, found)));
    }
  }
}

function resolveLink(found: BodyTarget, here: Linkable, destinations: Destinations): Resolved {
  const { target, from, place } = found;
  const shown = readable(target);
  const { path, anchor, isFolder } = resolveLocal(from, target);
  if (path === null) return { url: '', problems: [problem('link-outside', { target: shown }, place)] };
  const isHere = /^[#?]/.test(target);
  const linked = isHere ? here : isFolder || target === '' ? undefined : destinations.byPath.get(path);
  if (linked === undefined && !isHere && destinations.broken.has(path))
    return linkToBroken(path, anchor, here, destinations);
  if (linked === undefined) return { url: '', problems: whyDead(path, found, destinations) };
  return linkTo(linked, anchor, found, here, destinations);
}

/** A link to a source that is there. */
function linkTo(
  linked: Linkable,
  anchor: string | null,
  found: BodyTarget,
  here: Linkable,
  destinations: Destinations,
): Resolved {
  const { target, place } = found;
  const shown = readable(target);
  const { source } = linked;
  if (linked.isSkipped) {
    return { url: '', problems: [problem('link-to-skipped', { target: shown }, place)] };
  }
  const isDefaultLocale = source.path === source.article;
  const own = isDefaultLocale ? destinations.byLocale(source.article, here.source.locale) : undefined;
  const goal = own === undefined || own.isSkipped ? linked : own;
  const slug = resolveAnchor(anchor, linked, goal, found, destinations.site !== undefined);
  const draft = goal.isDraft && !here.isDraft ? [problem('link-to-draft', { target: shown }, place)] : [];
  const url = articleReference({ key: source.article, locale: goal.source.locale, anchor: slug.anchor });
  return { url, problems: [...draft, ...slug.problems] };
}

/**
 * A link to a source that cannot be read for now: it is there, and so the link stays what it was. Whether the heading is
 * there too is not known.
 */
function linkToBroken(
  key: ContentPath,
  anchor: string | null,
  here: Linkable,
  { byPath, byLocale }: Destinations,
): Resolved {
  const inDefault = [...byPath.values()].find(({ source }) => source.path === source.article);
  const hasOwn = byLocale(key, here.source.locale) !== undefined;
  const locale = hasOwn ? here.source.locale : (inDefault?.source.locale ?? here.source.locale);
  return { url: articleReference({ key, locale, anchor: anchor || null }), problems: [] };
}

/** The heading of `goal` that `#anchor` means, which was written with `linked`, another locale of it, in mind. */
function resolveAnchor(
  anchor: string | null,
  linked: Linkable,
  goal: Linkable,
  found: BodyTarget,
  isLoose: boolean,
): { readonly anchor: string | null; readonly problems: readonly Problem[] } {
  const top = { anchor: null, problems: [] };
  if (anchor === null || anchor === '') return top;
  const direct = lookUp(anchor, goal.outline, isLoose);
  const written = goal === linked ? direct : (direct ?? lookUp(anchor, linked.outline, isLoose));
  if (written === undefined) {
    if (anchor === 'top') return top;
    const slugs = linked.outline.headings.map((heading) => heading.slug);
    const target = readable(found.target).split('#')[0] || linked.source.path;
    const near = meantAnchor(anchor, slugs);
    const args = { target, anchor, nearest: near?.name ?? null };
    const fix =
      near?.isSure === true ? targetFix(found, /#.*$/.exec(found.target)?.[0] ?? '', `#${near.name}`) : undefined;
    return { anchor: null, problems: [problem('dead-anchor', args, found.place, fix)] };
  }
  const moved = written.isExact
    ? []
    : [problem('anchor-moved', { anchor, heading: nameOf(written.slug) }, found.place)];
  if (direct !== undefined || written.slug === null) return { anchor: written.slug, problems: moved };
  const theirs = linked.outline.headings;
  const ours = goal.outline.headings;
  const index = theirs.findIndex((heading) => heading.slug === written.slug);
  const twin = theirs.length === ours.length ? ours[index] : undefined;
  if (twin !== undefined) return { anchor: twin.slug, problems: moved };
  const lost = problem('anchor-in-locale', { anchor, path: goal.source.path }, found.place);
  return { anchor: null, problems: [...moved, lost] };
}

function nameOf(slug: string | null): string {
  return slug === null ? 'the top of the article' : `the heading "#${slug}" above it`;
}
