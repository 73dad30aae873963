import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { auditPage } from '../../src/site/index.ts';
import { auditedCentre, home } from '../kit/audited-centre.ts';
import { isWithoutBrowser, startChromium } from './chromium.ts';
import { openPage } from './previewed.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** An audit with findings of each kind of people, and very long words. */
function pageOfAudit(): Promise<string> {
  const gone = `<p>See <a href="${home}/en/articles/99">prices</a></p>`;
  const articles = Array.from({ length: 26 }, (_, at) => ({ id: String(100 + at), texts: { en: gone } }));
  const more = [
    { id: '10', parentId: null, texts: { en: { title: 'An-endless-word'.repeat(20), body: '<p>Lost</p>' } } },
    { id: '11', texts: { en: { state: 'draft', body: '' } as const } },
  ];
  const input = auditedCentre(
    [...articles, ...more],
    {},
    {
      app: 'https://app.intercom.com/a/apps/abc12345',
      files: new Map([['10', `content/${'a-folder/'.repeat(20)}lost.md`]]),
    },
  );
  return auditPage({ ...audit(input), notes: ['Three pictures could not be looked at.'] });
}

describe.skipIf(isWithoutBrowser())('the page of an audit', () => {
  let browser: Browser;
  let folder: string;
  let url: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'helpcentre-audit-'));
    await writeFile(path.join(folder, 'audit.html'), await pageOfAudit());
    url = pathToFileURL(path.join(folder, 'audit.html')).href;
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each(['light', 'dark'] as const)(
    '%s: axe finds nothing, and nothing is wider than a phone',
    async (colorScheme) => {
      const { page, wrong, close } = await openPage(browser, { colorScheme, reducedMotion: 'reduce' });
      await page.goto(url);
      // The themes share their parts: in the dark one only colours can be wrong.
      const rules = colorScheme === 'light' ? '' : ', runOnly: ["color-contrast", "link-in-text-block"]';
      for (const width of colorScheme === 'light' ? [1200, 360] : [1200]) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(axe);
        const { violations } = (await page.evaluate(
          `axe.run(document, { resultTypes: ["violations"]${rules} })`,
        )) as AxeResults;
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      expect(wrong).toEqual([]);
      await close();
    },
  );

  test('filters by who meets it, and by words', async () => {
    const { page, wrong, close } = await openPage(browser);
    await page.goto(url);
    const shown = (): Promise<number> => page.locator('.findings > li:visible').count();
    const kinds = (): Promise<number> => page.locator('.kind:visible').count();
    const all = await kinds();
    // More than a few of one kind are shown when they are asked for.
    expect(await shown()).toBeLessThan(26);
    await page.getByRole('radio', { name: 'Only your team' }).check();
    expect([await kinds(), await shown()]).toEqual([1, 1]);
    await page.getByRole('radio', { name: 'Everything' }).check();
    await page.getByLabel('Only findings with these words').fill('article 99 PRICES');
    expect([await kinds(), await shown()]).toEqual([1, 26]);
    expect(await page.getByRole('status').textContent()).toBe('26 findings with these words');
    await page.getByRole('radio', { name: 'Only your team' }).check();
    expect(await page.getByRole('status').textContent()).toBe('0 findings with these words');
    await page.getByRole('radio', { name: 'Everything' }).check();
    await page.getByLabel('Only findings with these words').fill('');
    expect(await kinds()).toBe(all);
    expect(wrong).toEqual([]);
    await close();
  });

  test('filters by who meets it without a script too', async () => {
    const { page, close } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(url);
    await page.getByRole('radio', { name: 'Readers miss it' }).check();
    expect(await page.locator('.rank.missed:visible').count()).toBe(1);
    expect(await page.locator('.rank.readers:visible, .filter:visible').count()).toBe(0);
    await close();
  });
});
