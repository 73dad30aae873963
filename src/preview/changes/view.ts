import type { ContentPath } from '../../model.ts';

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
}
