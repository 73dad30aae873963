import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeInGit } from '../kit/code-in-git.ts';
import { publishedInGit } from '../kit/published-in-git.ts';

const page = (sources: string, text = 'Text.'): string => `---\ntitle: Pay\nsources: ${sources}\n---\n\n${text}\n`;
const start = (found: readonly string[]): readonly string[] =>
  found.map((one) => one.replace(/ [0-9a-f]{8} /g, ' ID '));

describe('globs of code', () => {
  it('that name no file any more are said with the commit that took the last one away', async () => {
    const made = await codeInGit({
      'content/a.md': page('[src/old/**, src/gone.ts, src/never/*.ts, src/a.ts, src/new.ts]'),
      'src/old/a.ts': 'a file that is long enough to be known again\n',
      'src/old/b.ts': 'b\n',
      'src/gone.ts': 'gone\n',
      'src/a.ts': 'a\n',
    });
    await made.commit('Drop b', { 'src/old/b.ts': null, 'src/gone.ts': null });
    await made.commit('Bring it back', { 'src/gone.ts': 'gone again\n' });
    await made.git('checkout', '--quiet', '-b', 'rename');
    await made.git('mv', 'src/old', 'src/renamed');
    await made.commit('Rename', {});
    await made.git('checkout', '--quiet', 'main');
    await made.commit('Drop it for good', { 'src/gone.ts': null });
    await made.git('merge', '--quiet', '--no-edit', 'rename');
    // Not committed yet is there all the same.
    await made.write({ 'src/new.ts': 'new\n' });
    const gone = (glob: string, how: string): string => `sources-gone: "${glob}" names no file of the repository${how}`;
    expect(
      start(await made.found('sources-gone'))
        .slice()
        .sort(),
    ).toEqual([
      gone('src/gone.ts', ' any more: ID ("Drop it for good") removed the last one'),
      gone('src/never/*.ts', ', and no commit ever had one'),
      gone('src/old/**', ' any more: ID ("Rename") moved the last one to src/renamed/a.ts'),
    ]);
    // A shallow checkout does not know the past, and says nothing of it.
    const shallow = path.join(made.dir, '.helpcentre/shallow');
    await made.git('clone', '--quiet', '--depth=1', `file://${made.dir}`, shallow);
    expect(
      start(await made.found('sources-', shallow))
        .slice()
        .sort(),
    ).toEqual(['src/gone.ts', 'src/never/*.ts', 'src/new.ts', 'src/old/**'].map((glob) => gone(glob, '')));
  });

  it('of another repository within this one are not judged', async () => {
    const made = await codeInGit({ 'content/a.md': page('[vendor/lib/src/**, vendor/lib/**]') });
    const id = await made.git('rev-parse', 'HEAD');
    await made.git('update-index', '--add', '--cacheinfo', `160000,${id},vendor/lib`);
    await made.git('commit', '--quiet', '--message', 'Vendor');
    await made.write({ 'vendor/lib/.keep': '' });
    expect(await made.found('sources-gone')).toEqual([]);
  });

  it('that name half of the repository are said, and no folder of a small one', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`src/${at < 9 ? 'a' : 'b'}/${at}.ts`, 'x\n']),
    );
    const small = await codeInGit({ 'content/a.md': page('["**"]'), ...many });
    expect(await small.found()).toEqual([]);
    await small.commit('Grow', Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`web/${at}.ts`, 'x\n'])));
    await small.write({ 'content/b.md': page('[src/**, "!src/a/**"]'), 'content/c.md': page('[src]') });
    expect(await small.found('sources-broad')).toEqual([
      'sources-broad: "**" names 22 of the 22 files of the repository',
      'sources-broad: "src" names 12 of the 22 files of the repository',
    ]);
  });

  it('are silent where there is no git', async () => {
    const made = await codeInGit({ 'content/a.md': page('[src/never]') });
    await rm(path.join(made.dir, '.git'), { recursive: true });
    expect(await made.found()).toEqual([]);
  });
});

