import { parseArticleUrl } from '../../body/article-url.ts';
import { withoutSignature } from '../../body/canonical/url.ts';
import { headingIds } from '../../body/heading-ids.ts';
import { parseReference } from '../../body/reference-url.ts';
import type { ContentPath, Fingerprint, Locale } from '../../model/article.ts';
import type { Plan } from '../../model/plan.ts';
import type { Recorded } from '../../model/recorded.ts';
import type { DifferencesInput } from './input.ts';

/** An article that a link leads to. */
export interface Linked {
  readonly key: ContentPath;
  /** A locale in which it has a source, where it has any. */
  readonly locale: Locale;
  /** Slug of a heading; empty without one. */
  readonly anchor: string;
}

/** What ids and addresses in Intercom stand for in the sources. */
export interface Naming {
  /** The article that a link in one locale of an article leads to; null for a link to anything else. */
  readonly linked: (href: string, here: Pick<Linked, 'key' | 'locale'>) => Linked | null;
  /** Content hash of an image, by its symbolic or its Intercom address; null where nobody knows it. */
  readonly hashOf: (source: string) => Fingerprint | null;
  /** File of an image; null where nobody knows it. */
  readonly imageFile: (source: string) => ContentPath | null;
}

/**
 * Makes both sides speak of the same things in the same words, so that a comparison shows what changed and not how
 * Intercom addresses it.
 *
 * @param states the plan tells ids that were found by a move or as a twin
 */
export function makeNaming({ plan, recorded, remote, sources: { desired } }: DifferencesInput): Naming {
  const ids = idsByKey(plan, recorded);
  const keys = new Map([...ids].map(([key, id]) => [id, key]));
  const articles = new Map(desired.articles.map((article) => [article.key, article]));
  const stored = new Map(remote?.articles.map((article) => [article.id, article]));
  const hashes = new Map(Object.entries(recorded.images).map(([sha256, url]) => [withoutSignature(url), sha256]));

  const slugs = new Map<string, ReadonlyMap<string, string>>();
  const slugsOf = (key: ContentPath, locale: Locale): ReadonlyMap<string, string> => {
    const ours = articles.get(key)?.locales[locale];
    const theirs = stored.get(ids.get(key) ?? '')?.locales[locale];
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
  return {
    linked(href, here) {
      if (/^#./.test(href)) return { ...here, anchor: slugOf(here.key, here.locale, decoded(href.slice(1))) };
      const target = linkTarget(href, keys);
      if (target === null) return null;
      const { key, anchor, isOurs } = target;
      const inLocale = target.locale ?? here.locale;
      const locales = articles.get(key)?.locales ?? {};
      const locale = locales[inLocale] === undefined && locales[desired.locale] ? desired.locale : inLocale;
      return { key, locale, anchor: anchor === '' || isOurs ? anchor : slugOf(key, inLocale, anchor) };
    },
    hashOf,
    imageFile(source) {
      const hash = hashOf(source);
      return (hash === null ? undefined : desired.images[hash]?.path) ?? null;
    },
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

/** What a link says it leads to. */
interface LinkTarget {
  readonly key: ContentPath;
  /** null where the address names none. */
  readonly locale: Locale | null;
  /** Without `#`; empty without one. */
  readonly anchor: string;
  /** Whether the anchor is a slug of ours, and not an id that Intercom gave. */
  readonly isOurs: boolean;
}

/** The article that a link leads to, symbolic or as an address; null for every other link. */
function linkTarget(href: string, keys: ReadonlyMap<string, ContentPath>): LinkTarget | null {
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
