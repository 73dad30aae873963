import { setTimeout } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { fingerprint } from '../../src/body/fingerprint.ts';
import type { Desired } from '../../src/model/desired.ts';
import type { WorkspaceWriter } from '../../src/model/workspace.ts';
import type { Journal, JournalLine } from '../../src/publish/journal.ts';
import { noImages } from '../../src/publish/loopback-images.ts';
import { publish } from '../../src/publish/publish.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { desiredOf, nothingRecorded, planFor, writerFor } from '../kit/world.ts';

/** Publishes to what was there when nothing had been recorded. */
async function publishing(desired: Desired, writer: WorkspaceWriter, concurrency: number, append: Journal['append']) {
  const remote = await writer.snapshot({ defaultLocale: 'en' });
  const nothing = async () => undefined;
  return publish({
    ...{ plan: planFor(desired, nothingRecorded, remote), desired, recorded: nothingRecorded, remote, writer },
    ...{ images: noImages, origins: new Map(), concurrency, signal: new AbortController().signal },
    journal: { append, finish: nothing, leave: nothing },
    onNotice: () => undefined,
    onOutcome: () => undefined,
  });
}

it('a bug ends a run only when what was under way is done and in the journal', async () => {
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const writer = writerFor(sandbox);
  let failed: () => void = () => undefined;
  const hasFailed = new Promise<void>((resolve) => {
    failed = resolve;
  });
  const faulty: WorkspaceWriter = {
    ...writer,
    async createArticle(write, locale) {
      if (write.locales.en?.title === 'Bad') {
        failed();
        throw new TypeError('nobody thought of this');
      }
      await hasFailed;
      return writer.createArticle(write, locale);
    },
  };
  const desired = desiredOf({
    'a.md': { title: 'A', body: 'First.' },
    'bad.md': { title: 'Bad', body: 'Second.' },
    'c.md': { title: 'C', body: 'Third.' },
  });
  const lines: JournalLine[] = [];
  const run = publishing(desired, faulty, 2, async (line) => void lines.push(line));
  await expect(run).rejects.toThrow('nobody thought of this');
  const done = lines.flatMap((line) => ('done' in line ? [line.done.key] : []));
  expect(done).toEqual(['a.md']);
  expect(sandbox.world.articles()).toHaveLength(1);
});

it('an error in one collection ends a run only when the others under way are done and in the journal', async () => {
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const writer = writerFor(sandbox);
  let tell: () => void = () => undefined;
  const isOver = new Promise<void>((resolve) => {
    tell = resolve;
  });
  let begin: () => void = () => undefined;
  const isUnderWay = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const slow: WorkspaceWriter = {
    ...writer,
    async createCollection(write, locale) {
      if (write.name === 'q/late') begin();
      if (write.name === 'p/bad') await isUnderWay;
      // Long enough for a run that does not wait to have ended.
      if (write.name === 'q/late') await Promise.race([isOver, setTimeout(300)]);
      return writer.createCollection(write, locale);
    },
  };
  const one = desiredOf({ 'p/bad/a.md': { title: 'A', body: 'First.', parent: 'p/bad' } });
  const collections = ['p', 'p/bad', 'q', 'q/late'].map((key) => {
    const parent = key.includes('/') ? key.charAt(0) : null;
    return { key, name: key, description: '', parent, translations: {}, fingerprint: fingerprint(key) };
  });
  const desired = { ...one, collections };
  const done: string[] = [];
  const run = publishing(desired, slow, 4, async (line) => {
    if (!('done' in line)) return;
    if (line.done.key === 'p/bad') throw new Error('no space left on device');
    done.push(line.done.key);
  });
  await expect(run.finally(tell)).rejects.toThrow('no space left on device');
  expect(done).toEqual(['p', 'q', 'q/late']);
  expect(sandbox.world.collections()).toHaveLength(4);
});
