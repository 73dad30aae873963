import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { type RunResult, runIn } from '../kit/run-in.ts';

const p = (inside: string): string => `<p class="no-margin">${inside}</p>`;
const link = (href: string, words: string): string =>
  `<a href="${href}" target="_blank" class="intercom-content-link">${words}</a>`;
const image = (source: string, alt: string): string =>
  `<div class="intercom-container"><img src="${source}" alt="${alt}"></div>`;

interface Scene {
  readonly dir: string;
  readonly sandbox: Sandbox;
  readonly run: (...argv: string[]) => Promise<RunResult>;
}

async function scene(): Promise<Scene> {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  return { dir, sandbox, run: (...argv) => runIn(dir, argv, { env }) };
}

const neverSent: readonly string[] = [
  'slack://channel?id=C1',
  'intercom:abc',
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java&#10;script:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'FTP://host/file',
  'C:\\files\\a.txt',
  '10:30',
  'helpcentre:article/x',
];

it.each(neverSent)(
  'a link to %s does not keep its article out: its words come, and its loss is named',
  async (href) => {
    const { dir, sandbox, run } = await scene();
    const { id } = await sandbox.world.createArticle({ title: 'Help', state: 'published' });
    await sandbox.world.plantBody(id, `<h1>Ask ${link(href, 'here')}</h1>${p(`Ask ${link(href, 'in the channel')}.`)}`);
    const imported = await run('import', '--json');
    expect(JSON.parse(imported.stdout)).toMatchObject({
      failed: [],
      keptAsHtml: [],
      cameRound: true,
      addresses: [{ name: 'content/help.md', reason: expect.stringMatching(/^2 links lose their addresses \("/) }],
    });
    const file = path.join(dir, 'content/help.md');
    const text = await readFile(file, 'utf8');
    expect(text).toContain('Ask in the channel.\n');
    expect((await run('check')).stdout).not.toContain('error');
    expect((await run('plan')).stdout).toContain('No changes; 1 unchanged');

    await writeFile(file, text.replace('channel.', 'channel!'));
    for (const command of ['plan', 'diff']) {
      const { stdout, stderr } = await run(command);
      expect(stdout + stderr).toContain('help.md: this write changes it: 2 links lose their addresses ("');
    }
    expect((await run('publish', '--yes')).code).toBe(0);
    expect(sandbox.world.body(id)).toContain(p('Ask in the channel!'));
    expect(sandbox.world.body(id)).not.toContain('href');
    expect((await run('plan')).stdout).toContain('No changes; 1 unchanged');
  },
);

it('buttons, images and frames that cannot be sent do not keep their article out either', async () => {
  const { dir, sandbox, run } = await scene();
  const { id } = await sandbox.world.createArticle({ title: 'Help', state: 'published' });
  const button = '<a class="intercom-h2b-button" target="_blank" href="slack://x">Ask us</a>';
  const shown = '<a target="_blank" href="slack://y"><img src="https://images.example/a.png"></a>';
  await sandbox.world.plantBody(
    id,
    `<div class="intercom-container">${button}</div><div class="intercom-container">${shown}</div>` +
      `${image('data:image/png;base64,AAAA', 'A dot')}${image('/b.png', 'B')}` +
      `<div class="intercom-h2b-video"><iframe src="javascript:alert(1)"></iframe></div>${p('Bye.')}`,
  );
  const imported = await run('import');
  expect(imported.stdout).toContain(
    'content/help.md\n    2 links lose their addresses ("slack://x", "slack://y"); ' +
      '2 images are lost ("data:image/png;base64,AAAA", "/b.png"); 1 frame is lost ("javascript:alert(1)")',
  );
  expect(imported.stdout).toContain('Plan: 0 changes.');
  // Nobody is told that an address stays in the text that does not.
  expect(imported.stdout).not.toContain('! data:');
  const text = await readFile(path.join(dir, 'content/help.md'), 'utf8');
  for (const words of ['Ask us', '![](https://images.example/a.png)', 'A dot', 'Bye.']) expect(text).toContain(words);
  expect(text).not.toMatch(/slack|data:|script/);
});

it('an article with such a link is found again when its entry in the lockfile is lost', async () => {
  const { dir, sandbox, run } = await scene();
  const { id } = await sandbox.world.createArticle({ title: 'Help', state: 'published' });
  await sandbox.world.plantBody(id, p(`Ask ${link('slack://x', 'us')}.`));
  await run('import');
  await rm(path.join(dir, 'helpcentre.lock.json'));
  expect((await run('publish', '--yes')).code).toBe(0);
  expect(sandbox.world.articles().map((article) => article.id)).toEqual([id]);
});

it('such a link that a colleague adds is an edit, and pull says that a write takes it', async () => {
  const { dir, sandbox, run } = await scene();
  await sandbox.world.createArticle({ title: 'Help', state: 'published' });
  const { id } = await sandbox.world.createArticle({ title: 'Asking', state: 'published' });
  await sandbox.world.plantBody(id, p('Ask us.'));
  await run('import');
  await sandbox.world.plantBody(id, p(`Ask ${link('slack://x', 'us')}.`));
  const file = path.join(dir, 'content/asking.md');
  await writeFile(file, (await readFile(file, 'utf8')).replace('us.', 'us!'));
  expect((await run('plan')).stdout).toContain('edited in Intercom');
  const pulled = await run('pull');
  expect(pulled.stdout + pulled.stderr).toContain('1 link loses its address ("slack://x")');
});
