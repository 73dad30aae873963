import { articleReference } from '../body/references.ts';
import { referenceIn } from '../flavour/intercom-sync/references.ts';
import type { ContentPath, Locale } from '../model/article.ts';
import { typeNamed } from '../model/article-type.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { meantAnchor } from '../text/meant.ts';
import type { BodyTarget } from './body.ts';
import type { Destinations, Linkable, Resolved, Unread } from './destinations.ts';
import { resolveFile, resolveImage } from './image-target.ts';
import { lookUp } from './outline.ts';
import { readable, resolveLocal, shortened } from './paths.ts';
import type { SitePaths } from './site-paths.ts';
import { targetFix } from './target-fix.ts';
import { whyDead } from './why-dead.ts';

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * Finds out where an address in a body leads, and checks that it does.
 *
 * @param found the address, and the file it is written in
 * @param here the source whose body it is
 */
export function resolveTarget(found: BodyTarget, here: Linkable, destinations: Destinations): Resolved {
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(found.target)?.[1]?.toLowerCase();
  const reference = scheme === 'intercom:' ? referenceIn(found.target) : null;
  if (reference !== null) return resolveReference(reference, found, here, destinations);
  const site = destinations.site === undefined ? null : resolveOnSite(found, here, destinations, destinations.site);
  if (site !== null) return site;
  if (scheme !== undefined || found.target.startsWith('//')) return resolveAbsolute(found, scheme ?? 'https:');
  return found.kind === 'image' ? resolveImage(found, destinations) : resolveLink(found, here, destinations);
}

