import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeContext } from '../../src/use-cases/context.ts';
import { sourcesAndMore } from '../../src/use-cases/while-compiling.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost, runIn } from '../kit/run-in.ts';

const configuration = { 'helpcentre.yml': 'state: published\n' };

/** Texts of half a share, so that there are many shares. */
const texts = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`content/a${at}.md`, `# A${at}\n\n${'Some words. '.repeat(900)}\n`]),
  );

/** How many sources are compiled after something was begun. */
async function leftAt(moment: 'read' | 'nearlyCompiled', count: number): Promise<number> {
  const { dir } = await makeRepository({ ...configuration, ...texts(count) });
  let turns = 0;
  let isDone = false;
  const begin = async () => {
    for (; !isDone; turns += 1) await setImmediate();
    return { end: async () => undefined };
  };
  const { sources, begun } = await sourcesAndMore(makeContext(inventHost(dir, {}).host, {}), moment, begin);
  const left = turns;
  isDone = true;
  await begun;
  expect(sources.desired.articles).toHaveLength(count);
  return left;
}

describe('what is begun while sources compile', () => {
  it('begins when they are read, or when few of them are left', async () => {
    const all = await leftAt('read', 30);
    expect(all).toBeGreaterThanOrEqual(29);
    const few = await leftAt('nearlyCompiled', 30);
    expect(few).toBeGreaterThan(2);
    expect(few).toBeLessThan(15);
  });

  it('begins where there was little to be compiled anyway', async () => {
    expect(await leftAt('nearlyCompiled', 1)).toBeLessThan(4);
  });

  it('is ended where the sources come to nothing', async () => {
    // The longest are compiled first, in the other thread, which ends at this one.
    const long = `# B\n\n${'Many words. '.repeat(2_000)}\n`;
    const { dir } = await makeRepository({ ...configuration, ...texts(8), 'content/b.md': long });
    const { host } = inventHost(dir, { env: { HELPCENTRE_THREADS: '2' } });
    const threads = new URL('./threads/ending-thread.mjs', import.meta.url);
    let isOpen = false;
    const begin = async () => {
      isOpen = true;
      const end = async () => {
        isOpen = false;
      };
      return { end };
    };
    const made = sourcesAndMore(makeContext({ ...host, threads }, {}), 'read', begin);
    await expect(made).rejects.toMatchObject({ code: 'compiler-ended' });
    expect(isOpen).toBe(false);
  });
});

describe.each(['plan', 'publish'])('%s', (command) => {
  const asking = async (files: Readonly<Record<string, string>>, argv: readonly string[] = []) => {
    const { dir } = await makeRepository(files);
    const sandbox = await startSandbox({ dir: null });
    onTestFinished(() => sandbox.close());
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    const yes = command === 'publish' ? ['--yes'] : [];
    const result = await runIn(dir, [command, ...yes, ...argv], { env });
    return { ...result, requests: sandbox.log.length };
  };

  it.each([
    ['the configuration is wrong', { 'helpcentre.yml': 'state: publish\n', 'content/a.md': '# A\n' }, [], 'bad-value'],
    ['there is no content', configuration, [], 'no-content-folder'],
    [
      'the lockfile cannot be used',
      { ...configuration, 'content/a.md': '# A\n', 'helpcentre.lock.json': '{' },
      [],
      'lockfile-syntax',
    ],
    ['nothing is at a path', { ...configuration, 'content/a.md': '# A\n' }, ['content/b.md'], 'content/b.md'],
    [
      'the plan would contradict itself',
      { ...configuration, 'content/a.md': '# A\n' },
      ['--stage', '--release'],
      '--release',
    ],
  ])('asks nothing where %s', async (_, files, argv, said) => {
    const { code, stdout, stderr, requests } = await asking(files, argv);
    expect(code).not.toBe(0);
    expect(stdout + stderr).toContain(said);
    expect(requests).toBe(0);
  });

  it('names what is wrong with the sources, not that Intercom cannot be reached, where both are', async () => {
    const { dir } = await makeRepository({ 'helpcentre.yml': 'state: publish\n', 'content/a.md': '# A\n' });
    const env = { INTERCOM_BASE_URL: 'http://127.0.0.1:1', INTERCOM_ACCESS_TOKEN: 'x' };
    const { stdout, stderr } = await runIn(dir, [command], { env, hurry: 1000 });
    expect(stdout + stderr).toContain('helpcentre.yml');
    expect(stdout + stderr).not.toContain('127.0.0.1');
  });

  it('says that Intercom cannot be reached, once', async () => {
    const { dir } = await makeRepository({ ...configuration, 'content/a.md': '# A\n\n![x](gone.png)\n' });
    const env = { INTERCOM_BASE_URL: 'http://127.0.0.1:1', INTERCOM_ACCESS_TOKEN: 'x' };
    const { code, stderr } = await runIn(dir, [command], { env, hurry: 10_000 });
    expect(code).toBe(1);
    expect(stderr.match(/ECONNREFUSED|127\.0\.0\.1:1/g)?.length).toBeGreaterThan(0);
  });
});
