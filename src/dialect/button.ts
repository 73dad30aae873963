import type { RootContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { escapeValue } from '../html/escape.ts';
import { attributeOf, type HtmlElement } from '../html/parse.ts';
import { plainTextOf } from '../html/plain-text.ts';
import { becomes, type Construct, type ElementRule, type Preparing } from './construct.ts';
import { attribute, element, oneLine, plainText, text } from './element.ts';
import { lineOf } from './markdown-nodes.ts';

const buttonClass = 'intercom-h2b-button';

/** Makes `:button[Text]{href=…}` a link that looks like a button. */
function directive(node: TextDirective, { report }: Preparing): void {
  const href = node.attributes?.href ?? '';
  if (href === '') {
    report('button-incomplete', { missing: 'an address' }, node.position);
    node.data = becomes('span');
    return;
  }
  node.data = becomes('a', { className: [buttonClass], href });
}

/** A button is a block of its own; only text stands on it. */
const button: ElementRule = (node, shape) => {
  const label = oneLine(plainText(shape.pieces(node.children)));
  if (label === '') shape.report('button-incomplete', { missing: 'a text' }, node.position);
  const href = shape.target({ kind: 'link', target: attribute(node, 'href'), position: node.position });
  const align = shape.align === null ? [] : [`intercom-align-${shape.align}`];
  return [
    element('div', { className: ['intercom-container', ...align] }, [
      element('a', { className: [buttonClass], target: '_blank', href }, [text(label)]),
    ]),
  ];
};

/** A button of the canonical form as `:button[Text]{href="…"}`. */
export function buttonAsMarkdown(button: HtmlElement): readonly RootContent[] {
  const label = plainTextOf(button.childNodes).replace(/[\\`*_~[\]<>&|{@]|:(?=\/\/)|(?<=www)\./gi, '\\$&');
  const href = escapeValue(attributeOf(button, 'href') ?? '');
  return [lineOf(`:button[${label}]{href="${href}"}`)];
}

export const buttons: Construct = {
  name: 'button',
  toHtml: { nodes: { 'textDirective:button': directive }, elements: { [`a.${buttonClass}`]: button } },
};
