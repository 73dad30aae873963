import type { Locale } from './article.ts';

/** Locales that Intercom's help centres know. Note `id`, which is Indonesian and no identifier. */
export const helpCentreLocales: readonly Locale[] = (
  'ar bg bs ca cs da de el en es et fi fr he hr hu id it ja ko lt lv mn nb nl pl pt ro ru sl sr sv tr vi ' +
  'pt-BR zh-CN zh-TW de-form'
).split(' ');

/** What others call these languages, in small letters. */
const otherNames: Record<string, Locale> = {
  zh: 'zh-CN',
  cn: 'zh-CN',
  'zh-hans': 'zh-CN',
  'zh-hant': 'zh-TW',
  'en-us': 'en',
  jp: 'ja',
  no: 'nb',
};

/** Countries that others name behind a language that Intercom has without one: `de_DE`. */
const homes =
  'ar-sa bg-bg bs-ba ca-es cs-cz da-dk de-de el-gr es-es et-ee fi-fi fr-fr he-il hr-hr hu-hu id-id it-it ja-jp ko-kr ' +
  'lt-lt lv-lv mn-mn nb-no nl-nl pl-pl pt-pt ro-ro ru-ru sl-si sr-rs sv-se tr-tr vi-vn';
for (const home of homes.split(' ')) otherNames[home] = home.slice(0, 2);

const byLowerCase = new Map([
  ...helpCentreLocales.map((locale) => [locale.toLowerCase(), locale] as const),
  ...Object.entries(otherNames),
]);

/** What `localeOf` takes, in any case: a pattern without flags, so that the JSON Schemas for editors can have it. */
export const localePattern = new RegExp(
  `^(?:${[...helpCentreLocales, ...Object.keys(otherNames)].map((locale) => locale.replace(/[a-z]/gi, eitherCase).replace('-', '[-_]')).join('|')})$`,
);

function eitherCase(letter: string): string {
  return `[${letter.toUpperCase()}${letter.toLowerCase()}]`;
}

/** The locale a path part names, in Intercom's spelling; null when it names none. */
export function localeOf(part: string): Locale | null {
  return byLowerCase.get(part.toLowerCase().replace('_', '-')) ?? null;
}
