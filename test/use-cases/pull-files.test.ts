import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeContext } from '../../src/use-cases/context.ts';
import { readSourceFile, writeSourceFile } from '../../src/use-cases/pull/files.ts';
import { gatherSources, type Sources } from '../../src/use-cases/sources.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost } from '../kit/run-in.ts';

async function sourcesIn(dir: string): Promise<Sources> {
  const found = await gatherSources(makeContext(inventHost(dir).host, {}));
  if (!found.ok) throw new Error('no sources');
  return found.sources;
}

it('a file that was changed since it was compiled is not merged into', async () => {
  const repository = await makeRepository({ 'content/a.md': '# A\n' });
  const sources = await sourcesIn(repository.dir);
  await repository.write({ 'content/a.md': '# B\n' });
  expect(await readSourceFile('a.md', sources)).toBeNull();
  await repository.remove('content/a.md');
  expect(await readSourceFile('a.md', sources)).toBeNull();
});

it('a file that was changed since it was merged is not written over', async () => {
  const repository = await makeRepository({ 'content/a.md': '# A\n' });
  const sources = await sourcesIn(repository.dir);
  const file = await readSourceFile('a.md', sources);
  if (file === null) throw new Error('no file');
  await repository.write({ 'content/a.md': '# B\n' });
  expect(await writeSourceFile(file, '# C\n')).toBe(false);
  expect(await readFile(path.join(repository.dir, 'content/a.md'), 'utf8')).toBe('# B\n');
  await repository.write({ 'content/a.md': '# A\n' });
  expect(await writeSourceFile(file, '# C\n')).toBe(true);
  expect(await readFile(path.join(repository.dir, 'content/a.md'), 'utf8')).toBe('# C\n');
});
