import { toString as textOf } from 'hast-util-to-string';
import { alignedContainer } from './align.ts';
import type { Construct, ElementRule } from './construct.ts';
import { attribute, element, text } from './element.ts';
import { wrap } from './wrap.ts';

const same = (names: string, rule: ElementRule): Record<string, ElementRule> =>
  Object.fromEntries(names.split(' ').map((name) => [name, rule]));

/** What is in it is kept, and nothing is lost with it. */
const transparent: ElementRule = (node, shape) => shape.pieces(node.children);

const reduced =
  (kept: string): ElementRule =>
  (node, shape) => {
    shape.report('html-reduced', { element: node.tagName, kept }, node.position);
    return shape.pieces(node.children);
  };

const bold: ElementRule = (node, shape) => {
  shape.report('html-reduced', { element: node.tagName, kept: 'its text is shown in bold' }, node.position);
  return wrap(shape.pieces(node.children), (children) => element('b', {}, children));
};

/** A formula has elements of its own; its text is the best there is. */
const formula: ElementRule = (node, shape) => {
  shape.report('html-reduced', { element: 'math', kept: 'the text of the formula is shown' }, node.position);
  return [text(textOf(node))];
};

const removed: ElementRule = (node, shape) => {
  shape.report('html-removed', { what: `<${node.tagName}>` }, node.position);
  return [];
};

/** A style sheet: nobody reads it, and how an article looks is up to Intercom. */
const unread: ElementRule = () => [];

/** `<abbr title="…">`: Intercom shows nothing on hovering. */
const titled: ElementRule = (node, shape) => {
  const title = attribute(node, 'title');
  if (title !== '') shape.report('title-lost', { title }, node.position);
  return shape.pieces(node.children);
};

const around =
  (before: string, after: string): ElementRule =>
  (node, shape) => [text(before), ...shape.pieces(node.children), text(after)];

/** The rest of HTML: what is only structure goes without a word, what readers would miss with a warning. */
export const html: Construct = {
  name: 'html',
  toHtml: {
    elements: {
      ...same(
        'section article main header footer nav aside hgroup form fieldset legend address search dialog',
        alignedContainer,
      ),
      ...same('small big bdi bdo time data label nobr output rb noscript slot span font', transparent),
      ...same('u ins mark', bold),
      ...same('select option optgroup datalist textarea button meter progress', reduced('its text is shown')),
      ...same('script template canvas svg map area track source param', removed),
      style: unread,
      ...same('abbr acronym', titled),
      math: formula,
      q: around('“', '”'),
      ruby: transparent,
      rt: around('(', ')'),
      rp: () => [],
    },
  },
};
