/** On the paragraph that stands for a block that the API does not give out: what Intercom's Markdown has for it. */
export const carrierAttribute = 'data-intercom-block';

/** What the API writes in place of a block that HTML cannot express. */
export const undisplayedWords = 'Could not display content';

/** Whether a body has a block that only Intercom's Markdown can say. */
export function hasCarrier(html: string): boolean {
  return html.includes(`<p`) && html.includes(` ${carrierAttribute}="`);
}
