/**
 * How a body in HTML keeps what Intercom's Markdown can say and its HTML cannot. Intercom knows none of these
 * attributes: a body that is sent as HTML must not have them.
 */

/** On the link that an attachment is in HTML: its other attributes, as they stand in the directive. */
export const attachmentAttribute = 'data-intercom-attachment';
/** On `code` in `pre`: the language. */
export const languageAttribute = 'data-intercom-language';

/** A body as HTML alone shows it. */
export function withoutCarried(html: string): string {
  return html.replace(/ data-intercom-(?:block|attachment|language)="[^"]*"(?=[^<>]*>)/g, '');
}
