import { stat } from 'node:fs/promises';
import path from 'node:path';
import { watch } from 'chokidar';

/** A file that changed. */
export interface FileEvent {
  /** Absolute path. */
  readonly path: string;
  /** It came or went; else its content changed. */
  readonly isListed: boolean;
}

/** Files that are watched. */
export interface Watching {
  /** Resolves when nothing that happens is missed any more. */
  readonly ready: Promise<void>;
  /** Has a batch told that says of a file only that it may have changed. */
  nudge(path: string): void;
  close(): Promise<void>;
}

/** Events within this many milliseconds of each other are one: an editor that saves makes several. */
const together = 12;
/** A file that a program was still writing when it was read is looked at again after so many milliseconds. */
const settled = 120;

/**
 * Watches folders and files, and tells what changed, one batch at a time.
 *
 * @param paths absolute; they need not exist yet
 * @param told called with a batch; the next one waits until it is done
 * @returns stops watching
 */
export function watchFiles(paths: readonly string[], told: (events: readonly FileEvent[]) => Promise<void>): Watching {
  const batches = inBatches(told);
  const watcher = watch([...paths], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (file) => isLeftOut(file, paths),
  });
  watcher.on('all', (event, file) => batches.add({ path: path.resolve(file), isListed: event !== 'change' }));
  // A folder that cannot be watched is a folder whose changes are not seen; the rest goes on.
  watcher.on('error', () => undefined);
  const ready = new Promise<void>((resolve) => void watcher.once('ready', () => resolve()));
  return {
    ready,
    nudge: (file) => batches.add({ path: file, isListed: true }),
    async close() {
      batches.stop();
      await watcher.close();
    },
  };
}

/** Hidden files and packages are no content, as in reading. */
function isLeftOut(file: string, paths: readonly string[]): boolean {
  const root = paths.find((one) => file === one || file.startsWith(one + path.sep));
  const inside = root === undefined ? file : path.relative(root, file);
  return inside.split(path.sep).some((part) => part.startsWith('.') || part === 'node_modules');
}

function inBatches(told: (events: readonly FileEvent[]) => Promise<void>): {
  add(event: FileEvent): void;
  stop(): void;
} {
  let pending = new Map<string, FileEvent>();
  let running = false;
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  const add = (event: FileEvent): void => {
    const before = pending.get(event.path);
    pending.set(event.path, before?.isListed === true ? before : event);
    if (timer === null && !running && !isStopped) timer = setTimeout(() => void run(), together);
  };
  const run = async (): Promise<void> => {
    timer = null;
    running = true;
    const batch = [...pending.values()];
    pending = new Map();
    const states = await Promise.all(batch.map(async ({ path: file }) => [file, await stateOf(file)] as const));
    await told(batch);
    running = false;
    if (isStopped) return;
    setTimeout(() => void lookAgain(states), settled).unref();
    if (pending.size > 0) timer = setTimeout(() => void run(), together);
  };
  const lookAgain = async (states: readonly (readonly [string, string])[]): Promise<void> => {
    for (const [file, before] of states) {
      if (!isStopped && (await stateOf(file)) !== before) add({ path: file, isListed: true });
    }
  };
  return {
    add,
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

async function stateOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size } = await stat(file);
    return `${mtimeMs} ${size}`;
  } catch {
    return 'absent';
  }
}
