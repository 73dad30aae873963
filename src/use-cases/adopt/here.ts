import path from 'node:path';
import { localeOf } from '../../model/help-centre-locales.ts';
import { languageOf } from '../../text/language-of.ts';
import { type Detected, detectIn } from './detect.ts';
import { pagesIn } from './pages.ts';
import { plainIn } from './plain.ts';
import { toolInText } from './signs.ts';
import { languagesIn, type Tree, textOf, textsIn, treeOf } from './tree.ts';

/** The Markdown that is in a folder, as a help centre may be made of it. */
export interface Here {
  /** null: nothing here is plainly for readers. */
  readonly found: Detected | null;
  /** Texts in the folder of the sources. */
  readonly texts: number;
  /** Language of the texts, and what told it; null where nothing did. */
  readonly language: { readonly locale: string; readonly by: 'tool' | 'folder' | 'texts' } | null;
  /** Other folders with Markdown that may be for readers, the largest first. */
  readonly besides: readonly { readonly folder: string; readonly texts: number }[];
}

/**
 * Looks at the Markdown that is here: what tool it is for, where, and in which language. What is only about a repository,
 * such as its README, is no help centre, nor are texts of no tool's that lie about in a program. Files are looked at as
 * text, and nothing is run.
 *
 * @param folder absolute
 * @param content the folder of the sources, where it is not to be looked for
 */
export async function lookHere(folder: string, content?: string): Promise<Here> {
  const tree = await treeOf(folder);
  const found =
    content === undefined
      ? await foundIn(tree)
      : await namedIn(tree, path.posix.normalize(content).replace(/(?<=.)\/$/, ''));
  if (found === null) return { found, texts: 0, language: null, besides: content === undefined ? besidesOf(tree) : [] };
  const isFolder = found.locales === 'folder' || localeOf(path.posix.basename(found.content)) !== null;
  const by = isFolder || found.file === null ? 'folder' : 'tool';
  const told = found.locale === null ? null : ({ locale: found.locale, by } as const);
  return {
    found,
    texts: textsIn(tree, found.content).length,
    language: told ?? (await languageIn(tree, found)),
    besides: content === undefined ? besidesOf(tree, found) : [],
  };
}

/** Files of programs. */
const ofProgram = /\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|rb|php|cs|c|cc|cpp|h|swift|scala|ex|exs|dart|vue|svelte)$/i;

async function foundIn(tree: Tree): Promise<Detected | null> {
  const found = (await detectIn(tree)) ?? plainIn(tree);
  if (found === null || pagesIn(tree, found.content).length === 0) return null;
  const programs = tree.files.filter((file) => ofProgram.test(file)).length;
  const liesAbout = found.file === null && found.content === '.' && programs > pagesIn(tree, '.').length;
  return liesAbout ? null : found;
}

/** A folder that somebody named: as its tool has it, where that has its texts there. */
async function namedIn(tree: Tree, content: string): Promise<Detected | null> {
  if (pagesIn(tree, content).length === 0) return null;
  const found = await detectIn(tree);
  return found?.content === content ? found : plainIn(tree, content, await toolInText(tree, content));
}

/** Texts whose language is looked at. */
const sample = 40;

async function languageIn(tree: Tree, { content }: Detected): Promise<Here['language']> {
  const languages = languagesIn(tree, content).map((name) => `${path.posix.join(content, name)}/`);
  const main = pagesIn(tree, content).filter(
    (file) => !/\.[a-z]{2,3}(?:[-_][a-z]{2,4})?\.\w+$/i.test(file) && !languages.some((one) => file.startsWith(one)),
  );
  const every = Math.max(1, Math.floor(main.length / sample));
  const texts = await Promise.all(main.filter((_, index) => index % every === 0).map((file) => textOf(tree, file)));
  const locale = languageOf(texts.map((text) => text.replace(/^---\n[\s\S]*?\n---\n/, '')));
  return locale === null ? null : { locale, by: 'texts' };
}

/** Folders that are named. */
const mostBesides = 4;

function besidesOf(tree: Tree, found?: Detected): Here['besides'] {
  if (found?.content === '.') return [];
  const taken = found === undefined ? [] : [found.content, ...(found.left ?? [])];
  const counts = new Map<string, number>();
  for (const file of pagesIn(tree, '.')) {
    // What begins with one is put into pages, or is none.
    if (/(?:^|\/)_[^/]*\//.test(file)) continue;
    if (taken.some((one) => file.startsWith(`${one}/`)) || !file.includes('/')) continue;
    const folder = file.split('/').slice(0, -1).slice(0, 2).join('/');
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .map(([folder, texts]) => ({ folder, texts }))
    .sort((a, b) => b.texts - a.texts)
    .slice(0, mostBesides);
}
