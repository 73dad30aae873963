import type { ContentPath, Locale } from './article.ts';
import { localeOf } from './help-centre-locales.ts';

/** `suffix`: `billing.fr.md`; `folder`: `fr/billing.md`; `i18n`: as Docusaurus has it, beside the content folder. */
export const localeLayouts = ['suffix', 'folder', 'i18n'] as const;
export type LocaleLayout = (typeof localeLayouts)[number];

/** Where Docusaurus keeps the translations of its pages, below the folder of a language. */
export const translatedDocs = 'docusaurus-plugin-content-docs/current';

const translated = new RegExp(`^((?:\\.\\./)+(?:[^/]+/)*?i18n/([^/]+)/${translatedDocs})/(.+)$`);

/** A path in the folder of a language. */
export interface InLanguage {
  readonly locale: Locale;
  /** The folder of the language, as paths begin with it. */
  readonly folder: string;
  /** The path in that folder: where the source in the default locale stands. */
  readonly rest: ContentPath;
}

/** The folder of a language that a path is in; null where it is in none that Intercom knows. */
export function languageFolder(path: ContentPath, layout: LocaleLayout): InLanguage | null {
  if (layout === 'suffix') return null;
  const i18n = layout === 'i18n' ? translated.exec(path) : null;
  const slash = path.indexOf('/');
  const [folder = '', name = '', rest = ''] =
    layout === 'i18n' ? (i18n?.slice(1) ?? []) : [path.slice(0, slash), path.slice(0, slash), path.slice(slash + 1)];
  const locale = slash < 0 || rest === '' ? null : localeOf(name);
  return locale === null ? null : { locale, folder, rest };
}

/** Whether a path is beside the content folder: of a translation, or in a folder for images. */
export function isBeside(path: ContentPath): boolean {
  return path.startsWith('../');
}
