import { choice, list, number, type QuirkRow } from './quirk-row.ts';

/** Forms that addresses of videos have, by host. */
export const videoForms = [
  'youtube-embed',
  'youtube-watch',
  'youtube-short',
  'youtube-nocookie',
  'vimeo-player',
  'vimeo-page',
  'wistia',
  'loom-embed',
  'loom-share',
  'vidyard',
  'streamio',
] as const;
/** One of them. */
export type VideoForm = (typeof videoForms)[number];

/** Kinds of pictures, by their usual ending. */
export const imageTypes = ['png', 'jpg', 'gif', 'svg', 'webp'] as const;
/** One of them. */
export type ImageType = (typeof imageTypes)[number];

/** Characters from which on a body is as large as was ever asked. */
export const largestAsked = 1_048_576;

/**
 * Every point on which the official pages are silent, contradict each other, or differ from what programs
 * saw real workspaces do. Each is one switch of the sandbox, one question of `helpcentre probe`, and one line of
 * docs/reference/sandbox.md; what a workspace answered is a fact of that name in the lockfile.
 */
export interface Quirks {
  // ── bodies ──────────────────────────────────────────────────────────────────────────────────────────
  /** A list inside a list: kept, as programs send and read them every day; or a 400, as the guide says. */
  readonly nestedLists: 'kept' | 'refused';
  /** `<li></li>`: a 400 for each of them, as seen; only for a list that has nothing but empty items; or kept. */
  readonly emptyListItem: 'refused' | 'refused-if-all' | 'kept';
  /** Heading ids: what was sent; `h_` and ten hexadecimal digits unless it is one already; or such an id, new at every write. */
  readonly headingIds: 'kept' | 'replaced' | 'replaced-every-write';
  /** Levels: shifted until the shallowest is h1, h5 and h6 closing the gap; or h3 to h6 become h2, as the guide says. */
  readonly headingLevels: 'shifted' | 'flattened';
  /** Bold, italic and code in a heading that is sent: only their text is kept, as seen; or they are. */
  readonly headingMarkup: 'stripped' | 'kept';
  /** A link in a heading that is sent: only its text is kept, as seen; or it is. */
  readonly headingLinks: 'stripped' | 'kept';
  /** `div.intercom-interblocks-callout`: kept; or unwrapped to paragraphs, as the guide says of every `div`. */
  readonly callouts: 'kept' | 'unwrapped';
  /** `<details>`: kept as a collapsible section; or unwrapped to paragraphs, since the guide does not list it. */
  readonly details: 'kept' | 'unwrapped';
  /** A cell's `#rrggbbaa` background: kept; dropped (only `rgba()` works); or a 400 for the article. */
  readonly cellBackground: 'kept' | 'alpha-hex-dropped' | 'alpha-hex-refused';
  /** `colspan` and `rowspan`: kept; or dropped, since the guide names neither and no real body holds one. */
  readonly cellSpans: 'kept' | 'dropped';
  /** Widths of cells: kept; or dropped. */
  readonly cellWidths: 'kept' | 'dropped';
  /** `{{x}}` in text that is sent: a `#` is put before it where there is none; at every write one more; or it is kept. */
  readonly variableMark: 'once' | 'every-write' | 'never';
  /** `<br>` in a paragraph: kept; or a space. */
  readonly lineBreaks: 'kept' | 'spaces';
  /** Paragraphs without anything in them between blocks, which are the space there: kept; or dropped. */
  readonly blankParagraphs: 'kept' | 'dropped';
  /** Newlines in a code block: deleted, as seen; kept; or `<br>`. */
  readonly codeNewlines: 'deleted' | 'kept' | 'breaks';
  /** A link of the class `intercom-h2b-button`: kept as a button; or a link in a paragraph. */
  readonly buttons: 'kept' | 'links';
  /** The classes `intercom-align-…`: kept; or dropped. */
  readonly alignments: 'kept' | 'dropped';
  /** `title`, `lang` and `dir` of a paragraph, which the guide does not name: dropped; or kept. */
  readonly otherAttributes: 'dropped' | 'kept';
  /** A link to `example.com/x`: kept as it is; without its address; or with `https://` before it. */
  readonly linksWithoutScheme: 'kept' | 'dropped' | 'https';
  /** Addresses of videos that are taken; a body with any other is a 400. */
  readonly videos: readonly VideoForm[];
  /** A body of more characters is a 400; from 1,048,576 on there is no limit. */
  readonly largestBody: number;
  // ── images ──────────────────────────────────────────────────────────────────────────────────────────
  /** Host in the URLs of re-hosted images: the sandbox's own address, so that they open; or the real one. */
  readonly imageHost: 'self' | 'intercom';
  /** Kinds of pictures that are taken; a body with any other is a 400. */
  readonly imageTypes: readonly ImageType[];
  /** Width and height of an image: kept as sent; or dropped. */
  readonly imageSizes: 'kept' | 'dropped';
  /** An address of an image that was fetched before: the copy that is there, as once seen, whatever bytes it has now; or it is fetched again. */
  readonly sameImageAddress: 'old-copy' | 'fetched-again';
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
  /** A tag put on an article through the API: taken; or a 403. */
  readonly articleTags: 'taken' | 'refused';
  /** `scheduled_publish_at` of a draft: kept; or nothing happens. */
  readonly schedules: 'kept' | 'ignored';
  /** A redirect to a collection: taken; or a 403. */
  readonly redirects: 'taken' | 'refused';
  /** `body_markdown` in answers: given; or null. */
  readonly markdownRead: 'given' | 'null';
  /** `body_markdown` in a write: taken; or nothing happens. */
  readonly markdownWritten: 'taken' | 'ignored';
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

/** Any of them. */
export type QuirkName = keyof Quirks;

/** The one table: the values of each, the first being what real workspaces do as far as anyone has seen, what the official pages say where that is something else, and how `probe` asks. */
export const quirkTable: { readonly [Name in QuirkName]: QuirkRow<Quirks[Name]> } = {
  nestedLists: choice(['kept', 'refused'], 'in a body', 'refused'),
  emptyListItem: choice(['refused', 'refused-if-all', 'kept'], 'in a body', 'refused-if-all'),
  headingIds: choice(['kept', 'replaced', 'replaced-every-write'], 'in a body', 'replaced'),
  headingLevels: choice(['shifted', 'flattened'], 'in a body', 'flattened'),
  headingMarkup: choice(['stripped', 'kept'], 'in a body'),
  headingLinks: choice(['stripped', 'kept'], 'in a body'),
  callouts: choice(['kept', 'unwrapped'], 'in a body', 'unwrapped'),
  details: choice(['kept', 'unwrapped'], 'in a body', 'unwrapped'),
  cellBackground: choice(['kept', 'alpha-hex-dropped', 'alpha-hex-refused'], 'in a body', 'alpha-hex-dropped'),
  cellSpans: choice(['kept', 'dropped'], 'in a body', 'dropped'),
  cellWidths: choice(['kept', 'dropped'], 'in a body'),
  variableMark: choice(['once', 'every-write', 'never'], 'in a body'),
  lineBreaks: choice(['kept', 'spaces'], 'in a body'),
  blankParagraphs: choice(['kept', 'dropped'], 'in a body'),
  codeNewlines: choice(['deleted', 'kept', 'breaks'], 'in a body'),
  buttons: choice(['kept', 'links'], 'in a body'),
  alignments: choice(['kept', 'dropped'], 'in a body'),
  otherAttributes: choice(['dropped', 'kept'], 'in a body'),
  linksWithoutScheme: choice(['kept', 'dropped', 'https'], 'in a body'),
  videos: list(
    videoForms,
    videoForms.filter((form) => form !== 'loom-share'),
    'in a body',
  ),
  largestBody: number(largestAsked, 'in a body'),
  imageHost: choice(['self', 'intercom'], { not: 'it is of the sandbox alone' }),
  imageTypes: list(imageTypes, ['png', 'jpg', 'gif', 'svg'], 'with --picture'),
  imageSizes: choice(['kept', 'dropped'], 'with --picture'),
  sameImageAddress: choice(['old-copy', 'fetched-again'], 'with --picture'),
  authorOmitted: choice(['token-owner', 'kept'], 'of the draft', 'kept'),
  parentIdNull: choice(['clears', 'ignored', 'refused'], 'of the draft', 'refused'),
  idTypes: choice(['either', 'as-described'], 'of the draft', 'as-described'),
  parentIdInAnswers: choice(['in-step', 'null'], 'of the draft, up to 2.15'),
  publishedOverPendingDraft: choice(['staged', 'live'], { not: 'readers would see it' }),
  contentId: choice(['present', 'absent'], 'of the draft', 'absent'),
  urlWithoutCollection: choice(['given', 'null'], 'of articles that are there'),
  missingLocales: choice(['absent', 'null'], 'of the draft'),
  unknownLocale: choice(['refused', 'ignored'], 'of the draft, on 2.16'),
  translationsWhenOff: choice(['ignored', 'refused'], 'of the draft, without languages', 'refused'),
  draftNotFoundBody: choice(['empty', 'envelope'], 'of the draft, on 2.16', 'envelope'),
  draftErrorBody: choice(['short', 'envelope'], 'of the draft, on 2.16', 'envelope'),
  articleTags: choice(['taken', 'refused'], 'of the draft, on 2.16'),
  schedules: choice(['kept', 'ignored'], 'of the draft, on 2.16'),
  redirects: choice(['taken', 'refused'], 'of the collection, on 2.16'),
  markdownRead: choice(['given', 'null'], 'of the draft, on 2.16'),
  markdownWritten: choice(['taken', 'ignored'], 'of the draft, on 2.16'),
  snippetMarkdown: choice(['text', 'under-title'], { not: 'Fin would answer with it' }),
  deleteNonEmptyCollection: choice(['unlist', 'lift', 'refuse'], 'of the collections'),
  nestedHelpCentreId: choice(['null', 'given'], 'of the collections'),
  pageZero: choice(['all-rows', 'first-page'], 'of lists', 'first-page'),
  tiedRows: choice(['newer-first', 'unstable'], { not: 'it takes many rows of one second' }),
  perPageTooBig: choice(['refused', 'clamped'], 'of lists'),
  requestIds: choice(['short', 'uuid'], 'of any answer', 'uuid'),
};

/** Their names, in the order of the table. */
export const quirkNames = Object.keys(quirkTable) as readonly QuirkName[];

/** What real workspaces do, as far as anyone has seen; the default. */
export const observedQuirks = valuesOf((row) => row.observed);

/** What the official pages say, word for word. */
export const strictQuirks = valuesOf((row) => row.strict);

function valuesOf(pick: (row: QuirkRow<unknown>) => unknown): Quirks {
  return Object.fromEntries(quirkNames.map((name) => [name, pick(quirkTable[name])])) as unknown as Quirks;
}
