import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

it('a built preview warns of images that Intercom cannot reach, as check does', async () => {
  const { dir } = await makeRepository({
    'content/a.md': '# A\n\n![Shot](shot.svg)\n',
    'content/shot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  });
  const summary = (stdout: string) => stdout.match(/no problems|\d+ warnings?/)?.[0];
  const checked = await runIn(dir, ['check']);
  expect(checked.stdout).toContain('image-unreachable');
  const built = await runIn(dir, ['preview', '--offline', '--build', 'o']);
  expect([built.code, summary(built.stdout)]).toEqual([0, summary(checked.stdout)]);
  const json = await runIn(dir, ['preview', '--offline', '--build', 'o', '--json']);
  expect(json.stdout).toContain('image-unreachable');
  for (const page of ['en/articles/a.html', 'problems.html'])
    expect(await readFile(path.join(dir, 'o', page), 'utf8')).toContain('image-unreachable');
});

it('so does a served one, on the page of the article', async () => {
  const { dir } = await makeRepository({
    'content/a.md': '# A\n\n![Shot](shot.svg)\n',
    'content/shot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  });
  const stop = new AbortController();
  const page = (): Promise<string> =>
    new Promise((resolve) => {
      void runIn(dir, ['preview', '--offline', '--port', '0'], {
        signal: stop.signal,
        onStdout: (text) => {
          const url = /http:\S+/.exec(text)?.[0];
          if (url !== undefined) void until(`${url}en/articles/a.html`, 'image-unreachable').then(resolve);
        },
      });
    });
  expect(await page()).toContain('image-unreachable');
  stop.abort();
});

/** A page once it holds a text: what is compiled first is on it before the rest. */
async function until(url: string, text: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const page = await (await fetch(url)).text();
    if (page.includes(text) || tries === 200) return page;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
