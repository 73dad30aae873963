import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWithoutBrowser, startChromium } from './chromium.ts';
import { type Checkout, checkout, openPage, type Previewed, startPreview } from './previewed.ts';

describe.skipIf(isWithoutBrowser())('somebody who reads the preview', () => {
  let browser: Browser;
  let repository: Checkout;
  let preview: Previewed;

  beforeAll(async () => {
    [browser, repository] = await Promise.all([startChromium(), checkout('the example')]);
    preview = await startPreview(repository.dir);
  });
  afterAll(async () => {
    await preview?.stop();
    await browser?.close();
    await repository?.gone();
  });

  test('goes from the home page to a collection, an article, and along a link in it', async () => {
    const { page, wrong, close } = await openPage(browser);
    await page.goto(preview.url);
    await page.getByRole('link', { name: /^Repairs/ }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Repairs');
    await page
      .getByRole('link', { name: /Find your way around the Bench/ })
      .first()
      .click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Find your way around the Bench');
    await page.locator('.body').getByRole('link', { name: 'quote' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/quote/i);
    expect(wrong).toEqual([]);
    await close();
  });

  test('sees every picture of every article', async () => {
    const { page, wrong, close } = await openPage(browser);
    await page.goto(`${preview.url}en/articles/repairs/bench.html`);
    const sizes = await page.locator('.body img').evaluateAll((images) =>
      Promise.all(
        (images as HTMLImageElement[]).map(async (image) => {
          await image.decode();
          return image.naturalWidth;
        }),
      ),
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    await close();
  });

  test('searches as they type, and opens what was found with the keyboard', async () => {
    const { page, wrong, close } = await openPage(browser);
    await page.goto(preview.url);
    await page.keyboard.press('/');
    await page.keyboard.type('garantee', { delay: 10 });
    const found = page.getByRole('option');
    await found.first().waitFor();
    expect(await found.first().textContent()).toContain('guarantee');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/guarantees.html');
    expect(wrong).toEqual([]);
    await close();
  });

  test('is told when nothing was found', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(preview.url);
    await page.getByRole('combobox').fill('qqqqqqq');
    await page.getByText('Nothing found.').first().waitFor();
    expect(await page.getByRole('option').count()).toBe(0);
    await close();
  });

  test('switches the language, and stays on the article', async () => {
    const { page, wrong, close } = await openPage(browser);
    await page.goto(`${preview.url}en/articles/getting-started/welcome.html`);
    await page.getByText('EN', { exact: true }).click();
    await page.getByRole('link', { name: 'Français' }).click();
    await page.waitForURL('**/fr/articles/getting-started/welcome.html');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(wrong).toEqual([]);
    await close();
  });

  test('sees drafts marked, and what check found, with its line', async () => {
    await repository.write({
      'content/account/half-done.md': '---\ntitle: Half done\nstate: draft\n---\n\nSee [this](no-such-page.md).\n',
      'content/account/half-written.md': '---\ntitle: Half written\nstate: draft\n---\n\nNot yet.\n',
    });
    const { page, wrong, close } = await openPage(browser);
    await page.goto(`${preview.url}en/collections/account-and-billing.html`);
    await page.getByText('Half done').first().waitFor();
    await page
      .getByRole('link', { name: /Half written/ })
      .first()
      .click();
    await page.locator('.badge.draft').first().waitFor();
    await page.goto(`${preview.url}en/articles/account/half-done.html`);
    const panel = page.locator('[data-problems]');
    expect(await panel.textContent()).toContain('content/account/half-done.md:6:5');
    await repository.remove('content/account/half-done.md');
    await repository.remove('content/account/half-written.md');
    expect(wrong).toEqual([]);
    await close();
  });

  test('sees a saved file at once, and stays where they were in the page', async () => {
    const paragraphs = Array.from({ length: 120 }, (_, index) => `Paragraph number ${index + 1} of many.`);
    const text = (list: readonly string[]): string =>
      `---\ntitle: A long page\nstate: published\n---\n\n${list.join('\n\n')}\n`;
    const file = 'content/account/long.md';
    await repository.write({ [file]: text(paragraphs) });
    const { page, wrong, close } = await openPage(browser);
    await page.goto(`${preview.url}en/collections/account-and-billing.html`);
    await page
      .getByRole('link', { name: /A long page/ })
      .first()
      .click();
    // A page that has just come is still being laid out.
    await page.getByText('Paragraph number 60 of many.').waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page
      .getByText('Paragraph number 60 of many.')
      .evaluate((node) => node.scrollIntoView({ block: 'start', behavior: 'instant' }));
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
    // What they were reading stays under their eyes, whatever is laid out anew above it.
    const place = () =>
      page.getByText('Paragraph number 60 of many.').evaluate((node) => node.getBoundingClientRect().top);
    const before = await place();
    await repository.write({ [file]: text(paragraphs.with(60, 'This one was written anew.')) });
    await page.getByText('This one was written anew.').waitFor();
    // Less than anybody sees: heights of lines are no whole pixels.
    expect(Math.abs((await place()) - before)).toBeLessThan(3);
    expect(await page.getByText('Paragraph number 61 of many.').count()).toBe(0);
    // While its front matter is broken, the page stays what it was, and says so.
    await repository.write({ [file]: '---\ntitle: [\n---\n\nx\n' });
    await page.getByText('The file has errors now.', { exact: false }).waitFor();
    expect(await page.getByText('This one was written anew.').count()).toBe(1);
    await repository.remove(file);
    await page.getByRole('heading', { level: 1, name: /not/i }).waitFor();
    expect(wrong.filter((one) => !one.includes('404'))).toEqual([]);
    await close();
  });

  test('is taken along when a file is renamed', async () => {
    await repository.write({ 'content/account/old-name.md': '---\ntitle: Renamed\n---\n\nThe same text.\n' });
    const { page, close } = await openPage(browser);
    await page.goto(`${preview.url}en/collections/account-and-billing.html`);
    await page
      .getByRole('link', { name: /Renamed/ })
      .first()
      .click();
    await page.getByText('The same text.').waitFor();
    await repository.write({ 'content/account/new-name.md': '---\ntitle: Renamed\n---\n\nThe same text.\n' });
    await repository.remove('content/account/old-name.md');
    await page.waitForURL('**/new-name.html');
    await repository.remove('content/account/new-name.md');
    await close();
  });

  test('reads without scripts too', async () => {
    const { page, wrong, close } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(preview.url);
    await page.getByRole('link', { name: /^Repairs/ }).click();
    await page
      .getByRole('link', { name: /Find your way around the Bench/ })
      .first()
      .click();
    expect(await page.locator('.body').count()).toBe(1);
    expect(wrong).toEqual([]);
    await close();
  });
});
