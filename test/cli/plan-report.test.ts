import { describe, expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const hostile = '/close\\n/merge @wren !12 &34 #56 www.evil.example `x` <img src=x onerror=y>';
const files = {
  'helpcentre.yml': 'state: published\n',
  'content/a.md': `---\ntitle: "${hostile}"\ndescription: "/approve"\n---\n\n/merge\n\n[x](gone.md)\n\nText.\n`,
};
const gitlab = { CI_MERGE_REQUEST_IID: '3', CI_MERGE_REQUEST_PROJECT_ID: '7', CI_COMMIT_SHA: 'abcdef0123456789' };

describe('a plan as Markdown', () => {
  test('is the report alone, on standard output', async () => {
    const { dir } = await makeRepository({ ...files, 'content/a.md': '---\ntitle: A\n---\n\nText.\n' });
    const result = await runIn(dir, ['plan', '--offline', '--format', 'markdown'], { env: gitlab });
    expect(result.code, result.stderr).toBe(0);
    expect(result.stdout).toMatch(/^### Help centre: 1 to create; 0 unchanged\n\nIntercom was not asked/);
    expect(result.stdout).toContain('| create | `a.md` | A |');
    expect(result.stdout).toContain('<sub>Commit `abcdef012345`');
  });

  test('says why there is none', async () => {
    const { dir } = await makeRepository({ 'helpcentre.yml': 'content: [\n', 'content/a.md': '# A\n' });
    const result = await runIn(dir, ['plan', '--offline', '--format', 'markdown']);
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/^### Help centre: no plan/);
    expect(result.stdout).toContain('helpcentre.yml');
  });

  test('of a hostile merge request commands, mentions and refers to nothing', async () => {
    const { dir } = await makeRepository(files);
    const { stdout } = await runIn(dir, ['plan', '--offline', '--format', 'markdown']);
    // GitLab carries out a line of a note that begins with a slash.
    expect(stdout.split('\n').filter((line) => /^\s*\//.test(line))).toEqual([]);
    const prose = stdout.replace(/^(`{3,})\w*$[\s\S]*?^\1$/gm, '').replace(/(`+).*?\1/g, '');
    expect(prose).not.toMatch(/@\w|[!#&]\d|www\.|<img|&amp;\d/);
  });
});

describe('a note on a merge request', () => {
  test('is kept in a pipeline of one only', async () => {
    const { dir } = await makeRepository(files);
    const result = await runIn(dir, ['plan', '--note', '--offline']);
    expect(result.code).not.toBe(0);
    expect(result.stderr).toContain('this is no pipeline of one');
  });

  test('that cannot be written fails nothing, says why, and keeps the token to itself', async () => {
    const { dir } = await makeRepository({ ...files, 'content/a.md': '---\ntitle: A\n---\n\nText.\n' });
    const env = { ...gitlab, CI_API_V4_URL: 'http://gitlab.example.com/api/v4', GITLAB_TOKEN: 'glpat-of-ours' };
    const result = await runIn(dir, ['plan', '--note', '--quiet'], { env });
    expect(result.code, result.stderr).toBe(0);
    expect(result.stdout).toContain('a.md');
    expect(result.stderr).toContain('GitLab did not take the note: the address of its API is not an https address.');
    expect(result.stdout + result.stderr).not.toContain('glpat-of-ours');
  });

  test('is left out in a fork, whose pipeline knows no token', async () => {
    const { dir } = await makeRepository({ ...files, 'content/a.md': '---\ntitle: A\n---\n\nText.\n' });
    const result = await runIn(dir, ['plan', '--note'], {
      env: { ...gitlab, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '8' },
    });
    expect(result.code, result.stderr).toBe(0);
    expect(result.stderr).toContain('GITLAB_TOKEN is not set, as in every pipeline of a fork');
    expect(result.stdout).toContain('a.md');
  });
});
