import { spacingOf } from '../../compile/spacing-of.ts';
import { type Addresses, decompile } from '../../dialect/decompile.ts';
import { withoutSignature } from '../../html/canonical/url.ts';
import { canonicalWith } from '../../html/canonical.ts';
import { articleReference, imageReference } from '../../html/reference-url.ts';
import { sendableOnly } from '../../html/sendable.ts';
import { relativeAddress } from '../../import/locale-path.ts';
import type { ContentPath, Fingerprint, Locale, Spacing, State } from '../../model/article.ts';
import { authorIdOf } from '../../model/author-id.ts';
import type { DesiredArticle, DesiredLocale } from '../../model/desired.ts';
import type { Change, ChangeKind, Held, HeldWhy } from '../../model/plan.ts';
import type { Remote, RemoteArticle } from '../../model/remote.ts';
import { collectionTrail } from '../../plan/collection-trail.ts';
import { plannedCollectionIds } from '../../plan/collections.ts';
import { type Comparison, fieldDifferences } from '../../plan/compare.ts';
import { type Hunk, wordDiff } from '../../text/diff.ts';
import { changedImages, imageName } from './changed-images.ts';
import type { DifferencesInput } from './input.ts';
import { makeNaming, type Naming } from './names.ts';

/** A value as it is in Intercom and as it is in the sources; null where there is none. */
export interface FieldDifference {
  readonly before: string | null;
  readonly after: string | null;
}

/** What a reader of one locale would see change. */
export interface LocaleDifference {
  readonly fields: Partial<Readonly<Record<'title' | 'description' | 'state' | 'author', FieldDifference>>>;
  /** Markdown against Markdown, as `pull` would write it. */
  readonly body: readonly Hunk[];
  /** Files of images whose bytes changed, by path. */
  readonly images: readonly ContentPath[];
  /** The body changes in a way that its Markdown does not show, or is too much to be written as Markdown. */
  readonly unseen: boolean;
}

/** What changes inside one article of a plan: from what Intercom has to what the source says. */
export interface ArticleDifference {
  readonly key: ContentPath;
  readonly title: string;
  /** What the plan does with it: one of the two. */
  readonly change?: ChangeKind;
  readonly held?: HeldWhy;
  readonly fields: Partial<Readonly<Record<'path' | 'collection', FieldDifference>>>;
  /** Only locales in which something changes. */
  readonly locales: Readonly<Record<Locale, LocaleDifference>>;
}

/**
 * Looks into the changes of a plan, and into what is held back, in the plan's order: changes, then held.
 *
 * @param keys articles to look into; all of them if none is given
 */
export function articleDifferences(
  input: DifferencesInput,
  keys: ReadonlySet<ContentPath> | null = null,
): readonly ArticleDifference[] {
  const { plan } = input;
  const inside = insideOf(input);
  const isAsked = ({ key }: { readonly key: ContentPath }): boolean => keys === null || keys.has(key);
  return [
    ...plan.changes.filter(isAsked).map((change) => changeDifference(change, inside)),
    ...plan.held
      .filter((held) => held.fields === undefined && isAsked(held))
      .map((held) => heldDifference(held, inside)),
  ];
}

/** What all articles are looked at with. */
interface Inside {
  readonly articles: ReadonlyMap<ContentPath, DesiredArticle>;
  readonly remote: Remote | null;
  /** Id of the help centre of `helpcentre.yml`. */
  readonly mainId: string | null;
  readonly remoteById: ReadonlyMap<string, RemoteArticle>;
  readonly naming: Naming;
  readonly spacing: (path: ContentPath) => Spacing;
  readonly comparison: Pick<Comparison, 'collectionIds' | 'teammates'>;
}

