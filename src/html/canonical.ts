import { readElement } from './canonical/elements.ts';
import { type BodyContext, blocksOfBody, type Choices } from './canonical/flow.ts';
import { type CanonicalElement, isBlank, print } from './canonical/node.ts';
import { settleHeadingLevels } from './heading-levels.ts';
import { type HtmlNode, parseBody, TooComplex } from './parse.ts';

/**
 * The normal form in which two bodies are compared: equal for two bodies that a reader of the help centre could not
 * tell apart once Intercom has saved them, different for all others.
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
