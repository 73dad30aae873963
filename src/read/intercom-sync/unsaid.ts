import type { Locale } from '../../model/article.ts';
import { typeNames, unlistedTypes } from '../../model/article-type.ts';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem.ts';
import type { Entity } from './entities.ts';
import { finKeys } from './schemas.ts';

/**
 * Fields that nothing is published of yet, and the values that say no more than their absence does. Once a source can say
 * one, it leaves this list.
 */
const unsaid: Readonly<Record<string, (value: unknown) => boolean>> = {
  target_user_type: (value) => value === 'everyone' || value === 'both',
  help_centers: (value) => Array.isArray(value) && value.length === 0,
  collections: (value) => Array.isArray(value) && value.length <= 1,
  exclude_from_home_screen_suggestions: (value) => value === false,
  show_related_articles: () => false,
  with_table_of_contents: (value) => value === false,
};

const isFin = (key: string): key is FinKey => Object.values(finKeys).includes(key as FinKey);

type FinKey = (typeof finKeys)[keyof typeof finKeys];

/** What Fin may answer with is the article's: of other languages it counts that they say the same as the first. */
function saidOfArticle(main: Entity['texts'][number]['read'] | undefined, key: FinKey): (value: unknown) => boolean {
  return (value) => main?.ok === true && main.value[key] === value;
}

/** The same of what no help centre has, besides: it has no description. */
const unsaidOfUnlisted: typeof unsaid = { summary: (value) => value === '' };

/** Says once, for all of them, which of their settings are left alone. */
export function unsaidIn(entities: readonly Entity[], locale: Locale): readonly Problem[] {
  const names = new Set<string>();
  const files = new Set<string>();
  let first: Place | undefined;
  for (const { folder, meta, texts } of entities) {
    const main = texts.find((text) => text.locale === locale)?.read;
    for (const read of [meta, ...texts.map((text) => text.read)]) {
      if (!read?.ok) continue;
      for (const [key, value] of Object.entries(read.value)) {
        const isPlain =
          unsaid[key] ??
          (folder.kind === 'article' ? undefined : unsaidOfUnlisted[key]) ??
          (isFin(key) ? saidOfArticle(main, key) : undefined);
        if (isPlain === undefined || value === null || value === undefined || isPlain(value)) continue;
        const place = read.yaml.placeOfKey([key]);
        first ??= place;
        names.add(key);
        files.add(place.file);
      }
    }
  }
  return names.size === 0 ? [] : [problem('sync-unsaid', { names: [...names], files: files.size }, first)];
}

/** Says once which internal articles and snippets are left to the connector. */
export function otherEntities(entities: readonly Entity[]): readonly Problem[] {
  const count = (kind: Entity['folder']['kind']): number =>
    entities.filter(({ folder }) => folder.kind === kind).length;
  const parts = unlistedTypes.flatMap((type) => {
    const number = count(type);
    return number === 0 ? [] : [`${number} ${typeNames[type]}${number === 1 ? '' : 's'}`];
  });
  const first = entities.find(({ folder }) => folder.kind !== 'article');
  return first === undefined ? [] : [problem('sync-entities', { what: parts.join(' and ') }, first.start)];
}
