import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const unread = { views: 0, conversations: 0, reactions: 0, happy: 0, neutral: 0, sad: 0 };

/** A workspace that people read: two articles of ours, one of others, and a draft. */
async function readWorkspace() {
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_ACCESS_TOKEN: sandbox.token, INTERCOM_BASE_URL: sandbox.url };
  const { dir } = await makeRepository({
    'content/billing/refunds.md': '# Refunds\n\nText.\n',
    'content/billing/prices.md': '# Prices\n\nOther text.\n',
  });
  expect((await runIn(dir, ['publish', '--yes', '--quiet'], { env })).code).toBe(0);
  const { world } = sandbox;
  const [prices, refunds] = ['Prices', 'Refunds'].map(
    (title) =>
      world.articles().find(({ contents }) => Object.values(contents).some((one) => one?.title === title))?.id ?? '',
  );
  const host = new URL(sandbox.url).origin;
  const theirs = await world.createArticle({
    title: '=HYPERLINK("https://example.com","x")',
    state: 'published',
    body: `<p><a href="https://example.com/gone#part">Gone</a>, <a href="https://example.com/once">once</a>. See <a href="${host}/sandbox-help/en/articles/999999-gone">this</a>, “quoted”.</p>`,
  });
  await world.createArticle({ title: 'Draft', state: 'draft', body: '<p>Later.</p>' });
  const read = { views: 1200, conversations: 3, reactions: 40, happy: 50, neutral: 25, sad: 25 };
  await world.setReadership(refunds ?? '', { ...read, finInvolvements: 50, finResolutions: 30 });
  await world.setReadership(theirs.id, { views: 70_000, finInvolvements: 4, finResolutions: 4 });
  return { dir, env, sandbox, ids: { prices, refunds, theirs: theirs.id } };
}

test('the table has the worst article first, fits into 80 columns, and changes nothing', async () => {
  const { dir, env, sandbox } = await readWorkspace();
  const before = JSON.stringify(sandbox.world.articles());
  const { code, stdout, stderr } = await runIn(dir, ['stats'], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const month = new Date().toISOString().slice(0, 7);
  expect(stdout.split('\n').slice(0, 5)).toEqual([
    'views talks react sad Fin solved links   since article',
    ` 1200     3    40 25%  50    60%       ${month} content/billing/refunds.md`,
    `70.0k     0     0       4   100%     1 ${month} =HYPERLINK("https://example.com"…`,
    `    0     0     0       0              ${month} content/billing/prices.md`,
    '',
  ]);
  expect(stdout).toContain('\n3 articles: 71,200 views, not helped 33 times, 1 with broken links\n');
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(JSON.stringify(sandbox.world.articles())).toBe(before);
});

test('addresses on the web that check --check-links found dead count as broken', async () => {
  const { dir, env, ids } = await readWorkspace();
  const day = 86_400_000;
  const failed = { is: 'failed', first: Date.now() - 3 * day, last: Date.now() - day, reason: 'answers 404' };
  const links = { 'https://example.com/gone': failed, 'https://example.com/once': { ...failed, last: failed.first } };
  await mkdir(path.join(dir, '.helpcentre/cache'), { recursive: true });
  await writeFile(path.join(dir, '.helpcentre/cache/links'), JSON.stringify({ version: 1, links }));
  const { stdout } = await runIn(dir, ['stats', '--json'], { env });
  const { articles } = JSON.parse(stdout) as { articles: { id: string; brokenLinks: number }[] };
  expect(articles.find(({ id }) => id === ids.theirs)?.brokenLinks).toBe(2);
});

test('as CSV it is every article, and no title is a formula', async () => {
  const { dir, env, ids } = await readWorkspace();
  const { code, stdout } = await runIn(dir, ['stats', '--format', 'csv'], { env });
  expect(code).toBe(0);
  const [head = '', ...rows] = stdout.trimEnd().split('\n');
  expect(head).toMatch(/^article_id,title,file,url,not_helped,views,.*,broken_links,unchanged_since$/);
  expect(rows.map((row) => row.split(',')[0])).toEqual([ids.refunds, ids.theirs, ids.prices]);
  expect(rows[0]).toContain(',33,1200,3,40,50,25,25,50,30,60,0,');
  expect(rows[1]).toContain(`,"'=HYPERLINK(""https://example.com"",""x"")",,`);
  expect((await runIn(dir, ['stats', '--format', 'csv', '--json'], { env })).code).toBe(64);
});

test('an older version does not say what Fin did; a workspace without articles has no numbers', async () => {
  const { dir, env, ids } = await readWorkspace();
  const older = { ...env };
  const asked = await runIn(dir, ['stats', '--json'], { env: older });
  const { articles } = JSON.parse(asked.stdout) as {
    articles: { id: string; statistics: unknown; notHelped: number }[];
  };
  expect(articles.map(({ id, notHelped }) => [id, notHelped])).toEqual([
    [ids.refunds, 33],
    [ids.theirs, 0],
    [ids.prices, 0],
  ]);
  const old = await makeRepository({ 'helpcentre.yml': 'apiVersion: "2.15"\n' });
  const { stdout } = await runIn(old.dir, ['stats', '--json'], { env });
  const [first] = (JSON.parse(stdout) as { articles: { statistics: unknown }[] }).articles;
  expect(first?.statistics).toEqual({
    ...unread,
    views: 1200,
    conversations: 3,
    reactions: 40,
    happy: 50,
    neutral: 25,
    sad: 25,
    fin: null,
  });
  const none = await startSandbox({ dir: null });
  onTestFinished(() => none.close());
  const empty = await runIn(old.dir, ['stats'], {
    env: { INTERCOM_ACCESS_TOKEN: none.token, INTERCOM_BASE_URL: none.url },
  });
  expect(empty).toMatchObject({ code: 0, stdout: 'No article is published, so nobody read one.\n' });
});
