import fs from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { syncBuiltinESMExports } from 'node:module';

/** What a run had to do, whatever the machine. */
export interface Work {
  /** Texts that were read as Markdown: sources, and snippets once for each source that puts them in. */
  parsed: number;
  /** How often each file was read, by path. */
  readonly reads: Map<string, number>;
  /** Bytes that were read from files. */
  bytes: number;
  /** Times that a file was forced to the disk. */
  syncs: number;
}

/**
 * Counts what is done meanwhile. Only one such count runs at a time.
 *
 * @param folder whose files are counted: the test runner reads its own
 */
export async function countWork(folder: string, task: () => Promise<unknown>): Promise<Work> {
  const work: Work = { parsed: 0, reads: new Map(), bytes: 0, syncs: 0 };
  const restore = await countFiles(folder, work);
  try {
    work.parsed = await callsOf('parseMarkdown', '/src/dialect/syntax/parse.ts', task);
    return work;
  } finally {
    for (const one of restore) one();
    syncBuiltinESMExports();
  }
}

/** Wraps a method; returns what puts the old one back. */
function wrapped<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  wrap: (original: Owner[Name]) => Owner[Name],
): () => void {
  const original = owner[name];
  owner[name] = wrap(original);
  return () => {
    owner[name] = original;
  };
}

/** How often a function of a module is called meanwhile, as the engine itself counts it. */
async function callsOf(name: string, module: string, task: () => Promise<unknown>): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await task();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const functions = result.filter(({ url }) => url.endsWith(module)).flatMap((one) => one.functions);
    const calls = functions
      .filter(({ functionName }) => functionName === name)
      .flatMap(({ ranges }) => ranges[0] ?? []);
    return calls.reduce((sum, { count }) => sum + count, 0);
  } finally {
    await session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  }
}

async function countFiles(folder: string, work: Work): Promise<(() => void)[]> {
  const handle = await open(import.meta.filename, 'r');
  const prototype = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const sized = (content: string | Uint8Array, file: string): void => {
    if (!file.startsWith(folder)) return;
    work.bytes += content.length;
    work.reads.set(file, (work.reads.get(file) ?? 0) + 1);
  };
  const restore = [
    wrapped(
      fs.promises,
      'readFile',
      (original) =>
        (async (file: string, ...rest: []) => {
          const content = await original(file, ...rest);
          sized(content, String(file));
          return content;
        }) as typeof original,
    ),
    wrapped(
      prototype,
      'readFile',
      (original) =>
        async function count(this: FileHandle, ...args: []) {
          const content = await original.apply(this, args);
          work.bytes += content.length;
          return content;
        } as typeof original,
    ),
    wrapped(
      prototype,
      'sync',
      (original) =>
        function count(this: FileHandle) {
          work.syncs += 1;
          return original.apply(this);
        },
    ),
  ];
  syncBuiltinESMExports();
  return restore;
}
