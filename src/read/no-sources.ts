import path from 'node:path';
import glob from 'fast-glob';
import { byCodeUnit } from '../model/by-code-unit.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { shownFile } from '../model/shown-file.ts';
import { withCommas } from '../model/with-commas.ts';
import type { FoundFile } from './files.ts';

/** What other tools call texts, and sources are not. */
const foreignText = /\.(?:mdx|mdown|rst|adoc|asciidoc|txt)$/i;

/** What is looked at to say why there is nothing. */
interface Searched {
  /** Absolute folder of the configuration. */
  readonly folder: string;
  readonly content: string;
  /** The content folder as places name it. */
  readonly root: string;
  readonly files: readonly FoundFile[];
  readonly isSource: (file: FoundFile) => boolean;
}

/**
 * Why a content folder without sources is a mistake, and not a help centre that is empty: texts of another kind lie in
 * it, or Markdown lies elsewhere in the repository.
 */
export async function noSources(searched: Searched): Promise<readonly Problem[]> {
  const { root, files, isSource } = searched;
  if (files.some(isSource)) return [];
  const foreign = files.map((file) => file.path).filter((file) => foreignText.test(file));
  const [first] = foreign;
  if (first !== undefined) {
    const found = inWords(foreign);
    const place = { file: shownFile(root, first), line: 1, column: 1 };
    return [problem('no-sources', { folder: root, found, elsewhere: null }, place)];
  }
  const other = await markdownElsewhere(searched);
  if (other === null) return [];
  const found = `Markdown in "${other.folder}"`;
  const place = { file: path.posix.join(root, shownFrom(searched.content), other.file), line: 1, column: 1 };
  return [problem('no-sources', { folder: root, found, elsewhere: other.folder }, place)];
}

/** `2,501 .mdx files`: of the kind that there is most of. */
function inWords(files: readonly string[]): string {
  const endings = files.map((file) => path.posix.extname(file).toLowerCase());
  const [most = ''] = [...new Set(endings)].sort((a, b) => timesIn(endings, b) - timesIn(endings, a));
  const number = timesIn(endings, most);
  return `${withCommas(number)} ${most} ${number === 1 ? 'file' : 'files'}`;
}

const timesIn = (all: readonly string[], one: string): number => all.filter((other) => other === one).length;

/** The way from the content folder up to the configuration's. */
function shownFrom(content: string): string {
  return content === '.' ? '.' : path.posix.relative(`/${content}`, '/');
}

/** The folder beside the content folder with the most Markdown in it, and its first file; null for none. */
async function markdownElsewhere({
  folder,
  content,
}: Searched): Promise<{ readonly folder: string; readonly file: string } | null> {
  if (content === '.') return null;
  const found = await glob('*/**/*.md', {
    cwd: folder,
    dot: false,
    followSymbolicLinks: false,
    suppressErrors: true,
    ignore: ['**/node_modules/**', '**/README.md', '**/CHANGELOG.md', `${glob.escapePath(content)}/**`],
  });
  const folders = found.map((file) => file.split('/')[0] ?? '');
  const [most] = [...new Set(folders)].sort((a, b) => timesIn(folders, b) - timesIn(folders, a) || byCodeUnit(a, b));
  const [file] = found.filter((one) => one.startsWith(`${most ?? ''}/`)).sort(byCodeUnit);
  return most === undefined || file === undefined ? null : { folder: most, file };
}
