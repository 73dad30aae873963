/** Locales that articles and collections can have, as the official description lists them. */
export const knownLocales = [
  ...['ar', 'bg', 'bs', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fi', 'fr', 'he', 'hr', 'hu', 'id', 'it'],
  ...['ja', 'ko', 'lt', 'lv', 'mn', 'nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sl', 'sr', 'sv', 'tr', 'vi'],
  ...['pt-BR', 'zh-CN', 'zh-TW'],
] as const;

/** One of Intercom's locales. */
export type LocaleCode = (typeof knownLocales)[number];

/** Narrows a key to a locale. */
export function isLocale(text: string): text is LocaleCode {
  return (knownLocales as readonly string[]).includes(text);
}
