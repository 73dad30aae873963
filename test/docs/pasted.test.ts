import { fileURLToPath } from 'node:url';
import fastGlob from 'fast-glob';
import { expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { commandsIn, commandsOf, pageText, paste } from './pasted.ts';
import { sceneOf } from './scenes.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Made from examples that tests of their own run. */
const elsewhere = ['docs/reference/problems.md', 'docs/reference/json.md', 'docs/reference/commands.md'];

const pages = (await fastGlob('docs/*/*.md', { cwd: root })).filter((page) => !elsewhere.includes(page)).sort();
const pasted = await Promise.all(pages.map(async (page) => [page, commandsOf(await pageText(page))] as const));

test('the pages have lines to paste', () => {
  expect(pasted.filter(([, blocks]) => blocks.length > 0).length).toBeGreaterThan(12);
});

test.each(pasted.filter(([, blocks]) => blocks.length > 0))(
  'no line of %s fails when it is pasted',
  async (page, blocks) => {
    const { dir, env } = await sceneOf(page);
    const bin = await commandsIn((await makeRepository({})).dir);
    for (const block of blocks) {
      const { code, said } = await paste(block, dir, bin, env);
      expect(code, `${page}:${block.line}\n${block.script}\n${said}`).toBe(0);
    }
  },
  120_000,
);
