import { describe, expect, test } from 'vitest';
import { previewOf, tagsIn } from './preview-of.ts';

const files = {
  'helpcentre.yml': 'state: published\nauthor: maria.lopez@example.com\n',
  'billing/_collection.yml':
    'name: Billing\ndescription: Money & more.\nicon: wallet\ntranslations: { fr: { name: Facturation } }\n',
  'billing/invoices.md':
    '---\ntitle: Invoices\ndescription: Where they go.\nstate: draft\n---\n## One\n\nSee [the plans](plans/prices.md#two) and ![a picture](../pic.png)\n\n## Two\n\nText.\n',
  'billing/invoices.fr.md': '---\ntitle: Factures\n---\nTexte.\n',
  'billing/plans/prices.md': '---\ntitle: Prices\n---\n## Two\n\nText.\n',
  'loose.md': '---\ntitle: "<b>Loose</b> & \\"more\\""\n---\nText with <script>alert(1)</script>.\n',
  'pic.png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
} as const;

describe('the home page', () => {
  test('shows the collections with description and count, and what is in none', async () => {
    const { page } = await previewOf(files);
    const html = await page({ kind: 'home', locale: 'en' });
    expect(html).toContain('<h3>Billing</h3><p>Money &amp; more.</p>');
    expect(html).toContain('2 articles');
    expect(html).toContain('href="en/collections/billing.html"');
    expect(html).toContain('Without a collection');
  });

  test('in another language shows that language, and only collections with something in it', async () => {
    const { page } = await previewOf(files);
    const html = await page({ kind: 'home', locale: 'fr' });
    expect(html).toContain('<html lang="fr" dir="ltr"');
    expect(html).toContain('<h3>Facturation</h3>');
    expect(html).toContain('1 article<');
    expect(html).not.toContain('Loose');
  });

  test('puts collections of other help centres below their names', async () => {
    const more = {
      'dev/_collection.yml': 'name: Billing\nhelpCentre: acme-<dev>\n',
      'dev/start.md': '---\ntitle: Start\n---\nText.\n',
    };
    const { page, site } = await previewOf({ ...files, ...more });
    const html = await page({ kind: 'home', locale: 'en' });
    expect(html).toMatch(
      /<h3>Billing<\/h3><p>Money[\s\S]*<h2>acme-&lt;dev&gt;<\/h2><ul class="cards"><li>[\s\S]*Billing/,
    );
    expect(new Set(site.collections.map(({ slug }) => slug)).size).toBe(3);
    expect((await previewOf(files)).site.collections.map(({ helpCentre }) => helpCentre)).toEqual([null, null]);
  });

  test('of an empty help centre says how to begin', async () => {
    const { page } = await previewOf({ 'readme.md': 'x' });
    expect(await page({ kind: 'home', locale: 'en' })).toContain('There are no articles yet');
  });
});

describe('a collection', () => {
  test('shows its articles, and its sections with theirs', async () => {
    const { page, site } = await previewOf(files);
    const html = await page({ kind: 'collection', locale: 'en', slug: 'billing' });
    expect(site.collections.map(({ slug }) => slug)).toEqual(['billing', 'billing-plans']);
    expect(html).toMatch(
      /<h1>Billing<\/h1>[\s\S]*Invoices[\s\S]*Draft[\s\S]*<h2><a href="billing-plans.html">Plans<\/a><\/h2>[\s\S]*Prices/,
    );
  });
});