function insideOf(input: DifferencesInput): Inside {
  const { plan, recorded, remote, sources } = input;
  const { desired, repository, settings } = sources;
  const written = new Map(repository.sources.map((source) => [source.path, source]));
  return {
    articles: new Map(desired.articles.map((article) => [article.key, article])),
    remote,
    mainId: plan.helpCentre,
    remoteById: new Map(remote?.articles.map((article) => [article.id, article])),
    naming: makeNaming(input),
    spacing(path) {
      const source = written.get(path);
      return source === undefined ? settings.spacing : spacingOf(source, repository, settings);
    },
    comparison: {
      collectionIds: plannedCollectionIds(plan, recorded),
      teammates: remote?.teammates ?? [],
    },
  };
}

function changeDifference(change: Change, inside: Inside): ArticleDifference {
  const steps = Object.entries(change.locales);
  const written = steps.flatMap(([locale, step]) => (step.do === 'write' ? [locale] : []));
  const path = change.from === undefined ? {} : { path: { before: change.from, after: change.key } };
  const inner = written.length === 0 ? nothing : articleInside(change.key, change.id, written, inside);
  const withdrawn = steps.flatMap(([locale, step]): [Locale, LocaleDifference][] => {
    const after = change.kind === 'delete' ? null : 'draft';
    const before = remoteOf(change.id, inside)?.locales[locale]?.state ?? null;
    return step.do === 'withdraw' && before !== null && before !== after ? [[locale, stateOnly(before, after)]] : [];
  });
  return {
    key: change.key,
    title: change.title,
    change: change.kind,
    fields: { ...path, ...inner.fields },
    locales: { ...inner.locales, ...Object.fromEntries(withdrawn) },
  };
}

/** What is held because of an edit or a draft: what a publish would write over. */
function heldDifference(held: Held, inside: Inside): ArticleDifference {
  const isTold = held.why === 'drift' || held.why === 'conflict' || held.why === 'pending-draft';
  const locales = Object.keys(inside.articles.get(held.key)?.locales ?? {}).sort();
  const isThere = remoteOf(held.id, inside) !== null;
  const inner = isTold && isThere ? articleInside(held.key, held.id, locales, inside) : nothing;
  return { key: held.key, title: held.title, held: held.why, ...inner };
}

type Inner = Pick<ArticleDifference, 'fields' | 'locales'>;

const nothing: Inner = { fields: {}, locales: {} };

function articleInside(key: ContentPath, id: string | null, locales: readonly Locale[], inside: Inside): Inner {
  const article = inside.articles.get(key);
  if (article === undefined || inside.remote === null) return nothing;
  const remote = remoteOf(id, inside);
  const looked = locales.flatMap((locale) => {
    const wanted = article.locales[locale];
    return wanted === undefined ? [] : [{ locale, ...localeInside(article, locale, wanted, remote, inside) }];
  });
  const trail = remote === null ? null : collectionTrail(remote.parentId, inside.remote, inside.mainId);
  const moves = remote === null ? article.parent !== null : looked.some((one) => one.reasons.includes('collection'));
  return {
    fields: moves ? { collection: { before: trail, after: article.parent } } : {},
    locales: Object.fromEntries(
      looked.flatMap(({ locale, difference }) => (isNothing(difference) ? [] : [[locale, difference]])),
    ),
  };
}

function localeInside(
  article: DesiredArticle,
  locale: Locale,
  wanted: DesiredLocale,
  remote: RemoteArticle | null,
  inside: Inside,
): { readonly reasons: readonly string[]; readonly difference: LocaleDifference } {
  const theirs = remote?.locales[locale];
  const isNew = theirs === undefined;
  const reasons = remote === null || isNew ? [] : fieldDifferences(article, wanted, theirs, remote, inside.comparison);
  const differs = (reason: (typeof reasons)[number]): boolean => isNew || reasons.includes(reason);
  const field = (before: string | undefined, after: string): FieldDifference => ({ before: before ?? null, after });
  const author = authorName(article.author, inside);
  const isDescribed = wanted.description !== '' || !isNew;
  return {
    reasons,
    difference: {
      fields: {
        ...(differs('title') ? { title: field(theirs?.title, wanted.title) } : {}),
        ...(differs('description') && isDescribed
          ? { description: field(theirs?.description, wanted.description) }
          : {}),
        ...(differs('state') ? { state: field(theirs?.state, wanted.state) } : {}),
        ...(differs('author') && author !== null
          ? { author: { before: authorName(theirs?.authorId ?? null, inside), after: author } }
          : {}),
      },
      ...bodyInside({ key: article.key, locale, path: wanted.path }, theirs?.body ?? '', wanted.body, inside),
    },
  };
}

