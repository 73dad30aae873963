/** A locale as Intercom spells it: `en`, `pt-BR`. Never use one as a bare object key without a prototype-free map. */
export type Locale = string;

/** `sha256-` and 64 hexadecimal digits. For images the digits are what `sha256sum` prints. */
export type Fingerprint = string;

/** A path inside the content folder: forward slashes, no leading `./`, never leaves the folder. */
export type ContentPath = string;

/** Whether readers can see an article. */
export type State = 'published' | 'draft';

/**
 * Which blocks have an empty paragraph between them: as most writers do it, all of them, or none.
 */
export type Spacing = 'normal' | 'airy' | 'tight';

/**
 * A body in Intercom's HTML whose links to articles and images are still symbolic: `helpcentre:` URLs that
 * `body/references.ts` makes, lists and resolves. One line.
 */
export type SymbolicHtml = string;
