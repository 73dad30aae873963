import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { runIn } from '../kit/run-in.ts';

const link = (href: string): string => `<a href="${href}" target="_blank" class="intercom-content-link">to ${href}</a>`;
const p = (inside: string): string => `<p class="no-margin">${inside}</p>`;

it('links of published articles that lead nowhere stay as they are, through import, check and publish', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const run = (...argv: string[]) =>
    runIn(dir, argv, { env: { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token } });
  const other = await sandbox.world.createArticle({ title: 'Other', state: 'published' });
  const { id } = await sandbox.world.createArticle({ title: 'Links', state: 'published' });
  const dead = [
    '/x',
    'articles/1-x',
    '/en/articles/1-x',
    '#h_gone',
    // To the top of the page that a reader is on, wherever that is.
    '#',
    '#top',
    // A source would reach this heading by its slug; in Intercom it has another id.
    '#install',
    '../old/page.md',
    'links.md',
    'www.example.com',
    'example.com/a?b=1#c',
    // Schemes that Intercom keeps and sources cannot be written with.
    'ftp://x/y',
    'sms:+123',
  ];
  const button =
    '<div class="intercom-container"><a class="intercom-h2b-button" target="_blank" href="/start">Go</a></div>';
  const image =
    '<div class="intercom-container"><a href="/shown" target="_blank"><img src="https://images.example/a.png"></a></div>';
  const alive = link(`articles/${other.id}-other`);
  await sandbox.world.plantBody(
    id,
    `<h1 id="h_0123456789">Install</h1>${dead.map((href) => p(link(href))).join('')}${button}${image}${p(alive)}`,
  );

  const imported = await run('import', '--json');
  expect(JSON.parse(imported.stdout)).toMatchObject({ failed: [], keptAsHtml: [], cameRound: true });
  const file = path.join(dir, 'content/links.md');
  const text = await readFile(file, 'utf8');
  expect(text).toContain('(./other.md)');
  expect(text).not.toContain('127.0.0.1');
  for (const href of [...dead, '/start', '/shown']) expect(text).toContain(`href="${href}"`);

  const checked = await run('check');
  expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining('15 warnings') });
  expect((await run('plan')).stdout).toContain('No changes; 2 unchanged');

  await writeFile(file, `${text}\nOne more line.\n`);
  expect((await run('publish', '--yes')).code).toBe(0);
  const stored = sandbox.world.body(id) ?? '';
  expect(stored).toContain('One more line.');
  expect([...stored.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    ...dead,
    '/start',
    '/shown',
    expect.stringContaining(`/articles/${other.id}`),
  ]);
});
