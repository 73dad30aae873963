import { parseBody } from '../body/parse.ts';
import { blockOf } from './blocks-to-markdown.ts';
import { flowOf } from './flow-to-markdown.ts';
import { listLosses, type MarkdownLoss } from './losses.ts';
import { printMarkdown } from './print.ts';

/** What is not told by a body alone. */
export interface MarkdownOptions {
  /**
   * Whether the empty paragraphs between blocks have to stay. Markdown has none, and they are the space between blocks
   * in most bodies; where `dropped`, the body is said without them.
   */
  readonly spacing: 'counts' | 'dropped';
  /** The number of the article of the same workspace that an address leads to; null for any other address. */
  readonly articleAt?: (href: string) => string | null;
}

/**
 * Writes a body as Intercom does where it answers with Markdown: whatever that cannot say is left out or written plainly.
 *
 * @param html a stored body
 */
export function asIntercomMarkdown(html: string, options: Pick<MarkdownOptions, 'articleAt'> = {}): string {
  return writtenAsMarkdown(html, { ...options, spacing: 'dropped' }).markdown;
}

/** A body in Markdown, and all that is not said there. */
export function writtenAsMarkdown(
  html: string,
  { spacing, articleAt = () => null }: MarkdownOptions,
): { readonly markdown: string; readonly losses: readonly MarkdownLoss[] } {
  const list = listLosses();
  const nodes = parseBody(html);
  if (nodes === null) return { markdown: '', losses: [{ is: 'otherwise' }] };
  const context = { list, articleAt, seesSpacing: spacing === 'counts', block: blockOf };
  const markdown = printMarkdown({ type: 'root', children: flowOf(nodes, context, { isBody: true }) });
  return { markdown, losses: list.losses() };
}
