import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runBuilt } from '../kit/built-command.ts';
import { makeRepository } from '../kit/repository.ts';

/** More than a thousand, with more text than stays in memory. */
const sources = Object.fromEntries(
  Array.from({ length: 1_010 }, (_, at) => [
    `content/part-${at % 7}/page-${at}.md`,
    `# Page ${at}\n\n[next](page-${at + 7}.md), [gone](gone-${at % 50}.md)\n\n${`Words of page ${at}, “quoted”. `.repeat(250)}\n`,
  ]),
);

test('texts of many sources are put aside on disk, or in memory where that cannot be, and all comes to the same', async () => {
  const { dir } = await makeRepository(sources);
  const own = path.join(dir, '.helpcentre');
  const run = async (...argv: readonly string[]) => {
    await rm(own, { recursive: true, force: true });
    if (argv.includes('in memory')) {
      await mkdir(own);
      await writeFile(path.join(own, 'tmp'), 'no folder');
    }
    const env = {
      XDG_CACHE_HOME: path.join(dir, '.home'),
      ...(argv.includes('off') ? { HELPCENTRE_CACHE: 'off' } : {}),
    };
    return runBuilt(['plan', '--offline', '--json'], { cwd: dir, env });
  };
  const onDisk = await run();
  expect(JSON.parse(onDisk.stdout)).toMatchObject({ problems: { length: 1_017 } });
  expect(await readdir(path.join(own, 'tmp'))).toEqual(['.gitignore']);
  expect(await run('in memory')).toEqual(onDisk);
  expect(await run('off')).toEqual(onDisk);
  expect(await readdir(dir)).not.toContain('.helpcentre');
});

/** Megabytes of V8's heap in which such a plan has to be made. The program itself takes about half of them. */
const heap = 64;

test('a first plan of many sources holds what is to be known of them, and not their texts', async () => {
  const texts = Array.from({ length: 3_000 }, (_, at) => [
    `content/part-${at % 7}/page-${at}.md`,
    `# Page ${at}\n\n[Another](page-${at % 7}.md#words)\n\n${`- **Words** of page ${at}, “quoted”, and \`code\`.\n`.repeat(60)}\n## Words\n`,
  ]);
  const { dir } = await makeRepository(Object.fromEntries(texts));
  const env = { XDG_CACHE_HOME: path.join(dir, '.home'), NODE_OPTIONS: `--max-old-space-size=${heap}` };
  const planned = await runBuilt(['plan', '--offline'], { cwd: dir, env });
  expect(planned.stdout).toContain('and 2,980 more to create');
});
