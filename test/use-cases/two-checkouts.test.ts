import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { Lockfile } from '../../src/model/recorded.ts';
import { mergeLockfiles } from '../../src/record/merge-lockfiles.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { git } from '../kit/git-origin.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/**
 * Two clones that publish the same new files at once: neither writes before both have looked.
 *
 * @param files what is new
 */
async function publishTwice(files: Readonly<Record<string, string>>) {
  const { dir } = await makeRepository({});
  const at = (name: string) => path.join(dir, name);
  const origin = await makeRepository({
    'helpcentre.yml': 'state: published\n',
    '.gitignore': '.helpcentre\n',
    'content/zero.md': '# Zero\n\nThe first of all.\n',
  });
  let gate: Promise<void> = Promise.resolve();
  const sandbox = await startSandbox({
    dir: null,
    rateLimit: 100_000,
    onRequest: (_, phase, { method }) => (phase === 'received' && method !== 'GET' ? gate : undefined),
  });
  onTestFinished(() => sandbox.close());
  const env = {
    ...{ INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token },
    ...{ PATH: process.env.PATH ?? '', HOME: dir },
  };
  await runIn(origin.dir, ['publish', '--yes'], { env });
  await git(origin.dir, 'init', '--quiet', '--initial-branch=main');
  await git(origin.dir, 'add', '--all');
  await git(origin.dir, 'commit', '--quiet', '--message', 'Zero');
  await origin.write(files);
  await git(origin.dir, 'add', '--all');
  await git(origin.dir, 'commit', '--quiet', '--message', 'New articles');
  await git(dir, 'clone', '--quiet', '--bare', origin.dir, at('bare.git'));
  for (const name of ['ours', 'theirs']) await git(dir, 'clone', '--quiet', at('bare.git'), at(name));

  const posts = () => sandbox.log.filter(({ method }) => method === 'POST').length;
  const before = posts();
  let open = (): void => undefined;
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const runs = ['ours', 'theirs'].map((name) => runIn(at(name), ['publish', '--yes'], { env }));
  await expect.poll(posts).toBeGreaterThanOrEqual(before + 2);
  open();
  for (const { code, stdout, stderr } of await Promise.all(runs)) expect(code, stdout + stderr).toBe(0);
  return { at, env, sandbox };
}

it('two checkouts that publish the same new articles at once leave twins, which the plan after the merge names', async () => {
  const { at, env, sandbox } = await publishTwice({
    'content/one.md': '# One\n\nNew, and so is [two](two.md).\n',
    'content/two.md': '# Two\n\nNew as well.\n',
  });
  expect(sandbox.world.articles()).toHaveLength(5);

  // As the Action does, and as whoever solves the conflict by hand: entry by entry.
  const read = async (name: string) =>
    JSON.parse(await readFile(at(`${name}/helpcentre.lock.json`), 'utf8')) as Lockfile;
  const base = JSON.parse(await git(at('ours'), 'show', 'HEAD:helpcentre.lock.json')) as Lockfile;
  const [ours, theirs] = [await read('ours'), await read('theirs')];
  const mine = Object.values(ours.workspaces)[0]?.articles ?? {};
  const other = Object.values(theirs.workspaces)[0]?.articles ?? {};
  expect(mine['one.md']?.id).not.toBe(other['one.md']?.id);
  const before = JSON.stringify(sandbox.world.articles());
  for (const merged of [mergeLockfiles(base, ours, theirs), mergeLockfiles(base, theirs, ours), ours, theirs]) {
    await writeFile(at('ours/helpcentre.lock.json'), `${JSON.stringify(merged, null, 2)}\n`);
    const kept = Object.values(merged.workspaces)[0]?.articles ?? {};
    const planned = await runIn(at('ours'), ['plan', '--json'], { env });
    expect(planned.code, planned.stdout).toBe(0);
    const { changes, held, problems } = JSON.parse(planned.stdout) as Plan;
    expect([changes, held]).toEqual([[], []]);
    for (const key of ['one.md', 'two.md']) {
      const twin = [mine[key], other[key]].find((entry) => entry?.id !== kept[key]?.id);
      const said = problems.find(({ code, message }) => code === 'twin-left' && message.includes(` ${key} `));
      expect(said?.message).toContain(`article ${twin?.id} (${twin?.url})`);
    }
    expect(problems).toHaveLength(2);
    expect((await runIn(at('ours'), ['publish', '--yes'], { env })).stdout).toContain('No changes');
    expect(JSON.stringify(sandbox.world.articles())).toBe(before);
  }
});

describe('two checkouts that publish a new folder at once', () => {
  const files = { 'content/n/n.md': '# N\n\nWords.\n', 'content/n/deep/m.md': '# M\n\nSee [n](../n.md).\n' };
  const twoFolders = async () => {
    const scene = await publishTwice(files);
    const plan = async () => {
      const { code, stdout } = await runIn(scene.at('ours'), ['plan', '--json'], { env: scene.env });
      expect(code, stdout).toBe(0);
      const { changes, collections, held, problems } = JSON.parse(stdout) as Plan;
      expect([changes, collections, held]).toEqual([[], [], []]);
      return problems;
    };
    const lockfile = JSON.parse(await readFile(scene.at('ours/helpcentre.lock.json'), 'utf8')) as Lockfile;
    const known = Object.values(lockfile.workspaces)[0];
    const managed = new Set(Object.values(known?.collections ?? {}).map(({ id }) => id));
    const others = scene.sandbox.world.collections().filter(({ id }) => !managed.has(id));
    const secondN = others.find(({ parentId }) => parentId === null)?.id ?? '';
    const secondDeep = others.find(({ parentId }) => parentId !== null)?.id ?? '';
    return { ...scene, plan, known, secondN, secondDeep };
  };

  it('leave a second collection with twins in it, all of which plan and diff name', async () => {
    const { at, env, sandbox, plan, known, secondN, secondDeep } = await twoFolders();
    expect(sandbox.world.collections()).toHaveLength(4);
    expect(sandbox.world.articles()).toHaveLength(5);
    const problems = await plan();
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'collection-twin-left',
      'collection-twin-left',
      'twin-left',
      'twin-left',
    ]);
    const said = problems.map(({ message }) => message).join('\n');
    for (const id of [secondN, secondDeep]) expect(said).toContain(`collection ${id}`);
    for (const key of ['n/n.md', 'n/deep/m.md']) {
      expect(said).toContain(`the article of ${key} a second time`);
      expect(said).not.toContain(`article ${known?.articles[key]?.id} `);
    }
    const diff = await runIn(at('ours'), ['diff'], { env });
    expect(diff.stdout + diff.stderr).toContain('the collection "N" a second time');
  });

  it('has the second collection named where it is empty', async () => {
    const { sandbox, plan, known, secondN } = await twoFolders();
    const ours = new Set(Object.values(known?.articles ?? {}).map(({ id }) => id));
    for (const { id } of sandbox.world.articles()) if (!ours.has(id)) await sandbox.world.removeArticle(id);
    const problems = await plan();
    expect(problems.map(({ code }) => code)).toEqual(['collection-twin-left', 'collection-twin-left']);
    expect(problems.map(({ message }) => message).join()).toContain(`collection ${secondN}`);
  });

  it('has only the twins in it named where it holds another article too', async () => {
    const { sandbox, plan, secondDeep } = await twoFolders();
    const mine = { title: 'Mine', body: '<p>By hand.</p>', state: 'published' as const };
    await sandbox.world.createArticle({ ...mine, parentId: secondDeep });
    expect((await plan()).map(({ code }) => code)).toEqual(['twin-left', 'twin-left']);
  });
});
