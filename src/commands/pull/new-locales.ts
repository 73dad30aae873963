import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { decompile } from '../../dialect/decompile.ts';
import { addressesFrom } from '../../import/address-book.ts';
import { formatSource } from '../../import/format-source.ts';
import { localePath } from '../../import/locale-path.ts';
import { newFilesIn } from '../../import/new-files.ts';
import { fieldsOf } from '../../import/source-of.ts';
import type { PulledSource, PullLeft, PullOffer } from '../../model.ts';
import { makeOwnFolder } from '../../publish/journal.ts';
import type { PullWorld } from './locale.ts';
import { whoSaved } from './who.ts';

/**
 * Writes sources for locales that people added in Intercom. Never over a file that is there.
 *
 * @param ownFolder absolute folder of a run's own files
 */
export async function writeNewLocales(
  offers: readonly PullOffer[],
  world: PullWorld,
  ownFolder: string,
): Promise<{ readonly pulled: readonly PulledSource[]; readonly left: readonly PullLeft[] }> {
  const { names, planned } = world;
  const { settings, folder } = planned.sources;
  const wanted = offers.flatMap((offer) =>
    offer.key === null ? [] : [{ ...offer, key: offer.key, path: localePath(offer.key, offer.locale, settings) }],
  );
  const pulled: PulledSource[] = [];
  const left: PullLeft[] = [];
  if (wanted.length === 0) return { pulled, left };
  for (const { id, locale, path: file } of wanted) names.addSource(id, locale, file);
  await makeOwnFolder(ownFolder);
  const aside = path.join(ownFolder, 'new');
  await mkdir(aside, { recursive: true });
  const files = newFilesIn(path.join(folder, settings.content), aside);
  for (const { id, key, locale, title, path: file } of wanted) {
    const remote = planned.remote.articles.find((article) => article.id === id);
    const content = remote?.locales[locale];
    if (remote === undefined || content === undefined) continue;
    const fields = fieldsOf(content, locale, { settings, teammates: planned.remote.teammates });
    const { markdown } = decompile(content.body, addressesFrom(names.book, { id, key, locale, path: file }));
    const result = await files.write(file, new TextEncoder().encode(formatSource(fields, markdown)));
    const saved = { id, ...(await whoSaved(remote, locale, planned.remote, world.reader)) };
    if (result.is === 'left') {
      left.push({ ...saved, key: file, why: 'file-there', help: `It ${result.reason}. Rename it, then pull again.` });
    } else {
      const facts = { ...saved, path: file, key, locale, title, changed: [], conflicts: 0, notes: [] };
      pulled.push({ ...facts, result: 'created' });
    }
  }
  return { pulled, left };
}
