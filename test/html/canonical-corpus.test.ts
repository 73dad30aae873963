import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/html/canonical.ts';
import { type Finding, sanitise } from '../../src/html/sanitise.ts';
import { serialise } from '../../src/html/serialise.ts';
import { twinForm } from '../../src/html/twin.ts';

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
  test('bringing one into canonical form twice changes nothing', () => {
    const changed = names.filter((name) => canonical(canonical(read(name))) !== canonical(read(name)));
    expect(changed).toEqual([]);
  });

  test('a changed word, a missing empty paragraph and a missing image show in the canonical form', () => {
    const edits: readonly (readonly [RegExp, string])[] = [
      [/>(?=[a-z])/iu, '>x'],
      [/<p class="no-margin"><\/p>\s*(?=<(?:p|h[1-4])\b[^>]*>\p{L})/u, ''],
      [/<img /u, '<br '],
      [/(?<=<p class="no-margin">)<b>(?=[a-z])/iu, '<i>'],
      [/(?<=<h1 [\s\S]*)<h2 /u, '<h3 '],
    ];
    for (const [found, instead] of edits) {
      const edited = names.filter((name) => found.test(read(name)));
      expect(edited.length).toBeGreaterThan(10);
      const unseen = edited.filter((name) => canonical(read(name).replace(found, instead)) === canonical(read(name)));
      expect(unseen).toEqual([]);
    }
  });

  test('printing a parsed body changes nothing that shows', () => {
    const changed = names.filter(
      (name) => canonical(serialise(fromHtml(read(name), { fragment: true }))) !== canonical(read(name)),
    );
    expect(changed).toEqual([]);
  });

  test('nothing in them has to be sanitised', () => {
    const findings: Finding[] = [];
    const changed = names.filter((name) => {
      const safe = serialise(sanitise(fromHtml(read(name), { fragment: true }), (finding) => findings.push(finding)));
      return canonical(safe) !== canonical(read(name));
    });
    expect(findings.map(({ kind, name }) => `${kind} ${name}`)).toEqual([]);
    expect(changed).toEqual([]);
  });
});
