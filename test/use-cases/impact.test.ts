import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { codeInGit } from '../kit/code-in-git.ts';

const page = (title: string, front: string, body = 'Text.'): string => `---\ntitle: ${title}\n${front}---\n\n${body}\n`;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const files = {
  'content/billing/_collection.yml': 'name: Billing\nsources: [src/billing]\n',
  'content/billing/pay.md': page('Pay', 'sources: [src/billing/pay.ts, "web/**"]\n', '![](images/form.png)'),
  'content/billing/tax.md': page('Tax', ''),
  'content/billing/none.md': page('None', 'sources: []\n'),
  'content/billing/off.md': page('Off', 'sync: false\nsources: ["**"]\n'),
  'content/billing/images/form.png': png,
  'content/shots.md': page('Shots', 'shots: { of: [web/form.css], images: ["*.png"] }\n', '![](a.png) ![](b.png)'),
  'content/a.png': png,
  'content/b.png': Buffer.concat([png, Buffer.from('b')]),
  'src/billing/pay.ts': 'pay\n',
  'src/billing/tax.ts': 'tax\n',
  'web/form.css': 'form\n',
};

interface Printed {
  readonly base: string;
  readonly files: number;
  readonly articles: readonly {
    key: string;
    toReview: boolean;
    isChanged: boolean;
    reviewed: string | null;
    pictures: { image: string }[];
  }[];
}

async function scene() {
  const made = await codeInGit(files);
  const json = async (...argv: readonly string[]): Promise<Printed> =>
    JSON.parse((await made.run('impact', ...argv, '--json')).stdout);
  const keys = async (...argv: readonly string[]) =>
    (await json(...argv)).articles.map(({ key, toReview }) => `${key}${toReview ? '' : ' ok'}`);
  return { ...made, json, keys };
}

