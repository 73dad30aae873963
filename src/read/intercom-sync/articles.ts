import * as posix from 'node:path/posix';
import type { ContentPath } from '../../model/article.ts';
import { nameOfFolder } from '../../model/name-of-folder.ts';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem.ts';
import type { Source, SourceFields } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';
import type { SourceAddress } from '../source.ts';
import { checkText, type Known } from './check-text.ts';
import type { Entity, EntityText } from './entities.ts';
import type { Fenced } from './fields.ts';
import { collectionFolders } from './layout.ts';
import { type ArticleMeta, finKeys, finOf } from './schemas.ts';

/** The sources that the files of articles come to. */
export interface ArticleSources {
  readonly sources: readonly Source[];
  readonly broken: readonly ContentPath[];
  readonly unread: readonly SourceAddress[];
  /** Texts that are not read: of a language that there is another text in, or of an article that is left alone. */
  readonly left: readonly ContentPath[];
  readonly problems: readonly Problem[];
}

/** Makes sources of the articles of a managed folder. */
export function articleSources(
  entities: readonly Entity[],
  settings: Pick<Settings, 'locale' | 'problems'>,
  known: Known,
): ArticleSources {
  const made = entities.map((entity) => sourcesOf(entity as Entity<ArticleMeta>, settings, known));
  return {
    sources: made.flatMap((one) => one.sources),
    broken: made.flatMap((one) => one.broken),
    unread: made.flatMap((one) => one.unread),
    left: made.flatMap((one) => one.left),
    problems: made.flatMap((one) => one.problems),
  };
}

function sourcesOf(
  entity: Entity<ArticleMeta>,
  settings: Pick<Settings, 'locale' | 'problems'>,
  known: Known,
): ArticleSources {
  const { meta, start, texts } = entity;
  const { kept, left, problems: twice } = oneALanguage(texts);
  const main = kept.find(({ locale }) => locale === settings.locale);
  const problems = [...entity.problems, ...twice];
  if (main === undefined) {
    const isOther = kept.length > 0;
    const at = meta?.ok ? meta.yaml.placeOf(['default_locale']) : start;
    const first = problem('sync-language', { file: '', reason: 'first', said: settings.locale }, at);
    const all = texts.map(({ file }) => file.path);
    return { sources: [], broken: [], unread: [], left: all, problems: isOther ? [...problems, first] : problems };
  }
  const article = main.file.path;
  const address = ({ file, locale }: EntityText): SourceAddress => ({
    path: file.path,
    article,
    locale: locale ?? settings.locale,
  });
  const bodies = kept.flatMap(({ read, shown }) => (read.ok ? checkText({ body: read.body, file: shown }, known) : []));
  const collection = collectionOf(entity);
  const found = [...problems, ...collection.problems, ...bodies];
  const isBroken = found.some(({ severity, code }) => severity === 'error' && settings.problems[code] !== 'warning');
  return {
    sources: kept.flatMap((text) =>
      text.read.ok ? [sourceOf(text, text.read, address(text), { meta, collection, isMain: text === main })] : [],
    ),
    broken: isBroken ? [article] : [],
    unread: kept.filter(({ read }) => !read.ok).map(address),
    left: left.map(({ file }) => file.path),
    problems: found,
  };
}

/** Of two texts of a language the one that Intercom names so: `en.md` before `en-us.md`. */
function oneALanguage(texts: readonly EntityText[]): {
  readonly kept: readonly EntityText[];
  readonly left: readonly EntityText[];
  readonly problems: readonly Problem[];
} {
  const nameOf = ({ file }: EntityText): string => posix.basename(file.path, posix.extname(file.path));
  const own = texts.filter(({ locale }) => locale !== null);
  const kept = own.filter((text) => {
    const same = own.filter(({ locale }) => locale === text.locale);
    return text === (same.find((one) => nameOf(one) === one.locale) ?? same[0]);
  });
  const left = texts.filter((text) => !kept.includes(text));
  const problems = left.flatMap(({ file, shown, locale }) => {
    const other = kept.find((one) => one.locale === locale);
    const said = other === undefined ? '' : posix.basename(other.file.path);
    const args = { file: posix.basename(file.path), reason: 'twice' as const, said };
    return other === undefined ? [] : [problem('sync-language', args, { file: shown, line: 1, column: 1 })];
  });
  return { kept, left, problems };
}

interface Collection {
  readonly trail: readonly string[];
  readonly place?: Place;
  readonly problems: readonly Problem[];
}

/** Where an article belongs: in the collections that its folder is in; without any, where its `meta.yaml` says. */
function collectionOf({ folder, meta }: Entity<ArticleMeta>): Collection {
  const inFolders = collectionFolders(folder.folder);
  const said = meta?.ok ? saidIn(meta) : null;
  const isUnsorted = inFolders.length === 0 && folder.folder.split('/')[1] !== 'uncategorized';
  const parts = isUnsorted && said !== null ? said.path.split('/') : inFolders;
  const own = folder.folder.split('/').slice(1, -1).join('/');
  const isOther = said !== null && !isUnsorted && said.path !== own;
  return {
    trail: parts.map((part) => nameOfFolder(part)),
    ...(said === null ? {} : { place: said.place }),
    problems: isOther ? [problem('sync-collection', { said: said.path, folder: own }, said.place)] : [],
  };
}

/** The path of collections in `meta.yaml`, and its place. */
function saidIn(meta: Extract<Fenced<ArticleMeta>, { ok: true }>) {
  const { collection, collections } = meta.value;
  const index = (collections ?? []).findIndex((one) => (one.path ?? '') !== '');
  const path = (collection ?? collections?.[index]?.path)?.trim().replace(/^\/+|\/+$/g, '');
  if (!path) return null;
  return { path, place: meta.yaml.placeOf(collection ? ['collection'] : ['collections', index, 'path']) };
}

const ours = { title: 'title', description: 'summary', state: 'published', author: 'author_id' } as const;

function sourceOf(
  { blob }: EntityText,
  read: Extract<EntityText['read'], { ok: true }>,
  address: SourceAddress,
  {
    meta,
    collection,
    isMain,
  }: { readonly meta: Fenced<ArticleMeta> | null; readonly collection: Collection; readonly isMain: boolean },
): Source {
  const { title, summary, published, author_id: author } = read.value;
  const id = meta?.ok ? meta.value.id : null;
  const fin = finOf(read.value);
  const fields: SourceFields = {
    title,
    ...(summary ? { description: summary } : {}),
    ...(typeof published === 'boolean' ? { state: published ? 'published' : 'draft' } : {}),
    ...(author && isMain ? { author } : {}),
    ...(id !== null && isMain ? { id } : {}),
    ...(isMain && Object.keys(fin).length > 0 ? { fin } : {}),
    ...(isMain ? { collection: collection.trail } : {}),
  };
  const written = Object.entries(ours).filter(([key]) => Object.hasOwn(fields, key));
  const places: Record<string, Place> = Object.fromEntries(
    written.map(([key, theirs]) => [key, read.yaml.placeOfKey([theirs])]),
  );
  const firstAgent = Object.values(finKeys).find((key) => typeof read.value[key] === 'boolean');
  if (fields.fin !== undefined && firstAgent !== undefined) places.fin = read.yaml.placeOfKey([firstAgent]);
  if (fields.id !== undefined && meta?.ok) places.id = meta.yaml.placeOfKey(['id']);
  if (isMain && collection.place !== undefined) places.collection = collection.place;
  return {
    ...address,
    blob,
    body: read.body,
    bodyLine: read.bodyLine,
    fields,
    places,
    ...(id === null ? {} : { reference: id }),
  };
}
