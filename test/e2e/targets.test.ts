import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Lockfile } from '../../src/model/recorded.ts';
import { runBuilt, startBuilt } from '../kit/built-command.ts';
import { isDeep } from '../kit/depth.ts';
import { type TargetName, tokens, twoWorkspaces, variables } from '../kit/two-workspaces.ts';

const before = {
  'content/billing/_collection.yml': 'name: Billing\n',
  'content/billing/pay.md': '# Pay\n\nPay by card.\n',
  'content/billing/refunds.md': '# Refunds\n\nWithin 30 days.\n',
};
const after = {
  'content/billing/pay.md': '# Pay\n\nPay by card or in cash.\n',
  'content/billing/more.md': '# More\n\nSee [pay](pay.md).\n',
  'content/account/start.md': '# Start\n\nStart.\n',
};
const everything = ['More: published', 'Pay: published', 'Refunds: published', 'Start: published'];

/** Two workspaces, the built command, and a publish that can be killed at a write. */
async function scene(version: string) {
  let kill: ((target: TargetName, n: number, phase: string) => Promise<void>) | null = null;
  const made = await twoWorkspaces(before, {
    configuration: `apiVersion: "${version}"\nstate: published\n`,
    listen: async (...asked) => kill?.(...asked),
  });
  const env = made.env;
  // Only what is killed has to be a process.
  const command = (target: TargetName, ...argv: readonly string[]) => made.run(target, argv);
  const own = (name: string) => readFile(path.join(made.dir, name), 'utf8').catch(() => null);
  return {
    ...made,
    command,
    journal: () => own('.helpcentre/journal'),
    section: async (target: TargetName) => {
      const { workspaces } = JSON.parse((await own('helpcentre.lock.json')) ?? '') as Lockfile;
      return workspaces[made.ids[target]];
    },
    /** Publishes until the process is killed at the n-th write, which took effect. */
    async killedAt(target: TargetName, write: number) {
      const seen = new Set<number>();
      const child = startBuilt(['publish', '--yes', '--quiet', '--concurrency', '1', '--target', target], {
        cwd: made.dir,
        env: env(target),
      });
      const exited = once(child, 'exit');
      kill = async (at, n, phase) => {
        if (at !== target || made.sandboxes[at].log[n - 1]?.method === 'GET') return;
        seen.add(n);
        if (seen.size < write || phase !== 'applied') return;
        child.kill('SIGKILL');
        await exited;
      };
      await exited;
      kill = null;
      expect(seen.size, 'the run was to be killed').toBeGreaterThanOrEqual(write);
    },
    async edit(target: TargetName, title: string) {
      const { world } = made.sandboxes[target];
      const found = world.articles().find(({ contents }) => contents.en?.title === title);
      await world.editArticle(found?.id ?? '', { body: '<p>By hand.</p>' });
    },
  };
}

const cuts = (
  isDeep
    ? ['2.11', '2.16'].flatMap((version) => [1, 2, 3, 4].map((write) => [version, write] as const))
    : [
        ['2.11', 2],
        ['2.16', 3],
      ]
) as readonly (readonly [string, number])[];

it.each(cuts)(
  'a publish that is killed is taken up for its own target alone: Intercom %s, write %i',
  async (version, write) => {
    const { command, write: put, killedAt, journal, section, shown, edit, sandboxes } = await scene(version);
    for (const target of ['staging', 'production'] as const)
      expect((await command(target, 'publish', '--yes')).code).toBe(0);
    await put(after);
    await killedAt('staging', write);
    const torn = await journal();
    expect(torn).toContain('"workspace"');
    const shownThere = shown('staging');
    const asked = sandboxes.staging.log.length;

    // A colleague edits what neither run is about, and the other target is published to in between.
    await edit('staging', 'Refunds');
    const other = await command('production', 'publish', '--yes');
    expect(other.code, other.stdout + other.stderr).toBe(0);
    expect(shown('production')).toEqual(everything);
    expect(sandboxes.staging.log.length).toBe(asked);
    expect(shown('staging')).toEqual(shownThere);
    expect((await command('production', 'plan')).stdout).toContain('No changes');

    const again = await command('staging', 'publish', '--yes');
    expect(again.code, again.stderr).toBe(1);
    expect(again.stdout).toContain('billing/refunds.md  edited in Intercom');
    expect(again.stdout).toContain('1 held back');
    expect(shown('staging')).toEqual(everything);
    expect(Object.keys((await section('staging'))?.articles ?? {})).toEqual(
      Object.keys((await section('production'))?.articles ?? {}),
    );
    expect(await journal()).toBeNull();
  },
);

it('what was sent to one without an answer is not forgotten by a run for the other', async () => {
  const { command, write: put, killedAt, journal, ids } = await scene('2.16');
  await command('staging', 'publish', '--yes');
  await put(after);
  await killedAt('staging', 2);
  const sent = (text: string | null) =>
    (text ?? '').split('\n').filter((line) => line.includes('"sending"') || line.includes(ids.staging));
  const before = sent(await journal());
  expect(before.length).toBeGreaterThan(1);
  await command('production', 'publish', '--yes');
  await command('production', 'pull');
  expect(sent(await journal())).toEqual(before);
});

it('a promotion that is killed goes on with what is promoted, and with nothing else', async () => {
  const { command, write: put, killedAt, shown, edit } = await scene('2.16');
  await command('staging', 'publish', '--yes');
  await command('production', 'publish', '--yes', '--promote', 'staging');
  await put(after);
  await command('staging', 'publish', '--yes');
  await killedAt('production', 2);
  await put({
    'content/account/start.md': '# Start\n\nChanged after staging.\n',
    'content/late.md': '# Late\n\nLate.\n',
  });
  await edit('staging', 'Pay');
  const again = await command('production', 'publish', '--yes', '--promote', 'staging');
  expect(again.code).toBe(1);
  expect(again.stdout).toContain('late.md  not promoted: it is not on staging yet');
  expect(shown('production')).not.toContain('Late: published');
  expect(shown('production')).toEqual(
    expect.arrayContaining(['More: published', 'Pay: published', 'Refunds: published']),
  );
});

it('a token in the variable of another target reaches nothing', async () => {
  const { dir, env, ids } = await scene('2.16');
  const mixed = { ...env('staging'), [variables.production]: tokens.staging };
  const refused = await runBuilt(['publish', '--yes', '--target', 'production'], { cwd: dir, env: mixed });
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain(`the token is for workspace ${ids.staging}`);
  expect(refused.stderr).not.toContain(tokens.staging);
});
