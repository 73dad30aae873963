import type { Element } from 'hast';
import { type HtmlElement, isHtmlElement } from '../body/parse.ts';
import { plainTextOf } from '../body/plain-text.ts';
import type { BlockWriter, Construct, ElementRule, Shape } from './construct.ts';
import { element, isBlock, isElement, oneLine, plainText, text } from './element.ts';
import { headingLine } from './heading-line.ts';
import { lineAsHtml } from './html-line.ts';
import { textAsHtml } from './html-text.ts';
import { writtenOut } from './markdown-nodes.ts';

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
  const link = summary.children.find((child) => isElement(child, 'a'));
  if (isElement(link))
    shape.report('heading-markup', { what: `the link on "${oneLine(plainText([link]))}"` }, link.position);
  return element(
    isElement(heading) ? heading.tagName : 'h2',
    {},
    headingLine(pieces.filter((piece) => !isBlock(piece))),
  );
}

/** The part of Intercom's own form that holds the content. */
const content: ElementRule = (node, shape) => shape.blocks(node.children);

const write: BlockWriter = ([block], writing) => {
  const content = block.childNodes.findLast(isHtmlElement);
  const title = writtenOut(`<details>\n${summaryTag(block)}`);
  return [title, ...writing.flow(content?.childNodes ?? [], 'section'), writtenOut('</details>')];
};

/** The title of a section of the canonical form, in one line of HTML. */
export function summaryTag(section: HtmlElement): string {
  const summary = section.childNodes.find(isHtmlElement);
  const heading = summary?.childNodes.find(isHtmlElement);
  const isOnly = summary?.childNodes.length === 1 && /^h[1-6]$/.test(heading?.tagName ?? '');
  const label =
    heading !== undefined && isOnly
      ? lineAsHtml(heading.childNodes)
      : textAsHtml(plainTextOf(summary?.childNodes ?? []));
  const isUsual = heading === undefined || heading.tagName === 'h2' || !/^h[1-4]$/.test(heading.tagName);
  return `<summary>${isUsual ? label : `<${heading.tagName}>${label}</${heading.tagName}>`}</summary>`;
}

export const sections: Construct = {
  name: 'section',
  toHtml: {
    elements: {
      details: section,
      summary: (node, shape) => shape.blocks(node.children),
      'div.collapsible-section-content': content,
    },
  },
  toMarkdown: { details: write },
};
