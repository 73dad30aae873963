import { request } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';
import { vectorGroups } from '../kit/vectors.ts';
import { isWithoutBrowser, startChromium } from './chromium.ts';
import { type Checkout, checkout, openPage, type Previewed, startPreview } from './previewed.ts';

/** What somebody might put into a source to have it run in the browser of whoever looks at it. */
const attacks = `---
title: "<script>alert('title')</script>"
description: "<img src=x onerror=alert('description')>"
state: published
---

<script>alert('script')</script>

<img src="x" onerror="alert('image')">

<a href="javascript:alert('link')">press</a>

<details ontoggle="alert('toggle')" open><summary>fold</summary>text</details>

<svg onload="alert('svg')"><script>alert('inside')</script></svg>

<iframe srcdoc="<script>alert('frame')</script>"></iframe>

<style>body { display: none }</style>

<p style="background: url(https://elsewhere.example/pixel.png)">styled</p>

<form action="https://elsewhere.example/"><button>send</button></form>

\`</script><script>alert('code')</script>\`

The last words.
`;

const vectors = vectorGroups().flatMap((group) => group.vectors);

describe.skipIf(isWithoutBrowser())('what sources hold', () => {
  let browser: Browser;
  let repository: Checkout;
  let preview: Previewed;

  beforeAll(async () => {
    [browser, repository] = await Promise.all([startChromium(), checkout('nothing')]);
    await repository.write({
      'content/attack.md': attacks,
      'content/plain.md': '---\ntitle: Plain\n---\n\nx\n',
      'content/vectors.md': `---\ntitle: Vectors\n---\n\n${vectors.join('\n\n')}\n`,
    });
    preview = await startPreview(repository.dir);
  });
  afterAll(async () => {
    await preview?.stop();
    await browser?.close();
    await repository?.gone();
  });

  test('does not run, and loads nothing from elsewhere', async () => {
    const { page, wrong, close } = await openPage(browser);
    await page.goto(preview.url);
    await page.keyboard.press('/');
    await page.keyboard.type('script');
    await page.getByRole('option').first().waitFor();
    for (const file of ['en/articles/attack.html', 'problems.html', 'changes/']) {
      await page.goto(preview.url + file);
      expect(await page.locator('main script, main iframe, main form:not(.asking), main style').count()).toBe(0);
    }
    await page.goto(`${preview.url}en/articles/attack.html`);
    await page.getByText('The last words.').waitFor();
    expect(
      await page
        .locator('main')
        .evaluate((main) =>
          [...main.querySelectorAll('*')]
            .flatMap(({ attributes }) => [...attributes].map(({ name }) => name))
            .filter((name) => name.startsWith('on') || name === 'style'),
        ),
    ).toEqual([]);
    expect(await page.locator('main a[href^="javascript:"]').count()).toBe(0);
    expect(wrong).toEqual([]);
    await close();
  });

  test('does not run in any of the ways that are known', async () => {
    const { page, wrong, close } = await openPage(browser);
    await page.goto(`${preview.url}en/articles/vectors.html`);
    await page.locator('main').waitFor();
    expect(await page.locator('main script, main iframe, main form:not(.asking), main style').count()).toBe(0);
    // Pictures of elsewhere are no attack; that they are not fetched here is a line on the console.
    const harm = wrong.filter((one) => !/^request to https:\/\/example\.com\/|ERR_FAILED$/.test(one));
    expect(harm).toEqual([]);
    await close();
  });

  test('does not run in a page that has no policy either', async () => {
    const { page, wrong, close } = await openPage(browser);
    const repository = repositoryOf({ 'b.md': '# B\n', 'i.png': 'i' });
    const bodies = vectors.map((vector) => compileBody(vector, repository, settingsOf()).body);
    await page.setContent(`<!doctype html><body>${bodies.join('')}</body>`, { waitUntil: 'commit' });
    await page.locator('body > *').last().waitFor({ state: 'attached' });
    expect(wrong.filter((one) => /^(?:dialog|error)/.test(one))).toEqual([]);
    await close();
  });

  test('would not run even if it got into a page: the policy lets no script but ours through', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(preview.url);
    const refused = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
          const script = document.createElement('script');
          script.textContent = 'window.ran = true';
          document.body.append(script);
        }),
    );
    expect(refused).toBe('script-src-elem');
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    await close();
  });

  test('is not given to a page that made its own name point here', async () => {
    const { port } = new URL(preview.url);
    const statusOf = (host: string, path = '/'): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect(await statusOf(`127.0.0.1:${port}`)).toBe(200);
    expect(await statusOf(`attacker.example:${port}`)).toBe(421);
    expect(await statusOf('127.0.0.1')).toBe(421);
    expect(await statusOf(`127.0.0.1:${port}`, '/images/../../helpcentre.yml')).toBe(404);
    expect(await statusOf(`127.0.0.1:${port}`, '/..%2f..%2fhelpcentre.yml')).toBe(404);
  });

  test('asks Intercom nothing because another site says so', async () => {
    const answer = await fetch(`${preview.url}changes/ask`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      redirect: 'manual',
    });
    expect(answer.status).toBe(403);
  });
});