describe('an article whose code changed after it', () => {
  const files = {
    'content/a.md': page('[src/**]'),
    'content/b.md': '# B\n\nText.\n',
    'src/a.ts': 'a\n',
    'src/b.ts': 'b\n',
  };
  const changed = (file: string, subject: string): string[] => [
    `sources-changed: ${file} changed since content/a.md did: ID ("${subject}")`,
  ];

  it('is said with the newest commit, until it changes or somebody looked at it', async () => {
    const made = await codeInGit(files);
    const found = async () => start(await made.found());
    expect(await found()).toEqual([]);
    await made.commit('Bump', { 'src/a.ts': '1\n' }, 'dependabot[bot] <support@github.com>');
    await made.commit('Text', { 'src/README.md': '1\n', 'content/b.md': '# B\n\nMore.\n' });
    expect(await found()).toEqual([]);
    await made.commit('First', { 'src/a.ts': '2\n' });
    expect(await found()).toEqual(changed('src/a.ts', 'First'));
    await made.commit('Second', { 'src/b.ts': '2\n' });
    expect(await found()).toEqual(changed('src/b.ts and 1 more file', 'Second'));
    // What is being written now is newer than all.
    await made.write({ 'content/a.md': page('[src/**]', 'New.') });
    expect(await found()).toEqual([]);
    await made.commit('Catch up', {});
    await made.commit('Third', { 'src/a.ts': '3\n' });
    expect(await found()).toEqual(changed('src/a.ts', 'Third'));
    await made.commit('Nothing\n\nHelpcentre-Reviewed: a.md only a name', {});
    expect(await found()).toEqual([]);
    await made.commit('Fourth', { 'src/a.ts': '4\n' });
    await made.write({ 'helpcentre.yml': 'state: published\nproblems: { sources-changed: off }\n' });
    expect(await found()).toEqual([]);
  });

  it('is as new as the merge that brought it in, with whatever that settled', async () => {
    const made = await codeInGit(files);
    const found = async () => start(await made.found());
    await made.git('checkout', '--quiet', '-b', 'feature');
    await made.commit('Text', { 'content/a.md': page('[src/**]', 'Feature.') });
    await made.git('checkout', '--quiet', 'main');
    await made.commit('Code', { 'src/a.ts': '2\n' });
    expect(await found()).toEqual(changed('src/a.ts', 'Code'));
    await made.git('merge', '--quiet', '--no-edit', '--no-ff', 'feature');
    expect(await found()).toEqual([]);
    // Code and article in one branch, in any order, are one change of main.
    await made.git('checkout', '--quiet', '-b', 'both');
    await made.commit('Text again', { 'content/a.md': page('[src/**]', 'Again.') });
    await made.commit('Code again', { 'src/a.ts': '3\n' });
    expect(await found()).toEqual(changed('src/a.ts', 'Code again'));
    await made.git('checkout', '--quiet', 'main');
    await made.git('merge', '--quiet', '--no-edit', '--no-ff', 'both');
    expect(await found()).toEqual([]);
    // A conflict that only the merge settles is a change of the merge.
    await made.git('checkout', '--quiet', '-b', 'one');
    await made.commit('One', { 'src/b.ts': 'one\n' });
    await made.git('checkout', '--quiet', 'main');
    await made.commit('Two', { 'src/b.ts': 'two\n', 'content/a.md': page('[src/**]', 'Two.') });
    await made.git('merge', '--quiet', '--no-commit', 'one').catch(() => '');
    await made.commit('Settled', { 'src/b.ts': 'both\n' });
    expect(await found()).toEqual(changed('src/b.ts', 'Settled'));
  });

  it('is as new as its entry in the lockfile, and naming code changes nothing in Intercom', async () => {
    const made = await publishedInGit({ ...files, 'content/a.md': '---\ntitle: Pay\n---\n\nText.\n' });
    const found = async (): Promise<readonly string[]> => {
      const { problems } = JSON.parse((await made.run('check', '--json')).stdout);
      return problems.map(({ code }: { code: string }) => code);
    };
    const requests = async (): Promise<unknown> => {
      const { requests: sent } = JSON.parse((await made.run('publish', '--yes', '--json')).stdout);
      return [sent.PUT ?? 0, sent.POST ?? 0];
    };
    await made.repository.write({ 'content/a.md': page('[src/**]') });
    expect(
      JSON.parse((await made.run('plan', '--json')).stdout).changes.map(({ kind }: { kind: string }) => kind),
    ).toEqual([]);
    expect(await requests()).toEqual([0, 0]);
    await made.commit('Name the code');
    await made.repository.write({ 'content/a.md': page('[src/**]', 'New text.') });
    await made.commit('New text');
    await made.repository.write({ 'src/a.ts': '2\n' });
    await made.commit('Code');
    expect(await found()).toEqual(['sources-changed']);
    await made.publish('Published after the code');
    expect(await found()).toEqual([]);
    await made.repository.write({ 'src/a.ts': '3\n' });
    await made.commit('Code again');
    expect(await found()).toEqual(['sources-changed']);
  });
});
