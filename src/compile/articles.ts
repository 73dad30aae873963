import { createHash } from 'node:crypto';
import { type DesiredContent, desiredFingerprint } from '../body/fingerprint.ts';
import { markdownLossesText } from '../intercom-markdown/losses-text.ts';
import { toIntercomMarkdown } from '../intercom-markdown/to-markdown.ts';
import type { ContentPath, Fingerprint } from '../model/article.ts';
import { type ArticleType, typeNamed } from '../model/article-type.ts';
import type { CollectionAddress } from '../model/collection.ts';
import type { DesiredArticle, DesiredLocale } from '../model/desired.ts';
import { lazily } from '../model/lazily.ts';
import { type Memo, recalledOr } from '../model/memo.ts';
import { nameOfPage } from '../model/name-of-folder.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Repository, Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { withoutSourceEnding } from '../model/source-path.ts';
import { belongingOf } from './collections.ts';
import type { Destinations } from './destinations.ts';
import { graded, severitiesOf } from './grade.ts';
import { type LinkedBody, linkBody } from './link.ts';
import { reachOf } from './reach-of.ts';
import { stateOf, typeOf, typeProblems } from './types.ts';
import { startOf, type Unit } from './unit.ts';
import { writingRules } from './writing/asked.ts';
import { headProblems } from './writing/heads.ts';

/** What every article is made with. */
export interface Workshop {
  readonly repository: Repository;
  readonly settings: Settings;
  readonly destinations: Destinations;
  /** Fingerprints that earlier runs worked out. */
  readonly memo: Memo;
}

/** One article with all its locales, or why it is none. */
export interface MadeArticle {
  readonly key: ContentPath;
  /** null when one of its sources has an error. */
  readonly article: DesiredArticle | null;
  /** The article as far as it goes, errors or not; null where there is nothing to show. Not to be published. */
  readonly attempt: DesiredArticle | null;
  readonly address: CollectionAddress;
  readonly images: readonly Fingerprint[];
  readonly problems: readonly Problem[];
}

/** Fields that belong to the article as a whole. */
const shared = [
  ...(['collection', 'section', 'author', 'id', 'stage', 'publishAt', 'unpublishAt'] as const),
  ...(['fin', 'audiences', 'tags', 'type', 'owner', 'sources'] as const),
];

/**
 * Makes an article of its compiled sources.
 *
 * @param key path of the source in the default locale
 * @param units the article's locales
 */
export function makeArticle(key: ContentPath, units: readonly Unit[], workshop: Workshop): MadeArticle {
  const { repository, settings, memo } = workshop;
  const main = units.find((unit) => unit.source.path === key);
  if (main === undefined) return lonely(key, units, workshop);
  const type = typeOf(main.source);
  const { address, parent, problems: misplaced } = belongingOf(main.source, repository);
  const author = type === 'snippet' ? null : (main.source.fields.author ?? settings.author);
  const linked = units.map((unit) => ({ unit, body: link(unit, workshop) }));
  const found = [
    ...misplaced,
    ...timeProblems(main.source),
    ...typeProblems(main.source, settings),
    ...units.flatMap((unit) => (unit === main ? [] : translationProblems(unit, main.source))),
    ...linked.flatMap(({ unit, body }) => [
      ...unit.problems,
      ...body.problems,
      ...headProblems(unit, type, writingRules(settings, unit.source.locale)),
    ]),
    ...(type === 'snippet' ? linked.flatMap(({ unit, body }) => unsayable(unit, body)) : []),
  ];
  const problems = graded(found, severitiesOf(settings));
  const isFailed = problems.some((one) => one.severity === 'error');
  const isTimed = Object.keys(timesOf(main.source)).length > 0;
  const around = {
    parent,
    author,
    type,
    owner: main.source.fields.owner,
    settings,
    root: repository.root,
    memo,
    isTimed,
  };
  const locales = linked.map(({ unit, body }) => [unit.source.locale, localeOf(unit, body, around)] as const);
  const reach = reachOf(main.source, repository, settings);
  const article: DesiredArticle = {
    key,
    ...(main.source.fields.id === undefined ? {} : { id: main.source.fields.id }),
    ...(type === 'public' ? {} : { type }),
    parent,
    author,
    ...(main.source.fields.owner === undefined ? {} : { owner: main.source.fields.owner }),
    ...(reach === null ? {} : { reach }),
    ...(type === 'public' && isStaged(main.source, settings) ? { stage: true } : {}),
    ...timesOf(main.source),
    locales: Object.fromEntries(locales),
    places: placesOf(main.source),
  };
  const images = linked.flatMap(({ body }) => body.images);
  return { key, article: isFailed ? null : article, attempt: article, address, images, problems };
}

