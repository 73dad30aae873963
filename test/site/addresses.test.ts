import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allPages, fileOf, pageAt, relativeLink } from '../../src/site/addresses.ts';
import { previewOf } from './preview-of.ts';

describe('addresses of pages', () => {
  test.each([
    ['index.html', 'en/articles/a.html', 'en/articles/a.html'],
    ['en/articles/b/c.html', 'en/articles/b/d.html', 'd.html'],
    ['en/articles/b/c.html', 'index.html', '../../../index.html'],
    ['en/articles/b.html', 'en/articles/b/c.html', 'b/c.html'],
    ['en/articles/b/c.html', 'fr/articles/b/c.html', '../../../fr/articles/b/c.html'],
    ['index.html', 'en/articles/a b?.html', 'en/articles/a%20b%3F.html'],
  ])('a link from %s to %s is %s', (from, to, link) => {
    expect(relativeLink(from, to)).toBe(link);
  });

  test('a link leads to the file it was made for, from wherever it stands', () => {
    const part = fc.stringMatching(/^[a-zà-ü0-9 ?#%&()'!-]{1,8}$/).filter((text) => text.trim() !== '' && text !== '.');
    const file = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.html`);
    fc.assert(
      fc.property(file, file, (from, to) => {
        const base = `http://site/${from.split('/').map(encodeURIComponent).join('/')}`;
        expect(decodeURIComponent(new URL(relativeLink(from, to), base).pathname)).toBe(`/${to}`);
      }),
    );
  });

  test('every page is found at its file, and no two pages have one', async () => {
    const { site } = await previewOf({
      'a.md': '# A\n\nText.\n',
      'a.fr.md': '# A\n\nTexte.\n',
      'c d/e?f.md': '# E\n\nText.\n',
      'c d/_collection.yml': 'name: "A & B"\n',
      'ключ/x#y.md': '# X\n\nText.\n',
    });
    const pages = allPages(site);
    for (const page of pages) expect(pageAt(fileOf(page, site), site)).toEqual(page);
    expect(new Set(pages.map((page) => fileOf(page, site))).size).toBe(pages.length);
    expect(pages.map((page) => fileOf(page, site))).toContain('en/articles/c d/e~3ff.html');
  });

  test('a path that leads out of the site is no page', async () => {
    const { site } = await previewOf({ 'a.md': '# A\n\nText.\n' });
    for (const path of ['../helpcentre.yml', 'content/a.md', 'en/articles/../../index.html', '\0', 'constructor']) {
      expect(pageAt(path, site)).toBeNull();
    }
  });
});
