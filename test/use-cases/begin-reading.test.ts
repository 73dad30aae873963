import { expect, test } from 'vitest';
import type { Host } from '../../src/model/host.ts';
import { makeContext } from '../../src/use-cases/context.ts';
import { beginReading } from '../../src/use-cases/read-inputs.ts';
import { gatherSources } from '../../src/use-cases/sources.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost } from '../kit/run-in.ts';

const threads = new URL('./threads/ending-thread.mjs', import.meta.url);

/** A host in a new repository of so many sources, which has a program for threads. */
async function hostOf(sources: number, configuration: string) {
  const files = Array.from({ length: sources }, (_, at) => [`content/${at}.md`, `# Source ${at}\n`] as const);
  const { dir } = await makeRepository({ ...Object.fromEntries(files), 'helpcentre.yml': configuration });
  return { ...inventHost(dir, { env: {} }).host, threads };
}

/** Threads that were started by the time that the folder was listed. */
async function startedFor(sources: number, configuration: string): Promise<number> {
  const reading = beginReading(makeContext(await hostOf(sources, configuration), {}));
  await reading.listed;
  const { length } = reading.threads;
  await reading.result;
  expect(reading.threads.length, 'none is started later').toBe(length);
  for (const { worker } of reading.threads) await worker.terminate();
  return length;
}

test('threads are started once the folder is listed, before a source is read, where the sources will want them', async () => {
  expect(await startedFor(3, 'state: published\n')).toBe(0);
  expect(await startedFor(3, 'threads: 3\n')).toBe(2);
  expect(await startedFor(1, 'threads: 5\n'), 'no more than there are sources').toBe(1);
  expect(await startedFor(200, 'threads: 1\n')).toBe(0);
});

test('none is started where something was compiled before, in this run or an earlier one', async () => {
  const given = await hostOf(3, 'threads: 2\n');
  const home = await makeRepository({});
  const host = { ...given, env: { XDG_CACHE_HOME: home.dir } };
  const started: number[] = [];
  const gather = async (on: Host) => {
    const context = makeContext(on, {});
    const reading = beginReading(context);
    await reading.listed;
    started.push(reading.threads.length);
    // One thread does it: the other ends as soon as it is given something.
    const alone = { ...context, host: { ...on, env: { ...host.env, HELPCENTRE_THREADS: '1' } } };
    expect(await gatherSources({ ...alone, taken: () => reading })).toMatchObject({ ok: true });
  };
  const tasks: (() => Promise<void>)[] = [];
  const keeps = { build: 'one', atEnd: (task: () => Promise<void>) => tasks.push(task) };
  await gather({ ...host, keeps });
  await gather({ ...host, keeps });
  for (const task of tasks) await task();
  await gather({ ...host, keeps: { ...keeps } });
  expect(started).toEqual([1, 0, 0]);
});

test('what cannot be read at all is listed too: nobody waits for it', async () => {
  const { dir } = await makeRepository({ 'helpcentre.yml': 'content: 5\n' });
  const reading = beginReading(makeContext({ ...inventHost(dir, { env: {} }).host, threads }, {}));
  await reading.listed;
  expect(await reading.result).toMatchObject({ ok: false });
});

test('threads that turn out not to be wanted have ended when the sources are there', async () => {
  const host = await hostOf(2, 'threads: 2\n');
  const context = makeContext(host, {});
  const reading = beginReading(context);
  await reading.listed;
  const [thread] = reading.threads;
  if (thread === undefined) throw new Error('no thread');
  const ended = new Promise((resolve) => thread.worker.once('exit', resolve));
  // By now the environment wants one thread.
  const one = { ...context, host: { ...host, env: { HELPCENTRE_THREADS: '1' } } };
  const gathered = await gatherSources({ ...one, taken: () => reading });
  expect(gathered.ok).toBe(true);
  await ended;
});
