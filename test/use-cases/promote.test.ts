import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { type TargetName, twoWorkspaces } from '../kit/two-workspaces.ts';

const files = {
  'content/billing/_collection.yml': 'name: Billing\n',
  'content/billing/pay.md': '# Pay\n\nPay by card.\n',
  'content/billing/refunds.md': '# Refunds\n\nWithin 30 days.\n',
  'content/account/_collection.yml': 'name: Account\n',
  'content/account/close.md': '# Close\n\nClose it.\n',
};

async function scene(version = '2.16', own = {}) {
  const made = await twoWorkspaces(files, {
    configuration: `apiVersion: "${version}"\nstate: published\nmaxRemovals: 100%\n`,
    own,
  });
  const publish = async (target: TargetName, ...argv: readonly string[]) => {
    const result = await made.run(target, ['publish', '--yes', ...argv]);
    expect(result.code, result.stdout + result.stderr).toBe(0);
    return result;
  };
  const promote = (...argv: readonly string[]) =>
    made.run('production', ['publish', '--yes', '--promote', 'staging', ...argv]);
  /** `kind key` of what is done, and `held key: how staging has it`. */
  const plan = async (...argv: readonly string[]) => {
    const { stdout } = await made.run('production', ['plan', '--json', '--promote', 'staging', ...argv]);
    const { changes, collections, held } = JSON.parse(stdout) as Plan;
    return {
      does: [...collections, ...changes].map(({ kind, key }) => `${kind} ${key}`),
      held: held.map(({ key, why, on }) => `${key}: ${why} ${on?.is}`),
    };
  };
  const body = (target: TargetName, title: string) => {
    const { world } = made.sandboxes[target];
    const found = world.articles().find(({ contents }) => contents.en?.title === title);
    return world.body(found?.id ?? '', 'en') ?? '';
  };
  return { ...made, publish, promote, plan, body };
}

describe.each(['2.11', '2.16'])('what is promoted, with Intercom %s', (version) => {
  it('is what the other target has, byte for byte, and nothing else', async () => {
    const { write, remove, publish, promote, plan, body, shown } = await scene(version);
    await publish('staging');
    expect(await plan()).toEqual({
      does: [
        'create Account',
        'create Billing',
        'create account/close.md',
        'create billing/pay.md',
        'create billing/refunds.md',
      ],
      held: [],
    });
    // After staging: one is changed, one is gone, one is new, in a new collection.
    await write({
      'content/billing/pay.md': '# Pay\n\nPay by card or in cash.\n',
      'content/new/start.md': '# Start\n\nStart.\n',
    });
    await remove('content/account/close.md');
    expect(await plan()).toEqual({
      does: ['create Billing', 'create billing/refunds.md'],
      held: ['New: not-promoted absent', 'billing/pay.md: not-promoted other', 'new/start.md: not-promoted absent'],
    });
    const first = await promote();
    expect(first.code).toBe(1);
    expect(first.stdout.split('\n')[0]).toMatch(
      /^Plan for the target production, .+, of what is on staging: 1 to create/,
    );
    expect(first.stdout).toContain('! billing/pay.md  not promoted: staging has it otherwise');
    expect(first.stdout).toContain('! new/start.md  not promoted: it is not on staging yet');
    expect(first.stdout).toContain('Publish it with --target staging first, or promote from the commit');
    expect(shown('production')).toEqual(['Refunds: published']);

    await publish('staging');
    expect(await promote()).toMatchObject({ code: 0, stderr: expect.not.stringContaining('not-promoted') });
    expect(body('production', 'Pay')).toBe(body('staging', 'Pay'));
    expect(shown('production')).toEqual(['Pay: published', 'Refunds: published', 'Start: published']);
    expect(await plan()).toEqual({ does: [], held: [] });
  });
});

