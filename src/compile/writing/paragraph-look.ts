import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { wordsOf } from '../../text/spoken-words.ts';
import type { Look, Looking } from './look.ts';

/** Words of one paragraph. */
const most = 120;

/** Elements that begin a block of their own inside another. */
const blocks = new Set('p ul ol dl table pre blockquote details div section figure'.split(' '));

/** Paragraphs that are too long to be read on a screen; the text of a list item is one too. */
export function paragraphLook({ rules: { codes, locale }, report }: Looking): Look | null {
  if (!codes.has('paragraph-long')) return null;
  return (node, { at }) => {
    if (node.type !== 'element' || !['p', 'li', 'dd'].includes(node.tagName)) return;
    const text = ownText(node);
    // Words have a letter each, and mostly something between them.
    if (text.length <= most) return;
    const words = wordsOf(text, locale).length;
    if (words > most) report('paragraph-long', { words, most }, at);
  };
}

function ownText({ children }: Element): string {
  return children
    .map((child) => (child.type === 'element' && blocks.has(child.tagName) ? ' ' : textOf(child)))
    .join('');
}
