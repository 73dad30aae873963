import type { Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import stringWidth from 'string-width';
import { flowAsHtml } from './html-block.ts';
import { type Addresses, readStored } from './stored.ts';
import { countUndisplayed } from './undisplayed.ts';
import { unitsOf } from './units.ts';
import { createWriting, type HtmlBlock, type Notes } from './write.ts';

export { type Addresses, anchorsOf } from './stored.ts';
export type { HtmlBlock } from './write.ts';

/** A body as Markdown. */
export interface Decompiled {
  /** Without front matter; empty, or with one line end at its end. */
  readonly markdown: string;
  /** Top-level blocks of the body. */
  readonly blocks: number;
  /** Those, anywhere in it, that Markdown cannot say. */
  readonly html: readonly HtmlBlock[];
  /** Blocks that the API did not give out (`Could not display content`). */
  readonly undisplayed: number;
}

/**
 * The inverse of the compiler: Markdown in the dialect's normal form that compiles to the same body, up to the
 * canonical form. What Markdown cannot say stays as HTML, the smallest part that will do: a tag in a line, or one block.
 *
 * @param html a body as Intercom gave it; any HTML
 * @param addresses how links and images are named. A relative address that comes back as it was leads nowhere, and the
 *   link is kept as HTML
 * @returns never throws. What cannot be said in HTML either, because the compiler refuses it (an address with an unsafe
 *   scheme, elements that Intercom does not have), compiles to something else: whoever must be sure compiles and
 *   compares
 */
export function decompile(html: string, addresses: Addresses): Decompiled {
  const notes: Notes = { html: [] };
  const nodes = readStored(html, addresses);
  if (nodes === null) {
    const block = { reason: 'elements inside each other, too deep to be read', html: asHtmlBlock(html, addresses) };
    return { markdown: block.html, blocks: 1, html: [block], undisplayed: 0 };
  }
  const children = createWriting(notes).flow(nodes, 'body');
  const blocks = unitsOf(nodes, 'body').units.length;
  return { markdown: print({ type: 'root', children }), blocks, ...notes, undisplayed: countUndisplayed(nodes) };
}

/**
 * A whole body as one block of HTML, for one that does not come round as Markdown.
 *
 * @param html as for `decompile`
 * @returns ends with a line end; empty for an empty body
 */
export function asHtmlBlock(html: string, addresses: Addresses): string {
  const nodes = readStored(html, addresses);
  const lines = nodes === null ? [`<div>${html.replace(/\s+/g, ' ')}</div>`] : flowAsHtml(nodes, 'body');
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function print(root: Root): string {
  if (root.children.length === 0) return '';
  return toMarkdown(root, {
    bullet: '-',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    incrementListMarker: true,
    extensions: [gfmTableToMarkdown({ stringLength: stringWidth }), directiveToMarkdown()],
  });
}
