import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { blocks, type Construct } from './context.ts';
import { attribute, classesOf, element, isElement } from './node.ts';

/**
 * Rewrites `details` to a collapsible section: a summary that is a heading, and the rest in
 * `div.collapsible-section-content`, which is added where it was not sent.
 */
export const detailsConstruct: Construct = (node, walk) => {
  const summary = node.children.find((child) => isElement(child, 'summary'));
  const title = titleOf(isElement(summary) ? summary : undefined);
  const content = node.children
    .filter((child) => child !== summary)
    .flatMap((child) => (isContent(child) ? child.children : [child]));
  const inside = walk.blocks(content, 'dropped');
  if (walk.context.quirks.details === 'unwrapped') {
    return blocks(...walk.blocks(title.children, 'dropped'), ...inside);
  }
  return blocks(
    element('details', {}, [
      element('summary', {}, [title]),
      element('div', { className: ['collapsible-section-content'] }, inside),
    ]),
  );
};

/** The summary's heading, h2 where none was sent. It has a level and an id of its own choice: it is no part of the outline. */
function titleOf(summary: Element | undefined): Element {
  const heading = summary?.children.find((child) => isElement(child) && /^h[1-4]$/.test(child.tagName));
  const text =
    summary === undefined
      ? ''
      : textOf(summary)
          .replace(/[ \t\n\f\r]+/g, ' ')
          .trim();
  const children = text === '' ? [] : [{ type: 'text' as const, value: text }];
  if (!isElement(heading)) return element('h2', {}, children);
  return element(heading.tagName, { id: attribute(heading, 'id') }, children);
}

function isContent(child: Element['children'][number]): child is Element {
  return isElement(child, 'div') && classesOf(child).includes('collapsible-section-content');
}
