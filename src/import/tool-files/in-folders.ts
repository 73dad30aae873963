import type { Locale } from '../../model/article.ts';
import { translatedDocs } from '../../model/language-folder.ts';
import { yamlText } from '../yaml-text.ts';
import { allShelves, json, languageName, type Outline, type OutlineShelf, type ToolFile } from './outline.ts';

/** A file in the folder of each collection that one is called for. */
function inFolders({ shelves }: Outline, name: string, textOf: (shelf: OutlineShelf) => string): readonly ToolFile[] {
  return allShelves(shelves).map((shelf) => ({
    in: 'content',
    path: `${shelf.folder}/${name}`,
    text: textOf(shelf),
    holds: 'the name and the place of the collection',
    about: shelf.folder,
  }));
}

/** Docusaurus: `_category_.json` in each folder, and what categories are called in other languages. */
export function docusaurusFiles(outline: Outline): readonly ToolFile[] {
  return [
    ...inFolders(outline, '_category_.json', categoryOf),
    ...outline.others.map(
      (locale): ToolFile => ({
        in: 'content',
        path: `../i18n/${locale}/${translatedDocs}.json`,
        text: json(categoryMessages(outline, locale)),
        holds: 'the names of the collections',
      }),
    ),
  ];
}

function categoryOf({ name, description, position }: OutlineShelf): string {
  const link = { type: 'generated-index', ...(description === '' ? {} : { description }) };
  return json({ label: name, position, link });
}

/** What its sidebar is called in a site that has no `sidebars.js`, and in one that was made with its template. */
const sidebars = ['defaultSidebar', 'tutorialSidebar'];

function categoryMessages(
  { shelves }: Outline,
  locale: Locale,
): Readonly<Record<string, { readonly message: string }>> {
  const found = allShelves(shelves).flatMap((shelf) =>
    sidebars.flatMap((sidebar): readonly (readonly [string, string | undefined])[] => {
      const key = `sidebar.${sidebar}.category.${shelf.name}`;
      const { name, description } = shelf.translations[locale] ?? {};
      return [
        [key, name],
        [`${key}.link.generated-index.title`, name],
        [`${key}.link.generated-index.description`, shelf.description === '' ? undefined : description],
      ];
    }),
  );
  return Object.fromEntries(found.flatMap(([key, message]) => (message === undefined ? [] : [[key, { message }]])));
}

/** Hugo: `_index.md` in each folder, in every language, and a configuration. */
export function hugoFiles(outline: Outline): readonly ToolFile[] {
  const { name: title, locale, others } = outline;
  const languages = [locale, ...others].map((one, at) => [one, { languageName: languageName(one), weight: at + 1 }]);
  const configuration = {
    title,
    defaultContentLanguage: locale,
    ...(others.length === 0 ? {} : { languages: Object.fromEntries(languages) }),
    // What is HTML in the sources.
    markup: { goldmark: { renderer: { unsafe: true } } },
  };
  const endings = ['toml', 'yaml', 'yml', 'json'];
  return [
    {
      ...{ in: 'beside', path: 'hugo.yaml', text: yamlText(configuration) },
      holds: `${others.length === 0 ? '' : 'the languages and '}"unsafe: true" for HTML`,
      alsoNamed: ['hugo', 'config'].flatMap((name) => endings.map((ending) => `${name}.${ending}`)),
    },
    ...inFolders(outline, '_index.md', (shelf) => sectionOf(shelf, shelf)),
    ...others
      .flatMap((other) =>
        inFolders(outline, `_index.${other}.md`, (shelf) => sectionOf(shelf, shelf.translations[other])),
      )
      .filter(({ text }) => text !== ''),
  ];
}

function sectionOf({ position }: OutlineShelf, said: Partial<Pick<OutlineShelf, 'name' | 'description'>> | undefined) {
  if (said?.name === undefined) return '';
  const fields = { title: said.name, description: said.description || undefined, weight: position };
  return `---\n${yamlText(fields)}---\n`;
}

const callouts = { note: 'blue', tip: 'green', important: 'grey-lt', warning: 'yellow', danger: 'red' };

/** Jekyll with Just the Docs: a page for each collection, which others name as their parent, and a configuration. */
export function jekyllFiles(outline: Outline): readonly ToolFile[] {
  const configuration = {
    title: outline.name,
    theme: 'just-the-docs',
    defaults: [{ scope: { path: '' }, values: { layout: 'default' } }],
    callouts: Object.fromEntries(Object.entries(callouts).map(([kind, color]) => [kind, { color }])),
  };
  const pages = (shelves: readonly OutlineShelf[], above: readonly string[]): readonly ToolFile[] =>
    shelves.flatMap((shelf): readonly ToolFile[] => [
      {
        ...{ in: 'content', path: `${shelf.folder}/index.md`, text: parentPage(shelf, above) },
        holds: 'the name and the place of the collection',
        about: shelf.folder,
      },
      ...pages(shelf.shelves, [...above, shelf.name]),
    ]);
  return [
    {
      ...{ in: 'content', path: '_config.yml', text: yamlText(configuration) },
      ...{ holds: 'the callouts', alsoNamed: ['_config.yaml', '_config.toml'] },
    },
    ...pages(outline.shelves, []),
  ];
}

/** It has no text of its own: Just the Docs lists what is below it, and so does Intercom. */
function parentPage({ name, description, position }: OutlineShelf, above: readonly string[]): string {
  const fields = {
    ...{ title: name, description: description || undefined, nav_order: position, has_children: true },
    ...parentFields(above),
    sync: false,
  };
  return `---\n${yamlText(fields)}---\n`;
}

/**
 * How a page of Just the Docs says what is above it.
 *
 * @param above names, outermost first
 */
export function parentFields(above: readonly string[]): { readonly parent?: string; readonly grand_parent?: string } {
  const [parent, grandParent] = above.toReversed();
  return {
    ...(parent === undefined ? {} : { parent }),
    ...(grandParent === undefined ? {} : { grand_parent: grandParent }),
  };
}
