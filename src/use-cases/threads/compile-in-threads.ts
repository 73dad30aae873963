import type { Unit } from '../../compile/compile.ts';
import { rememberingUnits } from '../../compile/remembered-unit.ts';
import { snippetTexts } from '../../compile/snippet-texts.ts';
import type { ContentPath } from '../../model/article.ts';
import type { Memo } from '../../model/memo.ts';
import type { Repository, Source } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';
import { shownFile } from '../../model/shown-file.ts';
import { UsageError } from '../../model/usage-error.ts';
import { oneByOne } from './one-by-one.ts';
import type { Share, ThreadStart, ToRemember } from './share.ts';
import { startThread, type Thread } from './thread.ts';

/** What sources are compiled with. */
interface Surroundings {
  readonly repository: Repository;
  readonly settings: Settings;
  readonly memo: Memo;
}

/** Threads besides the one that asks for them. */
interface OtherThreads {
  readonly count: number;
  /** File that serves when it is started as a thread. */
  readonly program: URL;
  /** Those that were started already, and go on afterwards; the rest is started and ended here. */
  readonly started?: readonly Thread[];
}

/** Characters of a share: large enough that sending it does not count, small enough that threads end together. */
const shareLength = 20_000;

/** Shares that are few: what asks Intercom meanwhile has its answer about when they are done. */
const fewShares = 4;

/** Shares that a thread has before it: while this one compiles, it does not look for answers. */
const sharesAhead = 2;

/**
 * Compiles sources in this thread and in others, and keeps in the memo what they came to. This one works too: to start
 * another costs as much as thirty articles, and it would have nothing to do but wait.
 *
 * @param others how many besides this one; null for none
 * @param onFewLeft told once, when few sources are left
 * @returns without what another thread compiled and cannot be kept
 * @throws UsageError `compiler-ended` with the file's name when a thread ends before its time
 */
export async function compileInThreads(
  sources: readonly Source[],
  around: Surroundings,
  others: OtherThreads | null,
  onFewLeft: () => unknown = () => undefined,
): Promise<ReadonlyMap<ContentPath, Unit>> {
  const shares = sharesOf(sources);
  const units = new Map<ContentPath, Unit>();
  const { made, recalled } = rememberingUnits(around.repository, around.settings, around.memo);
  const put = (source: Source, unit: Unit | null): unknown => unit !== null && units.set(source.path, unit);
  // They take time to start: the first shares are theirs.
  const theirs =
    others === null
      ? []
      : Array.from({ length: Math.min(others.count, shares.length) }, async (_, at) => {
          const started = others.started?.[at];
          const thread = started ?? startThread(others.program);
          const learn = (source: Source): unknown => put(source, recalled(source));
          await workThrough(shares, around, thread, learn).finally(() => started ?? thread.worker.terminate());
        });
  await Promise.all([workHere(shares, (source) => put(source, made(source)), onFewLeft), ...theirs]);
  return units;
}

async function workHere(
  shares: Share[],
  compile: (source: Source) => unknown,
  onFewLeft: () => unknown,
): Promise<void> {
  let wasTold = false;
  const tell = (): void => {
    if (wasTold || shares.length > fewShares) return;
    wasTold = true;
    onFewLeft();
  };
  tell();
  for (let share = shares.shift(); share !== undefined; share = shares.shift()) {
    tell();
    await oneByOne(share, compile);
  }
}

/**
 * Neighbours are kept side by side, and so read again. What is a share by itself comes first, the longest of all, so that no
 * thread is left with it at the end.
 */
function sharesOf(sources: readonly Source[]): Share[] {
  const measured = sources.map((source) => ({ source, characters: source.body.length }));
  const isLong = ({ characters }: { readonly characters: number }): boolean => characters >= shareLength;
  const long = measured.filter(isLong).sort((a, b) => b.characters - a.characters);
  const shares: Source[][] = [];
  let length = shareLength;
  for (const { source, characters } of [...long, ...measured.filter((one) => !isLong(one))]) {
    if (length >= shareLength) {
      shares.push([]);
      length = 0;
    }
    shares.at(-1)?.push(source);
    length += characters;
  }
  return shares;
}

/**
 * Another thread, until no share is left.
 *
 * @param learn told each source when the memo has what it came to
 */
function workThrough(
  shares: Share[],
  { repository, settings, memo }: Surroundings,
  thread: Thread,
  learn: (source: Source) => unknown,
): Promise<void> {
  const { worker, at } = thread;
  const start: ThreadStart = {
    is: 'helpcentre compiler',
    // Texts of other sources may be put in too.
    repository: { ...repository, files: snippetTexts(repository, settings), sources: [] },
    settings,
    maker: memo.maker,
  };
  const sent: Source[] = [];
  const open: Share[] = [];
  let take = (_: readonly ToRemember[]): void => undefined;
  return new Promise<void>((resolve, reject) => {
    take = (entries) => {
      try {
        for (const { key, facts, text } of entries) memo.keep(key, facts, text);
        const share = open.shift();
        next();
        share?.forEach(learn);
      } catch (error) {
        // A disk that cannot be read.
        fail(error);
      }
    };
    const next = (): void => {
      while (open.length < sharesAhead) {
        const share = shares.shift();
        if (share === undefined) break;
        open.push(share);
        sent.push(...share);
        worker.postMessage(share);
      }
      if (open.length === 0) resolve();
    };
    const fail = (error: unknown): void => {
      // The others need not go on.
      shares.length = 0;
      reject(error);
    };
    const end = (reason: string): void => fail(ended(sent[at[0] ?? 0], repository.root, reason));
    worker.on('message', take);
    worker.on('error', (error) => end(error.message));
    worker.on('exit', (code) => end(`exit code ${code}`));
    const reason = thread.ended();
    if (reason !== null) return end(reason);
    worker.ref();
    worker.postMessage(start);
    next();
  }).finally(() => {
    // What it answers from now on is for somebody else.
    worker.off('message', take);
    worker.unref();
  });
}

function ended(source: Source | undefined, root: string, reason: string): UsageError {
  const file = source === undefined ? 'a source' : shownFile(root, source.path);
  const what = `The thread that compiled ${file} ended: ${reason}`;
  return new UsageError('compiler-ended', what, 'Compile in one thread to see more: HELPCENTRE_THREADS=1');
}