describe('helpcentre impact', () => {
  it('tells what the branch and what is not committed have to do with, since it left main', async () => {
    const { commit, git, run, write, json, keys } = await scene();
    expect((await run('impact')).stdout).toBe(
      'No article has to do with what changed since main (0 files outside the content\nfolder; 3 articles watched).\n',
    );
    await git('checkout', '--quiet', '-b', 'feature');
    await commit('Pay', { 'src/billing/pay.ts': 'more\n' });
    await git('checkout', '--quiet', 'main');
    await commit('Elsewhere', { 'web/elsewhere.ts': 'x\n' });
    await git('checkout', '--quiet', 'feature');
    expect(await keys()).toEqual(['billing/pay.md', 'billing/tax.md']);
    // What the branch gets from main is no change of the branch.
    await git('merge', '--quiet', '--no-edit', 'main');
    expect(await json()).toMatchObject({
      files: 1,
      articles: [{ pictures: [{ image: 'content/billing/images/form.png' }] }, {}],
    });
    await commit('Helpcentre-Reviewed: billing/tax.md it only pays', {});
    await write({
      'content/billing/pay.md': page('Pay', 'sources: [src/billing]\n', 'New text.'),
      'src/billing/new.ts': '',
    });
    const { articles } = await json();
    expect(articles).toMatchObject([
      { key: 'billing/pay.md', isChanged: true, reviewed: null, toReview: false },
      { key: 'billing/tax.md', isChanged: false, reviewed: 'it only pays', toReview: false },
    ]);
    expect((await run('impact', '--require')).code).toBe(0);
    expect(await keys('main..HEAD')).toEqual(['billing/pay.md', 'billing/tax.md ok']);
    expect((await run('impact', 'main..HEAD', '--require')).code).toBe(1);
    expect(await keys('HEAD')).toEqual(['billing/pay.md ok', 'billing/tax.md']);
    expect(await keys('HEAD~2..HEAD~1')).toEqual(await keys('HEAD~2...HEAD~1'));
  });

  it('leaves out what only bots committed, unless a person goes on with it', async () => {
    const { commit, keys, write } = await scene();
    for (const bot of ['dependabot[bot]', 'renovate', 'Prettier [bot]', 'x']) {
      const email = bot === 'x' ? '1+ci[bot]@users.noreply.github.com' : 'bot@example.com';
      await commit('Bump', { 'src/billing/pay.ts': `${bot}\n` }, `${bot} <${email}>`);
    }
    expect(await keys('HEAD~4..HEAD')).toEqual([]);
    await write({ 'src/billing/pay.ts': 'mine\n' });
    expect(await keys('HEAD~4')).toEqual(['billing/pay.md', 'billing/tax.md']);
    await commit('Mine', {});
    expect(await keys('HEAD~5..HEAD')).toEqual(['billing/pay.md', 'billing/tax.md']);
  });

  it('hears what a merge says, and in UTF-8 whatever the settings say', async () => {
    const { commit, git, write, json } = await scene();
    await write({ 'content/größe.md': page('Größe', 'sources: [src/billing/tax.ts]\n') });
    await commit('More', {});
    await git('checkout', '--quiet', '-b', 'feature');
    await commit('Tax', { 'src/billing/tax.ts': 'more\n' });
    await git('checkout', '--quiet', '-b', 'both', 'main');
    const said = 'Helpcentre-Reviewed: größe.md für immer gleich\nHelpcentre-Reviewed: billing nothing to see';
    await git('merge', '--quiet', '--no-ff', 'feature', '--message', said);
    await git('config', 'i18n.logOutputEncoding', 'latin1');
    expect((await json('main..HEAD')).articles.map(({ key, reviewed }) => [key, reviewed])).toEqual([
      ['größe.md', 'für immer gleich'],
      ['billing/tax.md', 'nothing to see'],
    ]);
  });

  it('is printed for a terminal of 80 columns', async () => {
    const { run, write, remove, git } = await scene();
    await write({
      'src/billing/pay.ts': 'x\n',
      'web/form.css': 'x\n',
      'content/billing/tax.md': page('Tax', '', 'New.'),
    });
    await git('mv', 'src/billing/tax.ts', 'src/billing/vat.ts');
    await write(Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`web/${at}.ts`, 'x\n'])));
    await remove('content/b.png');
    expect(
      (await run('impact')).stdout,
    ).toBe(`3 articles have to do with what changed since main (8 files outside the content
folder).

To look at
  content/billing/pay.md  Pay
    src/billing/pay.ts
    web/0.ts  web/**
    web/1.ts  web/**
    web/2.ts  web/**
    web/3.ts  web/**
    … and 2 more files
    probably old: content/billing/images/form.png

Changed as well
  content/billing/tax.md  Tax
    src/billing/pay.ts  src/billing
    src/billing/vat.ts  src/billing
    as billing/_collection.yml says

Only screenshots
  content/shots.md  Shots
    probably old: content/a.png

If nothing of an article has to change, say so in a commit:
  Helpcentre-Reviewed: content/billing/pay.md REASON
`);
  });

  it('says what git does not know', async () => {
    const { run, dir, git } = await scene();
    const error = async (...argv: readonly string[]) => {
      const { code, stderr } = await run('impact', ...argv);
      return [code, /\((\S+)\)$/m.exec(stderr)?.[1]];
    };
    expect(await error('nowhere')).toEqual([64, 'no-such-commit']);
    expect(await error('HEAD..nowhere')).toEqual([64, 'no-such-commit']);
    expect(await error('--', '--output=x')).toEqual([64, 'no-such-commit']);
    await git('checkout', '--quiet', '--orphan', 'other');
    await git('commit', '--quiet', '--allow-empty', '--message', 'Other');
    expect(await error('main')).toEqual([1, 'no-common-commit']);
    await git('branch', '--quiet', '-D', 'main');
    expect(await error()).toEqual([64, 'no-main-branch']);
    await rm(`${dir}/.git`, { recursive: true });
    expect(await error()).toEqual([1, 'no-repository']);
  });

  it('counts from the root of the repository, wherever the help centre is', async () => {
    const made = await codeInGit({
      'helpcentre.yml': 'state: published\n',
      'docs/help/helpcentre.yml': 'state: published\n',
      'docs/help/content/a.md': page('A', 'sources: [src/**, docs/help/content/**]\n'),
      'src/a.ts': 'a\n',
    });
    await made.commit('Change', { 'src/a.ts': 'b\n', 'docs/help/content/b.md': '# B\n\nText.\n' });
    const { stdout } = await made.run('impact', 'HEAD~1', '--json', '--cwd', 'docs/help');
    expect(JSON.parse(stdout).articles).toMatchObject([
      { key: 'a.md', file: 'docs/help/content/a.md', hits: [{ file: 'src/a.ts', glob: 'src/**' }] },
    ]);
  });
});
