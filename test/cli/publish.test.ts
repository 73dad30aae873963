import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository, type TestRepository } from '../kit/repository.ts';
import { type RunResult, runIn } from '../kit/run-in.ts';

interface Bench {
  readonly repository: TestRepository;
  readonly sandbox: Sandbox;
  readonly run: (...argv: readonly string[]) => Promise<RunResult>;
  /** Methods and paths of requests since the last call. */
  readonly requests: () => readonly string[];
  readonly lockfile: () => Promise<Lock>;
}

interface Lock {
  readonly workspaces: Record<string, { articles: Record<string, { id: string; url: string | null; removed?: true }> }>;
}

async function bench(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<SandboxOptions> = {},
): Promise<Bench> {
  const repository = await makeRepository(files);
  const sandbox = await startSandbox({ dir: null, ...options });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  let seen = 0;
  return {
    repository,
    sandbox,
    run: (...argv) => runIn(repository.dir, argv, { env }),
    requests() {
      const api = sandbox.log.slice(seen).map((entry) => `${entry.method} ${entry.path.split('?')[0]}`);
      seen = sandbox.log.length;
      return api;
    },
    lockfile: async () => JSON.parse(await readFile(path.join(repository.dir, 'helpcentre.lock.json'), 'utf8')) as Lock,
  };
}

const writes = (requests: readonly string[]): readonly string[] =>
  requests.filter((request) => !request.startsWith('GET '));

const articlesOf = (lock: Lock) => Object.values(lock.workspaces)[0]?.articles ?? {};

const three = {
  'content/billing/_collection.yml': 'name: Billing\n',
  'content/billing/one.md': '---\ntitle: One\n---\n\nFirst. See [two](two.md).\n',
  'content/billing/two.md': '---\ntitle: Two\n---\n\nSecond.\n',
  'content/welcome.md': '# Welcome\n\nHello.\n',
};

