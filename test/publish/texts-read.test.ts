import { expect, it, onTestFinished } from 'vitest';
import { articleReference } from '../../src/body/references.ts';
import type { Desired } from '../../src/model/desired.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { desiredOf, nothingRecorded, publishIn, writerFor } from '../kit/world.ts';

const heading = '<h1 id="refunds">Refunds</h1>';

/** Publishes an article with this body. @returns how often its text was asked for, and how many writes there were */
async function publishing(body: string): Promise<{ readonly reads: number; readonly writes: number }> {
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const desired = desiredOf({ 'a.md': { title: 'A', body } });
  let reads = 0;
  const counted: Desired = {
    ...desired,
    articles: desired.articles.map((article) => ({
      ...article,
      locales: Object.fromEntries(
        Object.entries(article.locales).map(([locale, text]) => {
          const counting = Object.defineProperty({ ...text }, 'body', {
            get() {
              reads += 1;
              return text.body;
            },
          });
          return [locale, counting];
        }),
      ),
    })),
  };
  const { outcomes } = await publishIn(writerFor(sandbox), counted, nothingRecorded);
  expect(outcomes).toMatchObject([{ result: 'done' }]);
  return { reads, writes: sandbox.log.filter(({ method }) => method !== 'GET').length };
}

it('a text that links to no heading is not put together again to see where its links lead after the write', async () => {
  const plain = await publishing(`${heading}<p>About refunds.</p>`);
  const own = articleReference({ key: 'a.md', locale: 'en', anchor: 'refunds' });
  const anchored = await publishing(`${heading}<p><a href="${own}">Refunds</a></p>`);
  expect([plain.writes, anchored.writes]).toEqual([1, 1]);
  expect(plain.reads).toBeLessThanOrEqual(11);
  expect(anchored.reads).toBeGreaterThan(11);
});
