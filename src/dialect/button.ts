import type { RootContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { escapeValue } from '../body/escape.ts';
import { attributeOf, type HtmlElement } from '../body/parse.ts';
import { plainTextOf } from '../body/plain-text.ts';
import { becomes, type Construct, type ElementRule, type Preparing } from './construct.ts';
import { attribute, classes, element, oneLine, plainText, text } from './element.ts';
import { textAsHtml, valueAsHtml } from './html-text.ts';
import { lineOf, writtenOut } from './markdown-nodes.ts';
import { staysAsItIs } from './stored.ts';

const buttonClass = 'intercom-h2b-button';
const linkClass = 'intercom-content-link';

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

/** A button is a block of its own; only text stands on it. With the class of links its address stays as it is. */
const button: ElementRule = (node, shape) => {
  const label = oneLine(plainText(shape.pieces(node.children)));
  if (label === '') shape.report('button-incomplete', { missing: 'a text' }, node.position);
  const target = attribute(node, 'href');
  const isKept = classes(node).includes(linkClass) && staysAsItIs(target);
  if (isKept) shape.report('link-kept', { target }, node.position);
  const href = isKept ? target : shape.target({ kind: 'link', target, position: node.position });
  const align = shape.align === null ? [] : [`intercom-align-${shape.align}`];
  return [
    element('div', { className: ['intercom-container', ...align] }, [
      element('a', { className: [buttonClass], target: '_blank', href }, [text(label)]),
    ]),
  ];
};

/** A button of the canonical form as `:button[Text]{href="…"}`; as HTML where it leads nowhere. */
export function buttonAsMarkdown(button: HtmlElement): readonly RootContent[] {
  if (attributeOf(button, 'kept') !== null) return [writtenOut(buttonTag(button))];
  const label = plainTextOf(button.childNodes).replace(/[\\`*_~[\]<>&|{@]|:(?=\/\/)|(?<=www)\./gi, '\\$&');
  const href = escapeValue(attributeOf(button, 'href') ?? '').replace(/\\?\{(?=\{)/g, '\\$&');
  return [lineOf(`:button[${label}]{href="${href}"}`)];
}

/** A button as a block of HTML: Markdown reads on behind a tag that begins a line, but for those of blocks. */
export function buttonTag(button: HtmlElement): string {
  const kept = attributeOf(button, 'kept') === null ? '' : ` ${linkClass}`;
  const href = valueAsHtml(attributeOf(button, 'href') ?? '');
  return `<p><a class="${buttonClass}${kept}" href="${href}">${textAsHtml(plainTextOf(button.childNodes))}</a></p>`;
}

export const buttons: Construct = {
  name: 'button',
  toHtml: { nodes: { 'textDirective:button': directive }, elements: { [`a.${buttonClass}`]: button } },
};
