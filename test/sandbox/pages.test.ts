import { beforeEach, describe, expect, test } from 'vitest';
import { type TestBed, testBed } from './start.ts';

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
});

/** A page as a browser gets it, without following redirects. */
async function page(path: string, init: RequestInit = {}) {
  const answer = await fetch(new URL(path, bed.sandbox.url), { redirect: 'manual', ...init });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
}

const evil = `<script>alert(1)</script>"'&`;
const escaped = '&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;';

describe('what readers see', () => {
  test('a home with collections, collections with sections and articles, and articles', async () => {
    const top = await bed.collection({ name: 'Billing', description: 'About money' });
    const section = await bed.collection({ name: 'Invoices', parent_id: top.id });
    const fields = { title: 'Pay an invoice', description: 'How to', state: 'published' };
    const article = await bed.article({ ...fields, body: '<h2 id="a">A</h2><p>x</p>', parent_id: Number(section.id) });
    const home = await page('/');
    expect(home.status).toBe(200);
    expect(home.html).toContain(`<a class="card" href="${new URL(top.url).pathname}">`);
    expect(home.html).toMatch(/<h3>Billing<\/h3><p>About money<\/p>\n<p class="count-line" lang="en">1 article</);
    const collection = await page(top.url);
    expect(collection.html).toContain('Invoices</a></h2>');
    expect(collection.html).toMatch(new RegExp(`href="${new URL(article.url).pathname}">.*>Pay an invoice<.*>How to<`));
    const shown = await page(article.url);
    // The page's title is its first heading, so those of the body come below it.
    expect(shown.html).toMatch(/<h2 id="a"[^>]*>A<\/h2><p class="no-margin">x<\/p>/);
    expect(shown.html).toContain('Written by <b>Ada Byrne</b>');
    expect(shown.html).toMatch(
      /<li><a href="[^"]*\/collections\/[^"]*">Billing<\/a><\/li><li><a href="[^"]*">Invoices<\/a>/,
    );
  });

  test('the articles that are in no collection, on the home', async () => {
    const { url } = await bed.article({ title: 'Loose', state: 'published' });
    expect((await page('/sandbox-help/en')).html).toMatch(new RegExp(`href="${new URL(url).pathname}">.*>Loose<`));
  });

  test('no drafts, nor what is staged', async () => {
    const draft = await bed.article({ title: 'Hidden' });
    const { id, url } = await bed.article({ title: 'Shown', state: 'published' });
    await bed.sandbox.world.stageDraft(id, { title: 'Later' });
    const home = (await page('/')).html;
    expect([home.includes('Hidden'), home.includes('Shown'), home.includes('Later')]).toEqual([false, true, false]);
    expect((await page(url)).html).not.toContain('Later');
    expect((await page(`/sandbox-help/en/articles/${draft.id}`)).status).toBe(404);
  });

  test('an article under its present address, from an old one, and from its id alone', async () => {
    const { id, url } = await bed.article({ title: 'Old title', state: 'published' });
    const present = (await bed.put(`/articles/${id}`, { title: 'Nouveau: l’été!' })).body.url;
    expect(present).toBe(`${bed.sandbox.url}/sandbox-help/en/articles/${id}-nouveau-lete`);
    for (const old of [url, `/sandbox-help/en/articles/${id}`]) {
      const { status, headers } = await page(old);
      expect([status, headers.get('location')]).toEqual([301, new URL(present).pathname]);
    }
    expect((await page(present)).status).toBe(200);
    const japanese = (await bed.put(`/articles/${id}`, { title: '支払い 方法' })).body.url;
    expect((await page(japanese)).status).toBe(200);
  });

  test('the same article in other languages, where it is published in them', async () => {
    const fr = { title: 'Bonjour', state: 'published' };
    const de = { title: 'Hallo' };
    const { id, url } = await bed.article({ title: 'Hello', state: 'published', translated_content: { fr, de } });
    const { html } = await page(url);
    expect(html).toContain(`<a href="/sandbox-help/fr/articles/${id}-bonjour" lang="fr" hreflang="fr">fr</a>`);
    expect(html).toContain('lang="en" hreflang="en" aria-current="page">en</a>');
    expect(html).not.toContain('hreflang="de"');
    expect((await page(`/sandbox-help/fr/articles/${id}-bonjour`)).html).toContain('<html lang="fr" dir="ltr">');
    expect((await page(`/sandbox-help/de/articles/${id}`)).status).toBe(404);
  });

  test('images that open, under whichever name the page was opened', async () => {
    const { url } = await bed.article({ state: 'published', body: '<img src="https://example.com/a.png">' });
    const source = /<img [^>]*src="([^"]+)"/.exec((await page(url)).html)?.[1]?.replaceAll(/&amp;|&#x26;/g, '&') ?? '';
    expect(source).toMatch(/^\/i\/o\//);
    expect((await page(source)).status).toBe(200);
  });

  test('a page that says so where nothing is', async () => {
    for (const path of [
      '/nowhere',
      '/sandbox-help/xx',
      '/sandbox-help/en/articles/1',
      '/sandbox-help/en/x/1',
      '/favicon.ico',
    ]) {
      const { status, html } = await page(path);
      expect([path, status, html.includes('There is nothing here')]).toEqual([path, 404, true]);
    }
  });
});

