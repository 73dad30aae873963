import { parseArticleUrl } from '../html/article-url.ts';
import { withoutSignature } from '../html/canonical/url.ts';
import { headingIds } from '../html/heading-ids.ts';
import { imageName, type Names } from '../html/readable.ts';
import { parseReference } from '../html/reference-url.ts';
import type { ContentPath, Fingerprint, Locale } from '../model/article.ts';
import type { Plan } from '../model/plan.ts';
import type { Recorded } from '../model/recorded.ts';
import type { DifferencesInput } from './differences-input.ts';

/** What ids and addresses in Intercom stand for in the sources. */
export interface Naming {
  /** How one locale of an article names what it links to: articles by their source, images by their file. */
  readonly namesFor: (key: ContentPath, locale: Locale) => Names;
  /** Content hash of an image, by its symbolic or its Intercom address; null where nobody knows it. */
  readonly hashOf: (source: string) => Fingerprint | null;
  /** File of an image, or the last part of its address. */
  readonly imageName: (source: string) => string;
}

/**
 * Makes both sides speak of the same things in the same words, so that a comparison shows what changed and not how
 * Intercom addresses it.
 *
 * @param states the plan tells ids that were found by a move or as a twin
 */
export function makeNaming({ plan, desired, recorded, remote }: DifferencesInput): Naming {
  const ids = idsByKey(plan, recorded);
  const keys = new Map([...ids].map(([key, id]) => [id, key]));
  const articles = new Map(desired.articles.map((article) => [article.key, article]));
  const stored = new Map(remote?.articles.map((article) => [article.id, article]));
  const hashes = new Map(Object.entries(recorded.images).map(([sha256, url]) => [withoutSignature(url), sha256]));

  const slugs = new Map<string, ReadonlyMap<string, string>>();
  const slugsOf = (key: ContentPath, locale: Locale): ReadonlyMap<string, string> => {
    const ours = articles.get(key)?.locales[locale]?.body;
    const theirs = stored.get(ids.get(key) ?? '')?.locales[locale]?.body;
    if (ours === undefined || theirs === undefined) return new Map();
    return new Map([...headingIds(ours, theirs)].map(([slug, id]) => [id, slug]));
  };
  const slugOf = (key: ContentPath, locale: Locale, anchor: string): string => {
    const known = slugs.get(`${locale}/${key}`) ?? slugsOf(key, locale);
    slugs.set(`${locale}/${key}`, known);
    return known.get(anchor) ?? anchor;
  };
  const hashOf = (source: string): Fingerprint | null => {
    const target = parseReference(source);
    return target?.kind === 'image' ? target.sha256 : (hashes.get(withoutSignature(source)) ?? null);
  };
  const nameOf = (source: string): string => {
    const hash = hashOf(source);
    return (hash === null ? undefined : desired.images[hash]?.path) ?? imageName(source);
  };
  const linkName = (href: string, key: ContentPath, locale: Locale): string => {
    if (/^#./.test(href)) return `#${slugOf(key, locale, decoded(href.slice(1)))}`;
    const target = linkTarget(href, keys);
    if (target === null) return href;
    const inLocale = target.locale ?? locale;
    const anchor =
      target.anchor === '' ? '' : `#${target.isOurs ? target.anchor : slugOf(target.key, inLocale, target.anchor)}`;
    if (anchor !== '' && target.key === key && inLocale === locale) return anchor;
    return (articles.get(target.key)?.locales[inLocale]?.path ?? target.key) + anchor;
  };
  return {
    namesFor: (key, locale) => ({ link: (href) => linkName(href, key, locale), image: nameOf }),
    hashOf,
    imageName: nameOf,
  };
}

/** Which article each source stands for: as the plan found it, else as the lockfile says. */
function idsByKey(plan: Plan, recorded: Recorded): ReadonlyMap<ContentPath, string> {
  const ids = new Map(Object.entries(recorded.articles).map(([key, entry]) => [key, entry.id]));
  for (const { from } of plan.changes) if (from !== undefined) ids.delete(from);
  for (const { key, id } of [...plan.changes, ...plan.held.filter(({ fields }) => fields === undefined)]) {
    if (id === null) ids.delete(key);
    else ids.set(key, id);
  }
  return ids;
}

/** What a link leads to. */
interface Linked {
  readonly key: ContentPath;
  /** null where the address names none. */
  readonly locale: Locale | null;
  /** Without `#`; empty without one. */
  readonly anchor: string;
  /** Whether the anchor is a slug of ours, and not an id that Intercom gave. */
  readonly isOurs: boolean;
}

/** The article that a link leads to, symbolic or as an address; null for every other link. */
function linkTarget(href: string, keys: ReadonlyMap<string, ContentPath>): Linked | null {
  const target = parseReference(href);
  if (target?.kind === 'article') return { ...target, anchor: target.anchor ?? '', isOurs: true };
  const url = parseArticleUrl(href);
  const key = url === null ? undefined : keys.get(url.id);
  return url === null || key === undefined
    ? null
    : { key, locale: url.locale, anchor: decoded(url.fragment.slice(1)), isOurs: false };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
