import type { ContentPath } from '../model/article.ts';
import type { FlavourName } from '../model/flavour-name.ts';
import { withoutSourceEnding } from '../model/source-path.ts';
import { yamlText } from './yaml-text.ts';

/** A page, as navigations name it. */
export interface OutlinePage {
  readonly path: ContentPath;
  readonly title: string;
}

/** A collection with all that is in it, in order. */
export interface OutlineShelf {
  readonly folder: ContentPath;
  readonly name: string;
  readonly description: string;
  readonly order: number;
  readonly shelves: readonly OutlineShelf[];
  readonly pages: readonly OutlinePage[];
}

/** The pages of a help centre in the default language. */
export interface Outline {
  readonly name: string;
  readonly content: string;
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
}

/**
 * The files in which a tool says what folders are called, and what comes after what. None for those that only a program
 * tells, or the folders themselves.
 */
export function toolFiles(flavour: FlavourName, outline: Outline): readonly ToolFile[] {
  switch (flavour) {
    case 'docusaurus':
      return allShelves(outline.shelves).map((shelf) => inFolder(shelf, '_category_.json', categoryOf(shelf)));
    case 'hugo':
      return allShelves(outline.shelves).map((shelf) => inFolder(shelf, '_index.md', sectionOf(shelf)));
    case 'gitbook':
      return [{ in: 'content', path: 'SUMMARY.md', text: summaryOf(outline) }];
    case 'mintlify':
      return [{ in: 'content', path: 'docs.json', text: docsJsonOf(outline) }];
    case 'mkdocs':
      return [{ in: 'beside', path: 'mkdocs.yml', text: mkdocsOf(outline) }];
    default:
      return [];
  }
}

function allShelves(shelves: readonly OutlineShelf[]): readonly OutlineShelf[] {
  return shelves.flatMap((shelf) => [shelf, ...allShelves(shelf.shelves)]);
}

function inFolder({ folder }: OutlineShelf, name: string, text: string): ToolFile {
  return { in: 'content', path: `${folder}/${name}`, text };
}

function categoryOf({ name, description, order }: OutlineShelf): string {
  const link = { type: 'generated-index', ...(description === '' ? {} : { description }) };
  return json({ label: name, position: order + 1, link });
}

function sectionOf({ name, description, order }: OutlineShelf): string {
  const fields = { title: name, description: description === '' ? undefined : description, weight: order + 1 };
  return `---\n${yamlText(fields)}---\n`;
}

/** A title in the text of a link. */
const inLink = (title: string): string => title.replace(/[\\[\]*_`<>]/g, '\\$&');

function summaryOf({ shelves, pages }: Outline): string {
  const item = (depth: number, text: string): string => `${'  '.repeat(depth)}* ${text}`;
  const listed = (depth: number, own: readonly OutlinePage[]): readonly string[] =>
    own.map(({ path, title }) => item(depth, `[${inLink(title)}](${encodeURI(path)})`));
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

function docsJsonOf({ name, shelves, pages }: Outline): string {
  const paths = (own: readonly OutlinePage[]): readonly string[] => own.map(({ path }) => withoutSourceEnding(path));
  const groups = (inside: readonly OutlineShelf[]): readonly unknown[] =>
    inside.map((shelf) => ({ group: shelf.name, pages: [...paths(shelf.pages), ...groups(shelf.shelves)] }));
  return json({
    $schema: 'https://mintlify.com/docs.json',
    theme: 'mint',
    name,
    colors: { primary: '#334BFA' },
    navigation: { pages: [...paths(pages), ...groups(shelves)] },
  });
}

function mkdocsOf({ name, content, shelves, pages }: Outline): string {
  const nav = (own: readonly OutlinePage[], inside: readonly OutlineShelf[]): readonly unknown[] => [
    ...own.map(({ path }) => path),
    ...inside.map((shelf) => ({ [shelf.name]: nav(shelf.pages, shelf.shelves) })),
  ];
  return yamlText({
    site_name: name,
    docs_dir: content,
    theme: { name: 'material' },
    // What callouts, sections, buttons, sizes, and Markdown in HTML need.
    markdown_extensions: [
      ...['admonition', 'attr_list', 'md_in_html', 'tables'],
      ...['pymdownx.details', 'pymdownx.superfences'],
    ],
    nav: nav(pages, shelves),
  });
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
