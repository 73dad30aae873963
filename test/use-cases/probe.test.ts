import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { type QuirkName, type Quirks, quirkNames, quirkTable, videoForms } from '../../src/model/quirks.ts';
import type { ApiVersion } from '../../src/model/settings.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { runs } from '../kit/depth.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { changingPictures } from '../sandbox/changing-pictures.ts';

/** A workspace with an article, a collection and a tag, and a repository beside it. */
async function workspace(options: Partial<SandboxOptions> = {}, version: ApiVersion = '2.16') {
  const sandbox = await startSandbox({ dir: null, version, ...options });
  onTestFinished(() => sandbox.close());
  const { world } = sandbox;
  const collection = await world.createCollection({ name: 'Ours' });
  await world.createArticle({ title: 'Theirs', parentId: collection.id, state: 'published' });
  await world.createArticle({ title: 'Loose', state: 'published' });
  const { dir } = await makeRepository({
    'helpcentre.yml': `apiVersion: "${version}"\n`,
    'content/a.md': '# A\n\nText.\n',
  });
  const env = { INTERCOM_ACCESS_TOKEN: 'sandbox', INTERCOM_BASE_URL: sandbox.url };
  return { sandbox, dir, env };
}

/** What the workspace holds, as anybody can see it. */
async function contents({ url }: Sandbox): Promise<unknown> {
  const get = async (at: string) => (await (await fetch(url + at, { headers: { authorization: 'Bearer sandbox' } })).json()).data;
  const centres = await get('/help_center/help_centers');
  return [
    await get('/articles?per_page=250'),
    await get('/help_center/collections?per_page=150'),
    await get(`/help_center/help_centers/${centres[0].id}/redirects`).catch(() => null),
  ];
}

async function answersIn(dir: string): Promise<Partial<Quirks>> {
  const { workspaces } = JSON.parse(await readFile(path.join(dir, 'helpcentre.lock.json'), 'utf8'));
  return (Object.values(workspaces)[0] as { facts: { answers: Partial<Quirks> } }).facts.answers;
}

test('a workspace is asked, and is as it was', async () => {
  const { sandbox, dir, env } = await workspace();
  const before = await contents(sandbox);
  const { code, stdout, stderr } = await runIn(dir, ['probe', '--yes'], { env });
  console.log(stdout, stderr, sandbox.log.length);
  expect(code).toBe(0);
  expect(await contents(sandbox)).toEqual(before);
});
