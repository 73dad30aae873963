import { expect, test } from 'vitest';
import { parseConfiguration } from '../../../src/config/settings.ts';
import { noMemo } from '../../../src/model/memo.ts';
import { readRepository } from '../../../src/read/repository.ts';
import { unitsOf } from '../../../src/use-cases/threads/units-of.ts';
import { makeRepository } from '../../kit/repository.ts';
import { inventHost } from '../../kit/run-in.ts';

/** Compiles two small sources; a second thread, if one is started, ends at once. */
async function compiled(configuration: string, env: Readonly<Record<string, string>>): Promise<number> {
  const { dir } = await makeRepository({ 'content/a.md': '# A\n', 'content/b.md': '# B\n' });
  const parsed = parseConfiguration(configuration, 'helpcentre.yml', dir);
  if (!parsed.ok) throw new Error('no configuration');
  const { repository } = await readRepository(dir, parsed.settings);
  const { host } = inventHost(dir, { env });
  const threads = new URL('./ending-thread.mjs', import.meta.url);
  const made = await unitsOf({ host: { ...host, threads } }, repository, parsed.settings, {
    ...{ previous: undefined, memo: noMemo },
  });
  return made.size;
}

const inTwo = { code: 'compiler-ended' };

test('a few sources are compiled in one thread', async () => {
  expect(await compiled('state: published\n', {})).toBe(2);
});

test('the configuration and the environment say in how many, and the environment counts before it', async () => {
  await expect(compiled('threads: 2\n', {})).rejects.toMatchObject(inTwo);
  await expect(compiled('state: published\n', { HELPCENTRE_THREADS: '2' })).rejects.toMatchObject(inTwo);
  await expect(compiled('threads: 1\n', { HELPCENTRE_THREADS: '2' })).rejects.toMatchObject(inTwo);
  expect(await compiled('threads: 2\n', { HELPCENTRE_THREADS: '1' })).toBe(2);
  expect(await compiled('threads: 1\n', {})).toBe(2);
});
