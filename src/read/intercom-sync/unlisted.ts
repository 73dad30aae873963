import * as posix from 'node:path/posix';
import { idOf, type UnlistedType } from '../../model/article-type.ts';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem.ts';
import type { Source, SourceFields } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';
import type { ArticleSources } from './articles.ts';
import { checkImages, checkSnippet, checkText, type Known } from './check-text.ts';
import type { Entity, EntityText } from './entities.ts';
import type { Fenced } from './fields.ts';
import { finKeys, finOf, type InternalMeta } from './schemas.ts';

/** What internal articles and snippets come to. */
export interface UnlistedSources extends ArticleSources {
  /** Those that the connector alone publishes: they are drafts, which the API has none of, or in another language. */
  readonly connectors: readonly Entity[];
}

/**
 * Makes sources of internal articles and snippets. They have one language each; what is in another one than that of the
 * configuration is left to the connector, and so is what is not published.
 */
export function unlistedSources(
  entities: readonly Entity[],
  settings: Pick<Settings, 'locale' | 'problems'>,
  known: Known,
): UnlistedSources {
  const made = entities.map((entity) => sourcesOf(entity, settings, known));
  return {
    sources: made.flatMap((one) => one.sources),
    broken: made.flatMap((one) => one.broken),
    unread: made.flatMap((one) => one.unread),
    left: made.flatMap((one) => one.left),
    problems: made.flatMap((one) => one.problems),
    connectors: made.flatMap((one) => one.connectors),
  };
}

const nothing = { sources: [], broken: [], unread: [], left: [], connectors: [] } as const;

function sourcesOf(entity: Entity, settings: Pick<Settings, 'locale' | 'problems'>, known: Known): UnlistedSources {
  const { texts } = entity;
  const main = texts.find(({ locale }) => locale === settings.locale);
  const read = main?.read;
  const others = texts.filter((text) => text !== main);
  const paths = (some: readonly EntityText[]) => some.map(({ file }) => file.path);
  if (main === undefined || read === undefined || (read.ok && read.value.published === false)) {
    const problems = [...entity.problems, ...severalLanguages(texts), ...foundIn(entity, texts, known, 'connector')];
    return { ...nothing, left: paths(texts), problems, connectors: texts.length === 0 ? [] : [entity] };
  }
  const address = { path: main.file.path, article: main.file.path, locale: settings.locale };
  const problems = [
    ...entity.problems,
    ...severalLanguages([main, ...others]),
    ...foundIn(entity, [main], known, 'us'),
  ];
  if (!read.ok) return { ...nothing, unread: [address], left: paths(others), problems };
  const isBroken = problems.some(({ severity, code }) => severity === 'error' && settings.problems[code] !== 'warning');
  return {
    ...nothing,
    sources: [{ ...address, blob: main.blob, body: read.body, bodyLine: read.bodyLine, ...said(entity, read) }],
    broken: isBroken ? [main.file.path] : [],
    left: paths(others),
    problems,
  };
}

/** What is wrong with its texts. Where it becomes a source, its links and pictures are looked at with all others. */
function foundIn(
  { folder }: Entity,
  texts: readonly EntityText[],
  known: Known,
  publishes: 'us' | 'connector',
): readonly Problem[] {
  return texts.flatMap(({ file, shown, read }) => {
    if (!read.ok) return [];
    const text = { path: file.path, body: read.body, file: shown };
    const found = checkText(text, known);
    if (folder.kind === 'snippet')
      return [...found.filter(({ code }) => code === 'sync-reference'), ...checkSnippet(text)];
    if (publishes === 'us') return found;
    // What a block or an attachment is published as says nothing of what is published by Intercom alone.
    const own = found.filter(({ code }) => code !== 'sync-block' && code !== 'sync-attachment');
    return [...own, ...checkImages(text, known)];
  });
}

/** Texts besides the one that counts: in its own language, or in another, which the API has no place for. */
function severalLanguages([first, ...more]: readonly EntityText[]): readonly Problem[] {
  const name = ({ file }: EntityText): string => posix.basename(file.path);
  return more.map((text) => {
    const reason = text.locale === first?.locale ? 'twice' : 'another';
    const args = { file: name(text), reason, said: first === undefined ? '' : name(first) } as const;
    return problem('sync-language', args, { file: text.shown, line: 1, column: 1 });
  });
}

/** What stands above the text and in `meta.yaml`, as front matter of ours. */
function said(
  { folder, meta: fenced }: Entity,
  read: Extract<EntityText['read'], { ok: true }>,
): Pick<Source, 'fields' | 'places'> {
  const type: UnlistedType = folder.kind === 'snippet' ? 'snippet' : 'internal';
  const meta = (fenced?.ok ? fenced : null) as Extract<Fenced<Partial<InternalMeta>>, { ok: true }> | null;
  const { id = null, audience, owner_id: owner } = meta?.value ?? {};
  const { title, author_id: author } = read.value;
  const fin = finOf(read.value);
  const fields: SourceFields = {
    title,
    type,
    ...(author && type === 'internal' ? { author } : {}),
    ...(owner ? { owner } : {}),
    ...(id === null ? {} : { id: idOf(type, id) }),
    ...(Object.keys(fin).length === 0 ? {} : { fin }),
    ...(audience ? { audiences: audience } : {}),
  };
  const agent = Object.values(finKeys).find((key) => typeof read.value[key] === 'boolean');
  const places: readonly (readonly [keyof SourceFields, Place | undefined])[] = [
    ['title', read.yaml.placeOfKey(['title'])],
    ['author', read.yaml.placeOfKey(['author_id'])],
    ['fin', agent === undefined ? undefined : read.yaml.placeOfKey([agent])],
    ['id', meta?.yaml.placeOfKey(['id'])],
    ['owner', meta?.yaml.placeOfKey(['owner_id'])],
    ['audiences', meta?.yaml.placeOfKey(['audience'])],
  ];
  return {
    fields,
    places: Object.fromEntries(
      places.flatMap(([key, place]) => (fields[key] === undefined || place === undefined ? [] : [[key, place]])),
    ),
  };
}
