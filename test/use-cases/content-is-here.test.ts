import { describe, expect, it } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const files = {
  'helpcentre.yml': 'content: .\nflavour: docusaurus\n',
  'a.md': '---\ntitle: A\n---\n\n[x](gone.md) and <Promo />.\n',
  'b/_collection.yml': 'nmae: B\n',
  'b/c.md': '---\ntitle: [1\n---\n',
  'x/y/z/w/d.md': '# D\n\nText.\n',
  'de.md': '# E\n\n:::include{file="gone.md"}\n',
};

describe('a content folder that is the folder of the configuration', () => {
  it.each([
    ['text', ['check', '--all']],
    ['JSON', ['check', '--json']],
    ['SARIF', ['check', '--format', 'sarif']],
    ['annotations', ['check', '--format', 'github']],
  ])('is in no path of %s', async (_, args) => {
    const { dir } = await makeRepository(files);
    const { stdout, stderr } = await runIn(dir, args);
    expect(stdout).toContain('a.md');
    expect(`${stdout}${stderr}`).not.toContain('./');
  });
});
