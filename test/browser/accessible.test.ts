import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDeep, oneIn } from '../kit/depth.ts';
import { found } from './axe.ts';
import { isWithoutBrowser } from './chromium.ts';
import { type Connected, desktop, openPage, startConnected, type Watched } from './previewed.ts';

/** A kind of page, and what is done on it first. */
interface Kind {
  readonly name: string;
  readonly address: string;
  readonly first?: (page: Page) => Promise<void>;
}

const kinds: readonly Kind[] = [
  { name: 'home', address: '' },
  { name: 'home in another language', address: 'fr/' },
  { name: 'collection', address: 'en/collections/repairs.html' },
  { name: 'article', address: 'en/articles/repairs/bench.html' },
  { name: 'article with code, callouts and sections', address: 'en/articles/account/api.html' },
  { name: 'article with problems', address: 'en/articles/account/broken.html' },
  { name: 'problems', address: 'problems.html' },
  { name: 'changes', address: 'changes/' },
  { name: 'change, inline', address: 'changes/inline/account/plans-and-prices.html' },
  { name: 'change, side by side', address: 'changes/side-by-side/account/plans-and-prices.html' },
  { name: 'edit in Intercom', address: 'changes/inline/account/invite-people.html' },
  { name: 'page that is not there', address: 'no/such/page.html' },
  {
    name: 'search with findings',
    address: 'en/articles/repairs/bench.html',
    async first(page) {
      await page.keyboard.press('/');
      await page.keyboard.type('repair');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'open language menu',
    address: '',
    first: (page) => page.getByText('EN', { exact: true }).click(),
  },
];

/** Addresses of the pages that axe looks at on a phone too. */
const onPhone = oneIn(3, kinds).map(({ address }) => address);

describe.skipIf(isWithoutBrowser())('everybody can use the preview', () => {
  let scene: Connected;

  beforeAll(async () => {
    const file = 'content/account/plans-and-prices.md';
    scene = await startConnected('the example', {}, async (repository, workspace) => {
      await workspace.edit('Invite people', { body: '<h1>Another text</h1><p>Somebody wrote it in Intercom.</p>' });
      const text = await readFile(`${repository.dir}/${file}`, 'utf8');
      await repository.write({
        [file]: text.replace('three plans', 'four plans').replace('## ', '> [!CAUTION]\n> Mind this.\n\n## '),
        'content/account/broken.md': '---\ntitle: Broken links\nstate: draft\n---\n\nSee [this](nowhere.md).\n',
      });
    });
    const { page, close } = await openPage(scene.browser);
    await page.goto(`${scene.preview.url}changes/`);
    await page.getByRole('region', { name: 'Edited in Intercom 1' }).waitFor();
    await close();
  });
  afterAll(() => scene?.stop());

  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    let watched: Watched;
    // One page goes from address to address: a new one is a new process, which compiles axe again.
    beforeAll(async () => {
      watched = await openPage(scene.browser, { colorScheme, reducedMotion: 'reduce' });
    });
    afterAll(() => watched?.close());

    // A page of each kind in the light theme; in the dark one, whose parts are the same, every fifth.
    test.each(colorScheme === 'light' ? kinds : oneIn(5, kinds))(
      '$name: axe finds nothing, and nothing is wider than a phone',
      async ({ address, first }) => {
        const { page } = watched;
        await page.setViewportSize(desktop);
        await page.goto(scene.preview.url + address);
        await first?.(page);
        // A theme changes the colours and nothing else.
        expect(await found(page, colorScheme === 'light' || isDeep ? 'all' : 'colours')).toEqual([]);
        // What a phone changes is the layout, not the colours, and of the parts that all pages share it is the same.
        await page.setViewportSize({ width: 360, height: 740 });
        if (colorScheme === 'light' && onPhone.includes(address)) expect(await found(page, 'all')).toEqual([]);
        // Nothing is wider than the screen.
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      },
    );
  });

  test('the keyboard alone reaches everything, and it can be seen where it is', async () => {
    const { page, wrong, close } = await openPage(scene.browser, { reducedMotion: 'reduce' });
    await page.goto(`${scene.preview.url}changes/inline/account/plans-and-prices.html`);
    const reached: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return null;
        const field = element.closest('.field') ?? element;
        const { outlineStyle, outlineWidth } = getComputedStyle(field);
        const box = element.getBoundingClientRect();
        const isSeen =
          outlineStyle !== 'none' && outlineWidth !== '0px' && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
        return {
          name: (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim(),
          isSeen,
        };
      });
      if (at === null) break;
      expect(at).toEqual({ ...at, isSeen: true });
      reached.push(at.name);
    }
    expect(reached[0]).toBe('Skip to content');
    expect(reached).toEqual(
      expect.arrayContaining(['Search all articles', 'Changes', 'Inline', 'Side by side', 'See the page']),
    );
    await page.goto(scene.preview.url);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(wrong).toEqual([]);
    await close();
  });
});
