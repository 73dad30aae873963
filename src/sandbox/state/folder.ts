import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { SandboxError } from './error.ts';
import { lockFolder } from './lock.ts';
import { printState } from './print.ts';
import { stateFile } from './records.ts';
import type { Store } from './store.ts';
import { emptyWorld, type Table, type World } from './world.ts';

/**
 * A store in a folder: `state.json` and `images/`, each file written whole or not at all. The folder is
 * locked until `close()`.
 *
 * @param dir absolute path; made if it is not there
 * @throws SandboxError when another sandbox uses the folder
 */
export async function folderStore(dir: string): Promise<Store> {
  await mkdir(join(dir, 'images'), { recursive: true });
  const lock = await lockFolder(dir);
  const file = join(dir, 'state.json');
  const imageFile = (sha256: string): string => join(dir, 'images', sha256);
  return {
    load: () => loadWorld(file),
    save: coalesce(async (world: World) => {
      await writeFileAtomic(file, printState(world), { fsync: false });
    }),
    putImage: async (sha256, bytes) => {
      await writeFileAtomic(imageFile(sha256), Buffer.from(bytes), { fsync: false });
    },
    image: (sha256) => readIfThere(imageFile(sha256)),
    listening: (port) => lock.listening(port),
    close: () => lock.release(),
  };
}

async function loadWorld(file: string): Promise<World | null> {
  const bytes = await readIfThere(file);
  if (bytes === null) return null;
  let parsed: ReturnType<typeof stateFile.safeParse>;
  try {
    parsed = stateFile.safeParse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : String(error));
  }
  if (!parsed.success) throw damaged(file, z.prettifyError(parsed.error).split('\n').slice(0, 2).join(' '));
  const { workspace, format: _, ...tables } = parsed.data;
  const world = emptyWorld(workspace);
  for (const [name, records] of Object.entries(tables)) {
    const table = world[name as keyof typeof tables] as Table<unknown>;
    for (const record of records) table.set('path' in record ? record.path : record.id, record);
  }
  return world;
}

function damaged(file: string, why: string): SandboxError {
  return new SandboxError(
    `The sandbox's state file ${file} is damaged and was left as it is: ${why}. Mend it, or delete it to start with an empty workspace.`,
  );
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Runs one write at a time; whoever asks while one runs waits for the one after it, which all of them share. */
function coalesce<T>(write: (value: T) => Promise<void>): (value: T) => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  return (value) => {
    if (next !== null) return next;
    const start = async (): Promise<void> => {
      await running?.catch(() => undefined);
      next = null;
      running = write(value);
      await running;
    };
    next = start();
    return next;
  };
}
