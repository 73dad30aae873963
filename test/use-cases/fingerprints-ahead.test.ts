import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { parseConfiguration } from '../../src/config/settings.ts';
import { readRepository } from '../../src/read/repository.ts';
import { fingerprintsUntil } from '../../src/use-cases/fingerprints-ahead.ts';
import { startThread } from '../../src/use-cases/threads/thread.ts';
import { makeRepository } from '../kit/repository.ts';
import { tellingMemo } from '../kit/telling-memo.ts';

/** Compiles so many sources, the last with another title, where one is given. */
async function compiled(count: number, last?: string) {
  const nameOf = (at: number): string => `${at}`.padStart(3, '0');
  const files = Array.from({ length: count }, (_, at) => {
    const title = at === count - 1 && last !== undefined ? last : `Source ${nameOf(at)}`;
    return [`content/${nameOf(at)}.md`, `# ${title}\n\nText.\n`] as const;
  });
  const { dir } = await makeRepository(Object.fromEntries(files));
  const parsed = parseConfiguration('state: published\n', 'helpcentre.yml', dir);
  if (!parsed.ok) throw new Error('no configuration');
  const { repository } = await readRepository(dir, parsed.settings);
  const memo = tellingMemo('test');
  const make = () => compile(repository, parsed.settings, { memo }).desired;
  return { desired: make(), again: make, memo };
}

const printsOf = ({ articles }: Awaited<ReturnType<typeof compiled>>['desired']): readonly string[] =>
  articles.map(({ locales }) => locales.en?.fingerprint ?? '');

/** Something that is awaited and never there. */
const never = new Promise<never>(() => undefined);

const thread = () => startThread(new URL('./threads/telling-thread.mjs', import.meta.url));

test('a thread works out fingerprints from the other end, and what it told is kept', async () => {
  const { desired, again, memo } = await compiled(60);
  const helper = thread();
  const ended = new Promise((resolve) => helper.worker.once('exit', resolve));
  // What is awaited is there at once: with a thread it is gone on all the same, since the plan will want each.
  await fingerprintsUntil(Promise.resolve(), desired, [helper]);
  const prints = printsOf(desired);
  const told = prints.filter((print) => print.endsWith('in a thread'));
  expect(told.length, 'two shares at least').toBeGreaterThanOrEqual(24);
  expect(told).toEqual(prints.slice(-told.length));
  expect(prints.every((print) => print.startsWith('sha256-'))).toBe(true);
  expect(printsOf(again()), 'of the same texts, compiled again').toEqual(prints);
  expect(memo.taken().filter(({ facts }) => String(facts).endsWith('in a thread'))).toHaveLength(told.length);
  await ended;
});

test('what is known already is not asked of a thread', async () => {
  const { desired } = await compiled(30);
  const known = printsOf(desired);
  await fingerprintsUntil(never, desired, [thread()]);
  expect(printsOf(desired)).toEqual(known);
});

test('what a thread was at when it ended is worked out where it is asked for', async () => {
  const { desired } = await compiled(30, 'Ends the thread');
  const alone = (await compiled(30, 'Ends the thread')).desired;
  await fingerprintsUntil(never, desired, [thread()]);
  expect(printsOf(desired)).toEqual(printsOf(alone));
});

test('alone it stops as soon as what is awaited is there', async () => {
  const { desired, memo } = await compiled(30);
  memo.taken();
  await fingerprintsUntil(Promise.resolve(), desired);
  expect(memo.taken()).toEqual([]);
});
