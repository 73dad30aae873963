import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { git } from '../kit/git-origin.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

it.each([
  [3, 50],
  [9, 50],
  [10, 30],
  [50, 30],
])(
  '"state: draft" in the configuration takes none of %i published articles offline without a flag',
  async (count, share) => {
    const numbers = Array.from({ length: count }, (_, at) => at);
    const sources = Object.fromEntries(numbers.map((n) => [`content/n${n}.md`, `# N${n}\n\nText ${n}.\n`]));
    const repository = await makeRepository({ 'helpcentre.yml': 'state: published\n', ...sources });
    const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
    onTestFinished(() => sandbox.close());
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env });
    const published = () =>
      sandbox.world.articles().filter(({ contents }) => contents.en?.state === 'published').length;
    await run('publish', '--yes');
    expect(published()).toBe(count);
    await repository.write({ 'helpcentre.yml': 'state: draft\n' });
    const planned = await run('plan', '--json');
    const plan = JSON.parse(planned.stdout) as Plan;
    expect([planned.code, plan.changes.length, plan.held.length]).toEqual([1, 0, count]);
    const said = `readers would lose ${count} of ${count} articles in one run, and the limit is ${share}%; they would become drafts`;
    expect(plan.problems.map(({ code, message }) => [code, message])).toEqual([['guard-too-many', said]]);
    const stopped = await run('publish', '--yes');
    expect(stopped.code).toBe(1);
    expect(stopped.stderr).toContain('Check "state" in helpcentre.yml and in the files. If you mean it,');
    expect(published()).toBe(count);
    expect(await run('publish', '--yes', '--allow-removals')).toMatchObject({ code: 0 });
    expect(published()).toBe(0);
  },
);

const gitEnv = { PATH: process.env.PATH ?? '' };

/** Articles that were published, and a plan without Intercom. */
async function publishedScene(count: number, textOf = (n: number) => `Text ${n}.`) {
  const numbers = Array.from({ length: count }, (_, at) => at);
  const names = numbers.map((n) => `content/g${n % 2}/n${n}.md`);
  const sources = Object.fromEntries(numbers.map((n) => [names[n] ?? '', `# N${n}\n\n${textOf(n)}\n`]));
  const repository = await makeRepository({
    'helpcentre.yml': 'state: published\nproblems: { collection-unnamed: warning }\n',
    ...sources,
  });
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const publish = (...argv: readonly string[]) => runIn(repository.dir, ['publish', '--yes', ...argv], { env });
  await publish();
  const offline = async (...argv: readonly string[]) => {
    const { code, stdout } = await runIn(repository.dir, ['plan', '--offline', '--json', ...argv], { env: gitEnv });
    const plan = JSON.parse(stdout) as Plan;
    return [code, plan.changes.length, plan.held.length, plan.problems.map(({ message }) => message)];
  };
  return { repository, publish, offline, names };
}

it('holds drafts by the configuration without Intercom too', async () => {
  const { repository, publish, offline } = await publishedScene(12);
  await repository.write({ 'helpcentre.yml': 'state: draft\n' });
  const said = 'readers would lose 12 of 12 articles in one run, and the limit is 30%; they would become drafts';
  expect(await offline()).toEqual([1, 0, 12, [said]]);
  expect(await offline('--allow-removals')).toEqual([0, 12, 0, []]);
  await repository.write({ 'helpcentre.yml': 'state: published\n' });
  await publish();
  expect(await offline()).toEqual([0, 0, 0, []]);
});

it('holds drafts by front matter without Intercom too, and lets drafts of before be edited', async () => {
  const { repository, publish, offline, names } = await publishedScene(4);
  const drafts = names.slice(0, 3);
  const asDrafts = (text: string) =>
    repository.write(
      Object.fromEntries(drafts.map((name, n) => [name, `---\nstate: draft\n---\n\n# N${n}\n\n${text} ${n}.\n`])),
    );
  await asDrafts('Text');
  const said = 'readers would lose 3 of 4 articles in one run, and the limit is 50%; they would become drafts';
  expect(await offline()).toEqual([1, 0, 3, [said]]);
  // One after the other is no mistake, and a draft is nothing that readers lose.
  for (const [n, name] of drafts.entries()) {
    await repository.write(Object.fromEntries(drafts.map((other, at) => [other, `# N${at}\n\nText ${at}.\n`])));
    for (const [at, other] of drafts.slice(0, n + 1).entries())
      await repository.write({ [other]: `---\nstate: draft\n---\n\n# N${at}\n\nText ${at}.\n` });
    expect(await offline()).toEqual([0, 1, 0, []]);
    expect([name, (await publish()).code]).toEqual([name, 0]);
  }
  await asDrafts('Another text');
  expect(await offline()).toEqual([0, 3, 0, []]);
});

