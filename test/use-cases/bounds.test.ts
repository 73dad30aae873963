import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { type RunResult, runIn } from '../kit/run-in.ts';

interface World {
  readonly dir: string;
  readonly sandbox: Sandbox;
  readonly run: (...argv: string[]) => Promise<RunResult>;
}

async function world(): Promise<World> {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  return { dir, sandbox, run: (...argv) => runIn(dir, argv, { env }) };
}

const p = (text: string): string => `<p class="no-margin">${text}</p>`;

/** Puts an article with such a body into Intercom. */
async function planted({ sandbox }: World, title: string, body: string): Promise<string> {
  const { id } = await sandbox.world.createArticle({ title, state: 'published' });
  await sandbox.world.plantBody(id, body);
  return id;
}

it('a stored body that is too much for Markdown is imported as one block of HTML, is named, and holds nothing up', async () => {
  const here = await world();
  const large = await planted(here, 'Large', p('a! '.repeat(15_001)));
  const small = await planted(here, 'Small', p('Ordinary <b>text</b>.'));
  const stored = here.sandbox.world.body(large);

  const imported = await here.run('import');
  expect(imported).toMatchObject({ code: 0, stdout: expect.stringContaining('Plan: 0 changes.') });
  expect(imported.stdout).toContain(
    'Kept as one block of HTML: 1\n  ! content/large.md\n    it has more elements or signs,',
  );
  expect(imported.stdout).not.toContain('content/small.md');
  expect(await readFile(path.join(here.dir, 'content/small.md'), 'utf8')).toContain('Ordinary **text**.\n');
  expect((await readFile(path.join(here.dir, 'content/large.md'), 'utf8')).length).toBeGreaterThan(45_000);
  for (const command of ['plan', 'diff']) {
    const { code, stdout } = await here.run(command);
    expect([command, code, stdout]).toEqual([command, 0, expect.stringContaining('No changes; 2 unchanged')]);
  }

  await here.sandbox.world.editArticle(small, { body: p('Edited text.') });
  expect(await here.run('pull')).toMatchObject({ code: 0 });
  expect(await readFile(path.join(here.dir, 'content/small.md'), 'utf8')).toContain('Edited text.\n');
  await writeFile(path.join(here.dir, 'content/small.md'), '# Small\n\nMine.\n');
  expect(await here.run('publish', '--yes')).toMatchObject({ code: 0 });
  expect(here.sandbox.world.body(small)).toBe(p('Mine.'));
  expect(here.sandbox.world.body(large)).toBe(stored);
});

it('a stored body that no source can say fails by name, and is never written over', async () => {
  const here = await world();
  const id = await planted(here, 'Large', p('word '.repeat(80_001)));
  await planted(here, 'Small', p('Ordinary text.'));

  const imported = await here.run('import');
  expect(imported.code).toBe(1);
  expect(imported.stdout).toContain('Failed: 1\n  ! content/large.md\n');
  expect(imported.stderr).toContain('content/large.md:1:1 error the text is too large or too deep');
  const [large, small] = ['content/large.md', 'content/small.md'].map((file) => path.join(here.dir, file));
  const kept = await readFile(large ?? '', 'utf8');
  expect(kept).toContain('word word word');
  expect(await readFile(small ?? '', 'utf8')).toContain('Ordinary text.\n');

  await writeFile(small ?? '', '# Small\n\nOther text.\n');
  for (const command of ['plan', 'diff']) {
    const { code, stdout, stderr } = await here.run(command);
    expect([command, code, stdout]).toEqual([command, 1, expect.stringContaining('1 to update; 1 not compiled')]);
    expect(stderr).toContain('content/large.md:1:1 error');
  }
  await here.sandbox.world.editArticle(id, { body: p('word '.repeat(80_002)) });
  const stored = here.sandbox.world.body(id);
  const pulled = await here.run('pull');
  expect([pulled.code, pulled.stdout + pulled.stderr]).toEqual([
    1,
    expect.stringContaining('! large.md  edited in Intercom'),
  ]);
  expect(await readFile(large ?? '', 'utf8')).toBe(kept);
  const published = await here.run('publish', '--yes');
  expect([published.code, published.stderr]).toEqual([1, expect.stringContaining('content/large.md:1:1 error')]);
  expect(here.sandbox.world.articles().map((one) => here.sandbox.world.body(one.id))).toEqual([
    stored,
    p('Other text.'),
  ]);
});

it('a source that cannot be compiled in bounds is one located error, and every other file is still checked', async () => {
  const here = await world();
  await mkdir(path.join(here.dir, 'content'));
  const write = (name: string, text: string) => writeFile(path.join(here.dir, name), text);
  await write('helpcentre.yml', 'state: published\n');
  await write('content/bad.md', '# Bad\n\nText.\n');
  await write('content/good.md', '# Good\n\nText.\n');
  expect(await here.run('publish', '--yes')).toMatchObject({ code: 0 });
  await write('content/bad.md', `# Bad\n\n${'<img>'.repeat(8_000)}\n`);
  await write('content/dead.md', '# Dead\n\n[Link](./gone.md)\n');
  await write('content/good.md', '# Good\n\nOther text.\n');

  for (const argv of [['check'], ['plan'], ['publish', '--yes']]) {
    const { code, stdout, stderr } = await here.run(...argv);
    const errors = (stdout + stderr).match(/^content\S+ error .{8}/gm);
    expect([argv, code, errors]).toEqual([
      argv,
      1,
      ['content/bad.md:3:1 error the text', 'content/dead.md:3:1 error link to '],
    ]);
  }
  const bodies = here.sandbox.world.articles().map(({ id }) => here.sandbox.world.body(id));
  expect(bodies.sort()).toEqual([p('Other text.'), p('Text.')]);
});
