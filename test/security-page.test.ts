import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const page = readFileSync(path.join(root, 'SECURITY.md'), 'utf8');
const named = [...page.matchAll(/^- (test\/\S+\.test\.ts): `(.+)`$/gm)].map(([, file = '', name = '']) => ({
  file,
  name,
}));

/** Whether a test of this very name is in a file, and is one that runs. */
function holds(text: string, name: string): boolean {
  const quoted = [`'${name.replaceAll("'", "\\'")}'`, `"${name}"`, `\`${name}\``, `'${name}'`];
  return quoted.some((one) => {
    const at = text.indexOf(`${one},`);
    // What stands before the name is a call of `test` or `it`, with a table or a condition at most.
    return (
      at > 0 && /\b(?:test|it)\b(?!\.(?:skip|todo)\()[^\n]*\($|\]\)\($|\)\($|\(\s*$/.test(text.slice(0, at).slice(-200))
    );
  });
}

test('every test that SECURITY.md names is there', () => {
  const missing = named.filter(({ file, name }) => {
    const whole = path.join(root, file);
    return !existsSync(whole) || !holds(readFileSync(whole, 'utf8'), name);
  });
  expect(missing).toEqual([]);
});

test('every threat in SECURITY.md has tests, and every line about one is read', () => {
  expect(named.length).toBeGreaterThan(40);
  expect(page.match(/^- test\//gm)).toHaveLength(named.length);
  const threats = page.split(/^## /m).filter((part) => /^A (?:hostile|stolen)/.test(part));
  expect(threats).toHaveLength(5);
  for (const threat of threats) expect(threat).toMatch(/^- test\//m);
});
