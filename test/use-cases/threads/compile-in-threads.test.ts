import { expect, test } from 'vitest';
import { createMemo } from '../../../src/cache/run-memo.ts';
import { parseConfiguration } from '../../../src/config/settings.ts';
import { readRepository } from '../../../src/read/repository.ts';
import { compileInThreads } from '../../../src/use-cases/threads/compile-in-threads.ts';
import { makeRepository } from '../../kit/repository.ts';

test('a thread that ends before its time is an error with the name of the file that it was at', async () => {
  const { dir } = await makeRepository({ 'content/a.md': '# A\n', 'content/b.md': '# B\n', 'content/c.md': '# C\n' });
  const parsed = parseConfiguration('state: published\n', 'helpcentre.yml', dir);
  if (!parsed.ok) throw new Error('no configuration');
  const { repository } = await readRepository(dir, parsed.settings);
  const around = { repository, settings: parsed.settings, memo: createMemo('test') };
  const program = new URL('./ending-thread.mjs', import.meta.url);
  await expect(compileInThreads(repository.sources, around, { program, count: 1 })).rejects.toMatchObject({
    code: 'compiler-ended',
    message: expect.stringContaining('content/b.md ended: exit code 7'),
  });
});
