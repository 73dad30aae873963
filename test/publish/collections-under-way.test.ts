import { expect, it, onTestFinished } from 'vitest';
import { fingerprint } from '../../src/body/fingerprint.ts';
import type { Desired } from '../../src/model/desired.ts';
import type { Journal } from '../../src/publish/journal.ts';
import { noImages } from '../../src/publish/loopback-images.ts';
import { publish } from '../../src/publish/publish.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { desiredOf, nothingRecorded, planFor, writerFor } from '../kit/world.ts';

/** Something that others wait for. */
function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** Collections with their sections, and an article in the first. */
function helpCentre(): Desired {
  const collections = ['a', 'a/in', 'b', 'b/in', 'c'].map((key) => {
    const parent = key.includes('/') ? key.charAt(0) : null;
    return { key, name: key, description: '', parent, translations: {}, fingerprint: fingerprint(key) };
  });
  return { ...desiredOf({ 'a/in.md': { title: 'In a', body: 'First.', parent: 'a' } }), collections };
}

/** Publishes; tells what was asked of Intercom, in order. */
async function publishing(concurrency: number, append: Journal['append'], onAsked: (name: string) => void) {
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const writer = writerFor(sandbox);
  const desired = helpCentre();
  const remote = await writer.snapshot({ defaultLocale: 'en' });
  const nothing = async () => undefined;
  return publish({
    ...{ plan: planFor(desired, nothingRecorded, remote), desired, recorded: nothingRecorded, remote },
    writer: {
      ...writer,
      createCollection(write, locale) {
        onAsked(write.name);
        return writer.createCollection(write, locale);
      },
      createArticle(write, locale) {
        onAsked(write.locales.en?.title ?? '');
        return writer.createArticle(write, locale);
      },
    },
    ...{ images: noImages, origins: new Map(), concurrency, signal: new AbortController().signal },
    journal: { append, finish: nothing, leave: nothing },
    onNotice: () => undefined,
    onOutcome: () => undefined,
  });
}

it('the next collection beside one does not wait for the disk, and all that is in it does', async () => {
  const asked: string[] = [];
  const disk = gate();
  const others = gate();
  const noted = new Set<string>();
  const run = publishing(
    8,
    async (line) => {
      if (!('done' in line)) return;
      if (line.done.key === 'a') await disk.opened;
      noted.add(line.done.key);
      if (noted.has('b/in') && noted.has('c')) others.open();
    },
    (name) => asked.push(name),
  );
  await others.opened;
  expect(asked.filter((name) => name !== 'b/in')).toEqual(['a', 'b', 'c']);
  disk.open();
  expect((await run).failedCollections).toEqual(new Map());
  expect(asked).toHaveLength(6);
  expect(asked.indexOf('a/in')).toBeGreaterThan(asked.indexOf('c'));
});

it('one at a time each waits for the one before, and its note', async () => {
  const steps: string[] = [];
  await publishing(
    1,
    async (line) => {
      if (!('done' in line)) return;
      await new Promise((resolve) => setImmediate(resolve));
      if (line.done.of === 'collection') steps.push(`${line.done.key} noted`);
    },
    (name) => void (name === 'In a' || steps.push(name)),
  );
  expect(steps).toHaveLength(10);
  expect(steps.filter((_, at) => at % 2 === 1)).toEqual(
    steps.filter((_, at) => at % 2 === 0).map((key) => `${key} noted`),
  );
});
