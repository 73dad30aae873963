import type { FlavourName } from '../../model/flavour-name.ts';

/** Where a tool has its files, and what the front matter of a page says there. */
export interface Places {
  /** Folder of the sources, beside the configuration. */
  readonly content: string;
  readonly ending: '.md' | '.mdx';
  readonly locales: 'suffix' | 'folder';
  /**
   * Folder that images are put into; null: with the sources, and named from where they are shown. `served`: what its
   * path is called on the site.
   */
  readonly images: { readonly root: string; readonly served: 'absolute' | 'relative' } | null;
  /** The tool shows no title but the first heading of the text. */
  readonly titleInText?: true;
  /** What says of a page that the tool does not build it; absent where nothing does. */
  readonly draft?: Readonly<Record<string, boolean>>;
}

/** Where each tool has its files, as its own examples have them. */
export const places: Readonly<Record<Exclude<FlavourName, 'github'>, Places>> = {
  docusaurus: {
    ...{ content: 'docs', ending: '.md', locales: 'folder', draft: { draft: true } },
    images: { root: 'static', served: 'absolute' },
  },
  starlight: {
    ...{ content: 'src/content/docs', ending: '.md', locales: 'folder', draft: { draft: true } },
    images: { root: 'public', served: 'absolute' },
  },
  mkdocs: { content: 'docs', ending: '.md', locales: 'suffix', images: null, draft: { draft: true } },
  gitbook: {
    ...{ content: 'docs', ending: '.md', locales: 'folder', titleInText: true },
    images: { root: 'docs/.gitbook/assets', served: 'relative' },
  },
  mintlify: { content: 'docs', ending: '.mdx', locales: 'folder', images: { root: 'docs/images', served: 'absolute' } },
  hugo: {
    ...{ content: 'content', ending: '.md', locales: 'suffix', draft: { draft: true } },
    images: { root: 'static', served: 'absolute' },
  },
  jekyll: {
    ...{ content: 'docs', ending: '.md', locales: 'folder', titleInText: true, draft: { published: false } },
    images: null,
  },
  obsidian: { content: 'content', ending: '.md', locales: 'folder', images: null, draft: { publish: false } },
  vitepress: {
    content: 'docs',
    ending: '.md',
    locales: 'folder',
    titleInText: true,
    images: null,
    draft: { draft: true },
  },
};
