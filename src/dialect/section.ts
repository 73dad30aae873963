import type { Element } from 'hast';
import type { Construct, ElementRule, Shape } from './construct.ts';
import { element, isElement, oneLine, plainText, text } from './element.ts';

/**
 * Collapsible sections, `<details><summary>`. The title becomes a heading outside the outline, as Intercom
 * writes it: h2, or the heading that was written.
 */
const section: ElementRule = (node, shape) => {
  const summary = node.children.find((child) => isElement(child, 'summary'));
  const title = titleOf(isElement(summary) ? summary : null, shape);
  const rest = node.children.filter((child) => child !== summary);
  return [
    element('details', {}, [
      element('summary', {}, [title]),
      element('div', { className: ['collapsible-section-content'] }, shape.aligned(null).flow(rest, 'section')),
    ]),
  ];
};

function titleOf(summary: Element | null, shape: Shape): Element {
  if (summary === null) return element('h2', {}, [text('Details')]);
  const heading = summary.children.find((child) => isElement(child, 'h1', 'h2', 'h3', 'h4'));
  const pieces = shape.pieces(
    summary.children.flatMap((child) =>
      isElement(child, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') ? child.children : [child],
    ),
  );
  const label = oneLine(plainText(pieces));
  const link = summary.children.find((child) => isElement(child, 'a'));
  if (isElement(link))
    shape.report('heading-markup', { what: `the link on "${oneLine(plainText([link]))}"` }, link.position);
  return element(isElement(heading) ? heading.tagName : 'h2', {}, label === '' ? [] : [text(label)]);
}

/** The part of Intercom's own form that holds the content. */
const content: ElementRule = (node, shape) => shape.blocks(node.children);

export const sections: Construct = {
  name: 'section',
  toHtml: {
    elements: {
      details: section,
      summary: (node, shape) => shape.blocks(node.children),
      'div.collapsible-section-content': content,
    },
  },
};
