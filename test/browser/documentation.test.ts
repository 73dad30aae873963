import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDeep, oneIn } from '../kit/depth.ts';
import { runIn } from '../kit/run-in.ts';
import { found } from './axe.ts';
import { isWithoutBrowser, startChromium } from './chromium.ts';
import { desktop, openPage } from './previewed.ts';

const docs = fileURLToPath(new URL('../../docs', import.meta.url));

/** The largest: what is wrong with its form is wrong with others of that form, and axe needs its time for each. */
const large = ['problems.html', 'json.html'];

/** In the page: whether the title of an article covers nothing of it, and both begin at the same edge. */
function isTitleAbove(): boolean {
  const [title, text] = ['.head h1', 'article.body'].map((part) =>
    document.querySelector(part)?.getBoundingClientRect(),
  );
  return (
    title === undefined || text === undefined || (title.bottom <= text.top && Math.abs(title.left - text.left) < 2)
  );
}

describe.skipIf(isWithoutBrowser())('the documentation, built by the command itself', () => {
  let dir: string;
  let browser: Browser;
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-docs-'));
    const own = (file: string) => !/[\\/](?:\.helpcentre|site)$/.test(file);
    await cp(docs, path.join(dir, 'docs'), { recursive: true, filter: own });
    const built = await runIn(dir, [
      'preview',
      '--build',
      'site',
      '--readers',
      '--name',
      'helpcentre',
      '--cwd',
      'docs',
    ]);
    expect(built.code, built.stdout + built.stderr).toBe(0);
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(dir, { recursive: true, force: true });
  });

  test('axe finds nothing on it, in both themes, and nothing is wider than a phone', async () => {
    const site = path.join(dir, 'site');
    const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
    // A page without a list of its parts has another layout.
    const short = names.filter((name) => name.endsWith('redirects.html'));
    expect(short.length).toBe(1);
    const pages = [...new Set([...oneIn(6, names), ...short])].filter(
      (name) => isDeep || !large.some((one) => name.endsWith(one)),
    );
    expect(pages.length).toBeGreaterThan(5);
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await openPage(browser, { colorScheme, reducedMotion: 'reduce' });
      for (const name of pages) {
        await page.setViewportSize(desktop);
        await page.goto(pathToFileURL(path.join(site, name)).href);
        expect(await page.evaluate(isTitleAbove), `${name}: the title stands above the text, and at its left`).toBe(
          true,
        );
        const rules = colorScheme === 'light' ? 'all' : 'colours';
        expect(await found(page, rules), `${name} in the ${colorScheme} theme`).toEqual([]);
        await page.setViewportSize({ width: 360, height: 740 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(360);
      }
      await close();
    }
  }, 600_000);
});
