/** What becomes of a field that both sides may have changed. */
export type FieldVerdict = 'keep' | 'take' | 'conflict';

/**
 * The table for one field: what one side changed is taken, what both changed to the same is kept, what both changed to
 * different things is a conflict.
 *
 * @param base as last published; null: nobody knows any more
 * @param ours what the source says
 * @param theirs what Intercom has
 */
export function mergeField(base: string | null, ours: string, theirs: string): FieldVerdict {
  if (ours === theirs || base === theirs) return 'keep';
  return base === ours ? 'take' : 'conflict';
}
