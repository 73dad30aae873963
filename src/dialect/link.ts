import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { attributeOf, type HtmlElement } from '../body/parse.ts';
import { nearestName } from '../text/nearest.ts';
import type { Construct, ElementRule, Preparing } from './construct.ts';
import { attribute, classes, element, isElement, isVisible } from './element.ts';
import { repeats } from './hover-title.ts';
import { valueAsHtml } from './html-text.ts';
import { namesOfIcons } from './icon.ts';
import type { Piece } from './inline/pieces.ts';
import { positionIn } from './position-in.ts';
import { hasScheme, staysAsItIs } from './stored.ts';
import { embeddedAs } from './video-address.ts';
import { wrap } from './wrap.ts';

const linkClass = 'intercom-content-link';

/** Links, and the anchors that `<a id>` and `<a name>` are. */
const link: ElementRule = (node, shape) => {
  const target = attribute(node, 'href');
  const isLink = node.properties.href !== undefined;
  if (classes(node).includes(linkClass) && staysAsItIs(target)) return keptLink(node, shape);
  for (const id of new Set([attribute(node, 'id'), attribute(node, 'name')])) {
    if (id !== '') shape.anchor({ id, bare: !isLink && !isControl(node), position: node.position });
  }
  const own = shape.pieces(node.children);
  const pieces = isVisible(own) ? own : [...own, ...namesOfIcons(node.children)];
  if (!isLink || isOwnPicture(node, target) || isSignOfPlace(node, target)) return pieces;
  const title = attribute(node, 'title');
  if (title !== '' && !repeats(title, [textOf(node), target])) shape.report('title-lost', { title }, node.position);
  if (!isVisible(pieces)) {
    shape.emptyLink(target, node.position);
    return pieces;
  }
  const href = shape.target({ kind: 'link', target, position: node.position });
  return wrap(
    pieces,
    (children) => element('a', { href, target: '_blank', className: [linkClass] }, children),
    (children) => element('a', { href, target: '_blank' }, children),
  );
};

/** Whether it does something by a program of the site, which knows it by its id: nothing leads there. */
function isControl({ properties }: Element): boolean {
  return Object.keys(properties).some((name) => /^(?:role|aria[A-Z]|data[A-Z]|on[A-Z])/.test(name));
}

/** Whether a link is only what a site draws beside a heading, to a place of its own page: `## Start [](#start)`. */
export function isSignOfPlace(node: Element, target: string): boolean {
  return (
    target.startsWith('#') &&
    textOf(node).replace(/[\s\u200B]/g, '') === '' &&
    !node.children.some((child) => isElement(child))
  );
}

/**
 * Whether a link leads to the very file that it shows, as people write it so that a picture can be enlarged: Intercom does
 * that by itself, and has no place for the file.
 */
function isOwnPicture({ children }: Element, target: string): boolean {
  const [only, ...others] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const isPicture = only?.type === 'element' && only.tagName === 'img' && others.length === 0;
  return isPicture && !hasScheme(target) && attribute(only, 'src') === target;
}

/** A link as Intercom itself writes it, to nowhere: it came from there, and is no path in the content folder. */
const keptLink: ElementRule = (node, shape) => {
  const target = attribute(node, 'href');
  shape.report('link-kept', { target }, node.position);
  const href = node.properties.href === undefined ? {} : { href: target };
  return wrap(
    shape.pieces(node.children),
    (children) => element('a', { ...href, target: '_blank', className: [linkClass] }, children),
    (children) => element('a', { ...href, target: '_blank' }, children),
  );
};

/** `[text][label]` where nothing is called so. */
const undefinedReference = /(?<![\w\]\\])\[([^[\]\n\\]{2,})\]\[([^[\]\n\\]+)\]/g;

/**
 * A reference whose label is like one that is defined: readers would see the brackets. `[Bug][API]` is no reference, and
 * neither is `[a-z][0-9]`: what is like no label here is text.
 */
function warnOfUndefined(root: Root, { report, written, mentions }: Preparing): void {
  if (!mentions('][')) return;
  const labels: string[] = [];
  visit(root, 'definition', (node) => {
    labels.push(node.label ?? node.identifier);
  });
  if (labels.length === 0) return;
  visit(root, 'text', ({ value, position }) => {
    if (position === undefined || !value.includes('][')) return;
    const raw = written(position);
    for (const { 0: whole, 2: label = '', index } of raw.matchAll(undefinedReference)) {
      const nearest = nearestName(label, labels);
      if (nearest === null) continue;
      const at = positionIn(raw, index, index + whole.length, position.start);
      report('reference-undefined', { written: whole, label, nearest }, at);
    }
  });
}

