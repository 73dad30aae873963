import * as z from 'zod';
import type { Engine } from '../engine.ts';
import { invalid } from '../http/api-error.ts';
import { isLocale, type LocaleCode } from '../locales.ts';
import type { CollectionRecord, HelpCentreRecord } from '../state/records.ts';

const idLike = z.union([z.number().int().nonnegative(), z.string().regex(/^\d+$/)]);
const text = { name: z.string().optional(), description: z.string().nullable().optional() };
const group = z.looseObject(text);

/** Body of a create and an update. Unknown fields are ignored, as Intercom does. */
export const collectionBody = z.looseObject({
  ...text,
  parent_id: idLike.nullable().optional(),
  help_center_id: idLike.nullable().optional(),
  translated_content: z
    .record(z.string(), z.union([group, z.string()]).nullable())
    .nullable()
    .optional(),
});

/** A body that was read. */
export type CollectionBody = z.infer<typeof collectionBody>;

/**
 * The texts of a collection after a write: locales that it does not name stay as they are.
 *
 * @param present texts before; empty for a new collection
 * @throws ApiError 400 for a locale the help centre does not have, and for a new one without a name
 */
export function contentsAfter(
  engine: Engine,
  body: CollectionBody,
  centre: HelpCentreRecord,
  present: CollectionRecord['contents'],
): CollectionRecord['contents'] {
  const contents = { ...present };
  for (const [locale, given] of translations(engine, body, centre)) {
    const name = given.name ?? contents[locale]?.name;
    if (name === undefined) throw invalid('name is required', `translated_content.${locale}.name`);
    contents[locale] = { name, description: given.description ?? contents[locale]?.description ?? null };
  }
  const own = contents[centre.defaultLocale];
  const name = body.name ?? own?.name ?? '';
  if (name.trim() === '') throw invalid('name must not be empty', 'name');
  const description = body.description === undefined ? (own?.description ?? null) : body.description;
  contents[centre.defaultLocale] = { name, description };
  return contents;
}

function translations(
  engine: Engine,
  body: CollectionBody,
  centre: HelpCentreRecord,
): [LocaleCode, z.infer<typeof group>][] {
  const entries = Object.entries(body.translated_content ?? {}).filter(([key]) => key !== 'type');
  const { translationsWhenOff, unknownLocale } = engine.quirks;
  if (!engine.world.workspace.multilingual && entries.length > 0) {
    if (translationsWhenOff === 'ignored') return [];
    throw invalid('The help center is not multilingual', 'translated_content');
  }
  return entries.flatMap(([key, given]): [LocaleCode, z.infer<typeof group>][] => {
    const field = `translated_content.${key}`;
    if (!isLocale(key)) throw invalid(`${key} is not a supported locale`, field);
    if (typeof given === 'string') throw invalid('must be an object', field);
    if (given === null) return [];
    if (centre.locales.includes(key)) return [[key, given]];
    if (unknownLocale === 'ignored') return [];
    throw invalid(`Locale ${key} is not enabled in the help center`, field);
  });
}
