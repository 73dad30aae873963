import path from 'node:path';
import { readOwn } from '../disk/own-file.ts';
import { makeOwnFolder, ownFolderName } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { keyOf, type Memo } from '../model/memo.ts';
import { type Kept, packed, unpacked } from './pack.ts';
import { secretOf } from './secret.ts';

/** A memo that lasts from one run to the next. */
export interface Cache extends Memo {
  /** Writes what is new, and drops what nobody asked for in a long time. What cannot be written is made again next time. */
  save(): Promise<void>;
}

/** Bytes of all that is kept. */
const mostBytes = 256 * 1024 * 1024;
/** Savings after which an entry that nobody asked for is dropped: other branches and settings come back. */
const mostAge = 20;

/**
 * Opens what earlier runs kept in `.helpcentre/cache`. A file that cannot be read, is not whole, or was written by
 * another build or another person counts as not there.
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
  const bytes = await readOwn(file, folder).catch(() => null);
  const maker = `${build} ${process.version}`;
  const seal = { secret, maker };
  const before = (bytes === null ? null : unpacked(bytes, seal)) ?? new Map<string, Kept>();
  const now = new Map<string, Kept>();
  let isNew = false;
  return {
    maker,
    key: (...parts) => keyOf(maker, parts),
    recall(key) {
      const found = now.get(key) ?? before.get(key);
      if (found === undefined) return null;
      now.set(key, found);
      return { facts: JSON.parse(found.facts.toString()), text: () => found.text.toString() };
    },
    keep(key, facts, text = '') {
      now.set(key, { facts: Buffer.from(JSON.stringify(facts)), text: Buffer.from(text), age: 0 });
      isNew = true;
    },
    async save() {
      if (!isNew) return;
      isNew = false;
      try {
        await makeOwnFolder(own);
        await makeOwnFolder(path.dirname(file));
        await replaceFile(file, packed(worthKeeping(before, now), seal), { root: folder, own, sync: false });
      } catch {
        // A disk that is full, or not to be written: what was made is made again next time.
      }
    },
  };
}

/** All that this run asked for, and of the rest what was asked for lately, as far as there is room. */
function worthKeeping(before: ReadonlyMap<string, Kept>, now: ReadonlyMap<string, Kept>): ReadonlyMap<string, Kept> {
  const rest = [...before]
    .filter(([key, { age }]) => !now.has(key) && age < mostAge)
    .map(([key, kept]) => [key, { ...kept, age: kept.age + 1 }] as const)
    .sort(([, a], [, b]) => a.age - b.age);
  const kept = new Map<string, Kept>();
  let bytes = 0;
  for (const [key, entry] of [...[...now].map(([key, one]) => [key, { ...one, age: 0 }] as const), ...rest]) {
    bytes += entry.facts.length + entry.text.length;
    if (bytes > mostBytes) break;
    kept.set(key, entry);
  }
  return kept;
}
