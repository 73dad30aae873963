import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { Lockfile } from '../../src/model/recorded.ts';
import { type Files, publishedInGit } from '../kit/published-in-git.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const english = '---\ntitle: Refunds\n---\n\nWithin 30 days.\n\nBy bank transfer.\n';
const french = '---\ntitle: Remboursements\n---\n\nSous 30 jours.\n\nPar virement.\n';
const shorter = english.replace('30', '14');
const files = { 'content/refunds.md': english, 'content/refunds.fr.md': french };

async function scene(configuration = '', sources: Files = files) {
  const made = await publishedInGit(
    { 'content/first.md': '# First\n\nText.\n' },
    `state: published\nmaxRemovals: 100%\n${configuration}`,
  );
  await made.sandbox.world.setLocales(['en', 'fr']);
  await made.repository.remove('content/first.md');
  await made.repository.write(sources);
  await made.publish('Both');
  const json = async (...argv: readonly string[]) => JSON.parse((await made.run(...argv, '--json')).stdout);
  const stale = async (command: string): Promise<readonly string[]> =>
    ((await json(command)) as Plan).problems
      .filter(({ code }) => code === 'stale-translation')
      .map(({ severity, message }) => `${severity} ${message}`);
  const french = () => sandboxFrench(made);
  return { ...made, json, stale, french };
}

const sandboxFrench = ({ sandbox }: Awaited<ReturnType<typeof publishedInGit>>) =>
  sandbox.world.articles().flatMap(({ contents }) => (contents.fr === undefined ? [] : [contents.fr.state]));

const shown = ({ world }: Awaited<ReturnType<typeof publishedInGit>>['sandbox']) =>
  world
    .articles()
    .map(({ contents }) => contents.en?.body)
    .join('');

const behind = 'refunds.fr.md is behind refunds.md: 1 block has changed since, in 1 commit';

describe('a translation whose original changes after it', () => {
  it('is listed by check and plan, with how far behind, until it is edited', async () => {
    const { repository, stale, commit, publish, json } = await scene();
    expect(await stale('plan')).toEqual([]);
    await repository.write({ 'content/refunds.md': shorter });
    expect(await stale('check')).toEqual([`warning ${behind.replace(', in 1 commit', '')}`]);
    await commit('Shorter');
    expect(await stale('check')).toEqual([`warning ${behind}`]);
    // Published or not: only the translation can catch up.
    await publish('Published');
    expect(await stale('plan')).toEqual([`warning ${behind}`]);
    expect((await json('status')).articles).toEqual([
      {
        ...{ key: 'refunds.md', title: 'Refunds', hasErrors: false },
        texts: {
          en: { is: 'original', state: 'published' },
          fr: { is: 'stale', state: 'published', behind: { blocks: 1, commits: 1 } },
        },
      },
    ]);
    await repository.write({ 'content/refunds.fr.md': french.replace('30', '14') });
    expect(await stale('plan')).toEqual([]);
    await publish('Caught up');
    expect(await stale('plan')).toEqual([]);
    await repository.write({ 'content/refunds.md': shorter.replace('bank transfer', 'card') });
    await commit('By card');
    expect(await stale('plan')).toEqual([`warning ${behind}`]);
  });

  it('is fresh where it says which text it was made from, and stale again after the next change', async () => {
    const { repository, stale, commit, git } = await scene();
    await repository.write({ 'content/refunds.md': shorter });
    await commit('Shorter');
    const blob = (await git('rev-parse', 'HEAD:content/refunds.md')).trim();
    const translated = (id: string) => french.replace('---\n', `---\ntranslated: ${id}\n`);
    await repository.write({ 'content/refunds.fr.md': translated(blob.slice(0, 12)) });
    expect(await stale('plan')).toEqual([]);
    await commit('Nothing to do');
    await repository.write({ 'content/refunds.md': shorter.replace('bank transfer', 'card') });
    await commit('By card');
    expect(await stale('plan')).toEqual([`warning ${behind}`]);
    // Its own words count, whatever is edited beside them.
    await repository.write({ 'content/refunds.fr.md': translated(blob).replace('Par', 'Puis par') });
    expect(await stale('plan')).toEqual([`warning ${behind}`]);
  });

  it('is fresh where nothing changed that anybody translates', async () => {
    const { repository, stale, commit } = await scene();
    await repository.write({
      'content/refunds.md': english.replace('---\n', '---\nspacing: airy\n').replace('30', ' 30'),
    });
    await commit('Airy');
    expect(await stale('plan')).toEqual([]);
  });

  it('is known by the lockfile alone in a shallow clone, and by git where the lockfile does not know yet', async () => {
    const { repository, commit, publish, env, read, git } = await scene();
    await repository.write({ 'content/refunds.md': shorter });
    await publish('Shorter');
    const clone = await makeRepository({});
    await git('clone', '--quiet', '--depth', '1', `file://${repository.dir}`, path.join(clone.dir, 'shallow'));
    const shown = await runIn(path.join(clone.dir, 'shallow'), ['plan'], { env });
    expect(shown.stderr).toContain('it was made from another text, which git does not have here');
    const lockfile = await read('helpcentre.lock.json');
    expect(lockfile).toContain('"from"');
    await repository.write({ 'helpcentre.lock.json': lockfile.replace(/^ *"from".*\n/gm, '') });
    await commit('A lockfile of before');
    const { stdout } = await runIn(repository.dir, ['check'], { env });
    expect(stdout).toContain(behind);
  });

  it('stays behind when its article moves', async () => {
    const { repository, stale, git, publish } = await scene();
    await repository.write({ 'content/refunds.md': shorter });
    await publish('Shorter');
    await git('mv', 'content/refunds.md', 'content/money.md');
    await git('mv', 'content/refunds.fr.md', 'content/money.fr.md');
    await publish('Moved');
    expect(await stale('plan')).toEqual([expect.stringContaining('money.fr.md is behind money.md: 1 block')]);
  });

  it('is shown by diff with what its original says by now', async () => {
    const { repository, run, commit, json } = await scene();
    await repository.write({ 'content/refunds.md': shorter.replace('title: Refunds', 'title: Money back') });
    await commit('Shorter');
    const { stdout } = await run('diff', '--no-color');
    expect(stdout).toContain('To translate\n\n  refunds.fr.md  refunds.md: 2 blocks have changed since, in 1 commit');
    expect(stdout).toMatch(/title\s+\[-Refunds-\]\{\+Money back\+\}/);
    expect(stdout).toContain('Within [-30-]{+14+} days.');
    expect((await json('diff')).translations).toMatchObject([
      { path: 'refunds.fr.md', fields: { title: { before: 'Refunds', after: 'Money back' } } },
    ]);
  });
});

