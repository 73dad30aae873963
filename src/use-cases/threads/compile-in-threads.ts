import { Worker } from 'node:worker_threads';
import { snippetFiles } from '../../compile/snippet-files.ts';
import type { Memo, MemoEntry } from '../../model/memo.ts';
import type { Repository, Source } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Share, ThreadStart } from './share.ts';

/** What sources are compiled with. */
interface Surroundings {
  readonly repository: Repository;
  readonly settings: Settings;
  readonly memo: Memo;
}

/** Characters of a share: large enough that sending it does not count, small enough that threads end together. */
const shareLength = 60_000;

/**
 * Compiles sources in threads, and keeps in the memo what they came to.
 *
 * @param program file that serves when it is started as a thread
 * @param count of threads
 * @throws UsageError `compiler-ended` with the file's name when a thread ends before its time
 */
export async function compileInThreads(
  sources: readonly Source[],
  around: Surroundings,
  program: URL,
  count: number,
): Promise<void> {
  const shares = sharesOf(sources);
  const threads = Array.from({ length: Math.min(count, shares.length) }, () => workThrough(shares, around, program));
  await Promise.all(threads);
}

/** The longest first, so that no thread is left with one at the end. */
function sharesOf(sources: readonly Source[]): Share[] {
  const shares: Source[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const source of [...sources].sort((a, b) => b.body.length - a.body.length)) {
    if (length >= shareLength) {
      shares.push([]);
      length = 0;
    }
    shares.at(-1)?.push(source);
    length += source.body.length;
  }
  return shares;
}

/** One thread, until no share is left. */
function workThrough(shares: Share[], { repository, settings, memo }: Surroundings, program: URL): Promise<void> {
  const at = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const start: ThreadStart = {
    is: 'helpcentre compiler',
    // Pages that others take in go along as texts.
    repository: { ...repository, files: snippetFiles(repository, settings.flavour), sources: [] },
    settings,
    maker: memo.maker,
    at,
  };
  const worker = new Worker(program, { workerData: start, argv: [], stdin: false });
  let share: Share = [];
  return new Promise<void>((resolve, reject) => {
    const next = (): void => {
      const more = shares.shift();
      if (more === undefined) resolve();
      else {
        share = more;
        worker.postMessage(more);
      }
    };
    const fail = (reason: string): void => {
      // The others need not go on.
      shares.length = 0;
      reject(ended(share[new Int32Array(at)[0] ?? 0], repository.root, reason));
    };
    worker.on('message', (entries: readonly MemoEntry[]) => {
      for (const { key, facts, text } of entries) memo.keep(key, facts, text);
      next();
    });
    worker.on('error', (error) => fail(error.message));
    worker.on('exit', (code) => fail(`exit code ${code}`));
    next();
  }).finally(() => worker.terminate());
}

function ended(source: Source | undefined, root: string, reason: string): UsageError {
  const file = source === undefined ? 'a source' : `${root}/${source.path}`;
  const what = `The thread that compiled ${file} ended: ${reason}`;
  return new UsageError('compiler-ended', what, 'Compile in one thread to see more: HELPCENTRE_THREADS=1');
}
