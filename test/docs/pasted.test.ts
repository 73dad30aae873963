import { fileURLToPath } from 'node:url';
import fastGlob from 'fast-glob';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDeep } from '../kit/depth.ts';
import { makeRepository } from '../kit/repository.ts';
import { isMac, isWindows } from '../kit/system.ts';
import { commandsIn, commandsOf, pageText, paste } from './pasted.ts';
import { sceneOf } from './scenes.ts';
import { startWarmCommand, type WarmCommand } from './warm-command.ts';

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

/** The page whose lines all start the built command, from an empty folder to a publish. Deep runs start it everywhere. */
const asBuilt = 'README.md';

let command: WarmCommand;
beforeAll(async () => {
  command = await startWarmCommand();
});
afterAll(() => command.stop());

test('the pages have lines to paste', () => {
  expect(pasted.filter(([, blocks]) => blocks.length > 0).length).toBeGreaterThan(12);
});

test.each(pasted.filter(([, blocks]) => blocks.length > 0))(
  'no line of %s fails when it is pasted',
  async (page, blocks) => {
    const { dir, env } = await sceneOf(page);
    const bin = await commandsIn((await makeRepository({})).dir);
    const warm = isDeep || isWindows || isMac || page === asBuilt ? {} : { WARM_PORT: String(command.port) };
    for (const block of blocks) {
      const { code, said } = await paste(block, dir, bin, { ...env, ...warm });
      expect(code, `${page}:${block.line}\n${block.script}\n${said}`).toBe(0);
    }
  },
  120_000,
);
