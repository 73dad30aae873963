import { canonicalWith } from '../body/canonical.ts';
import { type MarkdownOptions, writtenAsMarkdown } from './as-markdown.ts';
import { fromIntercomMarkdown } from './from-markdown.ts';
import type { MarkdownLoss } from './losses.ts';

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

function comparable(html: string, { spacing }: MarkdownOptions): string {
  const form = canonicalWith(html, { seesHeadingIds: true, headingMarkup: 'in-one-line' });
  return spacing === 'counts' ? form : form.replaceAll('<p></p>', '');
}
