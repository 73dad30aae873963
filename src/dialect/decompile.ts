import type { Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { Spacing } from '../model/article.ts';
import { flowAsHtml } from './html-block.ts';
import { type Addresses, readStored } from './stored.ts';
import { tablesToMarkdown } from './table-width.ts';
import { countUndisplayed } from './undisplayed.ts';
import { unitsOf } from './units.ts';
import { createWriting, type HtmlBlock, type Notes } from './write.ts';

export { type Addresses, anchorsOf, headingsOf } from './stored.ts';
export type { HtmlBlock } from './write.ts';

/** A Markdown node that stands in no other. */
export interface MarkdownPart {
  readonly text: string;
  /** Whether it is HTML: what stands below may belong to it. */
  readonly isHtml: boolean;
}

/** A body as Markdown. */
export interface Decompiled {
  /** Without front matter; empty, or with one line end at its end. */
  readonly markdown: string;
  /** The same in parts, with one empty line between two. */
  readonly parts: readonly MarkdownPart[];
  /** Top-level blocks of the body. */
  readonly blocks: number;
  /** Those, anywhere in it, that Markdown cannot say. */
  readonly html: readonly HtmlBlock[];
  /** Whether the body is too much for Markdown, and so is one block of HTML. */
  readonly isTooMuch: boolean;
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
 * @param spacing the rule that applies where the Markdown will stand
 * @returns never throws. What cannot be said in HTML either, because the compiler refuses it (an address with an unsafe
 *   scheme, elements that Intercom does not have), compiles to something else: whoever must be sure compiles and
 *   compares
 */
export function decompile(html: string, addresses: Addresses, spacing: Spacing = 'normal'): Decompiled {
  const notes: Notes = { html: [] };
  const nodes = readStored(html, addresses);
  if (nodes === null) {
    const block = {
      reason: 'more elements or signs, or elements deeper inside each other, than can be written as Markdown',
      html: asHtmlBlock(html, addresses, spacing),
    };
    return {
      markdown: block.html,
      parts: [{ text: block.html.trimEnd(), isHtml: true }],
      blocks: 1,
      html: [block],
      isTooMuch: true,
      undisplayed: 0,
    };
  }
  const children = createWriting(notes, { within: [], spacing }).flow(nodes, 'body');
  const blocks = unitsOf(nodes, 'body', spacing).units.length;
  return { ...print(children), blocks, ...notes, isTooMuch: false, undisplayed: countUndisplayed(nodes) };
}

/**
 * A whole body as one block of HTML, for one that does not come round as Markdown.
 *
 * @param html as for `decompile`
 * @param spacing as for `decompile`
 * @returns ends with a line end; empty for an empty body
 */
export function asHtmlBlock(html: string, addresses: Addresses, spacing: Spacing = 'normal'): string {
  const nodes = readStored(html, addresses);
  const lines =
    nodes === null ? [`<div>${html.replace(/\s+/g, ' ')}</div>`] : flowAsHtml(nodes, 'body', { within: [], spacing });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** How many blocks of a body the API did not give out, as `decompile` counts them. */
export function undisplayedIn(html: string, addresses: Addresses): number {
  return countUndisplayed(readStored(html, addresses) ?? []);
}

const style: Options = {
  bullet: '-',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  incrementListMarker: true,
  extensions: [tablesToMarkdown, directiveToMarkdown()],
};

/** Parts are printed one by one: nothing that is written here depends on its neighbours, but for what is between them. */
function print(children: Root['children']): Pick<Decompiled, 'markdown' | 'parts'> {
  const parts = children.map((child): MarkdownPart => {
    const markdown = toMarkdown({ type: 'root', children: [child] }, style);
    return { text: markdown.replace(/\n$/, ''), isHtml: child.type === 'html' };
  });
  return { markdown: parts.length === 0 ? '' : `${parts.map(({ text }) => text).join('\n\n')}\n`, parts };
}
