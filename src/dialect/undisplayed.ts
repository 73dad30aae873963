import type { Element } from 'hast';
import { type HtmlElement, type HtmlNode, isHtmlElement } from '../body/parse.ts';
import { plainTextOf } from '../body/plain-text.ts';
import { element, text } from './element.ts';

/** What the API writes in place of a block that it cannot express. */
const words = 'Could not display content';

/** The mark that stands for it in Markdown. */
export const undisplayedMark =
  '<!-- undisplayed: Intercom has a block here that it does not give out. While this line stays, the article is never written. -->';

/** Whether a block of the canonical form stands for one that the API cannot express. */
export function isUndisplayed(block: HtmlElement): boolean {
  const [child] = block.childNodes;
  if (block.tagName !== 'p' || block.childNodes.length !== 1 || child === undefined || !isHtmlElement(child))
    return false;
  return child.tagName === 'b' && plainTextOf(child.childNodes) === words;
}

/** How many there are among blocks of the canonical form and in them. */
export function countUndisplayed(nodes: readonly HtmlNode[]): number {
  return nodes
    .filter(isHtmlElement)
    .reduce((sum, node) => sum + (isUndisplayed(node) ? 1 : countUndisplayed(node.childNodes)), 0);
}

/** Whether a comment is the mark. Only its first word counts. */
export function isUndisplayedMark(comment: string): boolean {
  return /^\s*undisplayed(?=[\s:]|$)/.test(comment);
}

/** The block that the mark stands for, as the API wrote it. */
export function undisplayed(): Element {
  return element('p', { className: ['no-margin'] }, [element('b', {}, [text(words)])]);
}
