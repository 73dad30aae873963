import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/body/canonical.ts';
import { serialise } from '../../src/body/serialise.ts';
import { twinForm } from '../../src/body/twin.ts';
import { bodySchema } from '../../src/body/vocabulary.ts';

const corpus = new URL('../../../shared/corpus/bodies/', import.meta.url);
const present = existsSync(corpus);
if (!present) process.stderr.write('skipped: bodies of real workspaces are not beside this checkout\n');

const names = present ? readdirSync(corpus).filter((name) => name.endsWith('.html')) : [];
const pairs = present
  ? readdirSync(new URL('pairs/', corpus))
      .filter((name) => name.endsWith('.sent.html'))
      .map((name) => name.slice(0, 3))
  : [];
const read = (name: string): string => readFileSync(new URL(name, corpus), 'utf8');
const sent = (pair: string): string => read(`pairs/${pair}.sent.html`);
const stored = (pair: string): string => read(`pairs/${pair}.stored.html`);

/** Intercom deletes newlines in code: a loss, and no equivalence. */
const losesNewlines = (html: string): boolean => /<pre>(?:(?!<\/pre>)[\s\S])*\n/.test(html);

/** What is left of a body when newlines in code are deleted and letters and digits there are all the same. */
function withoutCodeLines(html: string): string {
  return html.replace(/<pre>[\s\S]*?<\/pre>/g, (code) =>
    code
      .replace(/<br>/g, '')
      .replace(/https?:[^\s<]*/g, 'x')
      .replace(/(<[^>]*>|&[a-z]+;)|[\p{L}\p{N}]/gu, (found, kept: string | undefined) => kept ?? (found ? 'x' : '')),
  );
}

describe.skipIf(!present)('bodies that were sent and came back', () => {
  test.each(pairs.filter((pair) => !losesNewlines(sent(pair))))('%s is the same in canonical form', (pair) => {
    expect(canonical(sent(pair))).toBe(canonical(stored(pair)));
  });

  test.each(pairs.filter((pair) => losesNewlines(sent(pair))))(
    '%s lost the newlines in its code, and nothing else',
    (pair) => {
      expect(canonical(sent(pair))).not.toBe(canonical(stored(pair)));
      expect(withoutCodeLines(canonical(sent(pair)))).toBe(withoutCodeLines(canonical(stored(pair))));
    },
  );

  test('sent and stored are twins too', () => {
    for (const pair of pairs.filter((pair) => !losesNewlines(sent(pair)))) {
      expect(twinForm(sent(pair))).toBe(twinForm(stored(pair)));
    }
  });
});

describe.skipIf(!present)('bodies of real workspaces', () => {
  const bodies = new Map(names.map((name) => [name, read(name)]));
  const forms = new Map([...bodies].map(([name, body]) => [name, canonical(body)]));
  const changed = (through: (body: string) => string): readonly string[] =>
    [...bodies].filter(([name, body]) => canonical(through(body)) !== forms.get(name)).map(([name]) => name);

  test('bringing one into canonical form twice changes nothing', () => {
    expect(changed(canonical)).toEqual([]);
  });

  test('a changed word, a missing empty paragraph and a missing image show in the canonical form', () => {
    const edits: readonly (readonly [RegExp, string])[] = [
      [/>(?=[a-z])/iu, '>x'],
      [/<p class="no-margin"><\/p>\s*(?=<(?:p|h[1-4])\b[^>]*>\p{L})/u, ''],
      [/<img /u, '<br '],
      [/(?<=<p class="no-margin">)<b>(?=[a-z])/iu, '<i>'],
      [/(<h1 [\s\S]*?)<h2 /u, '$1<h3 '],
    ];
    for (const [found, instead] of edits) {
      const edited = [...bodies].filter(([, body]) => found.test(body));
      expect(edited.length).toBeGreaterThan(10);
      const unseen = edited.filter(([name, body]) => canonical(body.replace(found, instead)) === forms.get(name));
      expect(unseen.map(([name]) => name)).toEqual([]);
    }
  });

  test('printing a parsed body changes nothing that shows', () => {
    expect(changed((body) => serialise(fromHtml(body, { fragment: true })))).toEqual([]);
  });

  test('nothing in them has to be sanitised', () => {
    expect(changed((body) => serialise(sanitize(fromHtml(body, { fragment: true }), bodySchema)))).toEqual([]);
  });
});
