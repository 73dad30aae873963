import { toString as textOf } from 'hast-util-to-string';
import type { Quirks } from '../../model/quirks.ts';
import { blocks, type Construct } from './context.ts';
import { around } from './inline.ts';
import { attribute, carriedIn, classesOf, element, isElement } from './node.ts';

/** Schemes that keep their `href`; of any other only the link's text survives as a link. */
const schemes = new Set(['http', 'https', 'mailto', 'tel', 'sms', 'ftp']);

/**
 * Rewrites `a`: `target` and class are added, unsafe targets lost. A link around an image becomes the
 * image's own block, and `intercom-h2b-button` a button in its container.
 */
export const linkConstruct: Construct = (node, walk) => {
  const { quirks, origin } = walk.context;
  const href = withScheme(targetOf(attribute(node, 'href')), quirks.linksWithoutScheme);
  if (classesOf(node).includes('intercom-h2b-button') && quirks.buttons === 'kept') {
    const properties = { className: ['intercom-h2b-button'], target: '_blank', href };
    const value = textOf(node)
      .replace(/[\t\n\f\r ]+/g, ' ')
      .trim();
    const button = element('a', properties, [{ type: 'text', value }]);
    return blocks(element('div', { className: ['intercom-container'] }, [button]));
  }
  const carried = origin === 'markdown' ? carriedIn(node) : null;
  const properties = { href, target: '_blank', className: ['intercom-content-link'], ...carried };
  const pieces = around(walk.pieces(node.children), (children) => element('a', properties, children));
  return pieces.map((piece) => {
    const image = piece.kind === 'block' ? piece.node.children[0] : undefined;
    if (piece.kind !== 'block' || !isElement(image, 'img')) return piece;
    return { kind: 'block', node: { ...piece.node, children: [element('a', { href, target: '_blank' }, [image])] } };
  });
};

/** What becomes of `example.com/x`. Parts of the page and paths are none of it. */
function withScheme(href: string | undefined, rule: Quirks['linksWithoutScheme']): string | undefined {
  if (href === undefined || rule === 'kept' || !/^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(href)) return href;
  return rule === 'https' ? `https://${href}` : undefined;
}

/** The `href` that is kept, with what is not ASCII in its fragment percent-encoded; undefined when none is. */
function targetOf(href: string | undefined): string | undefined {
  const target = href?.trim();
  if (target === undefined) return undefined;
  // Browsers skip control characters inside a scheme, so they are skipped before it is looked at.
  const bare = [...target].filter((character) => character > ' ').join('');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1];
  if (scheme !== undefined && !schemes.has(scheme.toLowerCase())) return undefined;
  const hash = target.indexOf('#');
  if (hash < 0) return target;
  const fragment = target.slice(hash).replace(/\P{ASCII}+/gu, (text) => encodeURIComponent(text));
  return target.slice(0, hash) + fragment;
}
