import { describedFields, recordedFields } from '../body/collection-fields.ts';
import type { Desired } from '../model/desired.ts';
import type { Recording } from '../model/outcome.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';

/**
 * What a lockfile has yet to learn of collections that stay as they are: what Intercom has of them, which lockfiles of
 * before do not say, and a folder that was renamed. Nothing is written to Intercom for it.
 */
export function collectionsToLearn(
  desired: Pick<Desired, 'collections'>,
  recorded: Pick<Recorded, 'collections'>,
  remote: Pick<Remote, 'collections'>,
): readonly Recording[] {
  const answers = new Map(remote.collections.map((collection) => [collection.id, collection]));
  return desired.collections.flatMap((wanted): readonly Recording[] => {
    const { key, folder } = wanted;
    const known = Object.hasOwn(recorded.collections, key) ? recorded.collections[key] : undefined;
    const answer = answers.get(known?.id ?? '');
    if (known === undefined || answer === undefined) return [];
    const isRead = known.remote !== undefined;
    // Lockfiles of before do not say it: a source that is as it was published says the same now as then.
    const said = known.desired === wanted.fingerprint ? describedFields(wanted) : {};
    const learns = known.described === undefined && said.described !== undefined;
    if (isRead && known.folder === folder && !learns) return [];
    const { folder: _, ...entry } = known;
    const print = known.remote ?? recordedFields(wanted, answer);
    const home = folder === undefined ? {} : { folder };
    return [{ of: 'collection', key, entry: { ...entry, ...home, remote: print, ...(learns ? said : {}) } }];
  });
}