/** An address between `<a>` and `</a>` is the text of that link: a link of its own would end it. */
function takeAddressesIn(root: Root): void {
  visit(root, (node) => {
    if (!('children' in node)) return;
    let isOpen = false;
    for (const [at, child] of node.children.entries()) {
      if (child.type === 'html') isOpen = /^<a[\s>]/i.test(child.value) || (isOpen && !/^<\/a\s*>/i.test(child.value));
      const [text] = isOpen && child.type === 'link' ? child.children : [];
      if (text?.type === 'text' && child.type === 'link' && isOwnText(text.value, child.url)) node.children[at] = text;
    }
  });
}

const isOwnText = (text: string, url: string): boolean => [text, `http://${text}`, `mailto:${text}`].includes(url);

function prepareLinks(root: Root, preparing: Preparing): void {
  warnOfUndefined(root, preparing);
  if (preparing.mentions('<')) takeAddressesIn(root);
}

export const links: Construct = {
  name: 'link',
  toHtml: { nodes: { root: prepareLinks }, elements: { a: link } },
};

/** A link on its way to Markdown: what stands before and after its text. */
export type LinkForm =
  | { readonly open: string; readonly close: string }
  /** The link is its address. */
  | { readonly whole: string };

/**
 * How a link is written in Markdown.
 *
 * @param anchor of the canonical form, its address as it is written in Markdown
 * @param inside what is in it
 * @param where what stands beside it in the line; `isAlone` when nothing else stands in the paragraph
 */
export function linkForm(
  anchor: HtmlElement,
  inside: readonly Piece[],
  where: { readonly before: string; readonly after: string; readonly isAlone: boolean },
): LinkForm {
  const href = attributeOf(anchor, 'href');
  const [only] = inside;
  const label = inside.length === 1 && only?.is === 'text' && !only.bold && !only.italic ? only.text : null;
  const isVideo =
    where.isAlone && href !== null && label !== null && isLabelOf(label, href) && embeddedAs(href) !== null;
  if (href === null || isVideo || attributeOf(anchor, 'kept') !== null) {
    const address = href === null ? '' : ` href="${valueAsHtml(href)}"`;
    return { open: `<a${address} class="${linkClass}">`, close: '</a>' };
  }
  if (hasScheme(href) && !isPlainAddress(href)) return { open: `<a href="${valueAsHtml(href)}">`, close: '</a>' };
  if (label !== null && (label === href || `mailto:${label}` === href)) {
    const whole = bareAddress(label, href, where.before, where.after);
    if (whole !== null) return { whole };
  }
  return { open: '[', close: `](${destination(href)})` };
}

function isLabelOf(label: string, href: string): boolean {
  return label.trim() === href || label.trim() === href.replace(/^https?:\/\//, '');
}

/** Whether an absolute address stays as it is: Markdown percent-encodes some characters. */
export function isPlainAddress(address: string): boolean {
  return /^(?:[!#$&-;=?-Z_a-z~]|%[0-9A-Za-z]{2})*$/.test(address);
}

/** An address that is its own text: bare where it is read as a link, else in `<>`. */
function bareAddress(label: string, href: string, before: string, after: string): string | null {
  const isWeb = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#][\w\-./?#%=+&]*[\w/=])?$/i.test(label);
  const isMail = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*@[a-z0-9-]+(?:\.[a-z]+)+$/i.test(label);
  if ((isWeb || isMail) && /^(?:|.*[\s(])$/su.test(before) && /^(?:$|\s|[.,;:!?)]+(?:\s|$))/.test(after)) return label;
  if (label !== href) return isMail ? `<${label}>` : null;
  return /^https?:[^\s<>]*$/i.test(href) ? `<${href}>` : null;
}

/** An address alone in its paragraph: bare where all of it is read as a link; null where Markdown would change it. */
export function loneAddress(address: string): string | null {
  if (!isPlainAddress(address)) return null;
  return bareAddress(address, address, '', '');
}

/** An address between the round brackets of a link or image. */
export function destination(address: string): string {
  const escaped = address.replace(/[\\](?=[!-/:-@[-`{-~])|&(?=#?\w+;)|[<>]|\{(?=\{)/g, '\\$&');
  if (/^<|[\s\p{Cc}]/u.test(escaped) || !isBalanced(address)) return `<${escaped.replace(/[\r\n]/g, ' ')}>`;
  return escaped.replace(/\\(?=[<>])/g, '');
}

function isBalanced(address: string): boolean {
  let open = 0;
  for (const sign of address.match(/[()]/g) ?? []) {
    open += sign === '(' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}
