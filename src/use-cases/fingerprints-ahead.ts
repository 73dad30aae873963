import { setImmediate } from 'node:timers/promises';
import { type FingerprintWork, fingerprintWork } from '../compile/articles.ts';
import type { Fingerprint } from '../model/article.ts';
import type { Desired, DesiredLocale } from '../model/desired.ts';
import type { ToFingerprint } from './threads/share.ts';
import type { Thread } from './threads/thread.ts';

/** Texts that a thread is sent at once, and how often before it has answered. */
const share = 12;
const sharesAhead = 2;

/**
 * Works out the fingerprints of sources while something else is waited for: they are the costly part of comparing, and a
 * source keeps its own once it was asked for it. Threads begin at the other end; with them it is gone on until all are there,
 * since the plan will want each.
 *
 * @param awaited ends it as soon as it is there, or failed, where no thread helps
 * @param threads have ended afterwards
 */
export async function fingerprintsUntil(
  awaited: Promise<unknown>,
  { articles }: Desired,
  threads: readonly Thread[] = [],
): Promise<void> {
  const waiting = { isOver: false };
  const end = (): void => {
    waiting.isOver = true;
  };
  awaited.then(end, end);
  const texts = articles.flatMap(({ locales }) => Object.values(locales)).reverse();
  const others = threads.map((thread) => workThrough(texts, thread));
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    await setImmediate();
    if (waiting.isOver && others.length === 0) return;
    workOut(text);
  }
  await Promise.all(others);
}

function workOut(text: DesiredLocale): Fingerprint {
  return text.fingerprint;
}

/** Another thread, until no text is left. What it was at when it ended is worked out where it is asked for. */
function workThrough(texts: DesiredLocale[], { worker, ended }: Thread): Promise<void> {
  const sent: FingerprintWork[][] = [];
  return new Promise<void>((resolve) => {
    const next = (): void => {
      while (sent.length < sharesAhead && texts.length > 0) {
        const works = texts.splice(0, share).flatMap((text) => fingerprintWork(text) ?? []);
        if (works.length === 0) continue;
        sent.push(works);
        worker.postMessage({ is: 'texts', texts: works.map(({ content }) => content) } satisfies ToFingerprint);
      }
      if (sent.length === 0) resolve();
    };
    worker.on('message', (prints: readonly Fingerprint[]) => {
      const works = sent.shift() ?? [];
      for (const [at, print] of prints.entries()) works[at]?.learn(print);
      next();
    });
    worker.on('exit', () => resolve());
    if (ended() !== null) return resolve();
    worker.ref();
    next();
  }).finally(() => void worker.terminate());
}
