import type { Locale } from '../model/article.ts';

/**
 * The locales of a `translated_content` map with what they hold. The map's own `type` key is no locale; `id` is
 * one (Indonesian). Keys come from outside, so only what looks like a locale is let in.
 *
 * @param map as it came
 * @returns pairs in the order of the map, contents that are no objects left out
 */
export function localeEntries(map: Readonly<Record<string, unknown>> | null | undefined): readonly [Locale, object][] {
  return Object.entries(map ?? {}).filter(
    (entry): entry is [Locale, object] =>
      /^[a-z]{2,3}(-[A-Za-z]{2,8})?$/.test(entry[0]) && typeof entry[1] === 'object' && entry[1] !== null,
  );
}
