/** What an address of another entity of the workspace is written as on its way to where it leads. */
const scheme = 'intercom:article:';

/** The end of a link with a reference for a title: `](address "intercom:article:123")`. */
export const referenced = /\]\((?:<([^<>]{0,2000})>|([^\s<>]{0,2000}?))[ \t]+["']intercom:([a-z_]+):([^"'\s]*)["']\)/dg;

/**
 * The address of a link to an article that is told by its number, so that it leads to the source that has it, if one does.
 *
 * @param url where the link leads in the browser
 */
export function addressOfReference(id: string, url: string): string {
  return `${scheme}${id}:${url}`;
}

/** The two parts of such an address; null for any other. */
export function referenceIn(address: string): { readonly id: string; readonly url: string } | null {
  const match = /^intercom:article:(\d+):(.*)$/s.exec(address);
  return match === null ? null : { id: match[1] ?? '', url: match[2] ?? '' };
}
