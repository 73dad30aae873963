import type { Locale, State } from './article.ts';

/**
 * Who meets a finding: `readers` on a page that they open; `missed` is what they look for and do not find, or is a page
 * that does them no good; `team` is what only people who write meet.
 */
export type AuditRank = 'readers' | 'missed' | 'team';

/** All of them, the first to be mended first. */
export const auditRanks: readonly AuditRank[] = ['readers', 'missed', 'team'];

/** What a finding is about. */
export interface AuditPlace {
  readonly kind: 'article' | 'collection' | 'help-centre';
  readonly id: string;
  /** Title or name, as Intercom has it: anything can stand in it. */
  readonly title: string;
  /** Language of the text; null where it is about all of them. */
  readonly locale: Locale | null;
  /** Whether readers have the text; null of what is no article. */
  readonly state: State | null;
  /** Where readers find it; null where they do not. */
  readonly url: string | null;
  /** Where a teammate edits it; null where Intercom has no page for it alone. */
  readonly app: string | null;
  /** The file that it is published from, as the person would write it; null for what no file says. */
  readonly file: string | null;
}

/** One thing that is wrong. */
export interface AuditFinding {
  /** Code of its kind. */
  readonly code: string;
  readonly rank: AuditRank;
  /** One sentence. */
  readonly message: string;
  /** What to do. */
  readonly help: string;
  /** The first is where it is found; others have a part in it. */
  readonly places: readonly [AuditPlace, ...AuditPlace[]];
}

/** A kind of finding, in words for people. */
export interface AuditKind {
  /** Never changes its meaning. */
  readonly code: string;
  /** A heading: `Links to articles that are gone`. */
  readonly title: string;
  /** Why readers care. */
  readonly why: string;
  /** What to do about most of them. */
  readonly help: string;
}

/** What an audit came to. */
export interface AuditReport {
  readonly workspace: { readonly id: string; readonly name: string };
  /** When Intercom was read, in Unix seconds. */
  readonly at: number;
  readonly counts: AuditCounts;
  /** Kinds that were found, in the order of the findings. */
  readonly kinds: readonly AuditKind[];
  /** The worst first. */
  readonly findings: readonly AuditFinding[];
  /** What could not be looked at, or was not asked for, in sentences. */
  readonly notes: readonly string[];
}

/** What was looked at. */
export interface AuditCounts {
  readonly articles: number;
  /** Of these, the ones that readers have in some language. */
  readonly published: number;
  /** Texts: every language of an article is one. */
  readonly texts: number;
  readonly collections: number;
  readonly helpCentres: number;
}

/** A picture that was asked for at its address. */
export type AuditedPicture =
  | { readonly is: 'picture'; readonly bytes: number | null }
  | { readonly is: 'broken'; readonly reason: string }
  | { readonly is: 'unknown'; readonly reason: string };
