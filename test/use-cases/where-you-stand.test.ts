import { access } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeRepository, type TestRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const files = {
  'site/helpcentre.yml': 'content: content\n',
  'site/other.yml': 'content: elsewhere\n',
  'site/content/a.md': '---\ntitle: A\n---\nText.\n',
  'site/elsewhere/b.md': '---\ntitle: B\n---\nText.\n',
  'site/elsewhere/c.md': '---\ntitle: C\n---\nText.\n',
};

const isThere = ({ dir }: TestRepository, file: string): Promise<boolean> =>
  access(path.join(dir, file)).then(
    () => true,
    () => false,
  );

// `--cwd` says where the command works; what is named on the command line is where the person stands (README).
describe('a path on the command line is from the folder that the person stands in, with --cwd too', () => {
  it('of --config', async () => {
    const { dir } = await makeRepository(files);
    const there = await runIn(dir, ['check', '--cwd', 'site', '--config', 'site/other.yml']);
    expect(there).toMatchObject({ code: 0, stdout: '2 sources: no problems\n' });
    const lost = await runIn(dir, ['check', '--cwd', 'site', '--config', 'other.yml']);
    expect(lost).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`error other.yml was not found in ${dir} (no-configuration)`),
    });
  });

  it('of a mistake in the configuration', async () => {
    const { dir } = await makeRepository({ ...files, 'site/other.yml': 'contents: elsewhere\n' });
    const said = await runIn(dir, ['check', '--cwd', 'site', '--config', 'site/other.yml']);
    expect(said.stdout).toMatch(/^site\/other\.yml:1:1 error /);
  });

  it('of preview --build, as it is then shown', async () => {
    const repository = await makeRepository(files);
    const { stdout } = await runIn(repository.dir, ['preview', '--offline', '--cwd', 'site', '--build', 'built']);
    expect(stdout).toContain(`open ${path.join('built', 'index.html')}`);
    expect(await isThere(repository, 'built/index.html')).toBe(true);
  });

  it('of --sandbox', async () => {
    const repository = await makeRepository(files);
    const published = await runIn(repository.dir, ['publish', '--cwd', 'site', '--sandbox', 'box', '--yes']);
    expect(published).toMatchObject({ code: 0 });
    expect(published.stdout).toMatch(/The pages open while the sandbox runs: helpcentre sandbox --dir box\n$/);
    expect([await isThere(repository, 'box'), await isThere(repository, 'site/box')]).toEqual([true, false]);
  });
});
