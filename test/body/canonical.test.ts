import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/body/canonical.ts';

const folder = new URL('fixtures/canonical/', import.meta.url);

interface Case {
  readonly title: string;
  readonly left: string;
  readonly same: boolean;
  readonly right: string;
}

/** Cases as `fixtures/canonical/README.md` describes them. */
function casesIn(file: string): readonly Case[] {
  const text = readFileSync(new URL(file, folder), 'utf8');
  return text.split(/^# /m).flatMap((part) => {
    const [title, left, sign, right] = part.split('\n');
    if (title === undefined || left === undefined) return [];
    if (sign !== '=' && sign !== '≠') throw new Error(`${file}: no sign in "${title}"`);
    return [{ title, left: unmark(left), same: sign === '=', right: unmark(right ?? '') }];
  });
}

function unmark(html: string): string {
  return html.replaceAll('⏎', '\n').replaceAll('ZWSP', '\u200b');
}

const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe.each(files)('%s', (file) => {
  test.each(casesIn(file))('$title', ({ left, same, right }) => {
    if (same) expect(canonical(left)).toBe(canonical(right));
    else expect(canonical(left)).not.toBe(canonical(right));
  });

  test.each(casesIn(file))('bringing it into canonical form twice changes nothing: $title', ({ left, right }) => {
    for (const html of [left, right]) expect(canonical(canonical(html))).toBe(canonical(html));
  });
});

test('every rule group has cases on both sides', () => {
  for (const file of files) expect(new Set(casesIn(file).map(({ same }) => same)).size).toBe(2);
});

test('the canonical form is plain HTML of the same vocabulary', () => {
  const stored =
    '<h2 id="h_0123456789">T</h2><p class="no-margin"></p>\n<p class="no-margin">a <b>b</b></p><ul><li>' +
    '<p class="no-margin">c</p></li></ul><p class="no-margin"></p>';
  expect(canonical(stored)).toBe('<h1>T</h1><p></p><p>a <b>b</b></p><ul><li><p>c</p></li></ul>');
});
