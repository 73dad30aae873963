import { describe, expect, it, onTestFinished } from 'vitest';
import { makePlan } from '../../src/plan/plan.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { desiredOf, nothingRecorded, plainSettings, publishIn, type TestSource, writerFor } from '../kit/world.ts';

const sources = (count: number, state: 'published' | 'draft' = 'published'): Record<string, TestSource> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`n${n}.md`, { title: `N${n}`, body: `Text ${n}.`, state }]),
  );

/** Publishes so many articles, and plans other sources as they are without a flag. */
async function planAfter(count: number, next: Record<string, TestSource>, maxRemovals = 0.3, allowRemovals = false) {
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const writer = writerFor(sandbox);
  const { recorded } = await publishIn(writer, desiredOf(sources(count)), nothingRecorded);
  const remote = await writer.snapshot({ defaultLocale: 'en' });
  const settings = { ...plainSettings, maxRemovals };
  return makePlan({ desired: desiredOf(next), recorded, remote, settings, allowRemovals, otherContent: false });
}

const first = (from: Record<string, TestSource>, count: number) =>
  Object.fromEntries(Object.entries(from).slice(0, count));

describe('the guard', () => {
  it('holds back a help centre that would become drafts', async () => {
    const { changes, held, problems } = await planAfter(12, sources(12, 'draft'));
    expect(changes).toEqual([]);
    expect(held.map(({ why }) => why)).toEqual(Array.from({ length: 12 }, () => 'guard'));
    expect(problems.map(({ message }) => message)).toEqual([
      'readers would lose 12 of 12 articles in one run, and the limit is 30%; they would become drafts',
    ]);
  });

  it('counts drafts and removals together, and lets the rest be published', async () => {
    const next = {
      ...first(sources(12), 9),
      ...first(sources(2, 'draft'), 2),
      'new.md': { title: 'New', body: 'New.' },
    };
    const { changes, held } = await planAfter(12, next);
    expect(changes.map(({ key, kind }) => [key, kind])).toEqual([['new.md', 'create']]);
    expect(held.map(({ key }) => key)).toEqual(['n0.md', 'n1.md', 'n10.md', 'n11.md', 'n9.md']);
  });

  it('lets few become drafts, and all of them where that is allowed', async () => {
    const few = { ...sources(12), ...first(sources(3, 'draft'), 3) };
    expect((await planAfter(12, few)).held).toEqual([]);
    expect((await planAfter(12, sources(12, 'draft'), 0.3, true)).held).toEqual([]);
    expect((await planAfter(12, sources(12, 'draft'), 1)).held).toEqual([]);
  });

  it.each([
    [1, 0, 0],
    [2, 1, 0],
    [2, 0, 2],
    [3, 2, 0],
    [3, 1, 2],
    [8, 4, 0],
    [8, 3, 5],
    [9, 5, 0],
  ])('of %i articles lets %i stay, and holds %i back', async (count, stay, held) => {
    // One more that is new: without any source nothing is ever removed.
    const next = { ...first(sources(count), stay), 'new.md': { title: 'New', body: 'Quite another.' } };
    expect((await planAfter(count, next)).held).toHaveLength(held);
    const drafts = { ...sources(count, 'draft'), ...first(sources(count), stay) };
    expect((await planAfter(count, drafts)).held).toHaveLength(held);
  });
});
