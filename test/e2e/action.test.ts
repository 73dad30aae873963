import { describe, expect, it } from 'vitest';
import { articlesIn, buildOnce, makeScene } from './action-scene.ts';

buildOnce();

const docs = {
  'content/billing/pay.md': '# Pay\n\nPay by card.\n',
  'content/billing/refund.md': '# Refund\n\nAsk for a refund.\n',
};

describe('from a pull request to a published help centre', () => {
  it('plans on the pull request, keeps one comment, publishes on merge, and records it on the branch', async () => {
    const scene = await makeScene({ 'content/billing/pay.md': docs['content/billing/pay.md'] }, {}, 'the bundle');
    await scene.origin.commit('refunds', { 'content/billing/refund.md': docs['content/billing/refund.md'] });
    const pull = await scene.openPull('refunds');

    const first = await scene.onPull(pull);
    expect(first.annotations).toEqual([]);
    expect(first.code).toBe(0);
    expect(scene.github.comments).toHaveLength(1);
    const [comment] = scene.github.comments;
    expect(comment?.body).toContain('### Help centre: 2 to create, 1 collection to write; 0 unchanged');
    expect(comment?.body).toContain('| create | `billing/refund.md` | Refund |');
    expect(first.outputs).toMatchObject({
      changes: '3',
      held: '0',
      errors: '0',
      comment: expect.stringContaining('#issuecomment-'),
    });
    expect(first.summary).toContain('### Help centre: 2 to create');

    await scene.origin.commit('refunds', { 'content/billing/third.md': '# Third\n\nMore.\n' });
    await scene.onPull(pull);
    expect(scene.github.comments).toHaveLength(1);
    expect(comment?.edits).toBe(1);
    expect(comment?.body).toContain('3 to create');

    const commit = await scene.merge(pull);
    const published = await scene.onPush(commit);
    expect(published.annotations).toEqual([]);
    expect(published.code).toBe(0);
    expect(published.outputs).toMatchObject({ published: '3', failed: '0' });
    expect(published.summary).toContain('This is exactly the plan that [#1]');
    expect(
      scene.sandbox.world
        .articles()
        .map(({ contents }) => contents.en?.title)
        .sort(),
    ).toEqual(['Pay', 'Refund', 'Third']);
    expect(articlesIn(await scene.lockfile())).toEqual(['billing/pay.md', 'billing/refund.md', 'billing/third.md']);
    expect(published.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toMatch(/ghs_full|sandbox\n/);
  });
});

/** A thread that dies of the first that it is sent, as one does that is out of memory. */
const dying = `data:text/javascript,${encodeURIComponent(`
import { isMainThread, parentPort } from 'node:worker_threads';
if (!isMainThread) parentPort.on('message', () => process.exit(7));
`)}`;

it('says which file the thread was at that died', async () => {
  const scene = await makeScene(docs, {}, 'the bundle');
  await scene.origin.commit('main', { 'content/billing/pay.md': `${docs['content/billing/pay.md']}\nOr not.\n` });
  const env = { HELPCENTRE_THREADS: '2', HELPCENTRE_CACHE: 'off', NODE_OPTIONS: `--import ${dying}` };
  const result = await scene.onPush('main', { env });
  expect(result.code).toBe(1);
  expect(result.log).toMatch(/The thread that compiled content\/billing\/\w+\.md ended: exit code 7/);
});
