import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { Problem } from '../../src/model/problem.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

async function scene(files: Readonly<Record<string, string>>) {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const repository = await makeRepository(files);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env });
  return { ...repository, run, env };
}

async function problemsOf(run: (...argv: readonly string[]) => Promise<{ stdout: string }>) {
  const { problems } = JSON.parse((await run('plan', '--json')).stdout) as { problems: readonly Problem[] };
  return problems.map(({ code, place }) => `${code} ${place?.file}:${place?.line}:${place?.column}`);
}

const good = '# Good\n\nText.\n';

describe('an error that only the workspace shows has a line', () => {
  it('an unknown author, at the key in the front matter', async () => {
    const { run } = await scene({ 'content/a.md': '---\ntitle: A\nauthor: nobody@example.com\n---\nText.\n' });
    expect(await problemsOf(run)).toEqual(['unknown-author content/a.md:3:1']);
    expect((await run('plan')).stderr).toContain('content/a.md:3:1 error no teammate "nobody@example.com"');
  });

  it('an unknown author of the configuration once, there', async () => {
    const { run } = await scene({
      'helpcentre.yml': 'state: published\nauthor: nobody@example.com\n',
      'content/a.md': good,
      'content/b.md': '# B\n\nOther.\n',
    });
    expect(await problemsOf(run)).toEqual(['unknown-default-author helpcentre.yml:2:1']);
  });

  it('an id that does not exist, at the key in the front matter', async () => {
    const { run } = await scene({ 'content/a.md': '---\ntitle: A\nid: 987654\n---\nText.\n' });
    expect(await problemsOf(run)).toEqual(['id-not-found content/a.md:3:1']);
  });

  it.each(['987654', 'other'])('another id than that of the lockfile, with both: %s', async (given) => {
    const { run, write, dir } = await scene({ 'content/a.md': '---\ntitle: A\n---\nText.\n', 'content/b.md': good });
    await run('publish', '--yes');
    const lockfile = await readFile(path.join(dir, 'helpcentre.lock.json'), 'utf8');
    const idOf = (name: string) => new RegExp(`"${name}": \\{\\s+"id": "(\\d+)"`).exec(lockfile)?.[1];
    const id = given === 'other' ? idOf('b.md') : given;
    await write({ 'content/a.md': `---\ntitle: A\nid: ${id}\n---\nText.\n` });
    const { stderr } = await run('plan');
    if (given === 'other')
      expect(stderr).toContain(`a.md names article ${id}, which b.md publishes already (id-taken)`);
    else
      expect(stderr).toContain(
        `a.md names article ${id}, and the lockfile says that it publishes article ${idOf('a.md')} (id-changed)`,
      );
  });

  it('a locale that is not enabled, at the first line of the source', async () => {
    const { run } = await scene({ 'content/a.md': good, 'content/a.ja.md': '# Japanese\n\nText.\n' });
    expect(await problemsOf(run)).toEqual(['locale-not-enabled content/a.ja.md:1:1']);
  });

  it('a locale that is not enabled, at the key of the translation of a collection, before anything is written', async () => {
    const { run } = await scene({
      'content/a/x.md': good,
      'content/g/_collection.yml': 'name: G\ntranslations:\n  ja:\n    name: Kp\n',
      'content/g/x.md': good,
      'content/g/below/y.md': '# Below\n\nText.\n',
    });
    expect(await problemsOf(run)).toEqual(['locale-not-enabled content/g/_collection.yml:3:3']);
    const published = await run('publish', '--yes');
    expect(published.stdout + published.stderr).toContain('content/g/_collection.yml:3:3 error');
    expect(published.stdout + published.stderr).not.toContain('400');
  });

  it('a locale that is not enabled, in the file that the folder of a language has of a collection', async () => {
    const { run } = await scene({
      'helpcentre.yml': 'locales: folder\n',
      'content/g/x.md': good,
      'content/ja/g/_collection.yml': 'name: Kp\n',
    });
    expect(await problemsOf(run)).toEqual(['locale-not-enabled content/ja/g/_collection.yml:1:1']);
  });

  it('does not make another plan of the same sources in another folder', async () => {
    const { run, dir, env } = await scene({
      'content/a.md': '---\ntitle: A\nauthor: nobody@example.com\n---\nText.\n',
    });
    const { digest } = JSON.parse((await run('plan', '--json')).stdout) as Plan;
    const above = await runIn(path.dirname(dir), ['plan', '--json', '--cwd', dir], { env });
    expect((JSON.parse(above.stdout) as Plan).digest).toBe(digest);
  });
});

describe('articles with errors are counted', () => {
  const files = {
    'content/a.md': good,
    'content/b.md': '# B\n\n[x](gone.md)\n',
    'content/c.md': '---\ntitel: x\n---\n',
    'content/d.md': '---\ntitle: D\nauthor: nobody@example.com\n---\nText.\n',
    'content/e.md': '---\ntitle: E\nid: 987654\n---\nText.\n',
  };

  it('in the summary, as JSON, and in the part of a plan that was asked for', async () => {
    const { run } = await scene(files);
    expect((await run('plan')).stdout).toContain('1 to create; 2 not compiled; 2 left out for errors; 0 unchanged');
    expect(JSON.parse((await run('plan', '--json')).stdout)).toMatchObject({
      notCompiled: ['b.md', 'c.md'],
      leftOut: ['d.md', 'e.md'],
    });
    expect((await run('plan', 'content/b.md', 'content/d.md')).stdout).toContain(
      'No changes; 1 not compiled; 1 left out for errors; 0 unchanged',
    );
    expect(JSON.parse((await run('diff', '--json')).stdout)).toMatchObject({ notCompiled: ['b.md', 'c.md'] });
  });

  it('in what a publish came to', async () => {
    const { run } = await scene({ 'content/d.md': files['content/d.md'] });
    const first = await run('publish', '--yes');
    expect(first.stdout).toContain('Nothing published: 1 left out for errors; ');
    expect(first.code).toBe(1);
    const { run: runAll } = await scene(files);
    expect((await runAll('publish', '--yes')).stdout).toContain(
      'Published: 1 created, 2 not compiled, 2 left out for errors; ',
    );
  });

  it('offline too', async () => {
    const { dir } = await scene(files);
    expect((await runIn(dir, ['plan', '--offline'])).stdout).toContain(
      '2 to create, 1 to adopt; 2 not compiled; 0 unchanged',
    );
  });
});

describe('--workspace offline', () => {
  it('names the workspaces that the lockfile has when the one that was named is none of them', async () => {
    const { run, dir } = await scene({ 'content/a.md': good });
    await run('publish', '--yes');
    const wrong = await runIn(dir, ['plan', '--offline', '--workspace', 'typo']);
    expect(wrong.code).toBe(64);
    expect(wrong.stdout).toBe('');
    expect(wrong.stderr).toMatch(/error the lockfile knows no workspace "typo".*\n.*It has: \w+/);
  });

  it('of a lockfile that has none yet is everything as new', async () => {
    const { dir } = await scene({ 'content/a.md': good });
    expect((await runIn(dir, ['plan', '--offline', '--workspace', 'abc'])).stdout).toContain('1 to create');
  });
});