/** What of a text Intercom's own Markdown cannot say: a snippet is sent as nothing else. */
function unsayable({ titlePlace }: Unit, { html }: LinkedBody): Problem[] {
  const said = toIntercomMarkdown(html, { spacing: 'dropped' });
  return said.says === 'all' ? [] : [problem('snippet-loses', { losses: markdownLossesText(said.losses) }, titlePlace)];
}

/** What is wrong with a translation, as one of the article that it is of. */
function translationProblems(unit: Unit, main: Source): Problem[] {
  const { source, titlePlace } = unit;
  const type = typeOf(main);
  return type === 'public'
    ? [...untimedDraft(source, main), ...differences(unit, main)]
    : [problem('type-translation', { what: typeNamed(type), locale: source.locale }, titlePlace)];
}

function timesOf({ fields: { publishAt, unpublishAt } }: Source): Pick<DesiredArticle, 'publishAt' | 'unpublishAt'> {
  return { ...(publishAt === undefined ? {} : { publishAt }), ...(unpublishAt === undefined ? {} : { unpublishAt }) };
}

/** Times that nothing can be done with. */
function timeProblems({ fields, places }: Source): Problem[] {
  const { publishAt, unpublishAt, state } = fields;
  const key = publishAt === undefined ? 'unpublishAt' : 'publishAt';
  const time = publishAt ?? unpublishAt;
  if (time === undefined) return [];
  if (state === 'draft') return [problem('time-of-draft', { key }, places[key])];
  const isCrossed = publishAt !== undefined && unpublishAt !== undefined && unpublishAt <= publishAt;
  return isCrossed ? [problem('times-crossed', {}, places.unpublishAt)] : [];
}

/** A translation that is to stay a draft: Intercom's schedule is the article's, and may publish all of its languages. */
function untimedDraft({ fields: { state }, places }: Source, main: Source): Problem[] {
  const isMeant = main.fields.publishAt !== undefined && state === 'draft';
  return isMeant ? [problem('time-of-draft', { key: 'publishAt' }, places.state ?? places.draft)] : [];
}

/** Whether an article's changes wait until they are released: as its source says, else as the configuration does. */
function isStaged({ path, fields }: Source, { stage }: Pick<Settings, 'stage'>): boolean {
  return fields.stage ?? (stage === true || stage.some((part) => path === part || path.startsWith(`${part}/`)));
}

function placesOf({ places: { author, owner, id, type } }: Source): NonNullable<DesiredArticle['places']> {
  return {
    ...(author === undefined ? {} : { author }),
    ...(owner === undefined ? {} : { owner }),
    ...(id === undefined ? {} : { id }),
    ...(type === undefined ? {} : { type }),
  };
}

function link(unit: Unit, { destinations }: Workshop): LinkedBody {
  const here = destinations.byPath.get(unit.source.path);
  return here === undefined
    ? { html: '', urls: [], images: [], links: [], pictures: [], problems: [] }
    : linkBody(unit.body, here, destinations);
}

/** A translation without the text it translates. */
function lonely(key: ContentPath, units: readonly Unit[], { repository, destinations }: Workshop): MadeArticle {
  const isBroken = destinations.broken.has(key);
  const problems = units.flatMap((unit) => {
    const { path, locale } = unit.source;
    const place = startOf(unit.source, repository.root);
    return [...unit.problems, ...(isBroken ? [] : [problem('lonely-locale', { path, locale, expected: key }, place)])];
  });
  return { key, article: null, attempt: null, address: { helpCentre: null, trail: [] }, images: [], problems };
}

/** Fields in which a translation says something else than the article. */
function differences({ source, titlePlace }: Unit, main: Source): Problem[] {
  return shared
    .filter((field) => {
      const own = source.fields[field];
      return own !== undefined && JSON.stringify(own) !== JSON.stringify(main.fields[field]);
    })
    .map((field) => problem('locale-field', { field, source: main.path }, source.places[field] ?? titlePlace));
}

