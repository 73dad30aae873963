import { labelsOf } from '../../body/reach.ts';
import { withoutLinksTo } from '../../body/unlinked.ts';
import { spacingOf } from '../../compile/spacing-of.ts';
import type { ContentPath, Locale, State } from '../../model/article.ts';
import { authorIdOf } from '../../model/author-id.ts';
import type { DesiredArticle, DesiredLocale } from '../../model/desired.ts';
import type { Change, ChangeKind, Held, HeldWhy } from '../../model/plan.ts';
import type { Remote, RemoteArticle } from '../../model/remote.ts';
import { collectionTrail } from '../../plan/collection-trail.ts';
import { plannedCollectionIds } from '../../plan/collections.ts';
import { type Comparison, fieldDifferences } from '../../plan/compare.ts';
import { type BodyDifference, type BodyInput, bodyDifference, noBody } from './body.ts';
import type { DifferencesInput } from './input.ts';
import { makeNaming } from './names.ts';
import { type ReachFields, reachFields } from './reach.ts';

/** A value as it is in Intercom and as it is in the sources; null where there is none. */
export interface FieldDifference {
  readonly before: string | null;
  readonly after: string | null;
}

/** What a reader of one locale would see change. */
export interface LocaleDifference extends BodyDifference {
  readonly fields: Partial<Readonly<Record<'title' | 'description' | 'state' | 'author' | 'owner', FieldDifference>>>;
}

/** What changes inside one article of a plan: from what Intercom has to what the source says. */
export interface ArticleDifference {
  readonly key: ContentPath;
  readonly title: string;
  /** What the plan does with it: one of the two. */
  readonly change?: ChangeKind;
  readonly held?: HeldWhy;
  readonly fields: Partial<Readonly<Record<'path' | 'collection', FieldDifference>>> & ReachFields;
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
  const inside = insideOf(withoutDeadLinks(input));
  const isAsked = ({ key }: { readonly key: ContentPath }): boolean => keys === null || keys.has(key);
  return [
    ...plan.changes.filter(isAsked).map((change) => changeDifference(change, inside)),
    ...plan.held
      .filter((held) => held.fields === undefined && isAsked(held))
      .map((held) => heldDifference(held, inside)),
  ];
}

/** The same with the texts that a publish would send: a link that leads nowhere yet is its text. */
function withoutDeadLinks(input: DifferencesInput): DifferencesInput {
  const { plan, sources } = input;
  const articles = withoutLinksTo(sources.desired.articles, new Set(plan.unlinked ?? []), null);
  return { ...input, sources: { ...sources, desired: { ...sources.desired, articles } } };
}

/** What all articles are looked at with. */
interface Inside extends BodyInput {
  readonly remote: Remote | null;
  /** Id of the help centre of `helpcentre.yml`. */
  readonly mainId: string | null;
  readonly remoteById: ReadonlyMap<string, RemoteArticle>;
  readonly comparison: Pick<Comparison, 'collectionIds' | 'teammates' | 'labels' | 'reachOf'>;
}

function insideOf(input: DifferencesInput): Inside {
  const { plan, recorded, remote, sources } = input;
  const { desired, repository, settings } = sources;
  const moved = new Map(plan.changes.flatMap(({ key, from }) => (from === undefined ? [] : [[key, from] as const])));
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
      labels: labelsOf(remote),
      reachOf: (key) => recorded.articles[moved.get(key) ?? key]?.reach,
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

/** Why something is held that has another text than the file: what is in the file is told then. */
const told: readonly HeldWhy[] = ['drift', 'conflict', 'pending-draft', 'not-promoted'];

/** What is held because of an edit or a draft, or until another target has it: what a publish would write over. */
function heldDifference(held: Held, inside: Inside): ArticleDifference {
  const locales = Object.keys(inside.articles.get(held.key)?.locales ?? {}).sort();
  const isThere = remoteOf(held.id, inside) !== null;
  const inner = told.includes(held.why) && isThere ? articleInside(held.key, held.id, locales, inside) : nothing;
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
    fields: {
      ...(moves ? { collection: { before: trail, after: article.parent } } : {}),
      ...reachFields(article, remote, inside.comparison),
    },
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
  const owner = authorName(article.owner ?? null, inside);
  const isDescribed = wanted.description !== '' || !isNew;
  return {
    reasons,
    difference: {
      fields: {
        ...(differs('title') ? { title: field(theirs?.title, wanted.title) } : {}),
        ...(differs('description') && isDescribed
          ? { description: field(theirs?.description, wanted.description) }
          : {}),
        ...(differs('state') || differs('translation-stale') ? { state: field(theirs?.state, wanted.state) } : {}),
        ...(differs('author') && author !== null
          ? { author: { before: authorName(theirs?.authorId ?? null, inside), after: author } }
          : {}),
        ...(differs('owner') && owner !== null
          ? { owner: { before: authorName(remote?.ownerId ?? null, inside), after: owner } }
          : {}),
      },
      ...bodyDifference({ key: article.key, locale, path: wanted.path }, theirs?.body ?? '', wanted.body, inside),
    },
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
