import type { ContentPath, Locale } from '../../model/article.ts';

/** A page in one language. */
export interface OutlineText {
  readonly path: ContentPath;
  readonly title: string;
  readonly isDraft: boolean;
}

/** A page, as navigations name it: in the default language, and in others. */
export interface OutlinePage extends OutlineText {
  readonly others: ReadonlyMap<Locale, OutlineText>;
}

/** A collection with all that is in it, in order. */
export interface OutlineShelf {
  readonly folder: ContentPath;
  readonly name: string;
  readonly description: string;
  readonly translations: Readonly<Record<Locale, { readonly name: string; readonly description?: string }>>;
  /** Where it stands among the pages and collections beside it, from 1 on. */
  readonly position: number;
  readonly shelves: readonly OutlineShelf[];
  readonly pages: readonly OutlinePage[];
}

/** The pages of a help centre. */
export interface Outline {
  readonly name: string;
  /** Content folder, beside the configuration. */
  readonly content: string;
  /** The default language. */
  readonly locale: Locale;
  /** Other languages that pages are in. */
  readonly others: readonly Locale[];
  readonly shelves: readonly OutlineShelf[];
  /** Pages in no collection. */
  readonly pages: readonly OutlinePage[];
}

/** A file that a tool reads its order and names from. */
export interface ToolFile {
  /** Whether its path begins at the content folder, or beside the configuration. */
  readonly in: 'content' | 'beside';
  readonly path: string;
  readonly text: string;
  /** Other names that its tool has for it: where one of them is there, it is not written. */
  readonly alsoNamed?: readonly string[];
  /** What a person has to write into one that is there; the new pages where absent. */
  readonly holds?: string;
  /** Folder of the collection that it is about, if of one alone. */
  readonly about?: ContentPath;
}

/** All collections, each before those in it. */
export function allShelves(shelves: readonly OutlineShelf[]): readonly OutlineShelf[] {
  return shelves.flatMap((shelf) => [shelf, ...allShelves(shelf.shelves)]);
}

/** The name of a collection in a language; in the default one where it has none. */
export function nameIn({ name, translations }: OutlineShelf, locale: Locale): string {
  return translations[locale]?.name ?? name;
}

/** The outline in another language: collections without a page in it are left out. */
export function inLanguage(outline: Outline, locale: Locale): Pick<Outline, 'shelves' | 'pages'> {
  const translated = (pages: readonly OutlinePage[]): readonly OutlinePage[] =>
    pages.flatMap((page) => {
      const own = page.others.get(locale);
      return own === undefined ? [] : [{ ...own, others: page.others }];
    });
  const below = (shelves: readonly OutlineShelf[]): readonly OutlineShelf[] =>
    shelves
      .map((shelf) => ({
        ...shelf,
        ...{ name: nameIn(shelf, locale), pages: translated(shelf.pages), shelves: below(shelf.shelves) },
      }))
      .filter(({ pages, shelves: inside }) => pages.length > 0 || inside.length > 0);
  return { shelves: below(outline.shelves), pages: translated(outline.pages) };
}

/** What speakers of a language call it. */
export function languageName(locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** JSON as people write it. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A title as the text of a link in Markdown. */
export function inLink(title: string): string {
  return title.replace(/[\\[\]*_`<>]/g, '\\$&');
}
