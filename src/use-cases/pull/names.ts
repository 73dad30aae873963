import { withoutSignature } from '../../body/canonical/url.ts';
import { parseReference } from '../../body/reference-url.ts';
import type { Addresses } from '../../dialect/decompile.ts';
import type { AddressBook, Here, KnownArticle, KnownImage } from '../../import/address-book.ts';
import { relativeAddress } from '../../import/locale-path.ts';
import type { ContentPath, Fingerprint, Locale } from '../../model/article.ts';
import { remoteCentresById } from '../../model/centre-of.ts';
import type { RemoteHelpCentre } from '../../model/remote.ts';
import { chooseHelpCentre } from '../../plan/help-centre.ts';
import { changedImages } from '../differences/changed-images.ts';
import { makeNaming } from '../differences/names.ts';
import { anchorsIn } from '../import/anchors.ts';
import { addressNamingOf } from '../import/flavour.ts';
import type { Planned } from '../plan-of.ts';
import { sentSlugs } from './sent-slugs.ts';

/** What a pull names things with. */
export interface PullNames {
  /** For bodies as Intercom has them. */
  readonly book: AddressBook;
  /** For bodies as sources compile to them. */
  readonly symbolic: (here: Here) => Addresses;
  /** Puts an image there that was downloaded meanwhile. */
  readonly addImage: (url: string, image: KnownImage) => void;
  /** Makes a source known that is about to be written. */
  readonly addSource: (id: string, locale: Locale, path: ContentPath) => void;
  /** The help centre that readers find an article in, by its id. */
  readonly centreOf: (id: string) => RemoteHelpCentre | null;
}

/**
 * What ids and addresses in Intercom stand for in the content folder, as far as lockfile and plan know.
 *
 * @param planned the plan tells of files that moved
 */
export function pullNames(planned: Planned): PullNames {
  const { sources, remote, recorded } = planned;
  const { repository, desired, settings } = sources;
  const centreOf = remoteCentresById(remote, chooseHelpCentre(remote.helpCentres, settings.helpCentre).centre);
  const paths = pathsByArticle(planned);
  const articles = new Map<string, KnownArticle>();
  const bodies = new Map(remote.articles.map((article) => [article.id, article]));
  const anchorIn = anchorsIn(settings.flavour, (id, locale) => bodies.get(id)?.locales[locale]?.body ?? '');
  for (const [id, key] of keysById(planned)) {
    const known = paths.get(key);
    if (known === undefined) continue;
    articles.set(id, {
      ...{ key, paths: known, slugOf: slugsIn(planned, id, key) },
      anchorOf: (locale, slug) => anchorIn(id, locale, slug)?.anchor ?? slug,
    });
  }
  const byHash = new Map<Fingerprint, ContentPath>();
  for (const facts of repository.files.values()) {
    if (facts.kind === 'image' && !byHash.has(facts.sha256)) byHash.set(facts.sha256, facts.path);
  }
  const images = new Map<string, KnownImage>();
  for (const [sha256, url] of Object.entries(recorded.images)) {
    const path = byHash.get(sha256);
    if (path !== undefined) images.set(withoutSignature(url), { path, sha256 });
  }
  for (const [url, image] of imagesWithOtherBytes(planned, byHash)) if (!images.has(url)) images.set(url, image);
  return {
    book: {
      defaultLocale: desired.locale,
      article: (id) => articles.get(id),
      image: (url) => images.get(url),
      ...addressNamingOf(settings),
    },
    symbolic: (here) => symbolicAddresses(here, paths, byHash),
    addImage: (url, image) => {
      images.set(withoutSignature(url), image);
      byHash.set(image.sha256, image.path);
    },
    addSource(id, locale, path) {
      const known = articles.get(id);
      if (known !== undefined) articles.set(id, { ...known, paths: new Map([...known.paths, [locale, path]]) });
    },
    centreOf,
  };
}

/** Sources of each article by locale, those that are left alone too. */
function pathsByArticle({ sources }: Planned): ReadonlyMap<ContentPath, ReadonlyMap<Locale, ContentPath>> {
  const paths = new Map<ContentPath, Map<Locale, ContentPath>>();
  for (const { article, locale, path } of sources.repository.sources) {
    const known = paths.get(article) ?? new Map<Locale, ContentPath>();
    paths.set(article, known.set(locale, path));
  }
  return paths;
}

/** The source that stands for each article: as the plan found it, else as the lockfile says. */
export function keysById({ recorded, plan }: Pick<Planned, 'recorded' | 'plan'>): ReadonlyMap<string, ContentPath> {
  const keys = new Map(Object.entries(recorded.articles).map(([key, { id }]) => [id, key]));
  const held = plan.held.filter(({ fields }) => fields === undefined);
  for (const { key, id } of [...plan.changes, ...held]) if (id !== null) keys.set(id, key);
  return keys;
}

/** Slugs of the headings of an article in Intercom: our own where we know which heading is which. */
function slugsIn({ sources, remote }: Planned, id: string, key: ContentPath): KnownArticle['slugOf'] {
  const stored = remote.articles.find((article) => article.id === id);
  const ours = sources.desired.articles.find((article) => article.key === key);
  const known = new Map<Locale, ReadonlyMap<string, string>>();
  return (locale, heading) => {
    let slugs = known.get(locale);
    if (slugs === undefined) {
      slugs = sentSlugs(ours?.locales[locale]?.body ?? null, stored?.locales[locale]?.body ?? '');
      known.set(locale, slugs);
    }
    return slugs.get(heading);
  };
}

/** Images of which the file has other bytes than were published: they are the same image all the same. */
function imagesWithOtherBytes(
  planned: Planned,
  byHash: ReadonlyMap<Fingerprint, ContentPath>,
): ReadonlyMap<string, KnownImage> {
  const { plan, remote } = planned;
  const { desired } = planned.sources;
  const naming = makeNaming(planned);
  const stored = new Map(remote.articles.map((article) => [article.id, article]));
  const found = new Map<string, KnownImage>();
  for (const held of plan.held) {
    const ours = desired.articles.find((article) => article.key === held.key);
    for (const [locale, { body }] of Object.entries(ours?.locales ?? {})) {
      const theirs = stored.get(held.id ?? '')?.locales[locale]?.body ?? '';
      for (const [url, sha256] of changedImages(theirs, body, naming)) {
        const path = byHash.get(sha256);
        if (path !== undefined) found.set(withoutSignature(url), { path, sha256 });
      }
    }
  }
  return found;
}

function symbolicAddresses(
  here: Here,
  paths: ReadonlyMap<ContentPath, ReadonlyMap<Locale, ContentPath>>,
  byHash: ReadonlyMap<Fingerprint, ContentPath>,
): Addresses {
  return {
    link(href) {
      const target = parseReference(href);
      if (target?.kind !== 'article') return href;
      const { key, locale, anchor } = target;
      const fragment = anchor === null ? '' : `#${encodeURI(anchor).replaceAll('#', '%23')}`;
      const isOwn = key === here.key && locale === here.locale;
      if (isOwn && fragment !== '') return fragment;
      return relativeAddress(here.path, paths.get(key)?.get(locale) ?? key) + fragment;
    },
    image(source) {
      const target = parseReference(source);
      const path = target?.kind === 'image' ? byHash.get(target.sha256) : undefined;
      return path === undefined ? source : relativeAddress(here.path, path);
    },
  };
}
