import { dirname, join } from 'node:path';
import * as z from 'zod';
import { appendOwn, readOwn, removeOwn, withOwnPieces } from '../../disk/own-file.ts';
import { makeFolders } from '../../disk/own-folder.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import type { SandboxOptions } from '../options.ts';
import { applyChanges, savedAs, takeChanges } from './changes.ts';
import { SandboxError } from './error.ts';
import { lockFolder } from './lock.ts';
import { parseState } from './parse.ts';
import { printState } from './print.ts';
import type { SandboxState } from './sandbox-state.ts';
import type { Store } from './store.ts';

/**
 * A store in a folder that is locked until `close()`:
 *
 * - `state.json`, the whole workspace, written whole or not at all when the sandbox starts and stops, if it changed;
 * - `changes.jsonl`, what changed since, a line a save, so that saving costs what changed and not what there is;
 * - `images/`, the bytes of images, by their hash.
 *
 * @param dir absolute path; made if it is not there
 * @param isCommitted see `SandboxOptions`
 * @throws SandboxError when another sandbox uses the folder, LinkedFileError when one of its files is a link
 */
export async function folderStore(dir: string, isCommitted?: SandboxOptions['isCommitted']): Promise<Store> {
  const root = dirname(dir);
  const replacing = { root, own: dir, sync: false };
  await makeFolders(join(dir, 'images'), root);
  const lock = await lockFolder(dir, isCommitted);
  const files = { state: join(dir, 'state.json'), changes: join(dir, 'changes.jsonl') };
  const imageFile = (sha256: string): string => join(dir, 'images', sha256);
  let saved = savedAs(null);
  /** Whether nothing was saved since the workspace was saved as a whole. */
  let isWhole = false;
  return {
    async load() {
      const loaded = await loadWorld(files, root);
      if (loaded === null) return null;
      saved = savedAs(loaded.world);
      isWhole = loaded.isWhole;
      return loaded.world;
    },
    async saveAll(world) {
      if (takeChanges(saved, world) === null && isWhole) return;
      await replaceFile(files.state, printState(world), replacing);
      await removeOwn(files.changes, root);
      isWhole = true;
    },
    save: coalesce(async (world) => {
      const line = takeChanges(saved, world);
      if (line === null) return;
      isWhole = false;
      await appendOwn(files.changes, root, line);
    }),
    putImage: async (sha256, bytes) => {
      await replaceFile(imageFile(sha256), bytes, replacing);
    },
    image: (sha256) => readOwn(imageFile(sha256), root),
    listening: (port) => lock.listening(port),
    close: () => lock.release(),
  };
}

interface Files {
  readonly state: string;
  readonly changes: string;
}

/** A workspace, and whether it was saved as a whole at last. */
interface Loaded {
  readonly world: SandboxState;
  readonly isWhole: boolean;
}

async function loadWorld({ state, changes }: Files, root: string): Promise<Loaded | null> {
  const later = await readOwn(changes, root);
  const world = await withOwnPieces(state, root, (pieces) => undamaged(state, () => parseState(pieces)));
  if (world === null) return null;
  if (later !== null) undamaged(changes, () => applyChanges(world, later.toString('utf8')));
  return { world, isWhole: later === null };
}

function undamaged<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : String((error as Error).message);
    const why = message.split('\n').slice(0, 2).join(' ').replace(/\s+/g, ' ');
    throw new SandboxError(
      `The sandbox's file ${file} is damaged and was left as it is: ${why}. Repair it, or delete the folder to start with an empty workspace.`,
    );
  }
}

/** Runs one write at a time; whoever asks while one runs waits for the one after it, which all of them share. */
function coalesce(write: (world: SandboxState) => Promise<void>): (world: SandboxState) => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  return (world) => {
    if (next !== null) return next;
    const start = async (): Promise<void> => {
      await running?.catch(() => undefined);
      next = null;
      running = write(world);
      await running;
    };
    next = start();
    return next;
  };
}
