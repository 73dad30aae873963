import type { CalloutColor } from '../../model/callout-kinds.ts';

/** Lines of Markdown. */
export type Lines = readonly string[];

/** An image with a size, as our dialect writes one. */
export interface SizedImage {
  readonly src: string;
  readonly alt: string;
  /** Whole pixels; null where it is written otherwise, or has a height too. */
  readonly width: number | null;
}

/** How a tool spells what stands in a line. */
export interface Spelling {
  /** What the tool, or our reading of it, would take for something else: each match becomes entities. */
  readonly hazards: readonly RegExp[];
  /** Signs that a backslash makes plain text; before all others it would be shown. Every sign, where absent. */
  readonly escapes?: RegExp;
  /** Tags are JSX, and what stands in a block of HTML is Markdown. */
  readonly isJsx?: true;
  /** What stands in a block of HTML is read as Markdown, by us at least. */
  readonly readsHtml?: true;
  /** How a hazard in a line of text is written; an entity where absent, and where it says null. */
  readonly plain?: (sign: string) => string | null;
  /** Ends a line inside a paragraph. */
  readonly lineBreak: string;
  /** Rewrites code in a line, fences not included; the same where nothing of it is run. */
  readonly code?: (text: string, place: 'span' | 'fence') => string;
  /** Rewrites the address of a link to another source. */
  readonly link?: (address: string) => string;
}

/** How a tool writes our constructs. Each part says null where the tool has no form for what it is asked. */
export interface Writes {
  readonly spelling: Spelling;
  /** `title` is Markdown of one line that stands in bold in our dialect. */
  readonly callout: (color: CalloutColor, title: string | null, body: Lines) => Lines | null;
  /** `title` is plain text without signs that mean anything. */
  readonly section?: (title: string, body: Lines) => Lines | null;
  /** The tags of a section whose title says more than plain text. */
  readonly details?: string;
  /** What a block is aligned with: attributes of the element around it. */
  readonly aligned?: string;
  readonly button?: (text: string, href: string) => string | null;
  readonly image?: (image: SizedImage) => string | null;
  /** `player` is the address of the frame that shows it; null where none is known. */
  readonly video?: (address: string, player: string | null) => string | null;
  readonly headingId?: (heading: string, id: string) => string;
  /** Columns that what belongs to an item of a list is indented by, where its marker is not what counts. */
  readonly listIndent?: number;
}
