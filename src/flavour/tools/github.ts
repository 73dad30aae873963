import type { Flavour } from '../flavour.ts';
import { codeTitle } from './mdx.ts';

/** Classes behind a heading, which sites with Markdown of their own read. */
const classes = /(?<=^ {0,3}#{1,6}[ \t].*\S)[ \t]+\{[ \t]*\.[\w-]+(?:[ \t]+\.[\w-]+)*[ \t]*\}[ \t]*$/dg;
/** The name of a tab that a block of code is, up to the end of the line. */
const tab = /\btab=(?:"([^"]+)"|'([^']+)'|([^"'\s].*))$/;
const named = /^[ \t>]*(?:```|~~~)\S*[ \t].*\b(?:tab|title|filename)=/m;
/** A mark of Torchlight in code, which colours the line and is never shown; a comment that holds nothing else goes with it. */
const torchlight =
  /[ \t]*(?:(?:\/\/|#|--|;)[ \t]*\[tl![^\]]*\][ \t]*$|(?:<!--|\/\*)[ \t]*\[tl![^\]]*\][ \t]*(?:-->|\*\/)|\[tl![^\]]*\])/;

/** Whether there is anything in a text that is rewritten: most texts are read as they are. */
export function isOfSite(text: string): boolean {
  const hasClasses = text.includes('{') && /^ {0,3}#{1,6}[ \t].*\{[ \t]*\.[^{}\n]*\}[ \t]*$/m.test(text);
  return hasClasses || text.includes('[tl!') || named.test(text);
}

/** Our own dialect, which is GitHub's: nothing of it is rewritten but what sites with Markdown of their own never show. */
export const github: Flavour = {
  name: 'github',
  title: 'GitHub',
  blocks: [],
  inline: [{ sign: '{', pattern: classes, write: () => '' }],
  tags: [],
  comments: [],
  modules: [],
  codeName: (info) => codeTitle(info) ?? tab.exec(info)?.slice(1).find(Boolean)?.trim() ?? null,
  codeMarks: [torchlight],
  files: { endings: ['md', 'markdown'], index: [], never: [], title: 'heading' },
  keys: { title: ['title'], description: ['description'], draft: ['draft'], published: [], addresses: [] },
};
