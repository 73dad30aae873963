import type { Construct, ElementRule } from './construct.ts';
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
  if (!isVisible(pieces)) {
    shape.report('link-empty', { target }, node.position);
    return pieces;
  }
  const title = attribute(node, 'title');
  if (title !== '') shape.report('title-lost', { title }, node.position);
  const href = shape.target({ kind: 'link', target, position: node.position });
  return wrap(
    pieces,
    (children) => element('a', { href, target: '_blank', className: ['intercom-content-link'] }, children),
    (children) => element('a', { href, target: '_blank' }, children),
  );
};

export const links: Construct = { name: 'link', toHtml: { elements: { a: link } } };
