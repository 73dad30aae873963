import type { Text } from 'mdast';
import type { Construct, ElementRule, Preparing } from './construct.ts';
import { attribute, element, isVisible } from './element.ts';
import { wrap } from './wrap.ts';

/** Links, and the anchors that `<a id>` and `<a name>` are. */
const link: ElementRule = (node, shape) => {
  const target = attribute(node, 'href');
  const isLink = node.properties.href !== undefined;
  for (const id of new Set([attribute(node, 'id'), attribute(node, 'name')])) {
    if (id !== '') shape.anchor({ id, bare: !isLink, position: node.position });
  }
  const pieces = shape.pieces(node.children);
  if (!isLink) return pieces;
  const title = attribute(node, 'title');
  if (title !== '') shape.report('title-lost', { title }, node.position);
  if (!isVisible(pieces)) {
    shape.emptyLink(target, node.position);
    return pieces;
  }
  const href = shape.target({ kind: 'link', target, position: node.position });
  return wrap(
    pieces,
    (children) => element('a', { href, target: '_blank', className: ['intercom-content-link'] }, children),
    (children) => element('a', { href, target: '_blank' }, children),
  );
};

/** `[text][label]` with a label that nothing defines: readers would see the brackets. */
const undefinedReference = /(?<![\w\]\\])\[([^[\]\n\\]{2,})\]\[([^[\]\n\\]+)\]/g;

function warnOfUndefined(node: Text, { report, written }: Preparing): void {
  if (!node.value.includes('][')) return;
  for (const [whole, , label = ''] of written(node.position).matchAll(undefinedReference)) {
    report('reference-undefined', { written: whole, label }, node.position);
  }
}

export const links: Construct = {
  name: 'link',
  toHtml: { nodes: { text: warnOfUndefined }, elements: { a: link } },
};