describe('staleTranslations', () => {
  it.each(['2.11', '2.16'])('unpublish: takes it from readers until it follows, with Intercom %s', async (version) => {
    const made = await scene(`staleTranslations: unpublish\napiVersion: "${version}"\n`);
    const { repository, publish, run, french: state, stale } = made;
    expect(state()).toEqual(['published']);
    await repository.write({ 'content/refunds.md': shorter });
    expect((await run('plan')).stdout).toContain('text changed; a translation is behind its original');
    expect(await stale('plan')).toEqual([expect.stringContaining('; readers do not see it until it follows')]);
    await publish('Shorter');
    expect(state()).toEqual(['draft']);
    expect((await run('plan')).stdout).toContain('No changes');
    await repository.write({ 'content/refunds.fr.md': french.replace('30', '14') });
    await publish('Caught up');
    expect(state()).toEqual(['published']);
    expect((await run('plan')).stdout).toContain('No changes');
  });

  it('fail: is an error that holds the article until it follows', async () => {
    const { repository, run, stale, sandbox } = await scene('staleTranslations: fail\n');
    await repository.write({ 'content/refunds.md': shorter });
    expect(await stale('check')).toEqual([expect.stringMatching(/^error refunds\.fr\.md is behind/)]);
    expect((await run('publish', '--yes')).code).toBe(1);
    expect(shown(sandbox)).toContain('30 days');
    await repository.write({ 'content/refunds.fr.md': french.replace('30', '14') });
    expect((await run('publish', '--yes')).code).toBe(0);
    expect(shown(sandbox)).toContain('14 days');
  });

  it('keep: says nothing, and status knows it all the same', async () => {
    const { repository, run, stale } = await scene('staleTranslations: keep\n');
    await repository.write({ 'content/refunds.md': shorter, 'content/only.md': '# Only\n\nText.\n' });
    expect(await stale('check')).toEqual([]);
    expect((await run('status')).stdout).toBe(
      [
        'article     en         fr',
        'only.md     published  missing',
        'refunds.md  published  stale (1 block)',
        '',
        'fr: 0 fresh, 1 stale, 1 missing',
        '',
      ].join('\n'),
    );
  });
});

it('the lockfile says of each translation which text it was made from', async () => {
  const { read, git, repository, publish } = await scene();
  const from = async (): Promise<string | undefined> => {
    const { workspaces } = JSON.parse(await read('helpcentre.lock.json')) as Lockfile;
    return Object.values(workspaces)[0]?.articles['refunds.md']?.locales.fr?.from;
  };
  const first = (await git('rev-parse', 'HEAD:content/refunds.md')).trim();
  expect(await from()).toBe(first);
  await repository.write({ 'content/refunds.md': shorter });
  await publish('Shorter');
  expect(await from()).toBe(first);
  await repository.write({ 'content/refunds.fr.md': french.replace('30', '14') });
  await publish('Caught up');
  expect(await from()).toBe((await git('rev-parse', 'HEAD:content/refunds.md')).trim());
  expect(await readFile(path.join(repository.dir, 'helpcentre.lock.json'), 'utf8')).not.toContain('undefined');
});
