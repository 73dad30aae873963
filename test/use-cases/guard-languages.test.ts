import { describe, expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/** Four articles in two languages that were published, with some texts that are drafts. */
async function scene(drafts: readonly string[] = []) {
  const text = (name: string, body: string) =>
    `---\nstate: ${drafts.includes(name) ? 'draft' : 'published'}\n---\n\n# ${name}\n\n${body}\n`;
  const names = [0, 1, 2, 3].flatMap((n) => [`n${n}.md`, `n${n}.fr.md`]);
  const repository = await makeRepository(
    Object.fromEntries(names.map((name) => [`content/${name}`, text(name, `Words of ${name}.`)])),
  );
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env });
  expect(await run('publish', '--yes')).toMatchObject({ code: 0 });
  return {
    ...{ repository, sandbox, run },
    remove: (...gone: readonly string[]) => repository.remove(...gone.map((name) => `content/${name}`)),
    /** What the guard says and holds, with Intercom and without: the same. */
    async guarded() {
      const plans = await Promise.all(
        [
          ['plan', '--json'],
          ['plan', '--offline', '--json'],
        ].map(async (argv) => {
          const { changes, held, problems } = JSON.parse((await run(...argv)).stdout) as Plan;
          return {
            changes: changes.map(({ key, kind }) => `${kind} ${key}`),
            held: held.map(({ key, why, locales }) => [key, why, locales?.join() ?? 'all'].join(' ')),
            said: problems.map(({ message }) => message),
          };
        }),
      );
      expect(plans[0]).toEqual(plans[1]);
      return plans[0];
    },
  };
}

describe('the guard', () => {
  it('says which languages of articles readers would lose', async () => {
    const { sandbox, run, remove, guarded } = await scene();
    await remove('n0.fr.md', 'n1.fr.md', 'n2.fr.md');
    expect(await guarded()).toEqual({
      changes: [],
      held: ['n0.md guard fr', 'n1.md guard fr', 'n2.md guard fr'],
      said: ['readers would lose a language of 3 of 4 articles in one run, and the limit is 50%'],
    });
    const { stdout } = await run('plan', '--offline');
    expect(stdout).toContain('! n0.md  readers would lose it in fr');
    expect(await run('publish', '--yes')).toMatchObject({ code: 1 });
    expect(await run('publish', '--yes', '--allow-removals')).toMatchObject({ code: 0 });
    const states = sandbox.world.articles().map(({ contents }) => [contents.en?.state, contents.fr?.state].join());
    expect(states.sort()).toEqual(['published,draft', 'published,draft', 'published,draft', 'published,published']);
  });

  it('says how many articles readers would lose as a whole', async () => {
    const { run, remove, guarded } = await scene();
    await remove('n0.md', 'n0.fr.md', 'n1.md', 'n1.fr.md', 'n2.md', 'n2.fr.md');
    expect(await guarded()).toEqual({
      changes: [],
      held: ['n0.md guard all', 'n1.md guard all', 'n2.md guard all'],
      said: ['readers would lose 3 of 4 articles in one run, and the limit is 50%'],
    });
    expect((await run('plan', '--offline')).stdout).toMatch(/! n0\.md {2}readers would lose it$/m);
  });

  it('tells both apart in one run', async () => {
    const { remove, guarded } = await scene();
    await remove('n0.md', 'n0.fr.md', 'n1.fr.md', 'n2.fr.md');
    expect(await guarded()).toEqual({
      changes: [],
      held: ['n0.md guard all', 'n1.md guard fr', 'n2.md guard fr'],
      said: ['readers would lose 3 of 4 articles in one run, 2 of them in some languages only, and the limit is 50%'],
    });
  });

  it('lets half of few articles lose a language, and a new text in its place', async () => {
    const { repository, remove, guarded } = await scene();
    await remove('n0.fr.md', 'n1.fr.md');
    expect(await guarded()).toMatchObject({ changes: ['update n0.md', 'update n1.md'], held: [] });
    await repository.write({ 'content/n2.fr.md': '---\nstate: draft\n---\n\n# n2.fr.md\n\nWords of n2.fr.md.\n' });
    expect(await guarded()).toMatchObject({
      held: ['n0.md guard fr', 'n1.md guard fr', 'n2.md guard fr'],
      said: [
        'readers would lose a language of 3 of 4 articles in one run, and the limit is 50%; 1 of them would become drafts',
      ],
    });
  });

  it('does not count languages and articles that were drafts', async () => {
    const all = ['n0.fr.md', 'n1.fr.md', 'n2.fr.md', 'n3.md', 'n3.fr.md'];
    const { run, remove, guarded } = await scene(all);
    await remove(...all);
    expect(await guarded()).toEqual({
      changes: ['record n0.md', 'record n1.md', 'record n2.md', 'unpublish n3.md'],
      held: [],
      said: [],
    });
    expect(await run('publish', '--yes')).toMatchObject({ code: 0 });
  });

  it('counts an article as a whole where readers had one of its languages', async () => {
    const all = ['n0.fr.md', 'n1.fr.md', 'n2.md'];
    const { remove, guarded } = await scene(all);
    await remove('n0.md', 'n0.fr.md', 'n1.md', 'n1.fr.md', 'n2.fr.md');
    expect(await guarded()).toMatchObject({
      held: ['n0.md guard all', 'n1.md guard all', 'n2.md guard all'],
      said: ['readers would lose 3 of 4 articles in one run, and the limit is 50%'],
    });
  });

  it('counts what is deleted, drafts too', async () => {
    const all = ['n0.md', 'n0.fr.md', 'n1.md', 'n1.fr.md', 'n2.md', 'n2.fr.md'];
    const { repository, remove, guarded } = await scene(all);
    await repository.write({ 'helpcentre.yml': 'removed: delete\n' });
    await remove(...all);
    expect(await guarded()).toMatchObject({ held: ['n0.md guard all', 'n1.md guard all', 'n2.md guard all'] });
  });
});
