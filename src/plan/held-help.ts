import type { HeldWhy } from '../model.ts';

/**
 * How a person goes on with a held article.
 *
 * @param why what holds it
 */
export function heldHelp(why: HeldWhy): string {
  switch (why) {
    case 'drift':
      return 'Look at the edit with "helpcentre diff". Take it into the source, or write over it with --on-drift overwrite.';
    case 'conflict':
      return 'Look at both with "helpcentre diff". Take the edit into the source, or write over it with --on-drift overwrite.';
    case 'pending-draft':
      return 'Publish or discard the draft in Intercom, then run again.';
    case 'gone':
      return 'Remove the source if it should stay deleted, or create the article again with --on-drift overwrite.';
    case 'guard':
      return 'Look at what would be removed; if it is meant, run again with --allow-removals.';
    case 'ambiguous':
      return 'Settle it with "id: …" in the front matter, or with "moved:" in helpcentre.yml.';
  }
}
