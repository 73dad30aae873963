/** Where a tool's navigation has a page: the names of the sections around it, outermost first. */
export interface NavigationPage {
  /** Path from the folder of the navigation's own paths on, with or without an ending; `folder/**` for all in a folder. */
  readonly page: string;
  readonly trail: readonly string[];
  /** What it calls the page, where the page has no title of its own. */
  readonly title?: string;
}

/** An address that leads to another. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** A file of a tool that says how its pages are ordered, as data: one that is a program is not read. */
export interface Navigation {
  /** Names of the file, the likeliest first. */
  readonly files: readonly string[];
  /** Whether its paths begin at the file, or at the content folder. */
  readonly from: 'file' | 'content';
  /** The tool builds only the pages that it lists. */
  readonly isWhole?: true;
  /**
   * The pages of a navigation; none for one that cannot be read: pages are then where their folders are.
   *
   * @param locale the language of the pages, where there is a navigation for each
   */
  readonly pages: (text: string, locale: string) => readonly NavigationPage[];
  /** Its titles in another language, by those that it has. */
  readonly translated?: (text: string, locale: string) => Readonly<Record<string, string>>;
  /** Addresses that lead to others now; absent where the tool has none in this file. */
  readonly redirects?: (text: string) => readonly Redirect[];
}
