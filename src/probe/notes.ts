import path from 'node:path';
import * as z from 'zod';
import { readOwn } from '../disk/own-file.ts';
import { makeOwnFolder } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import type { Notes, Thing } from './things.ts';

const thing = z.object({
  kind: z.enum(['article', 'collection', 'redirect']),
  name: z.string(),
  centre: z.string().exactOptional(),
  since: z.int(),
  id: z.string().nullable(),
});
const file = z.record(z.string(), z.array(thing));

/** Name of the notes in the folder of a run's own files. */
export const notesName = 'probe.json';

/**
 * Reads the notes of what exists in a workspace because of a probe, and keeps them: each change is on disk before
 * anything else happens. Notes that are damaged count as none.
 *
 * @param folder absolute folder of a run's own files
 * @param workspace id of the workspace; notes of others are left as they are
 */
export async function readNotes(folder: string, workspace: string): Promise<Notes> {
  await makeOwnFolder(folder);
  const at = path.join(folder, notesName);
  const before = await readOwn(at, folder);
  const all = new Map(Object.entries(parsed(before?.toString('utf8') ?? '')));
  const keep = async (things: readonly Thing[]): Promise<void> => {
    all.set(workspace, [...things]);
    const text = `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`;
    await replaceFile(at, text, { root: folder, own: folder });
  };
  const things = (): readonly Thing[] => all.get(workspace) ?? [];
  return {
    get things() {
      return things();
    },
    add: (thing) => keep([...things(), thing]),
    known: (name, id) => keep(things().map((one) => (one.name === name ? { ...one, id } : one))),
    drop: (name) => keep(things().filter((one) => one.name !== name)),
  };
}

function parsed(text: string): Record<string, Thing[]> {
  try {
    return file.parse(JSON.parse(text)) as Record<string, Thing[]>;
  } catch {
    return {};
  }
}
