import { expect, onTestFinished, test } from 'vitest';
import { IntercomError } from '../../src/model/workspace.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { connectLooks } from '../../src/use-cases/connect.ts';
import { makeContext } from '../../src/use-cases/context.ts';
import { sourcesOrThrow } from '../../src/use-cases/plan.ts';
import { inItsRegion } from '../../src/use-cases/wrong-region.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost } from '../kit/run-in.ts';

async function scene(token: string, target = '') {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const { dir } = await makeRepository({ 'content/a.md': '# A\n', 'helpcentre.yml': target });
  const variable = target === '' ? 'INTERCOM_ACCESS_TOKEN' : 'TOKEN';
  const { host } = inventHost(dir, { env: { [variable]: token } });
  const context = makeContext(host, {});
  // The workspace of the token is in one region, and nowhere else.
  const open: typeof connectLooks = (one, settings, folder) => {
    const there = settings.region === 'eu' ? sandbox.token : 'unknown';
    const env = { ...one.host.env, INTERCOM_BASE_URL: sandbox.url, [variable]: there };
    return connectLooks({ ...one, host: { ...one.host, env } }, settings, folder);
  };
  const { settings } = await sourcesOrThrow(context);
  const read = (status: number) => () =>
    Promise.reject(
      new IntercomError({ method: 'GET', path: '/me', status, code: 'x', requestId: null, detail: '', message: 'no' }),
    );
  return { context, settings, open, read, sandbox };
}

test.each([401, 404])('a refusal with %i is told as the region that the token opens', async (status) => {
  const { context, settings, open, read } = await scene('somebodys');
  const asked = inItsRegion(context, { sandboxUrl: null }, settings, read(status), open);
  await expect(asked).rejects.toMatchObject({
    code: 'wrong-region',
    message: 'the token is refused in region "us", and opens a workspace in region "eu"',
    help: 'Set "region: eu" in helpcentre.yml, or INTERCOM_REGION.',
  });
});

test('the token of a target is tried, and no other, and the target is named', async () => {
  const target = 'targets: { staging: { workspace: abc, tokenVariable: TOKEN } }\n';
  const { context, settings, open, read } = await scene('somebodys', target);
  const asked = inItsRegion(context, { sandboxUrl: null }, settings, read(401), open);
  await expect(asked).rejects.toMatchObject({
    code: 'wrong-region',
    help: 'Set "region: eu" for the target "staging" in helpcentre.yml.',
  });
});

test('any other trouble is told as it is, and asks no other region', async () => {
  const { context, settings, open, read, sandbox } = await scene('somebodys');
  const asked = inItsRegion(context, { sandboxUrl: null }, settings, read(500), open);
  await expect(asked).rejects.toMatchObject({ status: 500 });
  expect(sandbox.log).toEqual([]);
});

test('an address of one’s own has no regions', async () => {
  const { context, settings, open, read, sandbox } = await scene('somebodys');
  const own = { ...context, host: { ...context.host, env: { ...context.host.env, INTERCOM_BASE_URL: sandbox.url } } };
  await expect(inItsRegion(own, { sandboxUrl: null }, settings, read(401), open)).rejects.toMatchObject({
    status: 401,
  });
  expect(sandbox.log).toEqual([]);
});
