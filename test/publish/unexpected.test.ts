import { expect, it, onTestFinished } from 'vitest';
import type { WorkspaceWriter } from '../../src/model/workspace.ts';
import type { JournalLine } from '../../src/publish/journal.ts';
import { noImages } from '../../src/publish/loopback-images.ts';
import { publish } from '../../src/publish/publish.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { desiredOf, nothingRecorded, planFor, writerFor } from '../kit/world.ts';

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
  const remote = await writer.snapshot({ defaultLocale: 'en' });
  const recorded = nothingRecorded;
  const plan = planFor(desired, recorded, remote);
  const lines: JournalLine[] = [];
  const nothing = async () => undefined;
  const run = publish({
    ...{ plan, desired, recorded, remote, writer: faulty, images: noImages, origins: new Map(), concurrency: 2 },
    journal: { append: async (line) => void lines.push(line), finish: nothing, leave: nothing },
    signal: new AbortController().signal,
    onNotice: () => undefined,
    onOutcome: () => undefined,
  });
  await expect(run).rejects.toThrow('nobody thought of this');
  const done = lines.flatMap((line) => ('done' in line ? [line.done.key] : []));
  expect(done).toEqual(['a.md']);
  expect(sandbox.world.articles()).toHaveLength(1);
});
