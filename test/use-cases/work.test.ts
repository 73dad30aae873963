import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { countWork, type Work } from '../kit/count-work.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const folders = 6;
const count = 60;
/** Sources that put the one snippet in. */
const withSnippet = 10;

const sources = Object.fromEntries(
  Array.from({ length: count }, (_, at) => {
    const next = `../folder-${(at + 1) % folders}/a${(at + 1) % count}.md`;
    const snippet = at < withSnippet ? ':::include{file="_snippets/one.md"}\n\n' : '';
    return [
      `content/folder-${at % folders}/a${at}.md`,
      `# Article ${at}\n\n${snippet}Text, and [the next](${next}).\n`,
    ];
  }),
);

/** A checkout with a cache, and an empty workspace. */
async function scene() {
  const repository = await makeRepository({ ...sources, 'content/_snippets/one.md': 'A *snippet*.\n' });
  const sandbox = await startSandbox({ dir: null, tokens: [{ token: 'dG9rOndvcms=', write: true }] });
  onTestFinished(() => sandbox.close());
  const env = {
    INTERCOM_BASE_URL: sandbox.url,
    INTERCOM_ACCESS_TOKEN: 'dG9rOndvcms=',
    XDG_CACHE_HOME: path.join(repository.dir, '.cache-home'),
  };
  return {
    repository,
    /** Runs a command, and counts. */
    async work(...argv: readonly string[]): Promise<Work & { readonly requests: number; readonly writes: number }> {
      const from = sandbox.log.length;
      const work = await countWork(repository.dir, async () => {
        const { code, stdout, stderr } = await runIn(repository.dir, argv, { env, build: 'one', hurry: 50 });
        expect(code, stdout + stderr).toBe(0);
      });
      const asked = sandbox.log.slice(from);
      return { ...work, requests: asked.length, writes: asked.filter(({ method }) => method !== 'GET').length };
    },
    contentBytes: Object.values(sources).reduce((sum, text) => sum + text.length, 0),
    contentReads: ({ reads }: Work): readonly number[] =>
      [...reads].filter(([file]) => file.startsWith(path.join(repository.dir, 'content'))).map(([, times]) => times),
  };
}

describe('the work of a run', () => {
  it('is to read every file once and to compile every source once, and nothing again that is the same', async () => {
    const { work, repository, contentReads, contentBytes } = await scene();
    const cold = await work('check');
    expect(cold.parsed).toBe(count + withSnippet);
    expect(contentReads(cold)).toEqual(Array(count + 1).fill(1));

    const warm = await work('check');
    expect(warm.parsed).toBe(0);
    expect(contentReads(warm)).toEqual(Array(count + 1).fill(1));
    // Every source, and what it came to.
    expect(warm.bytes).toBeLessThan(contentBytes + count * 1_200);

    await repository.write({ 'content/folder-3/a57.md': '# Article 57\n\nAnother text.\n' });
    expect((await work('check')).parsed).toBe(1);

    await repository.write({ 'content/_snippets/one.md': 'Another *snippet*.\n' });
    expect((await work('check')).parsed).toBe(2 * withSnippet);

    await repository.write({ 'helpcentre.yml': 'state: published\nspacing: tight\n' });
    expect((await work('check')).parsed).toBe(count + withSnippet);
    // Both settings are remembered.
    await repository.write({ 'helpcentre.yml': 'state: published\n' });
    expect((await work('check')).parsed).toBe(0);
  });

  it('is to compile every source once when a repository is adopted, tried and published, and to keep nothing unasked', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`docs/a${at}.md`, `# A${at}\n\n[x](gone.md)\n`]),
    );
    const { dir, remove } = await makeRepository({ ...files, 'docs/.vitepress/config.mts': 'export default {};\n' });
    await remove('helpcentre.yml');
    const env = { XDG_CACHE_HOME: path.join(dir, '.cache-home') };
    const run = async (...argv: readonly string[]) => {
      const { code, stdout, stderr } = await runIn(dir, argv, { env, build: 'one', hurry: 50 });
      expect(code, stdout + stderr).toBe(0);
    };
    await run('adopt');
    expect(existsSync(path.join(dir, '.helpcentre'))).toBe(false);
    expect((await countWork(dir, () => run('adopt', '--yes'))).parsed).toBe(12);
    expect((await countWork(dir, () => run('check'))).parsed).toBe(0);
  });

  it('is a request for every effect and every page of a list, and no write when nothing changed', async () => {
    const { work, repository } = await scene();
    // Lists of articles and collections, help centres, admins, the workspace.
    const lists = 5;
    const first = await work('publish', '--yes');
    // Articles that link to each other in a circle are created before their links can be written.
    expect(first.writes).toBe(2 * count + folders);
    expect(first.requests).toBe(first.writes + lists);
    // One for each effect that is noted at most; those that come at the same time share one.
    expect(first.syncs).toBeLessThanOrEqual(first.writes + 3);

    const second = await work('publish', '--yes');
    expect(second).toMatchObject({ parsed: 0, requests: lists, writes: 0, syncs: 0 });
    expect(await work('plan')).toMatchObject({ parsed: 0, requests: lists, writes: 0, syncs: 0 });
    expect(await work('plan', '--offline')).toMatchObject({ parsed: 0, requests: 0, writes: 0, syncs: 0 });

    await repository.write({ 'content/folder-3/a57.md': '# Article 57\n\nAnother text.\n' });
    const third = await work('publish', '--yes');
    expect(third).toMatchObject({ parsed: 1, writes: 1 });
    expect(third.requests).toBeLessThanOrEqual(lists + 2);
  });
});
