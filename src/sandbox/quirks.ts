/**
 * Every point on which the official pages are silent, contradict each other, or differ from what programs
 * saw real workspaces do. Each is one switch, so that a test can ask "and if Intercom does the other thing?".
 * The modes `observed` and `strict` are two sets of values of these switches.
 */
export interface Quirks {
  // ── bodies ──────────────────────────────────────────────────────────────────────────────────────────
  /** A list inside a list: kept, as programs send and read them every day; or a 400, as the guide says. */
  readonly nestedLists: 'kept' | 'refused';
  /** `<li></li>`: a 400 for each of them, as seen; or only for a list that has nothing but empty items. */
  readonly emptyListItem: 'refused' | 'refused-if-all';
  /** Heading ids: what was sent; `h_` and ten hexadecimal digits unless it is one already; or such an id, new at every write. */
  readonly headingIds: 'kept' | 'replaced' | 'replaced-every-write';
  /** Levels: shifted until the shallowest is h1, h5 and h6 closing the gap; or h3 to h6 become h2, as the guide says. */
  readonly headingLevels: 'shifted' | 'flattened';
  /** `div.intercom-interblocks-callout`: kept; or unwrapped to paragraphs, as the guide says of every `div`. */
  readonly callouts: 'kept' | 'unwrapped';
  /** `<details>`: kept as a collapsible section; or unwrapped to paragraphs, since the guide does not list it. */
  readonly details: 'kept' | 'unwrapped';
  /** A cell's `#rrggbbaa` background: kept; dropped (only `rgba()` works); or a 400 for the article. */
  readonly cellBackground: 'kept' | 'alpha-hex-dropped' | 'alpha-hex-refused';
  /** `colspan` and `rowspan`: kept; or dropped, since the guide names neither and no real body holds one. */
  readonly cellSpans: 'kept' | 'dropped';
  /** `{{x}}` in text that is sent: a `#` is put before it where there is none; at every write one more; or it is kept. */
  readonly variableMark: 'once' | 'every-write' | 'never';
  // ── images ──────────────────────────────────────────────────────────────────────────────────────────
  /** Host in the URLs of re-hosted images: the sandbox's own address, so that they open; or the real one. */
  readonly imageHost: 'self' | 'intercom';
  // ── articles ────────────────────────────────────────────────────────────────────────────────────────
  /** An update without `author_id`: the article becomes the token owner's; or keeps its author. */
  readonly authorOmitted: 'token-owner' | 'kept';
  /** `parent_id: null` in an update: takes the article out of its collection; does nothing; or is a 400. */
  readonly parentIdNull: 'clears' | 'ignored' | 'refused';
  /** `author_id` and `parent_id`: number or digits, either way; or only the type that the description names. */
  readonly idTypes: 'either' | 'as-described';
  /** `parent_id` in answers up to 2.15: the first of `parent_ids`; or null although `parent_ids` is set, as seen. */
  readonly parentIdInAnswers: 'in-step' | 'null';
  /** `state: "published"` over a draft that a person has not published: staged into that draft; or it goes live. */
  readonly publishedOverPendingDraft: 'staged' | 'live';
  /** The undocumented `content_id`, present in every recent recording. */
  readonly contentId: 'present' | 'absent';
  /** URL of a published article that is in no collection: given, since the page opens; or null, as once recorded. */
  readonly urlWithoutCollection: 'given' | 'null';
  /** Locales an article does not have, in `translated_content`: left out; or null, as older pages say. */
  readonly missingLocales: 'absent' | 'null';
  /** Writing a locale that the help centre does not have: a 400; or nothing happens. */
  readonly unknownLocale: 'refused' | 'ignored';
  /** `translated_content` in a workspace without languages: ignored; or a 400. */
  readonly translationsWhenOff: 'ignored' | 'refused';
  /** Body of the 404 for an article without a staged draft. */
  readonly draftNotFoundBody: 'empty' | 'envelope';
  /** Body of a draft's 422: `{"errors":[{"message","status"}]}`; or the usual envelope. */
  readonly draftErrorBody: 'short' | 'envelope';
  // ── content snippets ────────────────────────────────────────────────────────────────────────────────
  /** `body_markdown` of a snippet: its text; or with its title as a heading before it, as in the description's examples. */
  readonly snippetMarkdown: 'text' | 'under-title';
  // ── collections ─────────────────────────────────────────────────────────────────────────────────────
  /** Deleting a collection that holds something: sections go too and articles lose their collection; all moves up to its parent; or a 400. */
  readonly deleteNonEmptyCollection: 'unlist' | 'lift' | 'refuse';
  /** `help_center_id` of a collection inside a collection. */
  readonly nestedHelpCentreId: 'null' | 'given';
  // ── lists and answers ───────────────────────────────────────────────────────────────────────────────
  /** `page=0`: every row on one page, with `next` pointing to page 1, as recorded; or the same rows as page 1. */
  readonly pageZero: 'all-rows' | 'first-page';
  /** Rows with one `updated_at`: newer first; or in an order that depends on the page asked for, as measured on a live workspace. */
  readonly tiedRows: 'newer-first' | 'unstable';
  /** A `per_page` above 250: a 400 "Per Page is too big"; or taken as 250. */
  readonly perPageTooBig: 'refused' | 'clamped';
  /** Shape of request ids: twenty letters and digits, as in real headers; or UUIDs, as the description says. */
  readonly requestIds: 'short' | 'uuid';
}

/** What real workspaces do, as far as anyone has seen; the default. */
export const observedQuirks: Quirks = {
  nestedLists: 'kept',
  emptyListItem: 'refused',
  headingIds: 'kept',
  headingLevels: 'shifted',
  callouts: 'kept',
  details: 'kept',
  cellBackground: 'kept',
  cellSpans: 'kept',
  variableMark: 'once',
  imageHost: 'self',
  authorOmitted: 'token-owner',
  parentIdNull: 'clears',
  idTypes: 'either',
  parentIdInAnswers: 'in-step',
  publishedOverPendingDraft: 'staged',
  contentId: 'present',
  urlWithoutCollection: 'given',
  missingLocales: 'absent',
  unknownLocale: 'refused',
  translationsWhenOff: 'ignored',
  draftNotFoundBody: 'empty',
  draftErrorBody: 'short',
  snippetMarkdown: 'text',
  deleteNonEmptyCollection: 'unlist',
  nestedHelpCentreId: 'null',
  pageZero: 'all-rows',
  tiedRows: 'newer-first',
  perPageTooBig: 'refused',
  requestIds: 'short',
};

/** What the official pages say, word for word. */
export const strictQuirks: Quirks = {
  ...observedQuirks,
  nestedLists: 'refused',
  emptyListItem: 'refused-if-all',
  headingIds: 'replaced',
  headingLevels: 'flattened',
  callouts: 'unwrapped',
  details: 'unwrapped',
  cellBackground: 'alpha-hex-dropped',
  cellSpans: 'dropped',
  authorOmitted: 'kept',
  parentIdNull: 'refused',
  idTypes: 'as-described',
  contentId: 'absent',
  translationsWhenOff: 'refused',
  draftNotFoundBody: 'envelope',
  draftErrorBody: 'envelope',
  pageZero: 'first-page',
  requestIds: 'uuid',
};

/** The two modes by name. */
export const modes = { observed: observedQuirks, strict: strictQuirks } as const;

/** `observed` follows real workspaces, `strict` the official pages. */
export type Mode = keyof typeof modes;