/** What an address means on a site; null where it means what it means among files. */
function resolveOnSite(
  found: BodyTarget,
  here: Linkable,
  destinations: Destinations,
  site: SitePaths,
): Resolved | null {
  const { target, from, kind } = found;
  if (target === '' || /^[#?]/.test(target) || !site.isLocal(target)) return null;
  if (kind === 'image') {
    const file = site.fileOf(from, target);
    return file === null ? null : resolveFile(found, destinations.files.get(file), file, destinations);
  }
  const source = site.sourceOf(from, target);
  const linked = source === null ? undefined : destinations.byPath.get(source);
  const { anchor } = resolveLocal(from, target);
  if (linked !== undefined) return linkTo(linked, anchor, found, here, destinations);
  const unread = source === null ? undefined : destinations.unread.get(source);
  if (unread !== undefined) return linkToBroken(unread, anchor, here, destinations);
  const url = site.onSite(from, target);
  if (url !== null) return { url, problems: [] };
  // What the site serves as it is lies in the folders for images.
  const file = site.fileOf(from, target);
  return file === null ? null : { url: '', problems: whyDead(file, found, destinations) };
}

/** A link of Intercom's connector, which names its article by number: it leads to the source that has it, if one does. */
function resolveReference(
  { id, url }: { readonly id: string; readonly url: string },
  found: BodyTarget,
  here: Linkable,
  destinations: Destinations,
): Resolved {
  const target = { ...found, target: url };
  const linked = destinations.byReference.get(id);
  if (linked === undefined) return resolveTarget(target, here, destinations);
  const anchor = /#(.+)$/.exec(url)?.[1] ?? null;
  return linkTo(linked, anchor, target, here, destinations);
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
  // An image is fetched from there, which takes a scheme.
  return reason === null
    ? { url: kind === 'image' ? whole : target, problems: [] }
    : { url: '', problems: [problem('bad-address', { target: shortened(target), reason }, place)] };
}

/** The ending of an image's address, where it is that of a type that Intercom does not take. */
function endingNotTaken(url: string): string | null {
  const ending = /\.(?:webp|avif|apng|jxl|heic|heif|tiff?|bmp|ico)$/i.exec(new URL(url).pathname)?.[0];
  return ending?.toLowerCase() ?? null;
}

function resolveLink(found: BodyTarget, here: Linkable, destinations: Destinations): Resolved {
  const { target, from, place } = found;
  const shown = readable(target);
  const { path, anchor, isFolder } = resolveLocal(from, fromContent(target, destinations));
  if (path === null) return { url: '', problems: [problem('link-outside', { target: shown }, place)] };
  const isHere = /^[#?]/.test(target);
  const named = isFolder || target === '' ? undefined : destinations.byPath.get(path);
  const linked = isHere ? here : target === '' ? undefined : (named ?? pageOfFolder(path, destinations));
  const unread = linked !== undefined || isHere ? undefined : unreadAt(path, destinations);
  if (unread !== undefined) return linkToBroken(unread, anchor, here, destinations);
  if (linked === undefined) return { url: '', problems: whyDead(path, found, destinations) };
  return linkTo(linked, anchor, found, here, destinations);
}

/** The article that GitHub shows with a folder. */
function pageOfFolder(folder: ContentPath, { byPath }: Destinations): Linkable | undefined {
  const names = ['README.md', 'readme.md', 'Readme.md'].map((name) => (folder === '' ? name : `${folder}/${name}`));
  return names.map((name) => byPath.get(name)).find((one) => one !== undefined);
}

/** An address without the path at which a site has the content folder. */
function fromContent(target: string, { site }: Destinations): string {
  return (target.startsWith('/') ? site?.inContent(target) : null) ?? target;
}

/** A link to a page that only leads to the web, or to a part of the site that is built from no source. */
function leadOn(to: string, { from, place }: BodyTarget, { site }: Destinations): Resolved {
  const url = /^https?:\/\//.test(to) ? to : (site?.onSite(from, to) ?? null);
  return url === null
    ? { url: '', problems: [problem('dead-link', { target: readable(to), nearest: null }, place)] }
    : { url, problems: [] };
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
    if (source.leadsTo !== undefined) return leadOn(source.leadsTo, found, destinations);
    const url = source.writtenBy === undefined ? null : (destinations.site?.onSite(found.from, target) ?? null);
    if (url !== null) return { url, problems: [] };
    const layout = source.writtenBy?.written;
    return { url: '', problems: [problem('link-to-skipped', { target: shown, layout }, place)] };
  }
  if (linked.type !== 'public' && source.article !== here.source.article) {
    return { url: '', problems: [problem('link-to-unlisted', { target: shown, what: typeNamed(linked.type) }, place)] };
  }
  const isDefaultLocale = source.path === source.article;
  const own = isDefaultLocale ? destinations.byLocale(source.article, here.source.locale) : undefined;
  if (isDefaultLocale && own === undefined && destinations.hasSource(source.article, here.source.locale))
    return linkToBroken({ ...source, locale: here.source.locale }, anchor, here, destinations);
  const goal = own === undefined || own.isSkipped ? linked : own;
  const slug = resolveAnchor(anchor, linked, goal, found, destinations.site !== undefined);
  const draft = goal.isDraft && !here.isDraft ? [problem('link-to-draft', { target: shown }, place)] : [];
  const url = articleReference({ key: source.article, locale: goal.source.locale, anchor: slug.anchor });
  const name = destinations.site?.showsTitles === true ? nameIn(goal, slug.anchor) : null;
  return {
    url,
    article: source.article,
    ...(name === null ? {} : { name }),
    problems: [...draft, ...slug.problems],
  };
}

/** What a page is called, or a heading of it. */
function nameIn({ title, outline }: Linkable, anchor: string | null): string | null {
  return outline.headings.find(({ slug }) => slug === anchor)?.text ?? title;
}

/** The source at a path that cannot be read; of one that has no place among the others its article alone is known. */
function unreadAt(
  path: ContentPath,
  { unread, broken }: Destinations,
): (Omit<Unread, 'locale'> & { locale?: Locale }) | undefined {
  return unread.get(path) ?? (broken.has(path) ? { path, article: path } : undefined);
}

/**
 * A link to a source that cannot be read for now: it is there, and so the link stays what it was. Whether the heading is
 * there too is not known.
 */
function linkToBroken(
  { path, article, locale }: Omit<Unread, 'locale'> & { readonly locale?: Locale },
  anchor: string | null,
  here: Linkable,
  { byPath, hasSource }: Destinations,
): Resolved {
  const isOwn = path === article && hasSource(article, here.source.locale);
  const others = locale ?? [...byPath.values()].find(({ source }) => source.path === source.article)?.source.locale;
  const shown = isOwn || others === undefined ? here.source.locale : others;
  return { url: articleReference({ key: article, locale: shown, anchor: anchor || null }), article, problems: [] };
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
    // Its own error is told where it is, and its readers have the heading as it was.
    if (found.from !== linked.source.path && !(linked.isWhole && goal.isWhole)) return { anchor, problems: [] };
    // What only the tool knows cannot be judged.
    if (linked.hasMore || goal.hasMore) return top;
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
