import { appendFile, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Recording, Sent } from '../../src/model/outcome.ts';
import { JournalError, readJournal, startJournal } from '../../src/publish/journal.ts';
import { countWork } from '../kit/count-work.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'helpcentre-journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const recording = (id: string): Recording => ({
  of: 'article',
  key: `${id}.md`,
  entry: { id, url: null, updatedAt: 1, locales: {} },
  images: {},
});

it('is read back by workspace, and gone when each is finished', async () => {
  const journal = await startJournal(folder, 'one');
  await journal.append({ done: recording('1') });
  await journal.leave();
  const second = await startJournal(folder, 'two');
  await second.append({ done: recording('2') });
  expect(Object.fromEntries(await readJournal(folder))).toEqual({
    one: { done: [recording('1')], sent: [] },
    two: { done: [recording('2')], sent: [] },
  });
  await second.finish();
  expect(Object.fromEntries(await readJournal(folder))).toEqual({ one: { done: [recording('1')], sent: [] } });
  await (await startJournal(folder, 'one')).finish();
  expect((await readJournal(folder)).size).toBe(0);
});

it('tells what was sent and of which nothing more is known', async () => {
  const text = { source: 'abc', title: 'T', description: '', state: 'published', body: '<p>x</p>' } as const;
  const sent = (key: string, id: string | null): Sent => ({ key, id, parentId: null, locales: { en: text } });
  const journal = await startJournal(folder, 'one');
  await journal.append({ sending: sent('1.md', null) });
  await journal.append({ sending: sent('2.md', '2') });
  await journal.append({ done: recording('1') });
  await journal.append({ sending: sent('1.md', '1') });
  await journal.leave();
  expect((await readJournal(folder)).get('one')).toEqual({
    done: [recording('1')],
    sent: [sent('2.md', '2'), sent('1.md', '1')],
  });
});

it('reads the journal of an earlier version, which noted each create before it was sent', async () => {
  const lines = [{ workspace: 'one' }, { intent: '1.md' }, { done: recording('1') }, { intent: '2.md' }];
  await appendFile(path.join(folder, 'journal'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  expect(Object.fromEntries(await readJournal(folder))).toEqual({ one: { done: [recording('1')], sent: [] } });
});

it.each([
  ['the name of the workspace', '{"workspace":"on'],
  ['an intent', '{"workspace":"one"}\n{"intent":"1.m'],
  ['a recording', '{"workspace":"one"}\n{"done":{"of":"arti'],
])('loses nothing of the run after one that was cut off in %s', async (_, left) => {
  await appendFile(path.join(folder, 'journal'), left);
  const journal = await startJournal(folder, 'two');
  await journal.append({ done: recording('2') });
  await journal.leave();
  expect(Object.fromEntries(await readJournal(folder))).toEqual({ two: { done: [recording('2')], sent: [] } });
});

it.each([
  ['null', 'null'],
  ['a number', '7'],
  ['a list', '[]'],
  ['another object', '{"hello":1}'],
  ['a workspace that is no text', '{"workspace":{}}'],
  ['a recording of nothing', '{"done":null}'],
  ['a recording without an entry', '{"done":{"of":"article","key":"a.md"}}'],
  ['an entry without an id', '{"done":{"of":"article","key":"a.md","entry":{"locales":{}},"images":{}}}'],
  ['a recording of something else', '{"done":{"of":"planet","key":"a.md"}}'],
])('says where it holds %s, and what to do', async (_, line) => {
  await appendFile(path.join(folder, 'journal'), `{"workspace":"one"}\n${line}\n`);
  const error = await readJournal(folder).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(JournalError);
  expect((error as JournalError).message).toContain(`${path.join(folder, 'journal')}:2 `);
});

it('writes what comes while the disk is busy together, in the order in which it came', async () => {
  const journal = await startJournal(folder, 'one');
  const done = Array.from({ length: 200 }, (_, index) => recording(String(index)));
  const order: number[] = [];
  await Promise.all(done.map((one, index) => journal.append({ done: one }).then(() => order.push(index))));
  await journal.leave();
  expect((await readJournal(folder)).get('one')?.done).toEqual(done);
  expect(order).toEqual(done.map((_, index) => index));
});

it('pays one sync for all that comes at once, and none for what is about to be sent', async () => {
  const journal = await startJournal(folder, 'one');
  const done = Array.from({ length: 50 }, (_, index) => recording(String(index)));
  const work = await countWork(folder, async () => {
    await Promise.all([
      ...done.map((one) => journal.append({ done: one })),
      ...done.map(({ key }) => journal.append({ sending: { key, id: null, parentId: null, locales: {} } })),
    ]);
  });
  expect(work.syncs).toBe(1);
  await journal.leave();
});

it('tells those who wait for a sync that failed, and those after it that theirs did not', async () => {
  const journal = await startJournal(folder, 'one');
  const probe = await open(path.join(folder, 'journal'), 'r');
  const prototype = Object.getPrototypeOf(probe) as { sync: () => Promise<void> };
  await probe.close();
  const { sync } = prototype;
  let isFull = true;
  prototype.sync = function once(this: object) {
    const fails = isFull;
    isFull = false;
    return fails ? Promise.reject(new Error('no space')) : sync.apply(this);
  };
  onTestFinished(() => void Object.assign(prototype, { sync }));
  const first = await Promise.allSettled(['1', '2'].map((key) => journal.append({ done: recording(key) })));
  expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await journal.append({ done: recording('3') });
  await journal.leave();
});
