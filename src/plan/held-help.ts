import type { ContentPath, HeldWhy } from '../model.ts';

/**
 * How a person goes on with a held article.
 *
 * @param why what holds it
 * @param key its source, to name in the command
 */
export function heldHelp(why: HeldWhy, key: ContentPath): string {
  const path = /\s/.test(key) ? JSON.stringify(key) : key;
  switch (why) {
    case 'drift':
      return `Bring the edit home with "helpcentre pull ${path}", or write over it with --on-drift overwrite.`;
    case 'conflict':
      return `Merge both with "helpcentre pull ${path}", or write over Intercom with --on-drift overwrite.`;
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
