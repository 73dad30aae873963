import path from 'node:path';
import { makeOwnFolder, ownFolderName } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { keyOf, type Memo } from '../model/memo.ts';
import { isKey } from './pack.ts';
import { packed } from './packed.ts';
import { openReader } from './reader.ts';
import { type Made, madeOf, rememberedFrom } from './run-memo.ts';
import { secretOf } from './secret.ts';

/** A memo that lasts from one run to the next. */
export interface Cache extends Memo {
  readonly entries: number;
  /** Writes what is new, and drops what nobody asked for in a long time. What cannot be written is made again next time. */
  save(): Promise<void>;
}

/**
 * Opens what earlier runs kept in `.helpcentre/cache`. A file that cannot be read, is not whole, or was written by
 * another build or another person counts as not there, and so does an entry that was changed. Of a file only its index
 * is in memory.
 *
 * @param folder absolute folder of the configuration
 * @param build tells one state of the compiler from another
 * @returns null where nothing can be kept
 */
export async function openCache(
  folder: string,
  build: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Cache | null> {
  const secret = await secretOf(env);
  if (secret === null) return null;
  const own = path.join(folder, ownFolderName);
  const file = path.join(own, 'cache', 'compiled');
  const maker = `${build} ${process.version}`;
  const seal = { secret, maker };
  const open = () => openReader(file, folder, seal);
  let before = await open();
  const asked = new Map<string, number | Made>();
  let isNew = false;
  return {
    maker,
    get entries() {
      return (before?.entries.count ?? 0) + asked.size;
    },
    key: (...parts) => keyOf(maker, parts),
    recall(key) {
      const found = asked.get(key) ?? before?.entries.numberOf(key);
      if (found === undefined) return null;
      if (typeof found !== 'number') return rememberedFrom(found);
      const facts = before?.read(found, 'facts') ?? null;
      if (facts === null) return null;
      asked.set(key, found);
      const reader = before;
      return { facts: JSON.parse(facts), text: () => reader?.read(found, 'text') ?? null };
    },
    keep(key, facts, text = '') {
      if (!isKey(key)) return;
      asked.set(key, madeOf(facts, text));
      isNew = true;
    },
    async save() {
      if (!isNew) return;
      isNew = false;
      try {
        await makeOwnFolder(own);
        await makeOwnFolder(path.dirname(file));
        const content = packed(before, open, asked, seal);
        // Not every system puts a file in the place of one that is open.
        await before?.close();
        await replaceFile(file, content, { root: folder, own, sync: false });
      } catch {
        // A disk that is full, or not to be written: what was made is made again next time.
      }
      // Numbers are those of the file that was there.
      asked.clear();
      before = await open();
    },
  };
}
