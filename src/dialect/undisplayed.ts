import type { Element } from 'hast';
import { carrierAttribute, undisplayedWords } from '../body/carried.ts';
import { attributeOf, type HtmlElement, type HtmlNode, isHtmlElement } from '../body/parse.ts';
import { plainTextOf } from '../body/plain-text.ts';
import { element, text } from './element.ts';

/** What a carrier is on its way through HTML. */
export const carrierClass = 'intercom-block';

/** The mark that stands for it in Markdown. */
export const undisplayedMark =
  '<!-- undisplayed: Intercom has a block here that it does not give out. While this line stays, the article is never written. -->';

/** Whether a block of the canonical form stands for one that the API cannot express. */
export function isUndisplayed(block: HtmlElement): boolean {
  const [child] = block.childNodes;
  if (block.tagName !== 'p' || block.childNodes.length !== 1 || child === undefined || !isHtmlElement(child))
    return false;
  return child.tagName === 'b' && plainTextOf(child.childNodes) === undisplayedWords;
}

/** The data of the carrier of such a block; null where Intercom did not give it out. */
export function carrierOf(block: HtmlElement): string | null {
  return attributeOf(block, carrierAttribute);
}

/** A carrier in Markdown. */
export function carrierDirective(data: string): string {
  return `::intercom-block{data="${data}"}`;
}

/** A carrier within HTML. */
export function carrierTag(data: string): string {
  return `<div class="${carrierClass}" ${carrierAttribute}="${data}"></div>`;
}

/** How many there are among blocks of the canonical form and in them that nobody has the carrier of. */
export function countUndisplayed(nodes: readonly HtmlNode[]): number {
  return nodes
    .filter(isHtmlElement)
    .reduce((sum, node) => sum + (isLost(node) ? 1 : countUndisplayed(node.childNodes)), 0);
}

function isLost(block: HtmlElement): boolean {
  return isUndisplayed(block) && carrierOf(block) === null;
}

/** Whether a comment is the mark. Only its first word counts. */
export function isUndisplayedMark(comment: string): boolean {
  return /^\s*undisplayed(?=[\s:]|$)/.test(comment);
}

/**
 * The block that the mark stands for, as the API wrote it.
 *
 * @param data of its carrier, where there is one
 */
export function undisplayed(data: string | null = null): Element {
  const carried = data === null ? {} : { dataIntercomBlock: data };
  return element('p', { className: ['no-margin'], ...carried }, [element('b', {}, [text(undisplayedWords)])]);
}
