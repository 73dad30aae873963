import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { type Files, publishedInGit } from '../kit/published-in-git.ts';

const text = (title: string, words: string) => `# ${title}\n\n${words}\n`;
const first: Files = {
  'content/billing/_collection.yml': 'name: Billing\n',
  'content/billing/pay.md': text('Pay', 'Pay by card.'),
  'content/billing/refunds.md': text('Refunds', 'Within 30 days.'),
  'content/account/_collection.yml': 'name: Account\n',
  'content/account/close.md': text('Close', 'Close it.'),
};

async function scene(version = '2.16') {
  const made = await publishedInGit(first, `state: published\nmaxRemovals: 30%\napiVersion: "${version}"\n`);
  const plan = async (...argv: readonly string[]): Promise<Plan> =>
    JSON.parse((await made.run('plan', '--json', ...argv)).stdout);
  const keys = async (...argv: readonly string[]) => {
    const { changes, collections, elsewhere = 0 } = await plan(...argv);
    return [...collections, ...changes].map(({ kind, key }) => `${kind} ${key}`).concat(`${elsewhere} elsewhere`);
  };
  const titles = () =>
    made.sandbox.world
      .articles()
      .map(({ contents }) => contents.en?.title)
      .sort();
  const body = (title: string) =>
    made.sandbox.world.articles().find(({ contents }) => contents.en?.title === title)?.contents.en?.body ?? '';
  return { ...made, plan, keys, titles, body };
}

const changed: Files = {
  'content/billing/pay.md': text('Pay', 'Pay by card or in cash.'),
  'content/billing/_collection.yml': 'name: Paying\n',
  'content/account/close.md': text('Close', 'Close it for good.'),
  'content/new/deep/start.md': text('Start', 'See [next](next.md) and [pay](../../billing/pay.md).'),
  'content/new/deep/next.md': text('Next', 'And so on.'),
};

describe.each(['2.11', '2.16'])('a chosen part, with Intercom %s', (version) => {
  it('is carried out with what it needs, and nothing else', async () => {
    const { repository, run, keys, titles, body, sandbox } = await scene(version);
    await repository.write(changed);
    expect(await keys('content/billing/pay.md')).toEqual(['update billing/pay.md', '7 elsewhere']);
    expect(await keys('content/new/deep/start.md')).toEqual(
      ['create collection New', 'create New > Deep', 'create new/deep/start.md', '5 elsewhere'].map((one) =>
        one.replace('collection ', ''),
      ),
    );
    const { code, stdout, stderr } = await run('publish', '--yes', 'content/new/deep/start.md');
    expect(code, stdout + stderr).toBe(0);
    expect(stdout).toContain('1 to create, 2 collections to write; 0 unchanged; 5 changes of the rest left alone');
    expect(stderr).toContain(
      'link to new/deep/next.md, which is new, and is not published this time: readers see its text without the link',
    );
    expect(titles()).toEqual(['Close', 'Pay', 'Refunds', 'Start']);
    expect(body('Start')).not.toContain('helpcentre:');
    expect(body('Start')).toMatch(/See next and <a [^>]*>pay<\/a>/);
    expect(body('Pay')).toContain('Pay by card.');
    expect(sandbox.world.collections().map(({ contents }) => contents.en?.name)).toEqual(
      expect.arrayContaining(['Billing', 'New', 'Deep']),
    );
    // The rest comes with the next publish, the link too.
    expect((await run('publish', '--yes')).code).toBe(0);
    expect(body('Start')).toMatch(/<a [^>]*>next<\/a>/);
    expect((await run('plan')).stdout).toContain('No changes');
  });
});

describe('what is chosen', () => {
  it('is everything that changed since a commit: edits, removals and new files, committed or not', async () => {
    const { repository, commit, keys, run } = await scene();
    await repository.write({ 'content/account/close.md': changed['content/account/close.md'] ?? '' });
    await commit('Closing');
    await repository.write({ 'content/billing/pay.md': changed['content/billing/pay.md'] ?? '' });
    expect(await keys('--changed-since', 'HEAD')).toEqual(['update billing/pay.md', '1 elsewhere']);
    expect(await keys('--changed-since', 'HEAD~1')).toEqual([
      'update account/close.md',
      'update billing/pay.md',
      '0 elsewhere',
    ]);
    await repository.write({ 'content/billing/more.md': text('More', 'More.') });
    await repository.remove('content/billing/refunds.md');
    expect(await keys('--changed-since', 'HEAD')).toEqual([
      'create billing/more.md',
      'update billing/pay.md',
      'unpublish billing/refunds.md',
      '1 elsewhere',
    ]);
    expect((await run('plan', '--changed-since', 'nowhere')).stderr).toContain('git does not know "nowhere"');
    expect((await run('plan', 'content', '--changed-since', 'HEAD')).code).toBe(64);
  });

  it('is not published where the whole would lose readers too much, or was edited in Intercom', async () => {
    const { repository, run, sandbox, titles } = await scene();
    await repository.remove('content/billing/refunds.md', 'content/account/close.md');
    const guarded = await run('publish', '--yes', 'content/billing/refunds.md');
    expect(guarded.code).toBe(1);
    expect(guarded.stderr).toContain('readers would lose 2 of 3 articles');
    const [pay] = sandbox.world.articles().filter(({ contents }) => contents.en?.title === 'Pay');
    await sandbox.world.editArticle(pay?.id ?? '', { body: '<p>By hand.</p>' });
    await repository.write({ 'content/billing/pay.md': changed['content/billing/pay.md'] ?? '' });
    const held = await run('publish', '--yes', 'content/billing/pay.md');
    expect(held.code).toBe(1);
    expect(held.stdout).toContain('billing/pay.md');
    expect(titles()).toEqual(['Close', 'Pay', 'Refunds']);
  });

  it('is not stopped by errors and edits elsewhere', async () => {
    const { repository, run, sandbox, body } = await scene();
    const [close] = sandbox.world.articles().filter(({ contents }) => contents.en?.title === 'Close');
    await sandbox.world.editArticle(close?.id ?? '', { body: '<p>By hand.</p>' });
    await repository.write({
      'content/billing/pay.md': changed['content/billing/pay.md'] ?? '',
      'content/billing/refunds.md': text('Refunds', '[gone](nowhere.md)'),
    });
    const { code, stdout, stderr } = await run('publish', '--yes', 'content/billing/pay.md');
    expect(code, stdout + stderr).toBe(0);
    expect(body('Pay')).toContain('in cash');
  });

  it('is what a saved plan demands again', async () => {
    const { repository, run, titles } = await scene();
    await repository.write(changed);
    expect((await run('plan', '--out', 'part.json', 'content/new')).code).toBe(0);
    expect((await run('publish', '--plan', 'part.json')).code).toBe(1);
    expect(titles()).toEqual(['Close', 'Pay', 'Refunds']);
    expect((await run('publish', '--plan', 'part.json', 'content/new')).code).toBe(0);
    expect(titles()).toEqual(['Close', 'Next', 'Pay', 'Refunds', 'Start']);
  });
});
