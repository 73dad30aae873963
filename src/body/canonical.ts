import { TooComplex } from '../model/too-complex.ts';
import { readElement } from './canonical/elements.ts';
import { type BodyContext, blocksOfBody, type Choices } from './canonical/flow.ts';
import { type CanonicalElement, isBlank, print } from './canonical/node.ts';
import { settleHeadingLevels } from './heading-levels.ts';
import { type HtmlNode, parseBody } from './parse.ts';

/**
 * The normal form in which two bodies are compared. Two bodies have the same one when Intercom makes the same
 * of them on save, or when what is left between them cannot be seen. It is HTML of Intercom's own vocabulary;
 * the canonical form of a canonical form is itself.
 *
 * Headings: ids do not count, and of the content only the text does, in one line: Intercom strips the rest.
 * All levels move up until the shallowest is h1; h5 and h6 close up (`settleHeadingLevels`).
 *
 * Paragraphs: text outside a block is one. Each line of one, between `<br>`s, is a paragraph of its own: the
 * two look the same, since Intercom's paragraphs have no margin. A line with nothing to be seen in it (white
 * space, U+00A0, U+200B, U+FEFF) is an empty paragraph, which is space and counts, but for those that end the
 * body. A `<br>` that ends a paragraph shows nothing; `<br>` and U+200B show an empty line. `blockquote`,
 * `div` and other groups are unwrapped.
 *
 * Text: every character with what it looks like counts; how elements are put around it does not. `strong` is
 * `b`, `em` is `i`, bold beside bold is one, bold in italic is italic in bold, elements without content are
 * nothing. A newline is a space, runs of spaces are one, spaces at the ends of a line are none; U+00A0 is no
 * space. A space at the edge of bold, italic or a link, U+00A0 too, stands outside. U+200B and U+FEFF beside other text
 * are nothing, but in code, and U+200B in scripts that are written without spaces. Character references are the
 * characters. The `#` that Intercom puts before `{{x}}` is nothing.
 *
 * Links: `target`, `rel` and Intercom's class do not count; what is not ASCII in a `#fragment` is
 * percent-encoded; signatures on Intercom's own hosts are taken off (`withoutSignature`).
 *
 * Lists and cells: text straight in one is a paragraph. One that is empty holds an empty paragraph.
 *
 * Tables: `th` is `td`, `thead` is `tbody`, `role` does not count, nor does the container. White space
 * between container and table is an empty paragraph on that side: Intercom makes one.
 *
 * Images, videos, buttons: a block of their own, wherever they stand; the container only says how they are
 * aligned. White space after an image outside any element is an empty paragraph. Signatures of addresses,
 * `height: auto`, an empty `alt`, and the flags that Intercom puts on `iframe` do not count.
 *
 * Code: always `pre` around `code`, without a language, a newline being a `<br>`. Nothing else is touched in
 * it.
 *
 * Everywhere: order of attributes, spelling of colours and styles, `no-margin`, `intercom-align-left`, white
 * space between blocks, comments. Attributes and classes that are not known do count.
 *
 * A newline in code that was sent is deleted by Intercom: that is a loss, not an equivalence, and the forms
 * differ.
 *
 * @param html any HTML, symbolic links and all. What is nested more than 256 deep, or has more than 12 marks
 *    around one text, is its own canonical form, to the byte: such bodies are equal only to themselves
 */
export function canonical(html: string): string {
  return canonicalWith(html, {});
}

/**
 * The canonical form with links and images compared by something else than their address.
 *
 * @param html as for `canonical`
 */
export function canonicalWith(html: string, choices: Choices): string {
  const nodes = parseBody(html);
  if (nodes === null) return html;
  try {
    return canonicalOf(nodes, choices);
  } catch (error) {
    if (error instanceof TooComplex) return html;
    throw error;
  }
}

function canonicalOf(nodes: readonly HtmlNode[], choices: Choices): string {
  const context: BodyContext = { choices, headings: [], inSummary: false, read: readElement };
  const blocks = blocksOfBody(nodes, context);
  const end = blocks.findLastIndex((block) => !isBlank(block)) + 1;
  const levels = settleHeadingLevels(context.headings.map(levelOf));
  for (const [index, heading] of context.headings.entries()) heading.name = `h${levels[index] ?? 1}`;
  return print(blocks.slice(0, end));
}

function levelOf(heading: CanonicalElement): number {
  return Number(heading.name.slice(1));
}
