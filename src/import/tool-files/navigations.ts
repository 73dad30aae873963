import { withoutSourceEnding } from '../../model/source-path.ts';
import { encodePart } from '../locale-path.ts';
import { yamlText } from '../yaml-text.ts';
import {
  allShelves,
  inLanguage,
  inLink,
  json,
  languageName,
  type Outline,
  type OutlinePage,
  type OutlineShelf,
  type ToolFile,
} from './outline.ts';

type Shelved = Pick<Outline, 'shelves' | 'pages'>;

const addressOf = (path: string): string => path.split('/').map(encodePart).join('/');

/** GitBook: a `SUMMARY.md`, and one in the folder of each language, which is a space of its own there. */
export function gitbookFiles(outline: Outline): readonly ToolFile[] {
  return [
    { in: 'content', path: 'SUMMARY.md', text: summaryOf(outline, '') },
    ...outline.others.map(
      (locale): ToolFile => ({
        ...{ in: 'content', path: `${locale}/SUMMARY.md` },
        text: summaryOf(inLanguage(outline, locale), `${locale}/`),
      }),
    ),
  ];
}

function summaryOf({ shelves, pages }: Shelved, folder: string): string {
  const item = (depth: number, text: string): string => `${'  '.repeat(depth)}* ${text}`;
  const listed = (depth: number, own: readonly OutlinePage[]): readonly string[] =>
    own.map(({ path, title }) => item(depth, `[${inLink(title)}](${addressOf(path.slice(folder.length))})`));
  const below = (depth: number, inside: readonly OutlineShelf[]): readonly string[] =>
    inside.flatMap((shelf) => [
      item(depth, `[${inLink(shelf.name)}]()`),
      ...listed(depth + 1, shelf.pages),
      ...below(depth + 1, shelf.shelves),
    ]);
  const groups = shelves.flatMap((shelf) => [
    ...['', `## ${shelf.name}`, ''],
    ...listed(0, shelf.pages),
    ...below(0, shelf.shelves),
  ]);
  return `${['# Table of contents', '', ...listed(0, pages), ...groups].join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

/** Mintlify: a `docs.json`, with a navigation for each language where there are several. */
export function mintlifyFiles(outline: Outline): readonly ToolFile[] {
  const paths = (own: readonly OutlinePage[]): readonly string[] => own.map(({ path }) => withoutSourceEnding(path));
  const groups = (inside: readonly OutlineShelf[]): readonly unknown[] =>
    inside.map((shelf) => ({ group: shelf.name, pages: [...paths(shelf.pages), ...groups(shelf.shelves)] }));
  const all = ({ shelves, pages }: Shelved): readonly unknown[] => [...paths(pages), ...groups(shelves)];
  const { name, locale, others } = outline;
  const languages = [
    { language: locale, default: true, pages: all(outline) },
    ...others.map((language) => ({ language, pages: all(inLanguage(outline, language)) })),
  ];
  const text = json({
    $schema: 'https://mintlify.com/docs.json',
    theme: 'mint',
    name,
    colors: { primary: '#334BFA' },
    navigation: others.length === 0 ? { pages: all(outline) } : { languages },
  });
  return [{ in: 'content', path: 'docs.json', text, alsoNamed: ['mint.json'] }];
}

/** MkDocs: its configuration, with the extensions that the texts need and the plug-in that knows languages. */
export function mkdocsFiles(outline: Outline): readonly ToolFile[] {
  const nav = ({ pages, shelves }: Shelved): readonly unknown[] => [
    ...pages.map(({ path }) => path),
    ...shelves.map((shelf) => ({ [shelf.name]: nav(shelf) })),
  ];
  const text = yamlText({
    site_name: outline.name,
    docs_dir: outline.content,
    theme: { name: 'material' },
    // What callouts, sections, buttons, sizes, and Markdown in HTML need.
    markdown_extensions: [
      ...['admonition', 'attr_list', 'md_in_html', 'tables'],
      ...['pymdownx.details', 'pymdownx.superfences'],
    ],
    ...(outline.others.length === 0
      ? {}
      : { plugins: ['search', { i18n: { docs_structure: 'suffix', languages: languagesOf(outline) } }] }),
    nav: nav(outline),
  });
  return [{ in: 'beside', path: 'mkdocs.yml', text, alsoNamed: ['mkdocs.yaml'] }];
}

function languagesOf({ locale, others, shelves }: Outline): readonly unknown[] {
  return [
    { locale, name: languageName(locale), default: true, build: true },
    ...others.map((other) => {
      const names = allShelves(shelves).flatMap(({ name, translations }) => {
        const theirs = translations[other]?.name;
        return theirs === undefined || theirs === name ? [] : [[name, theirs] as const];
      });
      const named = names.length === 0 ? {} : { nav_translations: Object.fromEntries(names) };
      return { locale: other, name: languageName(other), build: true, ...named };
    }),
  ];
}