describe('publish', () => {
  it('creates collections and articles, and records their ids', async () => {
    const { run, requests, lockfile } = await bench(three);
    const result = await run('publish', '--yes');
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toContain('3 to create, 1 collection to write; 0 unchanged');
    expect(writes(requests())).toEqual([
      'POST /help_center/collections',
      'POST /articles',
      'POST /articles',
      'POST /articles',
    ]);
    expect(Object.keys(articlesOf(await lockfile()))).toEqual(['billing/one.md', 'billing/two.md', 'welcome.md']);
  });

  it('writes nothing the second time, and leaves the lockfile as it is', async () => {
    const { run, requests, repository } = await bench(three);
    await run('publish', '--yes');
    requests();
    const file = path.join(repository.dir, 'helpcentre.lock.json');
    const before = { bytes: await readFile(file, 'utf8'), time: (await stat(file)).mtimeMs };
    const again = await run('publish', '--yes');
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('No changes; 3 unchanged');
    const sent = requests();
    expect(writes(sent)).toEqual([]);
    expect(new Set(sent)).toEqual(
      new Set([
        'GET /me',
        'GET /admins',
        'GET /help_center/help_centers',
        'GET /help_center/collections',
        'GET /articles',
      ]),
    );
    expect({ bytes: await readFile(file, 'utf8'), time: (await stat(file)).mtimeMs }).toEqual(before);
  });

  it('sends one PUT for one edited file', async () => {
    const { run, requests, repository, lockfile } = await bench(three);
    await run('publish', '--yes');
    requests();
    await repository.write({ 'content/billing/two.md': '---\ntitle: Two, renamed\n---\n\nSecond, edited.\n' });
    const result = await run('publish', '--yes');
    expect(result.code).toBe(0);
    const id = articlesOf(await lockfile())['billing/two.md']?.id;
    expect(writes(requests())).toEqual([`PUT /articles/${id}`]);
    expect(result.stdout).toContain('billing/two.md  title changed; text changed');
  });

  it('sends one PUT that unpublishes for one removed file, and brings the article back with its file', async () => {
    const { run, requests, repository, lockfile } = await bench({ ...three, 'helpcentre.yml': 'state: published\n' });
    await run('publish', '--yes');
    const id = articlesOf(await lockfile())['welcome.md']?.id;
    requests();
    await repository.remove('content/welcome.md');
    expect((await run('publish', '--yes')).stdout).toContain('unpublish welcome.md  file gone');
    expect(writes(requests())).toEqual([`PUT /articles/${id}`]);
    expect(articlesOf(await lockfile())['welcome.md']).toMatchObject({ id, removed: true });
    expect((await run('plan')).stdout).toContain('No changes');
    await repository.write({ 'content/welcome.md': three['content/welcome.md'] });
    requests();
    expect((await run('publish', '--yes')).code).toBe(0);
    expect(writes(requests())).toEqual([`PUT /articles/${id}`]);
    expect(articlesOf(await lockfile())['welcome.md']).not.toHaveProperty('removed');
  });

  it('sends one DELETE for one removed file with `removed: delete`, and nothing with `removed: keep`', async () => {
    for (const [removed, sent] of [
      ['delete', 1],
      ['keep', 0],
    ] as const) {
      const { run, requests, repository } = await bench({
        ...three,
        'helpcentre.yml': `state: published\nremoved: ${removed}\n`,
      });
      await run('publish', '--yes');
      requests();
      await repository.remove('content/welcome.md');
      expect((await run('publish', '--yes')).code).toBe(0);
      const done = writes(requests());
      expect(done.length).toBe(sent);
      expect(done.every((request) => request.startsWith('DELETE /articles/'))).toBe(true);
      expect((await run('plan')).stdout).toContain('No changes');
    }
  });

  it('publishes two new articles that link to each other with links that open', async () => {
    const { run, requests, repository, lockfile, sandbox } = await bench(three);
    await run('publish', '--yes');
    requests();
    await repository.write({
      'content/billing/here.md': '---\ntitle: Here\n---\n\nGo [there](there.md).\n',
      'content/billing/there.md': '---\ntitle: There\n---\n\nGo [back](here.md).\n',
    });
    expect((await run('publish', '--yes')).code).toBe(0);
    const articles = articlesOf(await lockfile());
    // Two drafts that nobody sees, then both whole: never more than two writes for an article.
    expect(writes(requests()).length).toBe(4);
    for (const [from, to] of [
      ['here', 'there'],
      ['there', 'here'],
    ] as const) {
      const page = await (await fetch(articles[`billing/${from}.md`]?.url ?? '')).text();
      const url = articles[`billing/${to}.md`]?.url ?? '';
      const link = new RegExp(`<a href="([^"]+)"[^>]*>${from === 'here' ? 'there' : 'back'}</a>`).exec(page)?.[1];
      const opened = await fetch(new URL(link ?? '', url));
      expect(opened).toMatchObject({ status: 200, url });
    }
    expect((await run('plan')).stdout).toContain('No changes');
    expect(sandbox.log.every((entry) => (entry.status ?? 0) < 400)).toBe(true);
  });

  it('publishes the others when one article is refused, and says what Intercom said', async () => {
    const { run, lockfile } = await bench(
      { ...three, 'content/bad.md': '---\ntitle: Bad\n---\n\n![x](http://127.0.0.1:1/none.png)\n' },
      {},
    );
    const result = await run('publish', '--yes');
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('3 created, 1 failed');
    expect(result.stdout).toMatch(/failed\s+bad\.md\n.*image/i);
    expect(Object.keys(articlesOf(await lockfile()))).toEqual(['billing/one.md', 'billing/two.md', 'welcome.md']);
  });

  it('asks on a terminal, and refuses to go on without one unless --yes is given', async () => {
    const { run, requests, repository, sandbox } = await bench(three);
    const refused = await run('publish');
    expect(refused.code).toBe(64);
    expect(refused.stderr).toContain('--yes');
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    const no = await runIn(repository.dir, ['publish'], { env, answer: false });
    expect(no).toMatchObject({ code: 1 });
    expect(no.stdout).toContain('Nothing was published.');
    expect(writes(requests())).toEqual([]);
    expect((await runIn(repository.dir, ['publish'], { env, answer: true })).code).toBe(0);
  });

  it('prints one JSON document and nothing else with --json', async () => {
    const { run } = await bench(three);
    const planned = await run('plan', '--json');
    expect(planned.stderr).toBe('');
    expect(JSON.parse(planned.stdout)).toMatchObject({ formatVersion: 1, unchanged: 0 });
    const published = await run('publish', '--yes', '--json');
    expect(JSON.parse(published.stdout).outcomes.length).toBe(3);
  });

  it('exits with 2 for changes only when asked to', async () => {
    const { run } = await bench(three);
    expect((await run('plan')).code).toBe(0);
    expect((await run('plan', '--detailed-exitcode')).code).toBe(2);
    await run('publish', '--yes');
    expect((await run('plan', '--detailed-exitcode')).code).toBe(0);
  });

  it('sends a local image once, and again only when its bytes change', async () => {
    const red =
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="red"/></svg>';
    const { run, requests, repository } = await bench({
      'content/a.md': '---\ntitle: A\n---\n\n![shot](images/shot.svg)\n',
      'content/images/shot.svg': red,
    });
    expect((await run('publish', '--yes')).code).toBe(0);
    expect((await run('plan')).stdout).toContain('No changes');
    requests();
    await repository.write({ 'content/images/shot.svg': red.replace('red', 'blue') });
    expect((await run('publish', '--yes')).code).toBe(0);
    expect(writes(requests()).length).toBe(1);
    expect((await run('plan')).stdout).toContain('No changes');
  });

  it('publishes every locale of an article in one request', async () => {
    const { run, requests, repository } = await bench({
      ...three,
      'content/welcome.fr.md': '# Bienvenue\n\nBonjour.\n',
    });
    expect((await run('publish', '--yes')).code).toBe(0);
    expect(writes(requests()).length).toBe(4);
    await repository.write({ 'content/welcome.fr.md': '# Bienvenue\n\nBonjour à tous.\n' });
    expect((await run('publish', '--yes')).stdout).toContain('welcome.md  text changed');
    expect(writes(requests()).length).toBe(1);
    await repository.remove('content/welcome.fr.md');
    expect((await run('publish', '--yes')).stdout).toContain('language removed');
    expect(writes(requests()).length).toBe(1);
    expect((await run('plan')).stdout).toContain('No changes');
  });

  it('keeps id and URL of a file that moved', async () => {
    const { run, requests, repository, lockfile } = await bench(three);
    await run('publish', '--yes');
    const id = articlesOf(await lockfile())['welcome.md']?.id;
    requests();
    await repository.remove('content/welcome.md');
    await repository.write({ 'content/billing/hello.md': three['content/welcome.md'] });
    expect((await run('publish', '--yes')).stdout).toContain('move      billing/hello.md  from welcome.md');
    expect(writes(requests())).toEqual([`PUT /articles/${id}`]);
    expect(articlesOf(await lockfile())['billing/hello.md']?.id).toBe(id);
    expect(articlesOf(await lockfile())).not.toHaveProperty('welcome.md');
  });

  it('finds its articles again when the lockfile is lost', async () => {
    const { run, requests, repository } = await bench(three);
    await run('publish', '--yes');
    await repository.remove('helpcentre.lock.json');
    requests();
    const result = await run('publish', '--yes');
    expect(result.code).toBe(0);
    expect(writes(requests()).filter((request) => request.startsWith('POST'))).toEqual([]);
    expect((await run('plan')).stdout).toContain('No changes; 3 unchanged');
  });
});
