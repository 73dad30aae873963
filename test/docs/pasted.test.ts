import { fileURLToPath } from 'node:url';
import fastGlob from 'fast-glob';
import { expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { commandsIn, commandsOf, pageText, paste } from './pasted.ts';
import { sceneOf } from './scenes.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Made from examples that tests of their own run. */
const elsewhere = ['docs/reference/problems.md', 'docs/reference/json.md', 'docs/reference/commands.md'];

/** Of a checkout of this repository: whoever runs this test has run them, or their like. */
const ofCheckout = /dist\/cli\.js|npm test/;

const pages = (await fastGlob(['README.md', 'docs/*/*.md'], { cwd: root }))
  .filter((page) => !elsewhere.includes(page))
  .sort();
const pasted = await Promise.all(
  pages.map(async (page) => {
    const blocks = commandsOf(await pageText(page)).filter(({ script }) => !ofCheckout.test(script));
    return [page, blocks] as const;
  }),
);

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
