import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { writerFor } from '../kit/world.ts';

test('a redirect that is there already is the answer where it leads to the same, and an error where it does not', async () => {
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const writer = writerFor(sandbox);
  const [one, two] = [
    await sandbox.world.createArticle({ title: 'One' }),
    await sandbox.world.createArticle({ title: 'Two' }),
  ];
  const { helpCentres } = await writer.snapshot({ defaultLocale: 'en' });
  const [centre] = helpCentres;
  const url = centre?.url ?? '';
  const id = centre?.id ?? '';
  const write = { centre: { id, url }, address: '/en/old', locale: 'en', targetType: 'article' } as const;
  const made = await writer.createRedirect({ ...write, targetId: one.id });
  expect(await writer.createRedirect({ ...write, targetId: one.id })).toEqual(made);
  await expect(writer.createRedirect({ ...write, targetId: two.id })).rejects.toMatchObject({ status: 409 });
  expect(await writer.redirects({ id, url })).toEqual([made]);
  expect(await writer.redirects({ id, url: null })).toEqual([]);
  await writer.deleteRedirect(id, made.id);
  await writer.deleteRedirect(id, made.id);
  expect(await writer.redirects({ id, url })).toEqual([]);
});
