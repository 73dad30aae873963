import { canonicalWith } from '../body/canonical.ts';
import { parseBody } from '../body/parse.ts';
import { blockOf } from './blocks-to-markdown.ts';
import { flowOf } from './flow-to-markdown.ts';
import { fromIntercomMarkdown } from './from-markdown.ts';
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

/** A body in Intercom's own Markdown, or what it would lose there. */
export type InMarkdown =
  | { readonly says: 'all'; readonly markdown: string }
  | { readonly says: 'less'; readonly losses: readonly [MarkdownLoss, ...MarkdownLoss[]] };

/**
 * Writes a body in Intercom's own Markdown, as `body_markdown` and content snippets take it. Only what Intercom reads back
 * as the same body is ever said: the text is read again, and both bodies have the same canonical form, ids of headings
 * and their markup, but for line breaks, included.
 *
 * @param html a body of Intercom's vocabulary, as it is sent or stored; with the attributes of `carried.ts` where
 *    something in it is known that HTML does not show
 */
export function toIntercomMarkdown(html: string, options: MarkdownOptions): InMarkdown {
  const { markdown, losses } = writtenAsMarkdown(html, options);
  const [first, ...more] = losses;
  if (first !== undefined) return { says: 'less', losses: [first, ...more] };
  const isSame = comparable(fromIntercomMarkdown(markdown), options) === comparable(html, options);
  return isSame ? { says: 'all', markdown } : { says: 'less', losses: [{ is: 'otherwise' }] };
}

/**
 * Writes a body as Intercom does where it answers with Markdown: whatever that cannot say is left out or written plainly.
 *
 * @param html a stored body
 */
export function asIntercomMarkdown(html: string, options: Pick<MarkdownOptions, 'articleAt'> = {}): string {
  return writtenAsMarkdown(html, { ...options, spacing: 'dropped' }).markdown;
}

function writtenAsMarkdown(
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

function comparable(html: string, { spacing }: MarkdownOptions): string {
  const form = canonicalWith(html, { seesHeadingIds: true, headingMarkup: 'in-one-line' });
  return spacing === 'counts' ? form : form.replaceAll('<p></p>', '');
}
