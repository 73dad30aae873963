import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dropSide, keepLockfile, type LockfileHome, newestLockfile } from '../../../src/action/github/lockfile-home.ts';
import { fetchTip } from '../../../src/action/github/tip.ts';
import { openGit } from '../../../src/git/bot-git.ts';
import { cloneOf, git, makeOrigin, type Origin } from '../../kit/git-origin.ts';

let dir: string;
let origin: Origin;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-home-'));
  origin = await makeOrigin(dir, { lock: 'old\ngone\n' });
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Merges texts whose lines are the entries. */
function mergeLines(base: string | null, ours: string | null, theirs: string | null): string {
  const [before, one, other] = [base, ours, theirs].map((text) => new Set((text ?? '').split('\n').filter(Boolean)));
  const all = [...new Set([...(one ?? []), ...(other ?? [])])];
  const kept = all.filter((line) => (one?.has(line) && other?.has(line)) || !before?.has(line));
  return kept.map((line) => `${line}\n`).join('');
}

/** A checkout of the newest commit of main. */
async function homeOf(...depth: readonly string[]): Promise<LockfileHome> {
  const checkout = await mkdtemp(path.join(dir, 'checkout-'));
  await git(dir, 'clone', '--quiet', ...depth, `file://${origin.bare}`, checkout);
  return {
    git: openGit(checkout, process.env, null),
    mode: 'pull-request',
    target: 'main',
    side: 'side',
    path: 'lock',
    merge: mergeLines,
    pause: async () => undefined,
  };
}

const sorted = (text: string | null) => (text ?? '').split('\n').filter(Boolean).sort();

/** What a run reads, and what is on the branch beside once it kept one entry more. */
async function runIn(home: LockfileHome): Promise<{ read: string[]; kept: string[] }> {
  const { text, main } = await newestLockfile(home, await fetchTip(home.git, 'main'), null);
  const kept = await keepLockfile(home, main, `${text}new\n`, 'Record');
  expect(kept.is).toBe('kept');
  return { read: sorted(text), kept: sorted(await origin.show('side', 'lock')) };
}

const checkouts = [
  ['a whole checkout', []],
  ['a checkout of one commit', ['--depth=1']],
] as const;

describe.each(checkouts)('the branch beside the target, from %s', (_, depth) => {
  it('keeps its entries when the target was merged into it', async () => {
    await origin.commit('side', { lock: 'old\nwaits\n' });
    await origin.commit('main', { 'a.md': 'A\n' });
    await origin.commit('main', { 'b.md': 'B\n' });
    await origin.merge('main', 'side');
    const { read, kept } = await runIn(await homeOf(...depth));
    expect(read).toEqual(['old', 'waits']);
    expect(kept).toEqual(['new', 'old', 'waits']);
  });

  it('keeps its entries when a person committed to it', async () => {
    await origin.commit('side', { lock: 'old\nwaits\n' });
    await origin.commit('side', { 'a.md': 'A\n' });
    await origin.commit('side', { 'b.md': 'B\n' });
    await origin.commit('main', { 'c.md': 'C\n' });
    const { read, kept } = await runIn(await homeOf(...depth));
    expect(read).toEqual(['old', 'waits']);
    expect(kept).toEqual(['new', 'old', 'waits']);
  });

  it('takes nothing back that the target dropped or got since', async () => {
    await origin.commit('side', { lock: 'old\ngone\nwaits\n' });
    await origin.commit('main', { lock: 'old\nadded\n' });
    await origin.commit('main', { 'a.md': 'A\n' });
    const { read, kept } = await runIn(await homeOf(...depth));
    expect(read).toEqual(['added', 'old', 'waits']);
    expect(kept).toEqual(['added', 'new', 'old', 'waits']);
  });

  it('may have no commit in common with the target', async () => {
    const clone = await cloneOf(origin, path.join(dir, 'clone'));
    await git(clone, 'checkout', '--quiet', '--orphan', 'side');
    await git(clone, 'commit', '--quiet', '--message', 'Alone');
    await git(clone, 'push', '--quiet', 'origin', 'side');
    await origin.commit('main', { lock: 'old\ngone\nadded\n' });
    const { read } = await runIn(await homeOf(...depth));
    expect(read).toEqual(['added', 'gone', 'old']);
  });
});

describe('the branch beside the target, once all it had is on the target', () => {
  it('is taken away as it was taken in', async () => {
    await origin.commit('side', { lock: 'old\nwaits\n' });
    const home = await homeOf();
    const { side } = await newestLockfile(home, await fetchTip(home.git, 'main'), null);
    await dropSide(home, side);
    expect(await origin.show('side', 'lock')).toBeNull();
  });

  it('stays when another run put its lockfile there since', async () => {
    await origin.commit('side', { lock: 'old\nwaits\n' });
    const home = await homeOf();
    const { side } = await newestLockfile(home, await fetchTip(home.git, 'main'), null);
    await origin.commit('side', { lock: 'old\nwaits\nanother\n' });
    await dropSide(home, side);
    expect(sorted(await origin.show('side', 'lock'))).toEqual(['another', 'old', 'waits']);
  });

  it('stays when another run put it there first', async () => {
    const home = await homeOf();
    const { side } = await newestLockfile(home, await fetchTip(home.git, 'main'), null);
    await origin.commit('side', { lock: 'old\nanother\n' });
    await dropSide(home, side);
    expect(sorted(await origin.show('side', 'lock'))).toEqual(['another', 'old']);
  });
});

it('shares a branch of its own with the lockfile of another help centre', async () => {
  const one: LockfileHome = { ...(await homeOf()), mode: 'branch', path: 'one/lock' };
  const other: LockfileHome = { ...(await homeOf()), mode: 'branch', path: 'other/lock' };
  for (const [home, text] of [
    [one, 'a\n'],
    [other, 'b\n'],
    [one, 'a\nc\n'],
  ] as const) {
    const known = await newestLockfile(home, await fetchTip(home.git, 'main'), null);
    expect((await keepLockfile(home, known.text, text, 'Record')).is).toBe('kept');
  }
  expect(await origin.show('side', 'one/lock')).toBe('a\nc');
  expect(await origin.show('side', 'other/lock')).toBe('b');
});
