import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../../src/sandbox/index.ts';
import { makeContext } from '../../../src/use-cases/context.ts';
import { sourcesOrThrow } from '../../../src/use-cases/plan.ts';
import { openChanges } from '../../../src/use-cases/preview/changes.ts';
import { makeRepository } from '../../kit/repository.ts';
import { inventHost, runIn } from '../../kit/run-in.ts';

it('Intercom is asked again after a publish, however short ago it was asked', async () => {
  const { dir } = await makeRepository({ 'content/a.md': '# A\n\nText.\n' });
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const { host } = inventHost(dir, { env });
  // No time passes, so that everything happens a short while ago.
  const context = makeContext({ ...host, now: () => 1000 }, {});
  const sources = await sourcesOrThrow(context);
  const changes = openChanges(context, sources, {});
  await changes.ask(sources);
  expect((await changes.view(sources))?.keys).toEqual(['a.md']);

  await runIn(dir, ['publish', '--yes'], { env });
  const asked = () => sandbox.log.filter(({ path }) => path.startsWith('/articles')).length;
  const before = asked();
  const told = new Promise<void>((resolve) => changes.watch(resolve));
  await changes.view(sources);
  await changes.ask(sources);
  expect(asked()).toBeGreaterThan(before);
  await told;
  const view = await changes.view(sources);
  expect(view).toMatchObject({ keys: [], unchanged: 1 });
  // And then it is left alone.
  const after = asked();
  await changes.ask(sources);
  expect(asked()).toBe(after);
});

it('an Intercom that does not answer is asked once after a publish', async () => {
  const { dir } = await makeRepository({ 'content/a.md': '# A\n\nText.\n' });
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const env: Record<string, string> = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const { host } = inventHost(dir, { env, hurry: 1000 });
  const context = makeContext({ ...host, now: () => 1000 }, {});
  const sources = await sourcesOrThrow(context);
  const changes = openChanges(context, sources, {});
  await changes.ask(sources);
  await runIn(dir, ['publish', '--yes'], { env });
  // Refused at once, and not a matter of waiting.
  env.INTERCOM_ACCESS_TOKEN = 'another';
  let told = 0;
  let looked = Promise.resolve();
  changes.watch(() => {
    told += 1;
    // As the preview does: whatever came, it looks again.
    if (told < 10) looked = changes.view(sources).then(() => changes.ask(sources));
  });
  await changes.view(sources);
  await changes.ask(sources);
  await looked;
  expect(told).toBe(1);
  expect((await changes.view(sources))?.trouble?.message).toContain('Intercom could not be asked');
});

it('a served preview shows no changes of another workspace than the one that was named, and says so', async () => {
  const { dir } = await makeRepository({ 'content/a.md': '# A\n\nText.\n' });
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const context = makeContext(inventHost(dir, { env }).host, {});
  const sources = await sourcesOrThrow(context);
  const changes = openChanges(context, sources, { workspace: 'TYPO' });
  await changes.ask(sources);
  const view = await changes.view(sources);
  expect(view?.keys).toEqual([]);
  expect(view?.trouble?.message).toContain('TYPO');
  await expect(changes.demandWorkspace()).rejects.toThrow('TYPO');
});
