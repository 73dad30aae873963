import type { Element, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';
import { visit } from 'unist-util-visit';
import { largestAsked } from '../../model/quirks.ts';
import type { Context } from './context.ts';
import { settleLevels } from './heading.ts';
import { attribute, classesOf } from './node.ts';
import { printBody } from './print.ts';
import { refusalOf } from './refuse.ts';
import { markVariables } from './variable.ts';
import { walkWith } from './walk.ts';

/** A body as Intercom will keep it, but for its images, which have to be fetched first. */
export interface RewrittenBody {
  /** Addresses of the images, in order, each once. */
  readonly images: readonly string[];
  /**
   * The HTML.
   *
   * @param addressOf where each image is from now on
   */
  print(addressOf: (image: string) => string): string;
}

/** A body that Intercom answers with 400; the message is the reason, as a clause. */
export class RefusedBody extends Error {
  override readonly name = 'RefusedBody';
}

/**
 * Rewrites a body as Intercom does on save: blocks in its own vocabulary, headings and links normalised,
 * everything else unwrapped or removed. Rewriting what came out changes nothing, but for what a switch changes at every
 * write.
 *
 * @param html as it was sent
 * @throws RefusedBody for what Intercom does not rewrite but refuse
 */
export function rewriteBody(html: string, context: Context): RewrittenBody {
  const { largestBody } = context.quirks;
  if (largestBody < largestAsked && html.length > largestBody) throw new RefusedBody('the body is too long');
  // Without the places of its nodes, which cost as much as the rest of reading.
  const sent = fromParse5(parseFragment(html, { scriptingEnabled: false })) as Root;
  const reason = refusalOf(sent, context.quirks);
  if (reason !== null) throw new RefusedBody(reason);
  const children = sent.children.filter((node) => node.type !== 'doctype');
  const found = walkWith(context).blocks(children, 'dropped');
  const keepsBlanks = context.quirks.blankParagraphs === 'kept';
  const tree: Root = {
    type: 'root',
    children: keepsBlanks ? found : found.filter((block) => !isBlankParagraph(block)),
  };
  if (context.quirks.alignments === 'dropped') visit(tree, 'element', dropAlignment);
  if (context.origin !== 'editor') settleLevels(headingsOf(tree), context.quirks.headingLevels);
  visit(tree, 'text', (node) => {
    node.value = markVariables(node.value, context);
  });
  const images = elementsOf(tree, 'img');
  return {
    images: [...new Set(images.map((image) => attribute(image, 'src') ?? ''))],
    print(addressOf) {
      const sources = images.map((image) => attribute(image, 'src') ?? '');
      for (const [index, image] of images.entries()) image.properties.src = addressOf(sources[index] ?? '');
      const html = printBody(tree);
      for (const [index, image] of images.entries()) image.properties.src = sources[index] ?? '';
      return html;
    },
  };
}

function isBlankParagraph({ tagName, children }: Element): boolean {
  return tagName === 'p' && children.length === 0;
}

function dropAlignment(node: Element): void {
  const kept = classesOf(node).filter((name) => !name.startsWith('intercom-align-'));
  if (kept.length < classesOf(node).length) node.properties.className = kept.length === 0 ? undefined : kept;
}

/** Headings of the outline: those of collapsible sections' summaries are not part of it. */
function headingsOf(tree: Root): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (node) => {
    if (node.tagName === 'summary') return 'skip';
    if (/^h[1-6]$/.test(node.tagName)) found.push(node);
    return true;
  });
  return found;
}

function elementsOf(tree: Root, tagName: string): Element[] {
  const found: Element[] = [];
  visit(tree, { tagName }, (node) => {
    if (node.type === 'element') found.push(node);
  });
  return found;
}
