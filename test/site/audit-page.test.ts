import { createHash } from 'node:crypto';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import type { AuditPlace, AuditReport } from '../../src/model/audit.ts';
import { auditPage, auditPageMark } from '../../src/site/index.ts';

const hostile = '</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)> "\' \u202e';
const place: AuditPlace = {
  ...{ kind: 'article', id: hostile, title: hostile, locale: hostile, state: 'draft' },
  ...{ url: 'javascript:alert(1)', app: 'https://app.example.com/"><script>alert(1)</script>', file: hostile },
};
const kind = { code: 'link-expired', title: 'Links', why: 'Why.', help: 'Do.' };
const report: AuditReport = {
  workspace: { id: hostile, name: hostile },
  at: 1_800_000_000,
  counts: { articles: 1, published: 1, texts: 1, collections: 0, helpCentres: 0 },
  kinds: [kind],
  findings: [
    {
      code: kind.code,
      rank: 'readers',
      message: hostile,
      help: hostile,
      places: [place, { ...place, url: null, app: 'nonsense' }],
    },
    {
      code: kind.code,
      rank: 'team',
      message: 'B',
      help: kind.help,
      places: [{ ...place, title: ' ', url: 'https://help.example.com/a' }],
    },
  ],
  notes: [hostile],
};

/** What a page has by tag, and where its links lead. */
async function read(of: AuditReport) {
  const page = await auditPage(of);
  const tags = new Map<string, number>();
  const links: string[] = [];
  const attributes = new Set<string>();
  visit(fromHtml(page), 'element', ({ tagName, properties }) => {
    tags.set(tagName, (tags.get(tagName) ?? 0) + 1);
    for (const name of Object.keys(properties)) attributes.add(name);
    if (typeof properties['href'] === 'string') links.push(properties['href']);
  });
  return { page, tags, links, attributes };
}

test('whatever Intercom has is text on the page, and only addresses on the web are links', async () => {
  const { tags, links, attributes, page } = await read(report);
  expect(tags.get('script')).toBe(1);
  expect(tags.get('style')).toBe(1);
  expect([...tags.keys()].filter((tag) => ['img', 'iframe', 'link', 'object', 'form'].includes(tag))).toEqual([]);
  expect([...attributes].filter((name) => /^on|^src|^style$/.test(name))).toEqual([]);
  expect(links).toEqual([
    '#main',
    'https://app.example.com/"><script>alert(1)</script>',
    'https://help.example.com/a',
    'https://app.example.com/"><script>alert(1)</script>',
  ]);
  expect(page).not.toContain('\u202e');
  expect(page).toContain('Untitled');
});

test('it runs its own script and style alone, and is known as such a page', async () => {
  const { page } = await read({ ...report, findings: [], kinds: [], notes: [] });
  expect(page).toContain(auditPageMark);
  expect(page).toContain('Nothing was found that is wrong.');
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  for (const tag of ['script', 'style']) {
    const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page) ?? [];
    expect(text.length).toBeGreaterThan(100);
    expect(policy.replaceAll('&#39;', "'")).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  }
  expect(policy.replaceAll('&#39;', "'")).toMatch(/^default-src 'none'; /);
});
