import path from 'node:path';
import * as z from 'zod';
import { readOwn } from '../disk/own-file.ts';
import { makeOwnFolder, ownFolderName } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import type { LinkMemory, RememberedLink } from '../model/link-memory.ts';

/** Bytes of a file that is read. */
const mostBytes = 20_000_000;
/** Characters of an address that is remembered. */
const longest = 10_000;

const time = z.int().nonnegative();
const fileSchema = z.object({ version: z.literal(1), links: z.record(z.string(), z.unknown()) });
const linkSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('alive'), at: time }),
  z.object({ is: z.literal('failed'), first: time, last: time, reason: z.string().max(1_000) }),
]);

/**
 * Reads what earlier runs found of addresses on the web, from `.helpcentre/cache/links`. What cannot be read, or is
 * anything else, counts as not there: then everything is looked at anew. One address that is amiss costs no other.
 *
 * @param folder absolute folder of the configuration
 * @returns null where nothing is remembered
 */
export async function readLinkMemory(folder: string): Promise<LinkMemory | null> {
  try {
    const bytes = await readOwn(fileIn(folder), folder);
    if (bytes === null || bytes.length > mostBytes) return null;
    const { links } = fileSchema.parse(JSON.parse(bytes.toString('utf8')));
    return new Map(
      Object.entries(links).flatMap(([url, one]) => {
        const parsed = linkSchema.safeParse(one);
        return parsed.success && url.length <= longest ? [[url, parsed.data] as const] : [];
      }),
    );
  } catch {
    return null;
  }
}

/**
 * Writes what this run found together with what is there by now: another run may have ended meanwhile. What there is
 * no room for is left out.
 *
 * @param merge what is kept of what is there; told an empty memory where there is none
 * @returns whether it could be written
 */
export async function saveLinkMemory(folder: string, merge: (old: LinkMemory) => LinkMemory): Promise<boolean> {
  const own = path.join(folder, ownFolderName);
  try {
    await makeOwnFolder(own);
    await makeOwnFolder(path.dirname(fileIn(folder)));
    const links = Object.fromEntries(thatFit(merge((await readLinkMemory(folder)) ?? new Map())));
    await replaceFile(fileIn(folder), `${JSON.stringify({ version: 1, links })}\n`, { root: folder, own, sync: false });
    return true;
  } catch {
    // A disk that is full, or not to be written.
    return false;
  }
}

/** The first ones, as many as are read again. */
function thatFit(links: LinkMemory): readonly (readonly [string, RememberedLink])[] {
  let room = mostBytes - 1_000;
  return [...links].filter((one) => {
    room -= one[0].length <= longest ? Buffer.byteLength(JSON.stringify(one)) : 0;
    return one[0].length <= longest && room > 0;
  });
}

const fileIn = (folder: string): string => path.join(folder, ownFolderName, 'cache', 'links');
