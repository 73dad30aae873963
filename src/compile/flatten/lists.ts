import type { Element } from 'hast';
import { isBlock, isElement, isSpace, text } from '../../dialect/element.ts';
import { emptyParagraph } from '../../dialect/spacing.ts';

/** Four spaces that do not collapse: how far a list in a list in a list stands from the left. */
const step = '\u00a0'.repeat(4);

/**
 * The items of a list as paragraphs that begin with what a list would show: a dash, a number or a letter. Blocks that
 * are no text, such as images and code, follow as they are.
 *
 * @param list `ul` or `ol` whose items hold blocks, spaced
 * @param depth lists of lines around, which the lines are indented for
 * @param numbering how the items of an `ol` are told apart from those of an `ol` around it
 */
export function itemsAsLines(list: Element, depth: number, numbering: 'numbers' | 'letters'): Element[] {
  return list.children
    .filter((child) => isElement(child))
    .flatMap((item, index) => {
      const mark = list.tagName === 'ul' ? '–' : `${numbering === 'letters' ? letters(index) : index + 1}.`;
      return marked(item.children.filter(isBlock), step.repeat(depth) + mark);
    });
}

function marked(blocks: readonly Element[], mark: string): Element[] {
  const [first, ...rest] = blocks;
  if (first === undefined || first.tagName !== 'p') return [line(emptyParagraph(), mark), ...blocks];
  return first.children.every(isSpace) ? [line(first, mark), ...rest] : [line(first, `${mark} `), ...rest];
}

function line(paragraph: Element, before: string): Element {
  return { ...paragraph, children: [text(before), ...paragraph.children] };
}

/** a to z, then aa to az, as browsers go on. */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(97 + (index % 26));
}
