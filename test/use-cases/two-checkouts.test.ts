import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { Lockfile } from '../../src/model/recorded.ts';
import { mergeLockfiles } from '../../src/record/merge-lockfiles.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { git } from '../kit/git-origin.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

it('two checkouts that publish the same new articles at once leave twins, which the plan after the merge names', async () => {
  const { dir } = await makeRepository({});
  const at = (name: string) => path.join(dir, name);
  const files = await makeRepository({
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
  await runIn(files.dir, ['publish', '--yes'], { env });
  await git(files.dir, 'init', '--quiet', '--initial-branch=main');
  await git(files.dir, 'add', '--all');
  await git(files.dir, 'commit', '--quiet', '--message', 'Zero');
  await writeFile(path.join(files.dir, 'content/one.md'), '# One\n\nNew, and so is [two](two.md).\n');
  await writeFile(path.join(files.dir, 'content/two.md'), '# Two\n\nNew as well.\n');
  await git(files.dir, 'add', '--all');
  await git(files.dir, 'commit', '--quiet', '--message', 'New articles');
  await git(dir, 'clone', '--quiet', '--bare', files.dir, at('bare.git'));
  for (const name of ['ours', 'theirs']) await git(dir, 'clone', '--quiet', at('bare.git'), at(name));

  // Neither writes before both have looked.
  let open = (): void => undefined;
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const runs = ['ours', 'theirs'].map((name) => runIn(at(name), ['publish', '--yes'], { env }));
  await expect.poll(() => sandbox.log.filter(({ method }) => method === 'POST').length).toBeGreaterThanOrEqual(2);
  open();
  for (const { code, stdout, stderr } of await Promise.all(runs)) expect(code, stdout + stderr).toBe(0);
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
