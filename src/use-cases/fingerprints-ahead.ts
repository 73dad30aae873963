import { setImmediate } from 'node:timers/promises';
import type { Fingerprint } from '../model/article.ts';
import type { Desired, DesiredLocale } from '../model/desired.ts';

/**
 * Works out the fingerprints of sources while something else is waited for: they are the costly part of comparing, and a
 * source keeps its own once it was asked for it.
 *
 * @param awaited ends it as soon as it is there, or failed
 */
export async function fingerprintsUntil(awaited: Promise<unknown>, { articles }: Desired): Promise<void> {
  const waiting = { isOver: false };
  const end = (): void => {
    waiting.isOver = true;
  };
  awaited.then(end, end);
  for (const { locales } of articles) {
    for (const text of Object.values(locales)) {
      await setImmediate();
      if (waiting.isOver) return;
      workOut(text);
    }
  }
}

function workOut(text: DesiredLocale): Fingerprint {
  return text.fingerprint;
}
