/** What the search knows of an article in one locale; short names, since a site has a thousand of them. */
export interface SearchDocument {
  /** File of its page, from the site's root. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Names of its collections: `Repairs › Quotes`. */
  readonly trail: string;
  readonly headings: string;
  readonly text: string;
  readonly draft: boolean;
}

/** The name of the function in the page that a search file calls with its documents. */
export const searchCallback = 'helpcentreSearch';