describe('a published article that becomes a draft without Intercom counts', () => {
  const lost = 'readers would lose 3 of 4 articles in one run, and the limit is 50%; they would become drafts';
  const source = (n: number, more = '', text = `Text ${n}.`) => `---\nstate: draft\n${more}---\n\n# N${n}\n\n${text}\n`;
  const long = (n: number) => Array.from({ length: 12 }, (_, at) => `word${n}x${at}`).join(' ');

  it.each([
    ['with an edit', (n: number) => ({ [`content/g${n % 2}/n${n}.md`]: source(n, '', `Another text ${n}.`) })],
    ['with another title', (n: number) => ({ [`content/g${n % 2}/n${n}.md`]: source(n, `title: M${n}\n`) })],
    [
      'with another author',
      (n: number) => ({ [`content/g${n % 2}/n${n}.md`]: source(n, 'author: tom@example.com\n') }),
    ],
    ['in another collection', (n: number) => ({ [`content/g${n % 2}/n${n}.md`]: source(n, 'collection: Other\n') })],
    ['with a move', (n: number) => ({ [`content/h/n${n}.md`]: source(n, '', long(n)) })],
    [
      'with a move, an edit and another author',
      (n: number) => ({ [`content/h/m${n}.md`]: source(n, 'author: tom@example.com\n', `${long(n)} and more`) }),
    ],
  ])('%s', async (_, edit) => {
    const { repository, publish, offline, names } = await publishedScene(4, long);
    await git(repository.dir, 'init', '--quiet', '--initial-branch=main');
    await git(repository.dir, 'add', '--all');
    await git(repository.dir, 'commit', '--quiet', '--message', 'All');
    const edits = [0, 1, 2].map(edit);
    await repository.remove(...names.slice(0, 3));
    await repository.write(Object.assign({}, ...edits));
    expect(await offline()).toEqual([1, 0, 3, [lost]]);
    expect(await offline('--allow-removals')).toEqual([0, 3, 0, []]);
    expect((await publish()).code).toBe(1);
    expect((await publish('--allow-removals')).code).toBe(0);
    // What is a draft by now is nothing that readers lose.
    const again = Object.entries(Object.assign({}, ...edits) as Record<string, string>);
    await repository.write(Object.fromEntries(again.map(([name, text]) => [name, `${text}\nOnce more.\n`])));
    expect(await offline()).toEqual([0, 3, 0, []]);
  });

  it('in a translation too, and one that was a draft does not', async () => {
    const { repository, publish, offline, names } = await publishedScene(4);
    const french = (state: string, text: string) =>
      repository.write(
        Object.fromEntries(
          names
            .slice(0, 3)
            .map((name) => [name.replace('.md', '.fr.md'), `---\nstate: ${state}\n---\n\n# F ${name}\n\n${text}\n`]),
        ),
      );
    await french('draft', 'Un.');
    expect((await publish()).code).toBe(0);
    await french('draft', 'Deux.');
    expect(await offline()).toEqual([0, 3, 0, []]);
    await french('published', 'Trois.');
    expect((await publish()).code).toBe(0);
    await french('draft', 'Quatre.');
    expect(await offline()).toEqual([1, 0, 3, [lost.replace('lose', 'lose a language of')]]);
  });

  it('by the lockfile of an earlier version, which knows no drafts, where the article has an address', async () => {
    const { repository, publish, offline, names } = await publishedScene(8);
    await repository.write({ [names[7] ?? '']: source(7) });
    await publish();
    const lockfile = path.join(repository.dir, 'helpcentre.lock.json');
    const text = await readFile(lockfile, 'utf8');
    expect(text.match(/"draft": true/g)).toHaveLength(1);
    await repository.write({ 'helpcentre.lock.json': text.replace(/\s*"draft": true,/, '') });
    expect(await offline()).toEqual([0, 0, 0, []]);
    const edited = [3, 4, 5, 6, 7].map((n) => [names[n] ?? '', source(n, '', 'Another text.')]);
    await repository.write(Object.fromEntries(edited));
    const said = 'readers would lose 4 of 8 articles in one run, and the limit is 50%; they would become drafts';
    expect(await offline()).toEqual([0, 5, 0, []]);
    await repository.write({ [names[2] ?? '']: source(2, '', 'Another text.') });
    expect(await offline()).toEqual([1, 1, 5, [said.replace('4 of', '5 of')]]);
  });
});
