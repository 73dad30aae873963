import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { auditDocument, auditPageFile } from '../../scripts/audit-page.ts';
import { checks } from '../../src/audit/checks.ts';

test('docs/reference/audit.md is what the checks say; "npm run docs" writes it', async () => {
  expect((await readFile(auditPageFile, 'utf8')).replaceAll('\r\n', '\n')).toBe(auditDocument());
});

// Whoever reads them in a document counts on them: one that goes or changes its name breaks that.
test('codes are those that were promised', () => {
  expect(checks.map(({ code }) => code).sort()).toEqual(
    `article-duplicate article-empty article-near-duplicate article-unread article-without-collection author-gone
    collection-without-name heading-empty language-missing language-off language-scarce link-expired link-not-encrypted
    link-to-draft link-to-gone-article link-to-gone-collection link-to-missing-heading link-to-missing-language
    link-to-workspace link-without-address link-without-host picture-broken picture-too-large picture-unreachable
    title-case title-twice translation-draft translation-untranslated`.split(/\s+/),
  );
});
