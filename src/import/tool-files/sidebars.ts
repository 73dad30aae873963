import { withoutSourceEnding } from '../../model/source-path.ts';
import {
  inLanguage,
  json,
  languageName,
  type Outline,
  type OutlinePage,
  type OutlineShelf,
  type ToolFile,
} from './outline.ts';

/** Starlight: a sidebar as data, which its configuration has to take in. A page that is a draft may not be named. */
export function starlightFiles(outline: Outline): readonly ToolFile[] {
  const slugs = (own: readonly OutlinePage[]): readonly string[] =>
    own.filter(({ isDraft }) => !isDraft).map(({ path }) => withoutSourceEnding(path));
  const groups = (inside: readonly OutlineShelf[]): readonly unknown[] =>
    inside.map((shelf) => {
      const names = outline.others.flatMap((locale) => {
        const name = shelf.translations[locale]?.name;
        return name === undefined ? [] : [[locale, name] as const];
      });
      return {
        label: shelf.name,
        ...(names.length === 0 ? {} : { translations: Object.fromEntries(names) }),
        items: [...slugs(shelf.pages), ...groups(shelf.shelves)],
      };
    });
  const text = json([...slugs(outline.pages), ...groups(outline.shelves)]);
  return [{ in: 'beside', path: 'sidebar.json', text }];
}

/** VitePress: a sidebar as data, for each language by its folder. */
export function vitepressFiles(outline: Outline): readonly ToolFile[] {
  const links = (own: readonly OutlinePage[]): readonly unknown[] =>
    own.map(({ path, title }) => ({ text: title, link: `/${encodeURI(withoutSourceEnding(path))}` }));
  const all = ({ pages, shelves }: Pick<Outline, 'pages' | 'shelves'>): readonly unknown[] => [
    ...links(pages),
    ...shelves.map((shelf) => ({ text: shelf.name, items: all(shelf) })),
  ];
  const others = outline.others.map((locale) => [`/${locale}/`, all(inLanguage(outline, locale))] as const);
  const sidebar = others.length === 0 ? all(outline) : Object.fromEntries([['/', all(outline)], ...others]);
  return [{ in: 'content', path: 'sidebar.json', text: json(sidebar) }];
}

/** Languages as the configurations of both name them. */
export function localesOf({ locale, others }: Outline): string {
  const one = (key: string, code: string): string =>
    `${/^[a-z]+$/.test(key) ? key : `'${key}'`}: { label: '${languageName(code).replaceAll("'", "\\'")}', lang: '${code}' }`;
  return `locales: { ${[one('root', locale), ...others.map((other) => one(other, other))].join(', ')} },`;
}
