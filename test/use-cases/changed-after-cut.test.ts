import { readFileSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { oneIn } from '../kit/depth.ts';
import { makeRepository, type TestRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const toc = '- [Start](#start)\n- [End](#end)\n\n';
const first = {
  'helpcentre.yml': 'state: published\n',
  'content/g/a.md': `# Alpha\n\n${toc}See [b](b.md).\n\n## Start\n\nFirst words.\n\n## End\n\nLast words.\n`,
  'content/g/b.md': '# Beta\n\nSee [a](a.md#start) and ![shot](shot.svg).\n',
  'content/g/b.fr.md': '# Bêta\n\nVoir [a](a.md).\n',
  'content/g/c.md': '# Gamma\n\nA few words that nobody changes here.\n\n> [!NOTE]\n> By itself.\n',
  'content/g/shot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
};
const text = (name: keyof typeof first): string => first[name];
/** What is published later: other words in all of them. */
const second = {
  'content/g/a.md': text('content/g/a.md').replace('First words.', 'Other words.'),
  'content/g/b.md': text('content/g/b.md').replace('See', 'Look at'),
  'content/g/b.fr.md': text('content/g/b.fr.md').replace('Voir', 'Lire'),
  'content/g/c.md': text('content/g/c.md').replace('By itself', 'Alone'),
};

type Then = (repository: TestRepository, change: (file: string, from: string, to: string) => Promise<void>) => unknown;

/** What people do to the sources between a run that was cut off and the next one. */
const thens: Readonly<Record<string, Then>> = {
  nothing: () => undefined,
  'another title': (_, change) => change('content/g/a.md', '# Alpha', '# Alphabet'),
  'another text': (_, change) => change('content/g/a.md', 'Last words.', 'The very last words.'),
  'other titles and texts': async (_, change) => {
    await change('content/g/b.md', '# Beta', '# Better');
    await change('content/g/c.md', '> By', '> Now by');
    await change('content/g/c.md', '> Alone', '> Now alone');
  },
  'a renamed folder': ({ dir }) => rename(path.join(dir, 'content/g'), path.join(dir, 'content/h')),
  'a renamed folder, and another title': async ({ dir }, change) => {
    await change('content/g/a.md', '# Alpha', '# Alphabet');
    await rename(path.join(dir, 'content/g'), path.join(dir, 'content/h'));
  },
  'a language less': (repository) => repository.remove('content/g/b.fr.md'),
  'an article less': async (repository, change) => {
    await change('content/g/b.md', '[a](a.md#start) and ', '');
    await change('content/g/b.fr.md', ' [a](a.md)', '');
    await repository.remove('content/g/a.md');
  },
};

/** Writes under way when a run is cut off: one after the other, more, and as many as there may be. */
const atOnce = [['--concurrency', '1'], ['--concurrency', '4'], ['--concurrency', '24'], []] as const;
const oneByOne = atOnce[0];

/** The cases of a sample, in turn with each number of writes under way. */
const inTurn = <Case extends object>(sampled: readonly Case[]) =>
  sampled.map((one, index) => ({ ...one, many: atOnce[index % atOnce.length] ?? oneByOne }));

async function scene(apiVersion = '2.16') {
  const config = `state: published\nproblems: { collection-unnamed: warning }\napiVersion: "${apiVersion}"\n`;
  const repository = await makeRepository({ ...first, 'helpcentre.yml': config });
  let writes = 0;
  let cut: { readonly at: number; readonly stop: AbortController; journal: string } | null = null;
  const journalFile = path.join(repository.dir, '.helpcentre/journal');
  const sandbox = await startSandbox({
    ...{ dir: null, rateLimit: 100_000 },
    onRequest(_, phase, { method, path: asked }) {
      if (phase !== 'applied' || method === 'GET' || !asked.startsWith('/articles')) return;
      writes += 1;
      if (cut === null || writes !== cut.at) return;
      cut.journal = readFileSync(journalFile, 'utf8');
      cut.stop.abort();
    },
  });
  onTestFinished(() => sandbox.close());
  await sandbox.world.setLocales(['en', 'fr']);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const publish = (signal?: AbortSignal, many: readonly string[] = oneByOne) =>
    runIn(repository.dir, ['publish', '--yes', '--allow-removals', ...many], {
      env,
      ...(signal === undefined ? {} : { signal }),
    });
  const lockfile = 'helpcentre.lock.json';
  return {
    ...{ repository, sandbox, publish },
    change: async (file: string, from: string, to: string) => {
      const before = await readFile(path.join(repository.dir, file), 'utf8');
      await repository.write({ [file]: before.replace(from, to) });
    },
    plan: async () => JSON.parse((await runIn(repository.dir, ['plan', '--json'], { env })).stdout) as Plan,
    /**
     * Leaves everything as a process that is killed once Intercom took a write and before it said so.
     *
     * @returns false when there are fewer writes
     */
    async cutOffAt(at: number, journal: 'kept' | 'lost', many: readonly string[] = oneByOne): Promise<boolean> {
      const before = await readFile(path.join(repository.dir, lockfile), 'utf8').catch(() => null);
      const here = { at, stop: new AbortController(), journal: '' };
      [cut, writes] = [here, 0];
      await publish(here.stop.signal, many);
      cut = null;
      if (before === null) await repository.remove(lockfile).catch(() => undefined);
      else await repository.write({ [lockfile]: before });
      if (journal === 'kept') await repository.write({ '.helpcentre/journal': here.journal });
      return here.journal !== '';
    },
    /** Expects one article a source, with its text, and nothing that is held or left to do. */
    async expectSettled(gone: boolean) {
      const said = await publish();
      const plan = await JSON.parse((await runIn(repository.dir, ['plan', '--json'], { env })).stdout);
      const live = sandbox.world.articles().filter(({ contents }) => contents.en?.state === 'published');
      const titles = live.map(({ contents }) => contents.en?.title?.charAt(0)).sort();
      expect({ titles, held: plan.held, changes: plan.changes.length }, said.stdout + said.stderr).toEqual({
        titles: gone ? ['B', 'G'] : ['A', 'B', 'G'],
        held: [],
        changes: 0,
      });
      expect(sandbox.world.articles().length, said.stdout).toBeLessThanOrEqual(3);
    },
  };
}

/** Writes of either publish, at most; those beyond the last are skipped. */
const places = [1, 2, 3, 4, 5, 6];
const cases = Object.keys(thens).flatMap((then) => places.map((at) => ({ then, at })));

describe('a publish that was cut off, and sources that changed before the next one', () => {
  it.each(inTurn(oneIn(5, cases)))(
    'are settled: new articles, $many, write $at, then $then',
    async ({ then, at, many }) => {
      const { repository, change, cutOffAt, expectSettled } = await scene();
      if (!(await cutOffAt(at, 'kept', many))) return;
      await thens[then]?.(repository, change);
      await expectSettled(then === 'an article less');
    },
  );

  it.each(inTurn(oneIn(5, cases, 1)))(
    'are settled: updates, $many, write $at, then $then',
    async ({ then, at, many }) => {
      const { repository, change, publish, cutOffAt, expectSettled } = await scene();
      expect((await publish()).code).toBe(0);
      await repository.write(second);
      if (!(await cutOffAt(at, 'kept', many))) return;
      await thens[then]?.(repository, change);
      await expectSettled(then === 'an article less');
    },
  );

  const lost = inTurn(oneIn(2, places).map((at) => ({ at })));
  it.each(lost)('are found in another collection where the journal is lost: $many, write $at', async ({ at, many }) => {
    const { repository, change, cutOffAt, expectSettled } = await scene();
    if (!(await cutOffAt(at, 'lost', many))) return;
    await thens['a renamed folder']?.(repository, change);
    await expectSettled(false);
  });

  it.each(['2.11', '2.15', '2.16'])(
    'holds an image that a colleague swapped after the write that was cut off, on version %s',
    async (version) => {
      const { repository, sandbox, publish, plan, cutOffAt } = await scene(version);
      await publish();
      await repository.write({ 'content/g/b.md': second['content/g/b.md'] });
      expect(await cutOffAt(1, 'kept')).toBe(true);

      const beta = sandbox.world.articles().find(({ contents }) => contents.en?.title === 'Beta');
      const id = beta?.id ?? '';
      const colleague = sandbox.world.teammates().at(-1)?.id ?? '';
      const body = sandbox.world.body(id)?.replace(/<img [^>]*>/, '<img src="https://example.com/theirs.png">') ?? '';
      expect(body).toContain('theirs.png');
      await sandbox.world.editArticle(id, { by: colleague, body });
      expect((await plan()).held).toMatchObject([{ key: 'g/b.md' }]);
      const theirs = sandbox.world.body(id);
      await publish();
      expect(sandbox.world.body(id)?.replaceAll(/\?[^"]*/g, '')).toBe(theirs?.replaceAll(/\?[^"]*/g, ''));
    },
  );

  it('forgets what was sent once nothing is left of it', async () => {
    const { repository, publish, cutOffAt, expectSettled } = await scene();
    await publish();
    await repository.write(second);
    await cutOffAt(3, 'kept');
    await expectSettled(false);
    const journal = path.join(repository.dir, '.helpcentre/journal');
    expect(await readFile(journal, 'utf8').catch(() => null)).toBeNull();
  });

  it("leaves a colleague's article of the same title and text in another collection alone", async () => {
    const { sandbox, publish } = await scene();
    const { id: parentId } = await sandbox.world.createCollection({ name: 'Elsewhere' });
    const own = await sandbox.world.createArticle({
      ...{ title: 'Gamma', parentId, state: 'published' },
      body: '<p>A few words that nobody changes here.</p>',
    });
    await publish();
    const gammas = sandbox.world.articles().filter(({ contents }) => contents.en?.title === 'Gamma');
    expect(gammas).toHaveLength(2);
    expect(gammas.find(({ id }) => id === own.id)?.parentIds).toEqual([parentId]);
  });

  it('holds what a colleague edited after the write that was cut off', async () => {
    const { repository, sandbox, change, publish, plan, cutOffAt } = await scene();
    await publish();
    await repository.write(second);
    await cutOffAt(1, 'kept');
    const edited = sandbox.world.articles().filter(({ contents }) => contents.en?.title === 'Alpha');
    for (const { id } of edited) await sandbox.world.editArticle(id, { body: '<p>By a colleague.</p>' });
    await change('content/g/a.md', '# Alpha', '# Alphabet');
    expect((await plan()).held).toMatchObject([{ key: 'g/a.md' }]);
    await publish();
    expect(sandbox.world.body(edited[0]?.id ?? '')).toContain('By a colleague.');
  });
});
