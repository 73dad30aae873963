import path from 'node:path';
import { findRepository } from '../git/repository.ts';
import { textOf } from './tool-file.ts';

/** Characters of a file of patterns. */
const mostCharacters = 100_000;

/**
 * What git leaves out of the content folder, as the `.gitignore` of it and of the folders above it say, up to the top of
 * the repository: patterns from the content folder on. Without a repository there are none.
 *
 * @param content absolute content folder
 */
export async function leftOutByGit(content: string): Promise<readonly string[]> {
  const repository = await findRepository(content);
  const found: string[] = [];
  for (let folder = content; repository !== null; folder = path.dirname(folder)) {
    const text = (await textOf(path.join(folder, '.gitignore')).catch(() => null)) ?? '';
    const inside = path.relative(folder, content).split(path.sep).join('/');
    if (text.length <= mostCharacters) found.push(...patternsIn(text, inside));
    if (folder === repository.root) break;
  }
  return found;
}

/** Patterns that name a place below a folder, from it on. @param inside the folder, from that of the file on */
function patternsIn(text: string, inside: string): readonly string[] {
  const start = inside === '' ? '' : `${inside}/`;
  return text.split('\n').flatMap((line) => {
    const [, not = '', pattern = ''] = /^(!?)\/?(.*?)[ \t\r]*$/.exec(line) ?? [];
    if (pattern === '' || line.startsWith('#') || !pattern.replace(/\/$/, '').includes('/')) return [];
    const own = pattern.startsWith(start) ? pattern.slice(start.length) : '';
    return own === '' ? [] : [`${not}${own}`];
  });
}
