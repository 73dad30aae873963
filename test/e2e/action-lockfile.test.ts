import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { StepResult } from '../kit/action-job.ts';
import { git } from '../kit/git-origin.ts';
import { articlesIn, buildOnce, makeScene, type Scene } from './action-scene.ts';

buildOnce();

const pay = { 'content/pay.md': '# Pay\n\nPay by card.\n' };
const refund = { 'content/refund.md': '# Refund\n\nAsk for a refund.\n' };

const titles = (scene: Scene) =>
  scene.sandbox.world
    .articles()
    .map(({ contents }) => contents.en?.title)
    .sort();

/** The lockfile as a job left it. */
const lockfileOf = (job: StepResult) => readFile(job.outputs.lockfile ?? '', 'utf8');

/** Holds a request until somebody lets it go. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let reached: () => void = () => undefined;
  const isReached = new Promise<void>((resolve) => {
    reached = resolve;
  });
  return { open: () => open(), opened, reached: () => reached(), isReached };
}

describe('the lockfile on its way back', () => {
  it('goes on top of what was merged while the first publish ran, and the second publish knows of it', async () => {
    const { open, opened, reached, isReached } = gate();
    const scene = await makeScene(pay, {
      onRequest: async (n, phase) => {
        // The fifth request and those after it are writes.
        if (phase !== 'received' || n < 5) return;
        reached();
        await opened;
      },
    });
    const first = await scene.origin.tip('main');
    const started = await scene.startPush(first);
    await isReached;
    const second = await scene.origin.commit('main', refund);
    open();
    const one = await started.done;
    expect(one.annotations).toEqual([]);
    expect(one.code).toBe(0);
    expect(articlesIn(await scene.lockfile())).toEqual(['pay.md']);
    expect(await git(scene.origin.bare, 'rev-parse', 'main^')).toBe(second);

    const two = await scene.onPush(second);
    expect(two.code).toBe(0);
    expect(two.outputs).toMatchObject({ published: '1' });
    expect(articlesIn(await scene.lockfile())).toEqual(['pay.md', 'refund.md']);
    expect(titles(scene)).toEqual(['Pay', 'Refund']);
  });

  it('makes no commit that starts a run, and none at all when nothing changed', async () => {
    const scene = await makeScene(pay);
    await scene.onPush(await scene.origin.tip('main'));
    expect(await git(scene.origin.bare, 'log', '-1', '--format=%an|%s', 'main')).toBe(
      'github-actions[bot]|Record what was published to the help centre [skip ci]',
    );
    expect(await git(scene.origin.bare, 'diff', '--name-only', 'main^', 'main')).toBe('helpcentre.lock.json');
    const before = await scene.origin.tip('main');
    const again = await scene.onPush(before);
    expect(again.code).toBe(0);
    expect(again.outputs.published).toBe('0');
    expect(await scene.origin.tip('main')).toBe(before);
  });

  it.each(['commit', 'none'])('leaves newer sources alone when an old run is started again (%s)', async (lockfile) => {
    const scene = await makeScene(pay);
    const options = { inputs: { lockfile } };
    const old = await scene.origin.tip('main');
    const first = await scene.onPush(old, options);
    const changed = { 'content/pay.md': '# Pay\n\nPay by phone.\n' };
    // With "none" whoever keeps the lockfile brings it along, at every run.
    const kept = { left: lockfile === 'none' ? { 'helpcentre.lock.json': await lockfileOf(first) } : {} };
    const newer = await scene.onPush(await scene.origin.commit('main', changed), { ...options, ...kept });
    expect(newer.outputs.published).toBe('1');
    const last = { left: lockfile === 'none' ? { 'helpcentre.lock.json': await lockfileOf(newer) } : {} };
    const again = await scene.onPush(old, { ...options, ...last });
    expect(again.code).toBe(0);
    expect(again.log).toContain('title=overtaken');
    expect(again.summary).toContain('`main` has newer sources');
    expect(scene.sandbox.world.articles()[0]?.contents.en?.body).toContain('Pay by phone.');
  });

  it('waits on a branch of its own when the branch is protected, and the next run goes on from there', async () => {
    const scene = await makeScene(pay);
    await scene.origin.protect('main');
    const first = await scene.onPush(await scene.origin.tip('main'));
    expect(first.code).toBe(1);
    expect(first.annotations.join('\n')).toMatch(
      /title=branch-protected::.*GH006.*helpcentre\/lockfile.*lockfile%3A? ?|GH006/,
    );
    expect(first.summary).toContain('helpcentre/lockfile');
    expect(await scene.lockfile()).toBeNull();
    expect(articlesIn(await scene.lockfile('helpcentre/lockfile'))).toEqual(['pay.md']);

    await git(scene.origin.bare, 'config', 'core.hooksPath', '/dev/null');
    const second = await scene.onPush(await scene.origin.commit('main', refund));
    expect(second.annotations).toEqual([]);
    expect(second.code).toBe(0);
    expect(second.outputs.published).toBe('1');
    expect(articlesIn(await scene.lockfile())).toEqual(['pay.md', 'refund.md']);
    // All that it had is on main now.
    expect(await scene.lockfile('helpcentre/lockfile')).toBeNull();
    expect(titles(scene)).toEqual(['Pay', 'Refund']);
  });

  it('goes into one pull request, which each publish updates until it is merged', async () => {
    const scene = await makeScene(pay);
    await scene.origin.protect('main');
    const inputs = { lockfile: 'pull-request' };
    const first = await scene.onPush(await scene.origin.tip('main'), { inputs });
    expect(first.annotations).toEqual([]);
    expect(first.code).toBe(0);
    expect(scene.github.pulls).toMatchObject([{ state: 'open', base: 'main', head: { ref: 'helpcentre/lockfile' } }]);
    expect(first.outputs['pull-request']).toContain('/pull/');

    await git(scene.origin.bare, 'config', 'core.hooksPath', '/dev/null');
    const second = await scene.onPush(await scene.origin.commit('main', refund), { inputs });
    expect(second.code).toBe(0);
    expect(second.outputs.published).toBe('1');
    expect(scene.github.pulls).toHaveLength(1);
    expect(articlesIn(await scene.lockfile('helpcentre/lockfile'))).toEqual(['pay.md', 'refund.md']);
    // A required check of the pull request must be able to run.
    expect(await git(scene.origin.bare, 'log', '-1', '--format=%s', 'helpcentre/lockfile')).not.toContain('skip ci');

    const merged = await scene.origin.merge('helpcentre/lockfile');
    const third = await scene.onPush(merged, { inputs });
    expect(third.code).toBe(0);
    expect(third.outputs.published).toBe('0');
    expect(scene.github.pulls).toHaveLength(1);
    expect(articlesIn(await scene.lockfile())).toEqual(['pay.md', 'refund.md']);
  });

  it('says that workflows may not open pull requests, with the lockfile safe on its branch', async () => {
    const scene = await makeScene(pay);
    scene.github.tokens.set('ghs_full', {
      contents: 'write',
      'pull-requests': 'write',
      issues: 'none',
      createsPulls: false,
    });
    const commit = await scene.origin.tip('main');
    const result = await scene.onPush(commit, { inputs: { lockfile: 'pull-request' } });
    expect(result.code).toBe(1);
    expect(result.annotations.join('\n')).toContain('not permitted to create or approve pull requests');
    expect(articlesIn(await scene.lockfile('helpcentre/lockfile'))).toEqual(['pay.md']);
  });

  it('lives on a branch of its own, where the next run and the plan find it', async () => {
    const scene = await makeScene(pay);
    const inputs = { lockfile: 'branch', 'lockfile-branch': 'state/help' };
    const first = await scene.onPush(await scene.origin.tip('main'), { inputs });
    expect(first.code).toBe(0);
    expect(await git(scene.origin.bare, 'ls-tree', '--name-only', 'state/help')).toBe('helpcentre.lock.json');
    const commit = await scene.origin.commit('main', refund);
    const pull = await scene.openPull('main');
    const planned = await scene.onPull(pull, { inputs });
    expect(planned.outputs.changes).toBe('1');
    const second = await scene.onPush(commit, { inputs });
    expect(second.outputs.published).toBe('1');
    expect(articlesIn(await scene.lockfile('state/help'))).toEqual(['pay.md', 'refund.md']);
    expect(await scene.lockfile()).toBeNull();
  });

  it('stays on its own branch when the job ended between the push and the note of it', async () => {
    const scene = await makeScene(pay);
    const inputs = { lockfile: 'branch', 'lockfile-branch': 'state/help' };
    const started = await scene.startPush(await scene.origin.tip('main'), { inputs });
    const { code, state } = await started.done;
    expect(code).toBe(0);
    expect(state.kept).toBe('true');
    const { kept: _, ...cutOff } = state;
    expect((await started.post(cutOff)).code).toBe(0);
    expect(articlesIn(await scene.lockfile('state/help'))).toEqual(['pay.md']);
  });

  it('is left to a later step with lockfile: none', async () => {
    const scene = await makeScene(pay);
    const commit = await scene.origin.tip('main');
    const result = await scene.onPush(commit, { inputs: { lockfile: 'none', 'github-token': '' } });
    expect(result.code).toBe(0);
    expect(result.outputs.lockfile).toMatch(/helpcentre\.lock\.json$/);
    expect(await scene.lockfile()).toBeNull();
  });

  it('is published from a tag with lockfile: none, however old the tag is', async () => {
    const scene = await makeScene(pay);
    const commit = await scene.origin.tip('main');
    await scene.origin.commit('main', { 'content/pay.md': '# Pay\n\nPay by phone.\n' });
    const result = await scene.onPush(commit, {
      inputs: { lockfile: 'none' },
      env: { GITHUB_REF: 'refs/tags/manual-1' },
    });
    expect(result.outputs.published).toBe('1');
  });

  it('is published with lockfile: none where git cannot say whether there are newer sources', async () => {
    const scene = await makeScene(pay);
    scene.github.faults.push({ on: /^GIT GET .*git-upload-pack/, status: 403, message: 'No.' });
    const commit = await scene.origin.tip('main');
    const result = await scene.onPush(commit, { inputs: { lockfile: 'none' } });
    expect(result.code).toBe(0);
    expect(result.outputs.published).toBe('1');
    expect(result.annotations.join('\n')).toContain('Whether main has newer sources than this run is not known');
  });
});
