import { expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

test('a fence as long as the file is one', async () => {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'state: published\nflavour: docusaurus\n',
    'content/a.md': `# A\n\n${'~'.repeat(100_000)}\nText.\n`,
  });
  const { code, stderr } = await runIn(dir, ['check']);
  expect(stderr).not.toContain('unexpected');
  expect(code).toBe(0);
});