/** What a locale of an article has from the article as a whole, and from everywhere. */
interface Surroundings extends Pick<Workshop, 'settings' | 'memo'> {
  readonly parent: string | null;
  readonly author: string | null;
  readonly type: ArticleType;
  readonly owner: string | undefined;
  readonly root: string;
  /** Whether the article has a time to be published or unpublished at: then it is no draft by default. */
  readonly isTimed: boolean;
}

function localeOf(
  unit: Unit,
  body: LinkedBody,
  { parent, author, type, owner, settings, root, memo, isTimed }: Surroundings,
): DesiredLocale {
  const { source } = unit;
  const isPublic = type === 'public';
  // Other tools give every page one.
  const description = isPublic ? unit.description : '';
  // Where it may be missing, the page is called like its file.
  const title = unit.title ?? nameOfPage(withoutSourceEnding(source.article));
  const state = stateOf(source, type, settings, isTimed);
  const own = { ...(isPublic ? {} : { type }), ...(owner === undefined ? {} : { owner }) };
  const about = { title, description, state, author, parent, helpCentre: settings.helpCentre, ...own };
  const locale = {
    path: source.path,
    blob: source.blob,
    start: startOf(source, root),
    title,
    description,
    state,
    anchors: unit.body.outline.headings.map((heading) => heading.slug),
    links: body.links,
    ...(body.pictures.length === 0 ? {} : { pictures: body.pictures }),
    ...(unit.body.problems.some((found) => found.code === 'undisplayable') ? { undisplayed: true as const } : {}),
  };
  // Body and fingerprint are made when they are asked for: of most articles nobody asks.
  const withBody = lazily(locale, 'body', () => body.html);
  const made = { unit, body, about, memo };
  const text = lazily(withBody, 'fingerprint', () => fingerprintOf(made));
  makings.set(text, made);
  return text;
}

type About = Omit<DesiredContent, 'body'>;

/** What the fingerprint of a text is made from. */
interface Making {
  readonly unit: Unit;
  readonly body: LinkedBody;
  readonly about: About;
  readonly memo: Memo;
}

const makings = new WeakMap<DesiredLocale, Making>();

/** The fingerprint of a text, for somebody else to work out: the costly part of comparing, and the same everywhere. */
export interface FingerprintWork {
  readonly content: DesiredContent;
  /** Takes what it came to. */
  learn(fingerprint: Fingerprint): void;
}

/** @returns null where it is known already, or the text is not one of those that were compiled */
export function fingerprintWork(locale: DesiredLocale): FingerprintWork | null {
  const making = makings.get(locale);
  if (making === undefined) return null;
  const { unit, body, about, memo } = making;
  const { of, keyIn } = identityOf(making);
  const key = keyIn(memo);
  if (made.get(unit.body)?.of === of || (key !== null && memo.recall(key) !== null)) return null;
  return {
    content: { ...about, body: body.html },
    learn(fingerprint) {
      made.set(unit.body, { of, fingerprint });
      if (key !== null) memo.keep(key, fingerprint);
    },
  };
}

/** What the fingerprint of a text is kept under: in this process, and in a memo; there null where the text has no key. */
function identityOf({ unit, body, about }: Making) {
  const text = JSON.stringify([about, body.urls]);
  return {
    // The text itself would be kept for every article.
    of: createHash('sha256').update(text).digest('base64url'),
    keyIn: (memo: Memo): string | null => (unit.key === undefined ? null : memo.key('fingerprint', unit.key, text)),
  };
}

const made = new WeakMap<Unit['body'], { readonly of: string; readonly fingerprint: Fingerprint }>();

/** The fingerprint, computed again only when something in it changed: it is the costly part of linking. */
function fingerprintOf(making: Making): Fingerprint {
  const { unit, body, about, memo } = making;
  const { of, keyIn } = identityOf(making);
  const before = made.get(unit.body);
  if (before?.of === of) return before.fingerprint;
  const make = (): Fingerprint => desiredFingerprint({ ...about, body: body.html });
  const key = keyIn(memo);
  const fingerprint = key === null ? make() : recalledOr(memo, key, make);
  made.set(unit.body, { of, fingerprint });
  return fingerprint;
}
