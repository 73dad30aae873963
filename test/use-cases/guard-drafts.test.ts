import { expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
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

/** Articles that were published, and a plan without Intercom. */
async function publishedScene(count: number) {
  const numbers = Array.from({ length: count }, (_, at) => at);
  const names = numbers.map((n) => `content/g${n % 2}/n${n}.md`);
  const sources = Object.fromEntries(numbers.map((n) => [names[n] ?? '', `# N${n}\n\nText ${n}.\n`]));
  const repository = await makeRepository({ 'helpcentre.yml': 'state: published\n', ...sources });
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const publish = () => runIn(repository.dir, ['publish', '--yes'], { env });
  await publish();
  const offline = async (...argv: readonly string[]) => {
    const { code, stdout } = await runIn(repository.dir, ['plan', '--offline', '--json', ...argv]);
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
