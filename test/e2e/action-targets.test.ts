import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { articlesIn, buildOnce, makeScene } from './action-scene.ts';

buildOnce();

async function idOf({ url, token }: { readonly url: string; readonly token: string }): Promise<string> {
  const answer = await fetch(`${url}/me`, { headers: { authorization: `Bearer ${token}` } });
  return ((await answer.json()) as { readonly app: { readonly id_code: string } }).app.id_code;
}

async function twoTargets() {
  const production = await startSandbox({ dir: null, rateLimit: 100_000, seed: 2 });
  onTestFinished(() => production.close());
  const files = {
    'content/billing/_collection.yml': 'name: Billing\n',
    'content/billing/pay.md': '# Pay\n\nPay by card.\n',
    'content/billing/refunds.md': '# Refunds\n\nWithin 30 days.\n',
  };
  const scene = await makeScene(files);
  const ids = { staging: await idOf(scene.sandbox), production: await idOf(production) };
  const targets = Object.entries(ids).map(
    ([name, id]) => `  ${name}: { workspace: ${id}, tokenVariable: TOKEN_${name.toUpperCase()} }\n`,
  );
  const commit = await scene.origin.commit('main', {
    'helpcentre.yml': `state: published\ntargets:\n${targets.join('')}`,
  });
  const env = { INTERCOM_BASE_URL: production.url };
  const titles = () =>
    production.world
      .articles()
      .map(({ contents }) => contents.en?.title)
      .sort();
  return { ...scene, production, ids, commit, env, titles };
}

it('a merge goes to one target, and what is on it is promoted to the other as it was approved', async () => {
  const { origin, onPush, commit, env, titles, ids, lockfile, sandbox } = await twoTargets();
  const staging = await onPush(commit, { inputs: { target: 'staging' } });
  expect(staging.code, staging.log).toBe(0);
  expect(staging.summary).toContain('Help centre staging');
  expect(Object.keys((await lockfile())?.workspaces ?? {})).toEqual([ids.staging]);

  // Newer sources, which staging does not have: the newest commit is promoted, and only what staging has.
  const newer = await origin.commit('main', {
    'content/billing/pay.md': '# Pay\n\nIn cash.\n',
    'content/late.md': '# Late\n\nLate.\n',
  });
  const promote = { target: 'production', promote: 'staging' };
  const planned = await onPush(newer, { inputs: { ...promote, run: 'plan' }, env });
  expect(planned.code, planned.log).toBe(0);
  expect(planned.outputs).toMatchObject({ changes: '2', held: '2' });
  expect(planned.summary).toContain('For the target **production**, the workspace');
  expect(planned.summary).toContain('Only what is on staging is published, just as it is there.');
  expect(planned.summary).toContain('not promoted: staging has it otherwise');
  const plan = planned.outputs.plan ?? '';

  // A plan for one target is none for another, nor for all of it.
  for (const inputs of [{ target: 'staging' }, { target: 'production' }] as const)
    expect(
      (
        await onPush(newer, {
          inputs: { ...inputs, run: 'publish', plan },
          ...(inputs.target === 'staging' ? {} : { env }),
        })
      ).code,
    ).toBe(1);
  expect(titles()).toEqual([]);
  expect(sandbox.world.articles()).toHaveLength(2);

  // Somebody merges while the approval waits: what was approved is promoted all the same.
  await origin.commit('main', { 'content/more.md': '# More\n\nMore.\n' });
  const published = await onPush(newer, { inputs: { ...promote, run: 'publish', plan }, env });
  expect(published.code).toBe(1);
  expect(published.outputs).toMatchObject({ published: '1', failed: '0', held: '2' });
  expect(titles()).toEqual(['Refunds']);
  const { workspaces = {} } = (await lockfile()) ?? {};
  expect(Object.keys(workspaces).sort()).toEqual(Object.values(ids).sort());
  expect(articlesIn(await lockfile())).toEqual(['billing/pay.md', 'billing/refunds.md', 'billing/refunds.md']);
});

it('each target has a comment, and what is not clear is not done', async () => {
  const { origin, onPush, onPull, openPull, commit, env, github, ids, production } = await twoTargets();
  await origin.commit('change', { 'content/billing/pay.md': '# Pay\n\nIn cash.\n' });
  const pull = await openPull('change');
  for (const target of ['staging', 'production'] as const) {
    const inputs = target === 'production' ? { target, token: '' } : { target };
    const shown = await onPull(pull, { inputs });
    expect(shown.code, shown.log).toBe(0);
  }
  const comments = github.comments.map(({ body }) => body);
  expect(comments).toHaveLength(2);
  expect(comments[0]).toContain('### Help centre staging: 2 to create');
  expect(comments[0]).toContain('For the target **staging**, the workspace');
  expect(comments[1]).toContain('For the target **production**. Intercom was not asked');

  const unsaid = await onPush(commit);
  expect(unsaid.code).toBe(1);
  expect(unsaid.log).toContain('helpcentre.yml has several targets, and none was named: staging, production');
  const other = await onPush(commit, { inputs: { target: 'staging' }, env });
  expect(other.code).toBe(1);
  expect(other.log).toContain(`the target "staging" is ${ids.staging}`);
  // The token of another variable is none.
  const none = await onPush(commit, {
    inputs: { target: 'production', token: '' },
    env: { ...env, TOKEN_STAGING: 'sandbox' },
  });
  expect(none.log).toContain('the input token is empty');
  const own = await onPush(commit, {
    inputs: { target: 'production', token: '' },
    env: { ...env, TOKEN_PRODUCTION: 'sandbox' },
  });
  expect(own.code, own.log).toBe(0);
  expect(production.world.articles()).toHaveLength(2);
});
