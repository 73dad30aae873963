import { describe, expect, it } from 'vitest';
import { changed, first, scene, text } from '../kit/staged-in-git.ts';

describe('publish --stage', () => {
  it('puts changes where no reader sees them, and a release makes exactly them live', async () => {
    const { repository, keys, ok, live, draft, find } = await scene();
    await repository.write(changed);
    expect(await keys('--stage')).toEqual(['create account/new.md en:stage', 'update billing/pay.md en:stage']);
    const said = await ok('publish', '--yes', '--stage');
    expect(said).toContain('2 to stage');
    expect([live('Pay'), draft('Pay')]).toEqual(['Pay by card.', 'Pay by card or in cash.']);
    expect([live('New'), find('New')?.contents.en?.state]).toEqual([null, 'draft']);
    expect(await keys('--stage')).toEqual([]);
    expect(await keys('--release')).toEqual(['update account/new.md en:write', 'update billing/pay.md en:write']);
    expect(await ok('publish', '--yes', '--release')).toContain('2 to release');
    expect([live('Pay'), draft('Pay')]).toEqual(['Pay by card or in cash.', null]);
    expect(live('New')).toBe('See paying.');
    expect(await ok('plan')).toContain('No changes');
    expect(await keys('--release')).toEqual([]);
  });

  it('releases what is named, and leaves the rest staged', async () => {
    const { repository, ok, live, keys } = await scene();
    await repository.write(changed);
    await ok('publish', '--yes', '--stage');
    await ok('publish', '--yes', '--release', 'content/billing');
    expect([live('Pay'), live('New')]).toEqual(['Pay by card or in cash.', null]);
    expect(await keys('--release')).toEqual(['update account/new.md en:write']);
  });

  it('releases all of it, where a part was staged without a link to what is not there', async () => {
    const { repository, ok, live, keys } = await scene();
    await repository.write({ ...changed, 'content/billing/pay.md': text('Pay', 'See [new](../account/new.md).') });
    await ok('publish', '--yes', '--stage', 'content/billing');
    expect(await keys('--release')).toEqual(['update billing/pay.md en:write']);
    await ok('publish', '--yes', '--release');
    expect([live('Pay'), live('New')]).toEqual(['See new.', null]);
  });

  it('says what moved since it was staged, and releases nothing else in its place', async () => {
    const { repository, run, ok, live, keys } = await scene();
    await repository.write(changed);
    await ok('publish', '--yes', '--stage');
    await repository.write({ 'content/billing/pay.md': text('Pay', 'Only in cash.') });
    expect(await keys('--release')).toEqual(['update account/new.md en:write', 'held billing/pay.md staged-otherwise']);
    const { code, stdout } = await run('publish', '--yes', '--release');
    expect(code).toBe(1);
    expect(stdout).toContain('what is staged is not what its source says now');
    expect(live('Pay')).toBe('Pay by card.');
    await ok('publish', '--yes', '--stage');
    await ok('publish', '--yes', '--release');
    expect(live('Pay')).toBe('Only in cash.');
  });

  it('goes live with a plain publish too, as its source is by then', async () => {
    const { repository, ok, live, draft } = await scene();
    await repository.write(changed);
    await ok('publish', '--yes', '--stage');
    await repository.write({ 'content/billing/pay.md': text('Pay', 'Only in cash.') });
    await ok('publish', '--yes');
    expect([live('Pay'), draft('Pay'), live('New')]).toEqual(['Only in cash.', null, 'See paying.']);
    expect(await ok('plan')).toContain('No changes');
  });

  it('takes a draft away whose source is again what readers have', async () => {
    const { repository, ok, live, draft, keys } = await scene();
    await repository.write(changed);
    await ok('publish', '--yes', '--stage');
    await repository.write({ 'content/billing/pay.md': first['content/billing/pay.md'] ?? '' });
    expect(await keys('--stage')).toEqual(['update billing/pay.md en:write']);
    expect(await ok('publish', '--yes', '--stage')).toContain('what was staged goes');
    expect([live('Pay'), draft('Pay')]).toEqual(['Pay by card.', null]);
    expect(await keys('--stage')).toEqual([]);
  });

  it('leaves removals and names of collections to a publish', async () => {
    const { repository, ok, live, keys } = await scene();
    await repository.write({ ...changed, 'content/billing/_collection.yml': 'name: Paying\n' });
    await repository.remove('content/billing/refunds.md');
    expect(await ok('publish', '--yes', '--stage')).toContain('2 changes of the rest left alone');
    expect(live('Refunds')).toBe('Within 30 days.');
    expect(await keys()).toContain('unpublish billing/refunds.md en:withdraw');
  });

  it.each([
    ['as it is', 'Pay by card.'],
    ['changed', 'Pay by card.\n\nOr in cash.'],
  ])('moves an article into its new collection when it is released, %s', async (_, words) => {
    const { repository, ok, find, keys } = await scene();
    const before = find('Pay')?.parentIds;
    await repository.write({ 'content/account/pay.md': text('Pay', words) });
    await repository.remove('content/billing/pay.md');
    await ok('publish', '--yes', '--stage');
    expect(find('Pay')?.parentIds).toEqual(before);
    expect(await keys('--stage')).toEqual([]);
    await ok('publish', '--yes', '--release');
    expect(find('Pay')?.parentIds).not.toEqual(before);
    expect(await ok('plan')).toContain('No changes');
  });
});