describe('promoting', () => {
  it('takes away what was taken away there, and leaves what is still there', async () => {
    const { remove, publish, promote, plan, shown } = await scene();
    await publish('staging');
    expect((await promote()).code).toBe(0);
    await remove('content/account/close.md');
    expect(await plan()).toEqual({ does: [], held: ['account/close.md: not-promoted present'] });
    expect((await promote()).stdout).toContain('not promoted: it is still on staging');
    expect(shown('production')).toContain('Close: published');
    await publish('staging');
    expect(await plan()).toEqual({ does: ['unpublish account/close.md'], held: [] });
    expect((await promote()).code).toBe(0);
    expect(shown('production')).toContain('Close: draft');
  });

  it('keeps the states that each target gives: what is a draft there for its own reason is published here', async () => {
    const { write, publish, promote, shown } = await scene('2.16', { staging: '    state: draft\n' });
    await write({ 'content/billing/refunds.md': '---\nstate: draft\n---\n\n# Refunds\n\nWithin 30 days.\n' });
    await publish('staging');
    expect((await promote()).code).toBe(0);
    expect(shown('staging')).toEqual(['Close: draft', 'Pay: draft', 'Refunds: draft']);
    expect(shown('production')).toEqual(['Close: published', 'Pay: published', 'Refunds: draft']);
  });

  it('takes a collection only as it is there, and what is new in it with it', async () => {
    const { write, publish, promote, plan } = await scene();
    await publish('staging');
    await write({ 'content/billing/_collection.yml': 'name: Billing\ndescription: Money.\n' });
    expect(await plan()).toEqual({
      does: ['create Account', 'create account/close.md'],
      held: [
        'Billing: not-promoted other',
        'billing/pay.md: not-promoted other',
        'billing/refunds.md: not-promoted other',
      ],
    });
    await publish('production', 'content/billing/pay.md');
    await publish('staging');
    await write({ 'content/billing/_collection.yml': 'name: Billing\ndescription: Much money.\n' });
    // The collection is there by now: only its own change waits, and what is in it does not.
    expect(await plan()).toEqual({
      does: ['create Account', 'create account/close.md', 'create billing/refunds.md'],
      held: ['Billing: not-promoted other'],
    });
    expect((await promote()).code).toBe(1);
    expect(await plan()).toEqual({ does: [], held: ['Billing: not-promoted other'] });
  });

  it('is a move where the file moved there too', async () => {
    const { write, remove, publish, promote, plan } = await scene();
    await publish('staging');
    expect((await promote()).code).toBe(0);
    await remove('content/billing/pay.md');
    await write({ 'content/account/pay.md': files['content/billing/pay.md'] });
    expect(await plan()).toEqual({ does: [], held: ['account/pay.md: not-promoted other'] });
    await publish('staging');
    expect(await plan()).toEqual({ does: ['move account/pay.md'], held: [] });
  });

  it('counts every byte of what an article shows: a snippet, a variable, an image', async () => {
    const pixel = (last: number): Uint8Array =>
      new Uint8Array([
        ...Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
          'base64',
        ),
        last,
      ]);
    const { write, publish, promote, plan, dir } = await scene();
    const configuration = await readFile(path.join(dir, 'helpcentre.yml'), 'utf8');
    await write({
      'helpcentre.yml': `${configuration}variables: { product: Acme }\n`,
      'content/a-snippet.md': '---\ntitle: Snippet\n---\n\n:::include{file=_part.md}\n',
      'content/_part.md': 'One.\n',
      'content/a-variable.md': '# Variable\n\nUse {{product}}.\n',
      'content/an-image.md': '# Image\n\n![A pixel](pixel.png)\n',
      'content/pixel.png': pixel(0),
    });
    await publish('staging');
    expect((await promote()).code).toBe(0);
    await write({
      'helpcentre.yml': `${configuration}variables: { product: Acme 2 }\n`,
      'content/_part.md': 'Two.\n',
      'content/pixel.png': pixel(1),
    });
    expect(await plan()).toEqual({
      does: [],
      held: ['a-snippet.md', 'a-variable.md', 'an-image.md'].map((key) => `${key}: not-promoted other`),
    });
    await publish('staging');
    expect((await promote()).code).toBe(0);
  });

  it('shows what would change inside of what is held back', async () => {
    const { write, publish, promote, run } = await scene();
    await publish('staging');
    expect((await promote()).code).toBe(0);
    await write({ 'content/billing/pay.md': '# Pay\n\nPay in cash.\n' });
    const { stdout } = await run('production', ['diff', '--promote', 'staging']);
    expect(stdout).toContain('not promoted: staging has it otherwise');
    expect(stdout).toMatch(
      /What readers see now, and what the file says:\s+\[-Pay by card\.-\]\s+\{\+Pay in cash\.\+\}/,
    );
  });

  it('of a part is that part of it', async () => {
    const { write, publish, plan } = await scene();
    await publish('staging');
    await write({ 'content/billing/pay.md': '# Pay\n\nIn cash.\n' });
    expect(await plan('content/account')).toEqual({ does: ['create Account', 'create account/close.md'], held: [] });
    expect(await plan('content/billing/pay.md')).toEqual({ does: [], held: ['billing/pay.md: not-promoted other'] });
  });

  it('holds back what was edited in Intercom, here; an edit there is not promoted, and changes nothing', async () => {
    const { write, publish, promote, plan, sandboxes, body } = await scene();
    await publish('staging');
    expect((await promote()).code).toBe(0);
    const edit = async (target: TargetName, title: string, text: string): Promise<void> => {
      const { world } = sandboxes[target];
      const found = world.articles().find(({ contents }) => contents.en?.title === title);
      await world.editArticle(found?.id ?? '', { body: `<p>${text}</p>` });
    };
    await edit('staging', 'Refunds', 'Edited on staging.');
    expect(await plan()).toEqual({ does: [], held: [] });
    await write({ 'content/billing/pay.md': '# Pay\n\nIn cash.\n' });
    // Staging holds back the one that was edited there, and publishes the other.
    expect((await sandboxes.staging.world.articles()).length).toBe(3);
    await edit('production', 'Pay', 'Edited in production.');
    const { code } = await promote();
    expect(code).toBe(1);
    expect(body('production', 'Pay')).toContain('Edited in production.');
    expect(body('production', 'Refunds')).toContain('Within 30 days.');
  });

  it('needs two targets, and something that was published to the first', async () => {
    const { run } = await scene();
    expect(await run('production', ['plan', '--promote', 'staging'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing was published to "staging" yet, as far as the lockfile knows'),
    });
    expect(await run('production', ['plan', '--promote', 'production'])).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('"production" cannot be promoted to itself'),
    });
    expect(await run('production', ['plan', '--promote', 'stagin'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there is no target "stagin" in helpcentre.yml'),
    });
  });

  it('is what a saved plan demands again', async () => {
    const { run, publish, shown, write } = await scene();
    await publish('staging');
    expect((await run('production', ['plan', '--promote', 'staging', '--out', 'plan.json'])).stderr).toContain(
      'helpcentre publish --target production --promote staging --plan plan.json',
    );
    expect((await run('production', ['publish', '--plan', 'plan.json'])).code).toBe(1);
    await write({ 'content/billing/pay.md': '# Pay\n\nIn cash.\n' });
    await publish('staging');
    expect((await run('production', ['publish', '--promote', 'staging', '--plan', 'plan.json'])).stderr).toContain(
      'the plan has changed since plan.json was saved',
    );
    expect(shown('production')).toEqual([]);
    await write({ 'content/billing/pay.md': files['content/billing/pay.md'] });
    await publish('staging');
    expect((await run('production', ['publish', '--promote', 'staging', '--plan', 'plan.json'])).code).toBe(0);
  });
});
