import { expect, test } from 'vitest';
import { compileSources } from '../../../src/compile/compile.ts';
import { parseConfiguration } from '../../../src/config/settings.ts';
import { noMemo } from '../../../src/model/memo.ts';
import { readRepository } from '../../../src/read/repository.ts';
import { compileInSlices } from '../../../src/use-cases/preview/compile-in-slices.ts';
import { makeRepository } from '../../kit/repository.ts';

test('a page that another takes in is there, though it is compiled in another slice', async () => {
  const { dir } = await makeRepository({ 'content/a.md': '![[note]]\n', 'content/note.md': 'Of the note.\n' });
  const parsed = parseConfiguration('flavour: obsidian\n', 'helpcentre.yml', dir);
  if (!parsed.ok) throw new Error('no configuration');
  const { repository } = await readRepository(dir, parsed.settings);
  const units = await compileInSlices(repository, parsed.settings, { before: () => undefined, memo: noMemo }, () => 0);
  expect(units.get('a.md')?.body.html).toContain('Of the note.');
  expect([...units]).toEqual([...compileSources(repository, parsed.settings)]);
});
