import { describe, expect, test } from 'vitest';
import { articleReference } from '../../src/body/references.ts';
import { isStripped } from '../../src/body/stripped.ts';
import { observedQuirks, type Quirks } from '../../src/model/quirks.ts';
import { rewriteBody } from '../../src/sandbox/rewrite/body.ts';

const callout =
  '<div class="intercom-interblocks-callout" style="background-color: #feedaf80; border-color: #fbc91633;"><p>Mind <b>this</b>.</p><ul><li><p>One</p></li></ul></div>';
const section =
  '<details><summary><h2 id="more">More</h2></summary><div class="collapsible-section-content"><p>Inside.</p></div></details>';
const table =
  '<div class="intercom-interblocks-table-container"><table><tbody><tr><td colspan="2" style="background-color: #e3e7fa80; width: 90px;"><p>A</p></td></tr><tr><td><p>B</p></td><td rowspan="2"><p>C</p></td></tr></tbody></table></div>';
const nested = '<ul><li><p>One</p><ul><li><p>Two</p></li></ul></li></ul>';
const flat = '<ul><li><p>One</p></li><li><p>Two</p></li></ul>';
const heads = '<h1 id="a">A</h1><h3 id="b">B <b>c</b></h3><h4 id="c">C</h4>';
const link = articleReference({ key: 'a.md', locale: 'en', anchor: null });

/** What Intercom makes of a body under a switch. */
function storedBy(html: string, quirks: Partial<Quirks>): string {
  const context = {
    quirks: { ...observedQuirks, ...quirks },
    origin: 'api',
    headingDigits: () => '0123456789',
  } as const;
  return rewriteBody(html, context).print((image) => image);
}

describe('a body of ours less some structure', () => {
  const all = callout + section + table + nested + heads;
  test.each([
    ['callouts', { callouts: 'unwrapped' }],
    ['sections', { details: 'unwrapped' }],
    ['merged cells', { cellSpans: 'dropped' }],
    ['colours of cells', { cellBackground: 'alpha-hex-dropped' }],
    ['levels of headings', { headingLevels: 'flattened' }],
    ['ids of headings', { headingIds: 'replaced' }],
    ['all of these', { callouts: 'unwrapped', details: 'unwrapped', cellSpans: 'dropped', headingLevels: 'flattened' }],
  ] as const)('is known without %s', (_, quirks) => {
    expect(isStripped(all, storedBy(all, quirks))).toBe(true);
  });

  test.each([
    ['lists inside lists', nested, flat],
    ['lists', flat, '<p>One</p><p>Two</p>'],
    ['tables', table, '<p>A</p><p>B</p><p>C</p>'],
    ['bold and code', '<p>A <b>b</b> <code>c</code></p>', '<p>A b c</p>'],
    ['headings', heads, '<p>A</p><p>B c</p><p>C</p>'],
    ['rules and empty lines', '<p>A</p><hr><p></p><p>B</p>', '<p>A</p><p>B</p>'],
    ['widths', '<img src="a" width="20">', '<img src="a">'],
    ['links between articles', `<p>See <a href="${link}">this</a></p>`, '<p>See this</p>'],
    ['symbolic addresses', `<p><i>See</i> <a href="${link}">it</a></p>`, '<p>See <a href="/en/articles/7">it</a></p>'],
    ['nothing', callout, callout],
  ])('is known without %s', (_, ours, stored) => {
    expect(isStripped(ours, stored)).toBe(true);
  });

  test.each([
    ['a word', '<p>A b</p>', '<p>A c</p>'],
    ['a word more', '<p>A b</p>', '<p>A b c</p>'],
    ['another order', '<p>A</p><p>B</p>', '<p>B</p><p>A</p>'],
    ['a callout more', '<p>A</p>', callout.replace(/<p>.*<\/ul>/, '<p>A</p>')],
    ['bold that ours has not', '<p>A b</p>', '<p>A <b>b</b></p>'],
    ['another colour', table, table.replace('#e3e7fa80', '#d7efdc80')],
    ['an image less', '<p>A</p><img src="a">', '<p>A</p>'],
    ['an image more', '<p>A</p>', '<p>A</p><img src="a">'],
    ['an image elsewhere', '<img src="a"><p>A</p>', '<p>A</p><img src="a">'],
    ['another text of an image', '<img src="a" alt="A">', '<img src="a" alt="B">'],
    ['another link', '<p><a href="https://a.example">A</a></p>', '<p><a href="https://b.example">A</a></p>'],
    ['a link that is gone', '<p><a href="https://a.example">A</a></p>', '<p>A</p>'],
    ['another article', '<p><a href="/en/articles/7">A</a></p>', '<p><a href="/en/articles/8">A</a></p>'],
    [
      'another video',
      '<div class="intercom-h2b-video"><iframe src="https://a.example/1"></iframe></div>',
      '<div class="intercom-h2b-video"><iframe src="https://a.example/2"></iframe></div>',
    ],
    ['too much depth', '<div>'.repeat(300), `${'<div>'.repeat(300)}A`],
  ])('is not what has %s', (_, ours, stored) => {
    expect(isStripped(ours, stored)).toBe(false);
  });
});
