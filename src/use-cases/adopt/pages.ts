import path from 'node:path';
import { type Tree, textsIn } from './tree.ts';

/** What GitHub knows at the top of a repository, and shows beside it. */
const aboutRepository =
  /^(?:AGENTS|AUTHORS|CHANGELOG|CLAUDE|CODE[_-]OF[_-]CONDUCT|CONTRIBUTING|CONTRIBUTORS|GOVERNANCE|ISSUE_TEMPLATE|LICEN[CS]E(?:-\w+)?|MAINTAINERS|NOTICE|PULL_REQUEST_TEMPLATE|SECURITY|THIRD[_-]?PARTY[_-]?NOTICES?)\.md$/;

/** Whether a file is called like one about a repository, or a part of it: its `README.md`, its `CHANGELOG.md`. */
export function isAboutRepository(file: string): boolean {
  const name = path.posix.basename(file);
  return aboutRepository.test(name) || isReadme(name);
}

/** Whether a file is the page of its folder, as GitHub shows it there. */
export function isReadme(file: string): boolean {
  return /(?:^|\/)readme\.md$/i.test(file);
}

/** Folders in which Markdown is a part of a program, or of its tests. */
const ofPrograms =
  /^(?:__tests__|tests?|spec|fixtures?|__fixtures__|testdata|examples?|templates?|scripts|dist|build)$/i;

/** Texts that may be written for readers: none about the repository, in hidden folders, or of a program's tests. */
export function pagesIn(tree: Tree, folder: string): readonly string[] {
  return textsIn(tree, folder).filter((file) => {
    const parts = path.posix.relative(folder, file).split('/').slice(0, -1);
    return !isAboutRepository(file) && parts.every((part) => !part.startsWith('.') && !ofPrograms.test(part));
  });
}

/** Names of folders that texts for readers are in, the likelier ones first. */
const likely = ['help', 'help-center', 'help-centre', 'helpcenter', 'helpcentre', 'docs', 'content', 'doc'];
const alsoLikely = ['documentation', 'articles', 'kb', 'knowledge-base', 'en'];

/**
 * The folder that most of the texts for readers are in: one that is called so, however deep, else the whole.
 *
 * @returns null where there is no Markdown at all
 */
export function folderWithMost(tree: Tree): string | null {
  const whole = textsIn(tree, '.').length;
  if (whole === 0) return null;
  const pages = pagesIn(tree, '.');
  const counts = new Map<string, number>();
  for (const file of pages) {
    for (let at = path.posix.dirname(file); at !== '.'; at = path.posix.dirname(at))
      counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const names = [...likely, ...alsoLikely];
  const [best] = [...counts]
    .filter(([folder, count]) => names.includes(path.posix.basename(folder).toLowerCase()) && count * 2 > pages.length)
    // The outermost: what is called so in it is a part of it.
    .sort(([a], [b]) => a.split('/').length - b.split('/').length);
  return best?.[0] ?? '.';
}
