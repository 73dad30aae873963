import type { ContentPath, Locale } from '../../model/article.ts';
import type { UnlistedType } from '../../model/article-type.ts';
import type { Problem } from '../../model/problem.ts';

/** What a publish would do to an article, as a mark beside its title. */
export type Badge = 'new' | 'changed' | 'moved' | 'drifted' | 'held' | 'removed';

/** What a publish would change, made from the plan: the value that the pages of this folder are rendered from. */
export interface ChangesView {
  /** Marks beside titles, by article key. */
  readonly badges: ReadonlyMap<ContentPath, Badge>;
  /** Articles with a page of their own, in the order of the overview. */
  readonly keys: readonly ContentPath[];
  /** Bodies that those pages show besides the site's own: their colours go into the stylesheet. */
  readonly bodies: readonly string[];
  /** The plan in one line as the terminal says it, then what else is to be known; no lines where there is no plan. */
  readonly head: readonly string[];
  /** What was compared with: Intercom as it was then (milliseconds since the epoch), or the lockfile alone (null). */
  readonly askedAt: number | null;
  /** Whether Intercom can be asked (again). */
  readonly canAsk: boolean;
  /** Why there is no plan, or why it is not against Intercom. */
  readonly trouble: { readonly message: string; readonly help: string } | null;
  /** Findings of the plan itself: what keeps it from being carried out as it should. */
  readonly problems: readonly Problem[];
  readonly collections: readonly { readonly word: string; readonly key: string; readonly why: string }[];
  /** Old addresses, each with what becomes of it. */
  readonly redirects: readonly { readonly word: string; readonly from: string; readonly why: string }[];
  /** In the plan's order. */
  readonly entries: readonly ChangeEntry[];
  readonly unchanged: number;
}

/** The groups of the overview, in its order. `noted` are articles of which only the lockfile learns something. */
export const groups = ['new', 'changed', 'moved', 'drifted', 'held', 'removed', 'noted'] as const;
export type Group = (typeof groups)[number];

/** One article that the plan names. */
export interface ChangeEntry {
  readonly key: ContentPath;
  readonly title: string;
  /** Absent for an article of a help centre. */
  readonly type?: UnlistedType;
  readonly group: Group;
  /** What is done, in the terminal's word: `update`; null where it is held back. */
  readonly word: string | null;
  /** The plan's reason in the terminal's words; may be empty. */
  readonly why: string;
  /** How to go on with what is held back, and what is shown of it. */
  readonly held: { readonly help: string; readonly note: string | null } | null;
  /** Looks into it. It takes a moment, so that it is only done for a page that is asked for. */
  look(): Promise<ChangeInside>;
}

/** A value before and after; null where there is none. */
export interface FieldChange {
  readonly before: string | null;
  readonly after: string | null;
}

export type FieldChanges = Readonly<Record<string, FieldChange>>;

/** What changes inside one article. */
export interface ChangeInside {
  readonly fields: FieldChanges;
  readonly locales: readonly LocaleInside[];
  /** What cannot be shown, and why. */
  readonly note: string | null;
}

/** What changes in one locale. */
export interface LocaleInside {
  readonly locale: Locale;
  readonly fields: FieldChanges;
  /** Files of pictures with other bytes. */
  readonly images: readonly ContentPath[];
  /** Whether the text changes only in its spacing or in sizes. */
  readonly unseen: boolean;
  /** null: the text stays as it is, or is not known. */
  readonly body: BodyChange | null;
}

/** A text before and after; null where there is none. */
export interface BodyChange {
  readonly before: string | null;
  readonly after: string | null;
  /** What the address of a link stands for, the same for both. */
  link(href: string): string;
  /** What the address of an image stands for, the same for both. */
  image(source: string): string;
}