describe('a draft in Intercom', () => {
  it('is not begun where no text changes', async () => {
    const { repository, ok, draft, find, keys } = await scene();
    await repository.write({ 'content/billing/pay.md': '---\ndraft: true\n---\n\n# Pay\n\nPay by card.\n' });
    await ok('publish', '--yes', '--stage');
    expect([find('Pay')?.contents.en?.state, draft('Pay')]).toEqual(['published', null]);
    expect(await keys('--stage')).toEqual([]);
    await ok('publish', '--yes', '--release');
    expect(find('Pay')?.contents.en?.state).toBe('draft');
    expect(await ok('plan')).toContain('No changes');
  });

  it('goes in an offline plan too, where its source is again what readers have', async () => {
    const { repository, ok, keys } = await scene();
    await repository.write(changed);
    await ok('publish', '--yes', '--stage');
    await repository.write({ 'content/billing/pay.md': first['content/billing/pay.md'] ?? '' });
    expect(await keys('--offline', '--stage')).toEqual(await keys('--stage'));
  });

  it('that a person began is never written over', async () => {
    const { repository, run, sandbox, find, draft } = await scene();
    await sandbox.world.stageDraft(find('Pay')?.id ?? '', { body: '<p>By hand.</p>' });
    await repository.write(changed);
    const { code, stdout } = await run('publish', '--yes', '--stage');
    expect(code).toBe(1);
    expect(stdout).toContain('has an unpublished draft in Intercom');
    expect(draft('Pay')).toBe('By hand.');
  });

  it('that we staged and a person edited is neither written over nor released', async () => {
    const { repository, run, ok, sandbox, find, draft, live } = await scene();
    await repository.write(changed);
    await ok('publish', '--yes', '--stage');
    await sandbox.world.stageDraft(find('Pay')?.id ?? '', { body: '<p>By hand.</p>' });
    for (const mode of ['--release', '--stage', '--yes']) {
      const { code, stdout } = await run('publish', '--yes', mode, 'content/billing/pay.md');
      expect([code, stdout.includes('has an unpublished draft in Intercom')], mode).toEqual([1, true]);
    }
    expect([live('Pay'), draft('Pay')]).toEqual(['Pay by card.', 'By hand.']);
  });

  it('that a person published is known to be ours', async () => {
    const { repository, ok, sandbox, find, keys } = await scene();
    await repository.write(changed);
    await ok('publish', '--yes', '--stage');
    await sandbox.world.editArticle(find('Pay')?.id ?? '', {});
    expect(await keys('--release')).toContain('record billing/pay.md en:record');
    await ok('publish', '--yes', '--release');
    expect(await ok('plan')).toContain('No changes');
  });

  it('is not released over what a person made of the article meanwhile', async () => {
    const { repository, run, ok, sandbox, find, live } = await scene();
    await repository.write(changed);
    await ok('publish', '--yes', '--stage');
    await sandbox.world.discardDraft(find('Pay')?.id ?? '');
    await sandbox.world.editArticle(find('Pay')?.id ?? '', { body: '<p>By hand.</p>' });
    const { code, stdout } = await run('publish', '--yes', '--release');
    expect([code, stdout.includes('edited in Intercom')]).toEqual([1, true]);
    expect([live('Pay'), live('New')]).toEqual(['By hand.', 'See paying.']);
  });

  it('that a person discarded is staged again', async () => {
    const { repository, ok, sandbox, find, keys, draft } = await scene();
    await repository.write(changed);
    await ok('publish', '--yes', '--stage');
    await sandbox.world.discardDraft(find('Pay')?.id ?? '');
    expect(await keys('--release')).toContain('held billing/pay.md staged-otherwise');
    await ok('publish', '--yes', '--stage');
    expect(draft('Pay')).toBe('Pay by card or in cash.');
  });
});

describe('a link to an article that waits', () => {
  it('is said where it goes live before that', async () => {
    const { repository, ok, run } = await scene();
    await repository.write({
      'content/account/new.md': '---\nstage: true\n---\n\n# New\n\nNew.\n',
      'content/billing/pay.md': '# Pay\n\nSee [new](../account/new.md).\n',
    });
    expect(await ok('publish', '--yes')).toContain('link to account/new.md, which readers do not have yet');
    await repository.write({ 'content/billing/pay.md': '# Pay\n\nNow see [new](../account/new.md).\n' });
    await ok('publish', '--yes', '--stage');
    const part = await run('plan', '--release', 'content/billing');
    expect(part.stderr).toContain('link to account/new.md, which readers do not have yet');
    const whole = await run('plan', '--release');
    expect(whole.stderr).not.toContain('readers do not have yet');
  });
});

describe('stage in the sources', () => {
  it('holds a part back that a publish would make live, until it is released', async () => {
    const { repository, ok, live, draft } = await scene();
    await repository.write({
      ...changed,
      'helpcentre.yml': 'state: published\nstage: [billing]\n',
      'content/account/new.md': `---\nstage: true\n---\n\n${text('New', 'New.')}`,
      'content/account/close.md': text('Close', 'Close it for good.'),
    });
    await ok('publish', '--yes');
    expect([live('Pay'), draft('Pay'), live('New'), live('Close')]).toEqual([
      'Pay by card.',
      'Pay by card or in cash.',
      null,
      'Close it for good.',
    ]);
    expect(await ok('plan')).toContain('No changes');
    await ok('publish', '--yes', '--release');
    expect([live('Pay'), live('New')]).toEqual(['Pay by card or in cash.', 'New.']);
  });

  it.each(['2.11', '2.15'])('needs more than version %s, and says so before anything is written', async (version) => {
    const { repository, run, live } = await scene(`apiVersion: "${version}"\n`);
    await repository.write(changed);
    for (const option of ['--stage', '--release']) {
      const { code, stderr } = await run('publish', '--yes', option);
      expect([code, stderr.match(/staging needs version 2\.16/g)?.length], option).toEqual([1, 1]);
    }
    expect([live('Pay'), live('New')]).toEqual(['Pay by card.', null]);
  });
});