describe('an article', () => {
  test('shows where it is, its title, description, author and state', async () => {
    const { page } = await previewOf(files);
    const html = await page({ kind: 'article', locale: 'en', key: 'billing/invoices.md' });
    expect(html).toMatch(/aria-label="Breadcrumb">.*Home.*href="\.\.\/\.\.\/collections\/billing\.html">Billing</);
    expect(html).toContain('<h1>Invoices</h1>');
    expect(html).toContain('Where they go.');
    expect(html).toContain('Maria Lopez');
    expect(html).toContain('<span class="badge draft" lang="en">Draft</span>');
  });

  test('has the body that would be sent, as Intercom rewrites it, with links to our pages and pictures', async () => {
    const { page } = await previewOf(files);
    const html = await page({ kind: 'article', locale: 'en', key: 'billing/invoices.md' });
    expect(html).toContain('<h2 id="one" class="size-1">One</h2>');
    expect(html).toContain('<a href="plans/prices.html#two" class="intercom-content-link">the plans</a>');
    expect(html).toMatch(/<img src="\.\.\/\.\.\/\.\.\/images\/[0-9a-f]{16}\/pic\.png" alt="a picture"/);
  });

  test('has a table of contents and links to its neighbours', async () => {
    const { page } = await previewOf({
      'c/a.md': '# A\n\nText.\n',
      'c/b.md': '# B\n\n## One\n\nText.\n\n## Two\n\nText.\n',
      'c/d.md': '# D\n\nText.\n',
    });
    const html = await page({ kind: 'article', locale: 'en', key: 'c/b.md' });
    expect(html).toContain('<li class="level-1"><a href="#two">Two</a></li>');
    expect(html).toMatch(/rel="prev" href="a\.html">.*rel="next" href="d\.html">/s);
    expect(html).toMatch(/Related articles.*href="a\.html">A<.*href="d\.html">D</s);
  });

  test('escapes what is written in its title, and runs nothing', async () => {
    const { page } = await previewOf(files);
    const html = await page({ kind: 'article', locale: 'en', key: 'loose.md' });
    expect(html).toContain('<h1>&lt;b&gt;Loose&lt;/b&gt; &amp; &quot;more&quot;</h1>');
    expect(html).toContain('&#x3C;script>alert(1)');
    expect(tagsIn(html, 'script')).toEqual(['<script src="../../assets/preview.js">']);
    expect(html).not.toMatch(/ on[a-z]+="| style="/);
  });

  test('leads to its other languages, and to their home pages where it has none', async () => {
    const { page } = await previewOf(files);
    const translated = await page({ kind: 'article', locale: 'en', key: 'billing/invoices.md' });
    expect(translated).toContain('<a href="../../../fr/articles/billing/invoices.html" lang="fr"');
    const alone = await page({ kind: 'article', locale: 'en', key: 'loose.md' });
    expect(alone).toMatch(/<a href="\.\.\/\.\.\/fr\/index\.html" lang="fr"[^>]* class="absent"/);
  });

  test('in a language that is written from the right says so', async () => {
    const { page } = await previewOf({ 'a.md': '# A\n\nText.\n', 'a.ar.md': '# عنوان\n\nنص.\n' });
    expect(await page({ kind: 'article', locale: 'ar', key: 'a.md' })).toContain('<html lang="ar" dir="rtl"');
  });
});

describe('problems', () => {
  const broken = {
    'a.md': '# A\n\nA [dead](nowhere.md) link and ~~this~~.\n',
    'b.md': '---\nnonsense: 1\n---\nText.\n',
    '_parts/part.md': 'A ~~snippet~~.\n',
    'c.md': '# C\n\n:::include{file=_parts/part.md}\n:::\n',
  };

  test('stand beside the article with their place, which opens the editor there', async () => {
    const { page, repository } = await previewOf(broken);
    const html = await page({ kind: 'article', locale: 'en', key: 'a.md' });
    expect(html).toContain('2 problems in this article');
    expect(html).toContain('link to &quot;nowhere.md&quot;, which does not exist');
    expect(html).toContain(`href="vscode://file${repository.dir}/content/a.md:3:3"><code>content/a.md:3:3</code>`);
    expect(html).toContain('would not be published');
    expect(html).toContain('A dead link');
  });

  test('of a snippet stand beside every article that it is in', async () => {
    const { page } = await previewOf(broken);
    expect(await page({ kind: 'article', locale: 'en', key: 'c.md' })).toContain('content/_parts/part.md:1:3');
  });

  test('all stand on one page', async () => {
    const { page, site } = await previewOf(broken);
    const html = await page({ kind: 'problems' });
    for (const { problem } of site.problems) expect(html).toContain(`${problem.place?.file}:${problem.place?.line}:`);
    expect(html).toContain('2 errors, which keep articles from being published, and');
  });

  test('a file that cannot be read leaves the article as it was, with a note', async () => {
    const { repository, site, again } = await previewOf({ 'a.md': '# A\n\nGood text.\n' });
    await repository.write({ 'content/a.md': '---\nstate: maybe\n---\n# A\n\nNew text.\n' });
    const after = await again(site);
    expect(after.articles.get('a.md')?.locales.en).toMatchObject({ condition: 'last-good', title: 'A' });
    expect(after.articles.get('a.md')?.locales.en?.body).toContain('Good text.');
    expect((await again()).articles.get('a.md')?.locales.en).toMatchObject({
      condition: 'broken',
      title: 'a.md',
      body: '',
    });
  });

  test('a file that was renamed is known by its text', async () => {
    const { repository, site, again } = await previewOf({ 'a.md': '# A\n\nText.\n' });
    await repository.write({ 'content/c/b.md': '# A\n\nText.\n' });
    await repository.remove('content/a.md');
    const after = await again(site);
    expect([...after.moved]).toEqual([['a.md', 'c/b.md']]);
    await repository.write({ 'content/d.md': '# A\n\nText.\n' });
    await repository.remove('content/c');
    expect([...(await again(after)).moved].sort()).toEqual([
      ['a.md', 'd.md'],
      ['c/b.md', 'd.md'],
    ]);
  });
});
