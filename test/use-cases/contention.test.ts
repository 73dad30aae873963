import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const files = { 'content/a.md': '# A\n\nText.\n', 'content/b.md': '# B\n\nText.\n' };

async function scene(options: Partial<SandboxOptions> = {}) {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000, ...options });
  onTestFinished(() => sandbox.close());
  const repository = await makeRepository(files);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  return { sandbox, repository, env, lockfile: path.join(repository.dir, 'helpcentre.lock.json') };
}

describe('two runs on one checkout', () => {
  it('do not mix: the second stops with a sentence, and the first is not disturbed', async () => {
    const { sandbox, repository, env } = await scene({ latency: 150 });
    const publish = () => runIn(repository.dir, ['publish', '--yes'], { env });
    const both = await Promise.all([publish(), publish()]);
    expect(both.map((result) => result.code).sort()).toEqual([0, 1]);
    const refused = both.find((result) => result.code === 1);
    expect(refused?.stderr).toContain('another run is at work on this checkout');
    expect(refused?.stderr).toContain('Wait until it has finished');
    expect(sandbox.world.articles().length).toBe(2);
    expect((await publish()).code).toBe(0);
  });

  it('take over from one that died and left its mark', async () => {
    const { repository, env } = await scene();
    await mkdir(path.join(repository.dir, '.helpcentre'), { recursive: true });
    const { hostname } = await import('node:os');
    // No process has this number: it is above what Linux gives out.
    await writeFile(path.join(repository.dir, '.helpcentre/lock'), JSON.stringify({ pid: 2 ** 30, host: hostname() }));
    expect((await runIn(repository.dir, ['publish', '--yes'], { env })).code).toBe(0);
  });
});

describe('a lockfile that changes on disk under a run', () => {
  it('is not written over, and nothing that was published is lost', async () => {
    let meddle: (() => Promise<void>) | null = null;
    const { sandbox, repository, env, lockfile } = await scene({
      onRequest: async (_, phase, entry) => {
        if (phase === 'applied' && entry.method === 'POST') await meddle?.();
      },
    });
    const theirs = '{\n  "lockfileVersion": 1,\n  "workspaces": {}\n}\n';
    meddle = async () => {
      meddle = null;
      await writeFile(lockfile, theirs);
    };
    const result = await runIn(repository.dir, ['publish', '--yes'], { env });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('helpcentre.lock.json changed on disk during this run and was not written over');
    expect(await readFile(lockfile, 'utf8')).toBe(theirs);
    expect(sandbox.world.articles().length).toBe(2);
    const again = await runIn(repository.dir, ['publish', '--yes'], { env });
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('No changes; 2 unchanged');
    expect(sandbox.world.articles().length).toBe(2);
    expect(Object.keys(JSON.parse(await readFile(lockfile, 'utf8')).workspaces)).toHaveLength(1);
  });
});

describe('no reader meets a half-made page', () => {
  it('at any moment of a publish, every public article is whole and every link on it opens', async () => {
    const findings: string[] = [];
    const { sandbox, repository, env } = await scene({
      onRequest: async (_, phase) => {
        if (phase !== 'applied') return;
        for (const article of sandbox.world.articles()) {
          if (article.contents.en?.state !== 'published') continue;
          const body = sandbox.world.body(article.id) ?? '';
          if (!body.includes('whole')) findings.push(`${article.contents.en.title} is not whole`);
          for (const [, id] of body.matchAll(/\/articles\/(\d+)/g)) {
            const target = sandbox.world.article(id ?? '');
            if (target === null) findings.push(`${article.contents.en.title} links to nothing`);
            else if (target.contents.en?.state !== 'published')
              findings.push(`${article.contents.en.title} links to a draft`);
          }
        }
      },
    });
    await repository.remove('content');
    await repository.write({
      'content/a.md': '# A\n\nThis is [b](b.md), whole.\n',
      'content/b.md': '# B\n\nThis is [c](c.md), whole.\n',
      'content/c.md': '# C\n\nThis is whole.\n',
    });
    expect((await runIn(repository.dir, ['publish', '--yes'], { env })).code).toBe(0);
    // Changes that depend on each other: a new page, one that links to it, and one that goes.
    await repository.remove('content/c.md');
    await repository.write({
      'content/b.md': '# B\n\nThis is [d](d.md), whole.\n',
      'content/d.md': '# D\n\nThis is [a](a.md), whole.\n',
    });
    expect((await runIn(repository.dir, ['publish', '--yes'], { env })).code).toBe(0);
    expect(findings).toEqual([]);
  });
});
