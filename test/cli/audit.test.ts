import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { type RunOptions, type RunResult, runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';

const hostile = 'A </script><img src=x onerror=alert(1)> \u001b[31m\u202e title';

describe('audit', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({
      dir: null,
      rateLimit: 100_000,
      locales: ['en'],
      tokens: [{ token: 'blind', redirects: false }],
    });
    const { id } = await sandbox.world.createCollection({ name: 'Billing' });
    const gone = `${sandbox.url}/sandbox-help/en/articles/99`;
    const article = { parentId: id, state: 'published' } as const;
    await sandbox.world.createArticle({
      ...article,
      title: hostile,
      body: `<p>See <a href="${gone}">${hostile.replaceAll('<', '&lt;')}</a></p>`,
    });
    for (const at of [1, 2, 3, 4, 5, 6, 7])
      await sandbox.world.createArticle({
        ...article,
        title: `Number ${at}`,
        body: `<p>${at} <a href="${gone}${at}">x</a></p>`,
      });
    await sandbox.world.createArticle({ state: 'published', title: 'Lost', body: '<p>Lost</p>' });
  });
  afterAll(() => sandbox.close());

  const audit = (
    dir: string,
    argv: readonly string[] = [],
    options: RunOptions & { token?: string } = {},
  ): Promise<RunResult> => {
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: options.token ?? sandbox.token };
    return runIn(dir, ['audit', ...argv], { ...options, env });
  };
  /** A folder without anything. */
  const nowhere = async (): Promise<string> => {
    const repository = await makeRepository({});
    await repository.remove('helpcentre.yml');
    return repository.dir;
  };

  test('reads a workspace from an empty folder, writes nothing, and prints the worst first in 80 columns', async () => {
    const dir = await nowhere();
    const before = sandbox.log.length;
    const { code, stdout, stderr } = await audit(dir);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(
      stdout.replaceAll(sandbox.url, 'URL').replaceAll(/109\d{5}/g, 'ID'),
    ).toBe(`Workspace was98kwz ("Sandbox"): 9 articles (9 published, 9 texts in all
languages), 1 collection, 1 help centre.

Readers meet this: 8 findings

Links to articles that are gone: 8 (link-to-gone-article)
→ Point the link at the article that took its place, take it out, or make a
  redirect from the old address.
  A </script><img src=x onerror=alert(1)> \\u001b[31m\\u202e title (en, ID)
    The link "A </script><img src=x onerror=alert(1)> \\u001b[31m\\u202e title"
    leads to article 99, which does not exist any more.
    URL/sandbox-help/en/articles/ID-a-script-img-src-x-onerror-alert-1-31m-title
${[1, 2, 3, 4]
  .map(
    (at) => `  Number ${at} (en, ID)
    The link "x" leads to article 99${at}, which does not exist any more.
    URL/sandbox-help/en/articles/ID-number-${at}
`,
  )
  .join('')}  … and 3 more; --all shows them

Readers miss this, or find it twice: 1 finding

Articles in no collection: 1 (article-without-collection)
→ Put it into a collection, or unpublish it.
  Lost (ID)
    It is published, and in no collection.
    URL/sandbox-help/en/articles/ID-lost

9 findings: 8 that readers meet, 1 that they miss or find twice.
`);
    expect(stdout.split('\n').filter((line) => line.length > 80 && !line.trim().startsWith('http'))).toEqual([]);
    expect(await readdir(dir)).toEqual([]);
    expect([...new Set(sandbox.log.slice(before).map(({ method }) => method))]).toEqual(['GET']);
    expect((await audit(dir, ['--all'])).stdout).not.toContain('more; --all');
  });

  test('fails where it is asked to', async () => {
    const dir = await nowhere();
    for (const kind of ['readers', 'missed', 'any']) expect((await audit(dir, ['--fail-on', kind])).code).toBe(1);
    const { code, stdout } = await runIn(dir, ['audit', '--sandbox', '--fail-on', 'any']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('Nothing was found that is wrong.') });
  });

  test('writes one page, over an earlier one too, and over nothing else', async () => {
    const dir = await nowhere();
    const file = path.join(dir, 'a.html');
    expect(await audit(dir, ['--html', 'a.html'])).toMatchObject({ code: 0, stderr: 'The page is in a.html.\n' });
    const page = await readFile(file, 'utf8');
    expect(page).toContain('<h1>Audit of Sandbox</h1>');
    expect((await audit(dir, ['--html', 'a.html', '--json'])).code).toBe(0);
    await writeFile(file, 'my own');
    const before = sandbox.log.length;
    const { code, stderr } = await audit(dir, ['--html', 'a.html']);
    expect({ code, stderr }).toEqual({
      code: 64,
      stderr: expect.stringContaining('a.html cannot be written: it is there, and is not the page of an audit'),
    });
    expect((await audit(dir, ['--html', 'no/a.html'])).code).toBe(64);
    expect(await readFile(file, 'utf8')).toBe('my own');
    expect(sandbox.log.length).toBe(before);
  });

  // The superuser may write anywhere, and Windows lets everybody write into a folder.
  test.skipIf(isWindows || process.getuid?.() === 0)('asks nothing where the page cannot be written', async () => {
    const dir = await nowhere();
    await chmod(dir, 0o555);
    const before = sandbox.log.length;
    const { code, stderr } = await audit(dir, ['--html', 'a.html']);
    await chmod(dir, 0o755);
    expect({ code, stderr }).toEqual({ code: 64, stderr: expect.stringContaining('its folder cannot be written to') });
    expect(sandbox.log.length).toBe(before);
  });

  test('says that redirects could not be read', async () => {
    const { code, stdout } = await audit(await nowhere(), ['--json'], { token: 'blind' });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).notes).toEqual([
      'The token may not read redirects, so a link that is said to lead to nothing may be caught by one.',
    ]);
  });

  test('reads an older version of the API', async () => {
    const { dir } = await makeRepository({ 'helpcentre.yml': 'apiVersion: "2.11"\n' });
    const { stdout } = await audit(dir, ['--json', '--statistics']);
    expect(JSON.parse(stdout)).toMatchObject({
      counts: { articles: 9 },
      notes: [expect.stringContaining('API version 2.11')],
    });
  });

  test('refuses another workspace than the target is', async () => {
    const targets = 'targets:\n  live: { workspace: zzzzzzzz, token: INTERCOM_ACCESS_TOKEN }\n';
    const { dir } = await makeRepository({ 'helpcentre.yml': targets });
    const { code, stderr } = await audit(dir, ['--target', 'live']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('zzzzzzzz') });
  });

  test('ends when it is asked to', async () => {
    const stop = new AbortController();
    stop.abort();
    const { code, stdout } = await audit(await nowhere(), [], { signal: stop.signal });
    expect({ code: code === 0, stdout }).toEqual({ code: false, stdout: '' });
  });
});

test('names the file that an article is published from', async () => {
  const { dir } = await makeRepository({
    'content/billing/gifts.md': '# Gifts\n\nSee [here](http://127.0.0.1:4110/sandbox-help/en/articles/99).\n',
  });
  expect((await runIn(dir, ['publish', '--sandbox', '--yes'])).code).toBe(0);
  const { stdout } = await runIn(dir, ['audit', '--sandbox', '--json']);
  expect(JSON.parse(stdout).findings).toMatchObject([
    { code: 'link-to-gone-article', places: [{ file: 'content/billing/gifts.md', app: null }] },
  ]);
});
