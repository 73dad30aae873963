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
