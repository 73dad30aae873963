import type { ContentPath } from '../model/article.ts';
import { typeNamed, typeOfId, type UnlistedType } from '../model/article-type.ts';
import type { CollectionField } from '../model/collection.ts';
import type { DesiredCollection } from '../model/desired.ts';
import type { HeldWhy } from '../model/plan.ts';
import { shellArgument } from '../model/shell-argument.ts';

/**
 * How a person goes on with a held article.
 *
 * @param why what holds it
 * @param key its source, where it has one: an edit can be pulled into it
 * @param other what holds it: id of the article that it may be, or name of the target that it is promoted from
 */
export function heldHelp(why: HeldWhy, key: ContentPath | null = null, other = '…'): string {
  switch (why) {
    case 'drift':
    case 'conflict':
      return key === null
        ? 'Restore the file and pull the edit into it, or remove the article anyway with --on-drift overwrite.'
        : `Merge the edit into the file with "helpcentre pull ${shellArgument(key)}", or overwrite it with --on-drift overwrite.`;
    case 'pending-draft':
      return 'Publish or discard the draft in Intercom, then run again.';
    case 'staged-otherwise':
      return 'Stage it again with "helpcentre publish --stage", check it, and release that.';
    case 'undisplayed':
      return key === null
        ? 'A write would destroy that block. Unpublish the article in Intercom.'
        : 'A write would destroy that block. Edit the article in Intercom, or delete the mark in the file to write it without.';
    case 'gone':
      return 'Remove the source if it should stay deleted, or create the article again with --on-drift overwrite.';
    case 'guard':
      return 'Check what readers would lose. If you mean it, run again with --allow-removals.';
    case 'double':
      return `If it is the same article, write "id: ${other}" into the front matter; else give one of the two another title.`;
    case 'not-promoted':
      return `Publish it with --target ${other} first, or promote from the commit that was published there.`;
    case 'no-state':
      return 'Delete it in Intercom, or set "removed: delete" in helpcentre.yml for every article whose file is gone.';
    case 'other-type':
      return 'Move the text to a new file: what is there goes, and the new one is created.';
    case 'ambiguous':
      return 'Settle it with "id: …" in the front matter, or with "moved:" in helpcentre.yml.';
  }
}

/** How a person goes on where a source is of another type than the article that it has. */
export function otherTypeHelp(id: string, source: { readonly type?: UnlistedType }): string {
  const [is, wanted] = [typeNamed(typeOfId(id)), typeNamed(source.type ?? 'public')];
  return `It is ${is}, and Intercom cannot make ${wanted} of it. Move the text to a new file for ${wanted}, or give this one its type back.`;
}

/**
 * How a person goes on with a collection of which something was edited in Intercom.
 *
 * @param fields what of it is held
 */
export function heldCollectionHelp(
  { folder }: Pick<DesiredCollection, 'folder'>,
  fields: readonly CollectionField[],
): string {
  const texts = fields.filter((field) => field !== 'place');
  const take =
    folder === undefined
      ? 'Say the same in the front matter of its articles'
      : `Take the edit with "helpcentre pull ${shellArgument(folder)}"`;
  const move =
    folder === undefined
      ? 'Name the place that it has there in the front matter of its articles'
      : `Move the folder ${folder} to the place that it has there`;
  const ways = [...(texts.length > 0 ? [take] : []), ...(fields.includes('place') ? [move] : [])];
  return `${ways.join('. ')}, or overwrite it with --on-drift overwrite.`;
}
