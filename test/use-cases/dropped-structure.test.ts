import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { Lockfile } from '../../src/model/recorded.ts';
import { type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { oneIn } from '../kit/depth.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const callout = '> [!WARNING]\n> Think **twice** of [the table](table.md).\n>\n> - One\n> - Two\n';
const details =
  '<details>\n<summary>Can I pay later?</summary>\n\nYes, see [levels](levels.md#second).\n\n</details>\n';
const table = `<table>
  <tr><td colspan="2" style="background-color: #e3e7fa80">Both</td></tr>
  <tr><td style="width: 120px">One</td><td rowspan="2" style="background-color: #fff">Two</td></tr>
  <tr><td>Three</td></tr>
</table>
`;
const nested = '- One\n  - Inside\n    - Deeper\n- Two\n';
const levels = '## First\n\nA.\n\n### Second\n\nB.\n\n#### Third `code` and [more](callout.md)\n\nC.\n';
const toc = '- [First](#first)\n- [Second](#second)\n\n';

/** Each kind of structure by itself, and one article with all of it, in two languages. */
const files = {
  'content/g/callout.md': `# Callout\n\nBefore.\n\n${callout}\nAfter.\n`,
  'content/g/details.md': `# Details\n\nBefore.\n\n${details}\nAfter.\n`,
  'content/g/table.md': `# Table\n\nBefore.\n\n${table}\nAfter.\n`,
  'content/g/nested.md': `# Nested\n\nBefore.\n\n${nested}\nAfter.\n`,
  'content/g/contents.md': `# Contents\n\n${toc}## First\n\nA.\n\n## Second\n\nB.\n`,
  'content/g/levels.md': `# Levels\n\n${levels}`,
  'content/g/all.md': `# All\n\n${toc}${callout}\n${details}\n${table}\n${nested}\n${levels}`,
  'content/g/all.fr.md': `# Tout\n\n${toc}${callout}\n${details}\n${table}\n${nested}\n${levels}`,
} as const;
const sources = Object.keys(files).filter((name) => !name.endsWith('.fr.md'));

const habits: Readonly<Record<string, Partial<SandboxOptions>>> = {
  'strict mode': { mode: 'strict' },
  ...Object.fromEntries(
    (
      [
        { callouts: 'unwrapped' },
        { details: 'unwrapped' },
        { cellSpans: 'dropped' },
        { cellBackground: 'alpha-hex-dropped' },
        { headingLevels: 'flattened' },
        { headingIds: 'replaced' },
        { headingIds: 'replaced-every-write' },
        { nestedLists: 'refused' },
        { variableMark: 'every-write' },
      ] as const
    ).map((quirks) => [JSON.stringify(quirks), { quirks }]),
  ),
};

/** A workspace with one of Intercom's possible habits, and a checkout of which the notes can be lost. */
async function scene(options: Partial<SandboxOptions>, content: Readonly<Record<string, string>> = files) {
  const isFlat = options.mode === 'strict' || options.quirks?.nestedLists === 'refused';
  const repository = await makeRepository({
    'helpcentre.yml': `state: published\nproblems: { collection-unnamed: warning }\n${isFlat ? 'flatten: [nested-lists]\n' : ''}`,
    ...content,
  });
  let creates = 0;
  let cut: { readonly at: number; readonly controller: AbortController } | null = null;
  const sandbox = await startSandbox({
    ...{ dir: null, rateLimit: 100_000, ...options },
    onRequest(_, phase, { method, path: asked }) {
      if (phase !== 'applied' || method !== 'POST' || asked !== '/articles') return;
      creates += 1;
      if (creates === cut?.at) cut.controller.abort();
    },
  });
  onTestFinished(() => sandbox.close());
  await sandbox.world.setLocales(['en', 'fr']);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const lockfile = path.join(repository.dir, 'helpcentre.lock.json');
  return {
    ...{ sandbox, repository, env },
    async publish(...argv: readonly string[]) {
      const { code, stdout, stderr } = await runIn(repository.dir, ['publish', '--yes', ...argv], { env });
      return { code, shown: stdout + stderr };
    },
    async plan() {
      const { stdout } = await runIn(repository.dir, ['plan', '--json'], { env });
      return JSON.parse(stdout) as Plan;
    },
    /** Stops a publish after Intercom made an article and before it said so. */
    async cutOffAt(at: number) {
      cut = { at, controller: new AbortController() };
      creates = 0;
      sandbox.setFaults(`reset-after@POST:/articles@${at}`);
      const { signal } = cut.controller;
      await runIn(repository.dir, ['publish', '--yes', '--concurrency', '1'], { env, signal, hurry: 100 });
      cut = null;
      sandbox.setFaults([]);
    },
    /** Takes entries out of the lockfile; all of them, unless told which. */
    async forget(...keys: readonly string[]) {
      const known = JSON.parse(await readFile(lockfile, 'utf8')) as Lockfile;
      const workspaces = Object.entries(known.workspaces).map(([id, section]) => {
        const left = Object.entries(section.articles).filter(([key]) => keys.length > 0 && !keys.includes(key));
        return [id, { ...section, articles: Object.fromEntries(left) }];
      });
      await writeFile(lockfile, JSON.stringify({ ...known, workspaces: Object.fromEntries(workspaces) }));
    },
    /** Expects one article a source, and nothing more to do. */
    async expectSettled() {
      const titles = sandbox.world.articles().map(({ contents }) => contents.en?.title);
      expect(titles.sort()).toEqual(['All', 'Callout', 'Contents', 'Details', 'Levels', 'Nested', 'Table']);
      const plan = await runIn(repository.dir, ['plan', '--detailed-exitcode'], { env });
      expect(plan.code, plan.stdout).toBe(0);
    },
  };
}

const cases = Object.entries(habits).map(([name, options], index) => [name, options, index % sources.length] as const);

describe.each(cases)('where Intercom drops structure, as by %s,', (_, options, first) => {
  it('articles whose entries in the lockfile are lost are known again', async () => {
    const { sandbox, publish, forget, expectSettled } = await scene(options);
    const whole = await publish();
    expect(whole.code, whole.shown).toBe(0);
    const ids = sandbox.world.articles().map(({ id }) => id);
    await forget();
    const again = await publish();
    expect(again.code, again.shown).toBe(0);
    expect(again.shown).not.toContain('same title');
    await expectSettled();
    for (const name of oneIn(sources.length, sources, first)) {
      await forget(name.slice('content/'.length));
      const { code, shown } = await publish();
      expect(code, shown).toBe(0);
      await expectSettled();
    }
    expect(sandbox.world.articles().map(({ id }) => id)).toEqual(ids);
  });

  it('an update that was cut off before its notes is no edit', async () => {
    const { repository, publish, expectSettled } = await scene(options);
    expect((await publish()).code).toBe(0);
    const lockfile = await readFile(path.join(repository.dir, 'helpcentre.lock.json'));
    const edited = Object.entries(files).map(([name, text]) => [name, `${text}\nAnd more of it.\n`]);
    await repository.write(Object.fromEntries(edited));
    expect((await publish()).code).toBe(0);
    await repository.write({ 'helpcentre.lock.json': lockfile });
    const again = await publish();
    expect(again.code, again.shown).toBe(0);
    await expectSettled();
  });

  it.each(oneIn(sources.length, [1, 2, 3, 4, 5, 6, 7], first))(
    'create number %i that was cut off before its note is not made again',
    async (at) => {
      const { sandbox, publish, cutOffAt, expectSettled } = await scene(options);
      await cutOffAt(at);
      expect(sandbox.world.articles()).toHaveLength(at);
      const { code, shown } = await publish();
      expect(code, shown).toBe(0);
      await expectSettled();
    },
  );
});

describe('an article of which Intercom dropped structure, and that is not surely ours,', () => {
  const one = { 'content/g/callout.md': '# Callout\n\nBefore.\n\n> [!NOTE]\n> Inside of it.\n\nAfter all of that.\n' };
  const strict = { mode: 'strict' } as const;

  /** Publishes, forgets it, lets somebody at work, and expects that nothing is written over or beside it. */
  async function expectHeld(
    touch: (scene: Awaited<ReturnType<typeof sceneOfOne>>, id: string) => Promise<unknown>,
    options: Partial<SandboxOptions> = strict,
  ) {
    const now = await sceneOfOne(options);
    const { sandbox, repository, publish, plan, forget } = now;
    expect((await publish()).code).toBe(0);
    await forget();
    const [{ id } = { id: '' }] = sandbox.world.articles();
    await touch(now, id);
    const before = JSON.stringify(sandbox.world.articles());
    const { changes, held, problems } = await plan();
    expect(changes).toEqual([]);
    expect(held.map(({ key, why }) => [key, why])).toEqual([['g/callout.md', 'double']]);
    expect(problems.map(({ code }) => code)).not.toContain('near-twin');
    const { code, shown } = await publish();
    expect(code).toBe(1);
    expect(shown).toContain(`article ${id} (http`);
    expect(shown).toContain(`write "id: ${id}" into the front matter; else give one of the two another title`);
    expect(JSON.stringify(sandbox.world.articles())).toBe(before);
    const source = await readFile(path.join(repository.dir, 'content/g/callout.md'), 'utf8');
    await repository.write({ 'content/g/callout.md': `---\nid: ${id}\n---\n\n${source}` });
    const adopted = await publish();
    expect(adopted.code, adopted.shown).toBe(0);
    expect(sandbox.world.articles().map((article) => article.id)).toEqual([id]);
  }
  const sceneOfOne = (options: Partial<SandboxOptions>) => scene(options, one);

  it('is held where a colleague saved it since', async () => {
    await expectHeld(({ sandbox }, id) => sandbox.world.editArticle(id, { body: sandbox.world.body(id) ?? '' }));
  });

  it('is held where a colleague gave it a structure of another kind', async () => {
    await expectHeld(({ sandbox }, id) => {
      const [owner] = sandbox.world.teammates();
      const body = (sandbox.world.body(id) ?? '').replace('Inside', '<b>Inside</b>');
      return sandbox.world.editArticle(id, { body, by: owner?.id ?? '' });
    });
  });

  it('is held where its file was edited before the next publish', async () => {
    await expectHeld(async ({ repository }) => {
      const edited = one['content/g/callout.md'].replace('Before', 'Long before');
      await repository.write({ 'content/g/callout.md': edited });
    });
  });

  it('is held where its file names another author now', async () => {
    await expectHeld(async ({ sandbox, repository }) => {
      await sandbox.world.addTeammate({ name: 'Ann', email: 'ann@example.com' });
      const source = `---\nauthor: ann@example.com\n---\n\n${one['content/g/callout.md']}`;
      await repository.write({ 'content/g/callout.md': source });
    });
  });

  it('is held where readers have it and its file is a draft now', async () => {
    const { sandbox, repository, publish, plan, forget } = await sceneOfOne(strict);
    await publish();
    await forget();
    await repository.write({ 'helpcentre.yml': 'state: draft\n' });
    expect((await plan()).held.map(({ why }) => why)).toEqual(['double']);
    expect((await publish()).code).toBe(1);
    expect(sandbox.world.articles().map(({ contents }) => contents.en?.state)).toEqual(['published']);
  });

  it('is held where it was edited and Intercom drops nothing', async () => {
    await expectHeld(async ({ repository }) => {
      const edited = one['content/g/callout.md'].replace('Before', 'Long before');
      await repository.write({ 'content/g/callout.md': edited });
    }, {});
  });

  it('is held where it was made again after a deletion, and its file was edited since', async () => {
    const { sandbox, repository, publish, plan, forget } = await sceneOfOne(strict);
    await publish();
    const lockfile = await readFile(path.join(repository.dir, 'helpcentre.lock.json'));
    const [first] = sandbox.world.articles();
    await sandbox.world.removeArticle(first?.id ?? '');
    await forget();
    await publish();
    await repository.write({ 'helpcentre.lock.json': lockfile });
    const edited = one['content/g/callout.md'].replace('Before', 'Long before');
    await repository.write({ 'content/g/callout.md': edited });
    expect((await publish('--on-drift', 'overwrite')).code).toBe(1);
    expect(sandbox.world.articles()).toHaveLength(1);
    expect((await plan()).held.map(({ why }) => why)).toEqual(['gone']);
  });

  it('is an edit where a colleague saved it after an update without notes', async () => {
    const { sandbox, repository, publish, plan } = await sceneOfOne(strict);
    await publish();
    const lockfile = await readFile(path.join(repository.dir, 'helpcentre.lock.json'));
    const edited = one['content/g/callout.md'].replace('Before', 'Long before');
    await repository.write({ 'content/g/callout.md': edited });
    await publish();
    const [{ id } = { id: '' }] = sandbox.world.articles();
    await sandbox.world.editArticle(id, { body: sandbox.world.body(id) ?? '' });
    await repository.write({ 'helpcentre.lock.json': lockfile });
    expect((await plan()).held.map(({ why }) => why)).toEqual(['conflict']);
  });

  it('is another one where its text is another or it is elsewhere, and is named', async () => {
    const { sandbox, publish, plan } = await sceneOfOne(strict);
    const body = '<p>Words of somebody else about something else.</p>';
    await sandbox.world.createArticle({ title: 'Callout', body, state: 'published' });
    const g = await sandbox.world.createCollection({ name: 'G' });
    await sandbox.world.createArticle({ title: 'Callout', body, state: 'published', parentId: g.id });
    const { changes, held, problems } = await plan();
    expect([changes.map(({ kind }) => kind), held]).toEqual([['create'], []]);
    expect(problems.map(({ code }) => code)).toEqual(['near-twin', 'near-twin']);
    expect((await publish()).code).toBe(0);
    expect(sandbox.world.articles()).toHaveLength(3);
  });
});
