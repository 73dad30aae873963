import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fromHtml } from 'hast-util-from-html';
import type { Browser } from 'playwright-core';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneIn } from '../kit/depth.ts';
import { isWithoutBrowser, startChromium } from './chromium.ts';
import { type Checkout, checkout, openPage } from './previewed.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** A web server that gives out files and knows nothing else, below a path as on a host of pages. */
async function serveFolder(folder: string): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '', 'http://x');
    const asked = decodeURIComponent(pathname)
      .replace(/^\/below\/a\/path\//, '')
      .replace(/\/$|^$/, (end) => `${end}index.html`);
    readFile(path.join(folder, asked)).then(
      (bytes) => answer.setHeader('content-type', types[path.extname(asked)] ?? '').end(bytes),
      () => answer.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/below/a/path/`, close: () => server.close() };
}

/** Follows every link and fragment of the site, from its first page. @param load a page's HTML; null: there is none */
async function crawl(
  start: string,
  load: (url: string) => Promise<string | null>,
): Promise<{ readonly seen: readonly string[]; readonly dead: readonly string[] }> {
  const seen = new Set<string>();
  const dead: string[] = [];
  const root = new URL('.', start).href;
  for (const queue = [start]; queue.length > 0; ) {
    const url = queue.pop() ?? '';
    if (seen.has(url)) continue;
    seen.add(url);
    const html = await load(url);
    if (html === null) dead.push(url);
    const ids: string[] = [];
    const links: string[] = [];
    visit(fromHtml(html ?? ''), 'element', ({ tagName, properties: { id, href } }) => {
      if (typeof id === 'string') ids.push(id);
      if (tagName === 'a' && typeof href === 'string') links.push(new URL(href, url).href);
    });
    for (const link of links) {
      const [address = '', anchor = ''] = link.split('#', 2);
      if (address.startsWith(root))
        queue.push(address.endsWith('/') && address.startsWith('file:') ? `${address}index.html` : address);
      if (address === url && anchor !== '' && ids.filter((id) => id === decodeURIComponent(anchor)).length !== 1)
        dead.push(link);
    }
  }
  return { seen: [...seen], dead };
}

describe.skipIf(isWithoutBrowser())('the built folder', () => {
  let browser: Browser;
  let repository: Checkout;
  let folder: string;

  beforeAll(async () => {
    [browser, repository] = await Promise.all([startChromium(), checkout('the example')]);
    await repository.run(['publish', '--sandbox', '--yes']);
    await repository.write({ 'content/account/new-page.md': '---\ntitle: A new page\n---\n\nHello.\n' });
    folder = path.join(repository.dir, 'built');
    const { code, stderr } = await repository.run(['preview', '--sandbox', '--build', 'built']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
  afterAll(async () => {
    await browser?.close();
    await repository?.gone();
  });

  test('has no dead link on a web server, and holds the changes', async () => {
    const served = await serveFolder(folder);
    const { seen, dead } = await crawl(served.url, async (url) => {
      const answer = await fetch(url);
      return answer.ok ? answer.text() : null;
    });
    expect(dead).toEqual([]);
    const pages = seen.map((url) => decodeURIComponent(url.slice(served.url.length)));
    expect(pages).toEqual(
      expect.arrayContaining([
        'problems.html',
        'changes/inline/account/new-page.html',
        'fr/articles/getting-started/welcome.html',
      ]),
    );
    expect(pages.length).toBeGreaterThan(40);
    const { page, wrong, close } = await openPage(browser);
    for (const url of oneIn(8, seen)) await page.goto(url);
    expect(wrong).toEqual([]);
    await close();
    served.close();
  });

  test('needs no server: pages, pictures, search and links work from the disk', async () => {
    const { page, wrong, close } = await openPage(browser);
    await page.goto(pathToFileURL(path.join(folder, 'index.html')).href);
    await page.keyboard.press('/');
    await page.keyboard.type('guarantee');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/guarantees.html');
    const { seen, dead } = await crawl(pathToFileURL(path.join(folder, 'index.html')).href, (url) =>
      readFile(fileURLToPath(url), 'utf8').catch(() => null),
    );
    expect(dead).toEqual([]);
    expect(seen.length).toBeGreaterThan(40);
    for (const url of oneIn(8, seen)) await page.goto(url);
    await page.goto(pathToFileURL(path.join(folder, 'en/articles/repairs/bench.html')).href);
    expect(
      await page
        .locator('.body img')
        .first()
        .evaluate((image) => (image as HTMLImageElement).decode().then(() => (image as HTMLImageElement).naturalWidth)),
    ).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    await close();
  });
});
