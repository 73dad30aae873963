import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
const files = {
  'README.md': '# The repository\n',
  'content/g/a.md': '---\ntitle: A\n---\n~~a~~\n\n![Shot](../images/shot.svg)\n',
  'content/g/b.md': '---\ntitle: B\n---\n~~b~~\n\n:::include{file=_parts/note.md}\n:::\n',
  'content/g/_collection.yml': 'name: Guides\n',
  'content/h/c.md': '---\ntitle: C\n---\n~~c~~\n',
  'content/_parts/note.md': '~~note~~\n',
  'content/images/shot.svg': svg,
  'content/files/price.pdf': 'pdf',
};

async function scene() {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const repository = await makeRepository(files);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env });
  return { ...repository, run };
}

/** Files with a problem, in the order in which they are said. */
async function checked(run: (...argv: readonly string[]) => Promise<{ stdout: string }>, ...paths: readonly string[]) {
  const { stdout } = await run('check', ...paths);
  return [...new Set(Array.from(stdout.matchAll(/^content\/(\S+?):\d/gm), ([, file]) => file))];
}

describe.each([['check'], ['plan'], ['diff'], ['pull']])('%s of a path that is not there', (command) => {
  it('is wrong usage, and names the nearest', async () => {
    const { run } = await scene();
    expect(await run(command, 'content/g/aa.md')).toEqual({
      code: 64,
      stdout: '',
      stderr: expect.stringMatching(
        /^error there is no "content\/g\/aa\.md" .*\n.*Did you mean "content\/g\/a\.md"\?\n$/,
      ),
    });
    expect((await run(command, 'nope')).code).toBe(64);
    expect((await run(command, 'content/nope/')).code).toBe(64);
    expect((await run(command, 'content/**/*.txt')).code).toBe(64);
  });

  it('is wrong usage where one of several is', async () => {
    const { run } = await scene();
    expect((await run(command, 'content/g/a.md', 'content/G/x.md')).code).toBe(64);
  });
});

describe('a path', () => {
  it('inside the content folder is a mistake for check, which names it as the shell would', async () => {
    const { run } = await scene();
    const { code, stderr } = await run('check', 'g/a.md');
    expect(code).toBe(64);
    expect(stderr).toContain('Did you mean "content/g/a.md"?');
  });

  it('is a source, a folder or a glob', async () => {
    const { run } = await scene();
    expect(await checked(run, 'content/g/a.md')).toEqual(['g/a.md']);
    expect(await checked(run, './content/g/')).toEqual(['g/a.md', 'g/b.md']);
    expect(await checked(run, 'content/*/[ac].md')).toEqual(['g/a.md', 'h/c.md']);
    expect((await run('plan', 'content/**/c.md')).stdout).toContain('1 to create');
  });

  it('may be a folder that holds the content folder', async () => {
    const { run } = await scene();
    expect((await run('plan', '.')).stdout).toContain('3 to create');
    expect(await checked(run, '.')).toHaveLength(4);
  });

  it('to an image or a snippet means the articles that show it', async () => {
    const { run } = await scene();
    expect(await checked(run, 'content/images/shot.svg')).toEqual(['g/a.md']);
    expect(await checked(run, 'content/_parts')).toEqual(['_parts/note.md', 'g/b.md']);
    expect((await run('plan', 'content/_parts/note.md')).stdout).toMatch(/1 to create.*\n(?:.*\n)*.*g\/b\.md/);
  });

  it('to a collection means its folder', async () => {
    const { run } = await scene();
    expect((await run('plan', 'content/g/_collection.yml')).stdout).toContain('collection Guides');
  });

  it('to an article that is published and whose file is gone is one to show', async () => {
    const { run, remove } = await scene();
    await run('publish', '--yes');
    await remove('content/h/c.md');
    expect((await run('plan', '--allow-removals', 'content/h/c.md')).stdout).toContain('1 to unpublish');
    expect((await run('check', 'content/h/c.md')).code).toBe(64);
  });

  it('to a file that is no source has nothing to show, and that is said', async () => {
    const { run } = await scene();
    for (const file of ['README.md', 'content/files/price.pdf']) {
      const result = await run('check', file);
      expect(result).toMatchObject({ code: 0, stderr: `${file} is not a source, so there is nothing to check.\n` });
      expect(await run('plan', file)).toMatchObject({ code: 64, stdout: '' });
    }
  });

  it('to the configuration is no source, and neither is a file or a folder of something else', async () => {
    const { run, write } = await scene();
    await write({ 'scripts/x.sh': 'true\n', 'sub/helpcentre.yml': '' });
    for (const command of ['plan', 'diff', 'pull']) {
      for (const name of ['helpcentre.yml', './helpcentre.yml', 'sub/helpcentre.yml', 'scripts', 'content/files']) {
        const result = await run(command, name);
        expect(result).toMatchObject({ code: 64, stdout: '', stderr: expect.stringContaining(`${name} is no source`) });
      }
      expect(await run(command, 'nope/helpcentre.yml')).toMatchObject({ code: 64, stdout: '' });
    }
    expect(await run('check', 'helpcentre.yml')).toMatchObject({ code: 0 });
    expect(await run('check', 'nope/helpcentre.yml')).toMatchObject({ code: 64 });
  });

  it('hides no mistake in the configuration', async () => {
    const { run, write } = await scene();
    await write({ 'helpcentre.yml': 'contents: x\n' });
    expect((await run('check', 'content/g/a.md')).stdout).toContain('helpcentre.yml:1:1 error unknown key');
  });
});
