import path from 'node:path';
import { escapeText } from '../../body/escape.ts';
import { valuesIn } from '../../compile/values.ts';
import { type Decompiled, decompile } from '../../dialect/decompile.ts';
import { flavours } from '../../flavour/flavours.ts';
import { type Places, places } from '../../flavour/out/places.ts';
import type { AddressNaming } from '../../import/address-book.ts';
import { imageFolder, type Naming } from '../../import/layout.ts';
import { encodePart, relativeAddress } from '../../import/locale-path.ts';
import { blocksOfNormal } from '../../import/pull/pieces.ts';
import type { ContentPath, Spacing, State } from '../../model/article.ts';
import type { FlavourName } from '../../model/flavour-name.ts';
import { isBeside, languageFolder } from '../../model/language-folder.ts';
import type { SourceFields } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';
import { withoutSourceEnding } from '../../model/source-path.ts';
import { isSourcePath } from '../../read/is-source.ts';
import { flavouredText } from '../flavoured-text.ts';

/** Where a flavour has its files; null for our own dialect. */
export function placesOf(flavour: FlavourName): Places | null {
  return flavour === 'github' ? null : places[flavour];
}

/** What names of new sources must be like. */
export function namingOf({ flavour }: Pick<Settings, 'flavour'>): Naming | undefined {
  const found = placesOf(flavour);
  if (found === null) return undefined;
  const { files } = flavours[flavour];
  // The note that lists all others.
  const taken = flavour === 'obsidian' ? [...files.index, 'contents'] : files.index;
  return {
    ending: found.ending,
    isReserved: (file) => {
      const name = withoutSourceEnding(path.posix.basename(file)).toLowerCase();
      return taken.includes(name) || !isSourcePath(file, files) || !isSourcePath(file.toUpperCase(), files);
    },
  };
}

/** How files of the configuration's tool name each other. */
export function addressNamingOf(settings: Pick<Settings, 'flavour' | 'content' | 'images' | 'locales'>) {
  const found = placesOf(settings.flavour);
  if (found === null) return {};
  const roots = (settings.images.roots ?? []).map((root) => path.posix.relative(settings.content, root));
  const naming: AddressNaming = {
    page(from, to) {
      // A page beside the content folder names others as they lie in it: so it finds those that are not translated too.
      if (isBeside(from)) return absolute(languageFolder(to, settings.locales)?.rest ?? to);
      return pageAddress(found, from, settings.locales === 'suffix' ? sameLanguage(from, to) : to);
    },
    image: (from, to) => {
      if (found.imagesNamed === 'from-the-file') return relativeAddress(from, to);
      const root = roots.find((one) => one !== '' && to.startsWith(`${one}/`));
      if (root === undefined && to.startsWith('../')) return relativeAddress(from, to);
      return absolute(root === undefined ? to : to.slice(root.length + 1));
    },
  };
  return { naming };
}

/** A page in the language of the one that links to it is meant by the path without a language. */
function sameLanguage(from: ContentPath, to: ContentPath): ContentPath {
  const locale = /\.([a-z]{2}(?:-[A-Za-z]+)?)\.mdx?$/.exec(from)?.[1];
  return locale === undefined ? to : to.replace(new RegExp(`\\.${locale}(\\.mdx?)$`), '$1');
}

function pageAddress({ pagesNamed }: Places, from: ContentPath, to: ContentPath): string {
  switch (pagesNamed) {
    case 'from-the-file':
      return relativeAddress(from, to);
    case 'from-the-root':
      return absolute(to);
    case 'as-page':
      return absolute(withoutSourceEnding(to));
    case 'as-folder':
      return `${absolute(withoutSourceEnding(to))}/`;
  }
}

const absolute = (file: ContentPath): string => `/${file.split('/').map(encodePart).join('/')}`;

/** Where images go: their folder from the content folder on, and the folder on disk that it lies in. */
export interface ImagePlace {
  readonly folder: ContentPath;
  /** Absolute. */
  readonly root: string;
  /** What a path from the content folder on has before its part in `root`. */
  readonly prefix: string;
}

/** The first folder that the configuration names for images of its tool, else the content folder. */
export function imagePlaceOf({ flavour, content, images }: Settings, folder: string): ImagePlace {
  const [root] = flavour === 'github' ? [] : (images.roots ?? []);
  if (root === undefined) return { folder: imageFolder, root: path.join(folder, content), prefix: '' };
  const prefix = `${path.posix.relative(content, root)}/`.replace(/^\/$/, '');
  return { folder: prefix + imageFolder, root: path.join(folder, root), prefix };
}

/** A body in the Markdown of the configuration's tool. */
export interface FlavouredBody {
  readonly text: string;
  /** Blocks that the tool's Markdown has no form for. */
  readonly blocksAsHtml: number;
}

/**
 * Writes a body in the Markdown of the configuration's tool. Where that shows no title but the text's first heading, or
 * would show that in its place, or the first heading says the same, the title comes first: reading leaves it out.
 *
 * @param decompiled the body in our dialect, or one block of HTML
 */
export function flavouredBody(
  decompiled: Pick<Decompiled, 'parts'>,
  title: string,
  spacing: Spacing,
  settings: Settings,
): FlavouredBody {
  const found = placesOf(settings.flavour);
  const blocks = blocksOfNormal(decompiled);
  const first = blocks[0] ?? '';
  const hidesTitle = flavours[settings.flavour].files.ownHeading === true && /^(?:# |<h1\b)/.test(first);
  const needsTitle = found !== null && (found.titleInText === true || hidesTitle || saysTitle(first, title));
  const own = needsTitle ? [`# ${titleLine(title)}`] : [];
  // What Intercom has is never a variable of ours, whatever the product's files say.
  const values = valuesIn(settings.locale, {}, settings);
  const body = flavouredText(blocks, { spacing, settings, values });
  const heading = flavouredText(own, { spacing, settings, values });
  return { text: [heading.text, body.text].filter((text) => text !== '').join('\n'), blocksAsHtml: body.asHtml };
}

function titleLine(title: string): string {
  const { markdown } = decompile(`<h1>${escapeText(title)}</h1>`, { link: (href) => href, image: (src) => src });
  return markdown.replace(/^#+ /, '').trim();
}

/** Whether the first block is a heading that says the title, as reading would see it. */
function saysTitle(block: string, title: string): boolean {
  const fold = (text: string): string =>
    text
      .normalize('NFC')
      .replace(/[\s\p{P}]+/gu, ' ')
      .trim()
      .toLowerCase();
  const heading =
    /^#{1,6} (.*?)(?: \{#[^{}]*\})?$/.exec(block)?.[1] ?? /^<h[1-6][^<>]*>(.*)<\/h[1-6]>/.exec(block)?.[1];
  return (
    heading !== undefined && fold(heading.replace(/<[^<>]*>|[*_`\\]/g, '')) === fold(title.replace(/[*_`\\]/g, ''))
  );
}

/** Fields that say of a draft that it is one, where the tool would build it otherwise. */
export function asDraft(fields: SourceFields, state: State, draft: Places['draft']): SourceFields {
  return draft !== undefined && state === 'draft' ? { ...fields, state } : fields;
}
