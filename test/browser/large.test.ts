import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDeep } from '../kit/depth.ts';
import { isWithoutBrowser, startChromium } from './chromium.ts';
import { type Checkout, checkout, openPage, type Previewed, startPreview } from './previewed.ts';

const corpus = new URL('../../../shared/corpus/bodies/', import.meta.url);
const present = existsSync(corpus);
if (!present) process.stderr.write('skipped: bodies of real workspaces are not beside this checkout\n');

/** Length of the largest body that a real workspace was seen to hold. */
const largest = 126_855;

/** The largest real bodies in a row, until they are as long as the largest there is; pictures are not fetched. */
function largeBody(): string {
  const bodies = readdirSync(corpus)
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(new URL(name, corpus), 'utf8'))
    .sort((a, b) => b.length - a.length);
  let html = '';
  for (const body of bodies) {
    if (html.length >= largest) break;
    html += body.replace(/\n/g, '').replace(/<img [^>]*>/g, '<img src="dot.png" width="200" height="100">');
  }
  return html;
}

declare global {
  interface Window {
    longTasks: { readonly start: number; readonly duration: number }[];
  }
}

/** Notes every stretch of more than 50 ms in which the page could not answer. */
async function noteLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ start: startTime, duration });
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** Long tasks while the whole page is scrolled through, screen by screen, once it stands. */
async function whileScrolling(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let step = 0; step < 10; step += 1) await frame();
    const since = performance.now();
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo({ top, behavior: 'instant' });
      await frame();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    return window.longTasks.filter(({ start }) => start >= since).map(({ duration }) => duration);
  });
}

describe.skipIf(!present || isWithoutBrowser())('the largest article', () => {
  let browser: Browser;
  let repository: Checkout;
  let preview: Previewed;

  beforeAll(async () => {
    [browser, repository] = await Promise.all([startChromium(), checkout('nothing')]);
    const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    await repository.write({ 'content/large.md': `---\ntitle: Large\nstate: published\n---\n\n${largeBody()}\n` });
    await repository.write({ 'content/dot.png': Buffer.from(dot, 'base64') });
    preview = await startPreview(repository.dir);
  });
  afterAll(async () => {
    await preview?.stop();
    await browser?.close();
    await repository?.gone();
  });

  test('is all there', async () => {
    const { page, wrong, close } = await openPage(browser);
    await page.goto(`${preview.url}en/articles/large.html`);
    expect((await page.locator('.body').innerHTML()).length).toBeGreaterThan(largest / 2);
    expect(wrong).toEqual([]);
    await close();
  });

  // How long tasks take depends on what else the machine does, so this is no test of every run.
  test.runIf(isDeep)('is scrolled through without a long task', async () => {
    const tries: (readonly number[])[] = [];
    // A task that is too long is too long every time; one that had to wait for another program is not.
    for (let run = 0; run < 6 && tries.at(-1)?.length !== 0; run += 1) {
      const { page, close } = await openPage(browser);
      await noteLongTasks(page);
      await page.goto(`${preview.url}en/articles/large.html`);
      tries.push(await whileScrolling(page));
      await close();
    }
    expect(tries.at(-1)).toEqual([]);
  });
});