const noBody = { body: [], images: [], unseen: false };

/** The text that a body belongs to. */
interface Here {
  readonly key: ContentPath;
  readonly locale: Locale;
  readonly path: ContentPath;
}

function bodyInside(
  here: Here,
  before: string,
  after: string,
  inside: Inside,
): Pick<LocaleDifference, 'body' | 'images' | 'unseen'> {
  const { naming } = inside;
  const identities = {
    ...sendableOnly,
    link(href: string): string {
      const linked = naming.linked(href, here);
      return linked === null ? href : articleReference(linked);
    },
    image: (source: string): string => naming.hashOf(source) ?? withoutSignature(source),
  };
  if (canonicalWith(before, identities) === canonicalWith(after, identities)) return noBody;
  const changed = changedImages(before, after, naming);
  const images = [...changed.values()].map(imageReference);
  const addresses = addressesIn(here, inside);
  const spacing = inside.spacing(here.path);
  const stored = decompile(
    before,
    { ...addresses, image: (source) => addresses.image(asChanged(source, changed)) },
    spacing,
  );
  const ours = decompile(after, addresses, spacing);
  const isTooMuch = stored.isTooMuch || ours.isTooMuch;
  const body = isTooMuch ? [] : wordDiff(stored.markdown.trimEnd(), ours.markdown.trimEnd());
  return {
    body,
    images: [...new Set(images.map((image) => imageName(image, naming)))],
    unseen: isTooMuch || (body.length === 0 && images.length === 0),
  };
}

/** An image that gets other bytes, as what it becomes. */
function asChanged(source: string, changed: ReadonlyMap<string, Fingerprint>): string {
  const hash = changed.get(source);
  return hash === undefined ? source : imageReference(hash);
}

/** How addresses are written in a source, whichever side they come from. */
function addressesIn(here: Here, { naming, articles }: Inside): Addresses {
  return {
    link(href) {
      const linked = naming.linked(href, here);
      if (linked === null) return href;
      const { key, locale, anchor } = linked;
      const fragment = anchor === '' ? '' : `#${encodeURI(anchor).replaceAll('#', '%23')}`;
      if (fragment !== '' && key === here.key && locale === here.locale) return fragment;
      return relativeAddress(here.path, articles.get(key)?.locales[locale]?.path ?? key) + fragment;
    },
    image(source) {
      const file = naming.imageFile(source);
      return file === null ? imageName(source, naming) : relativeAddress(here.path, file);
    },
    // Intercom gives ids of its own, which no reader sees.
    headingIds: 'left-out',
  };
}

function isNothing({ fields, body, images, unseen }: LocaleDifference): boolean {
  return Object.keys(fields).length === 0 && body.length === 0 && images.length === 0 && !unseen;
}

function stateOnly(before: State, after: State | null): LocaleDifference {
  return { fields: { state: { before, after } }, ...noBody };
}

function remoteOf(id: string | null, inside: Inside): RemoteArticle | null {
  return id === null ? null : (inside.remoteById.get(id) ?? null);
}

/** A teammate's name, by e-mail or id; what was given where Intercom does not list them. */
function authorName(author: string | null, { comparison, remote }: Inside): string | null {
  const id = authorIdOf(author, comparison.teammates);
  return remote?.teammates.find((teammate) => teammate.id === id)?.name ?? author;
}
