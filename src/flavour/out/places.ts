import type { FlavourName } from '../../model/flavour-name.ts';
import type { LocaleLayout } from '../../model/language-folder.ts';

/** Where a tool has its files, how they name each other, and what the front matter of a page says there. */
export interface Places {
  /** Folder of the sources, beside the configuration. */
  readonly content: string;
  readonly ending: '.md' | '.mdx';
  readonly locales: LocaleLayout;
  /** Folder that the tool serves images from, beside the configuration; null: the one of the sources. */
  readonly images: string | null;
  readonly imagesNamed: 'from-the-file' | 'from-the-root';
  /** How a link names another page: as a file, from itself or from the root on, or as a page of the site. */
  readonly pagesNamed: 'from-the-file' | 'from-the-root' | 'as-page' | 'as-folder';
  /** The tool shows no title but the first heading of the text. */
  readonly titleInText?: true;
  /** What says of a page that the tool does not build it; absent where nothing does. */
  readonly draft?: Readonly<Record<string, boolean>>;
}

const usual = {
  ending: '.md',
  locales: 'folder',
  images: null,
  imagesNamed: 'from-the-file',
  pagesNamed: 'from-the-file',
} as const;

const draft = { draft: true };

/** Where each tool has its files, as its own examples have them. */
export const places: Readonly<Record<Exclude<FlavourName, 'github'>, Places>> = {
  docusaurus: {
    ...{ ...usual, content: 'docs', locales: 'i18n', images: 'static', imagesNamed: 'from-the-root' },
    draft,
  },
  starlight: {
    ...{ ...usual, content: 'src/content/docs', images: 'public', imagesNamed: 'from-the-root', draft },
    pagesNamed: 'as-folder',
  },
  mkdocs: { ...usual, content: 'docs', locales: 'suffix', draft },
  gitbook: { ...usual, content: 'docs', images: 'docs/.gitbook/assets', titleInText: true },
  mintlify: { ...usual, content: 'docs', ending: '.mdx', imagesNamed: 'from-the-root', pagesNamed: 'as-page' },
  hugo: { ...usual, content: 'content', locales: 'suffix', images: 'static', imagesNamed: 'from-the-root', draft },
  jekyll: {
    ...{ ...usual, content: 'docs', imagesNamed: 'from-the-root', pagesNamed: 'from-the-root', titleInText: true },
    draft: { published: false },
  },
  obsidian: { ...usual, content: 'content', draft: { publish: false } },
  vitepress: { ...usual, content: 'docs', titleInText: true, draft },
};