describe('every page', () => {
  test('escapes what people wrote', async () => {
    const top = await bed.collection({ name: evil, description: evil });
    const article = await bed.article({
      title: evil,
      description: evil,
      state: 'published',
      parent_id: Number(top.id),
    });
    const paths = ['/', top.url, article.url, '/workspace', `/workspace/articles/${article.id}`];
    for (const path of paths) {
      const { status, html } = await page(path);
      expect([path, status]).toEqual([path, 200]);
      expect(html).toContain(escaped);
      expect(html).not.toContain('<script');
    }
  });

  test('shows no script that a body was sent with', async () => {
    const body =
      '<p onclick="x()">a<script>x()</script><a href="javascript:x()">b</a></p><img src="https://example.com/a.png" onerror="x()">';
    const { url } = await bed.article({ body, state: 'published' });
    const { html } = await page(url);
    expect(html).not.toMatch(/<script|javascript:|onclick|onerror/);
  });

  test('links to the sandbox under whichever name the page was opened, and shows colours without styles', async () => {
    const other = await bed.article({ title: 'Other', state: 'published' });
    const callout =
      '<div class="intercom-interblocks-callout" style="background-color: #feedaf; border-color: #fbc91633"><p>x</p></div>';
    const { url } = await bed.article({ body: `<p><a href="${other.url}">o</a></p>${callout}`, state: 'published' });
    const { html } = await page(url);
    expect(html).toContain(`<a href="${new URL(other.url).pathname}"`);
    expect(html).not.toContain('style=');
    expect(html).toMatch(/class="intercom-interblocks-callout bg-feedaf/);
    expect((await page('/-/colours.css')).html).toContain('.body .bg-feedaf');
  });

  test('may load its style and its images, and run nothing', async () => {
    const { headers } = await page('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(policy).not.toContain('script-src');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const style = await page('/-/style.css');
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  });

  test('is no request to the API', async () => {
    await page('/');
    await page('/workspace');
    expect(bed.sandbox.log).toEqual([]);
  });
});

describe('the workspace page', () => {
  test('lists drafts, what is staged, and the last requests', async () => {
    await bed.article({ title: 'Hidden' });
    const { id } = await bed.article({ title: 'Shown', state: 'published' });
    await bed.sandbox.world.stageDraft(id, { title: 'Later' });
    const { html } = await page('/workspace');
    expect(html).toContain('Hidden');
    expect(html).toContain('unpublished draft');
    expect(html).toContain('<code>POST /articles</code> 200');
  });
});

describe('the form of an article', () => {
  const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
    method: 'POST',
    headers: { origin: bed.sandbox.url, ...headers },
    body: new URLSearchParams({
      locale: 'en',
      title: 'Title',
      body: '',
      state: 'draft',
      by: '',
      action: 'save',
      ...fields,
    }),
  });

  test('changes it as another teammate does', async () => {
    const { id } = await bed.article({ state: 'published', body: '<p>x</p>' });
    const path = `/workspace/articles/${id}`;
    const tom = bed.sandbox.world.teammates()[1];
    expect((await page(path)).html).toContain(`<option value="${tom?.id}" selected>Tom Quinn</option>`);
    const fields = { title: 'By Tom', body: '<h2 id="h"><b>A</b></h2>', state: 'published', by: tom?.id ?? '' };
    expect((await page(path, form(fields))).headers.get('location')).toBe('/workspace');
    expect((await bed.get(`/articles/${id}`)).body).toMatchObject({
      title: 'By Tom',
      // Headings keep their markup and their level in the editor.
      body: '<h2 id="h"><b>A</b></h2>',
      state: 'published',
      updated_by_id: Number(tom?.id),
    });
  });

  test('leaves the body as it is when only the title was changed', async () => {
    const { id, body } = await bed.article({ body: '<p>a</p><p></p><p>b &amp; c</p><pre><code>x<br>y</code></pre>' });
    const path = `/workspace/articles/${id}`;
    const shown = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec((await page(path)).html)?.[1] ?? '';
    const typed = shown
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    await page(path, form({ title: 'New', body: typed.replaceAll('\n', '\r\n'), by: String(bed.author) }));
    expect((await bed.get(`/articles/${id}`)).body).toMatchObject({ title: 'New', body });
  });

  test('saves an unpublished draft, and deletes', async () => {
    const { id } = await bed.article({ title: 'Live', state: 'published' });
    const path = `/workspace/articles/${id}`;
    await page(path, form({ title: 'Later', action: 'stage', by: String(bed.author) }));
    expect((await bed.get(`/articles/${id}`)).body).toMatchObject({ title: 'Live', has_unpublished_changes: true });
    const { html } = await page(path);
    expect(html).toContain('the text of an unpublished draft');
    expect(html).toContain('value="Later"');
    await page(path, form({ action: 'delete' }));
    expect((await bed.get(`/articles/${id}`)).status).toBe(404);
  });

  test('shows a refusal and what was typed', async () => {
    const { id } = await bed.article();
    const { status, html } = await page(
      `/workspace/articles/${id}`,
      form({ body: '<dl></dl>', by: String(bed.author) }),
    );
    expect([status, html.includes('definition lists are not supported'), html.includes('&lt;dl&gt;')]).toEqual([
      400,
      true,
      true,
    ]);
  });

  test('is not taken from another site', async () => {
    const { id } = await bed.article();
    const path = `/workspace/articles/${id}`;
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    ]) {
      expect((await page(path, form({ title: 'Taken' }, headers))).status).toBe(403);
    }
    const { origin: _, ...headers } = form({}).headers as Record<string, string>;
    expect((await page(path, { ...form({ title: 'Taken' }), headers })).status).toBe(403);
    expect((await bed.get(`/articles/${id}`)).body.title).toBe('Title');
  });
});
