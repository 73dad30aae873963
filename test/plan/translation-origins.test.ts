import { describe, expect, it } from 'vitest';
import type { Recorded } from '../../src/model/recorded.ts';
import {
  commitsSince,
  originInHistory,
  recordedOrigins,
  type TranslationSource,
} from '../../src/plan/translation-origins.ts';

const id = (digit: string): string => digit.repeat(40);
const [old, now, french, other] = ['1', '2', 'f', 'e'].map(id) as [string, string, string, string];
const source: TranslationSource = {
  ...{ key: 'a.md', locale: 'fr', path: 'a.fr.md', blob: french, translated: undefined, place: undefined },
  original: { path: 'a.md', blob: now },
};

function section(text: { readonly source: string; readonly from?: string }): Recorded {
  const fr = { ...text, desired: 'sha256-x', remote: 'sha256-y' };
  return { articles: { 'a.md': { id: '1', url: null, updatedAt: 1, locales: { fr } } }, collections: {}, images: {} };
}

describe('the text that a translation was made from', () => {
  it.each([
    [
      'its front matter, before all else',
      { ...source, translated: old },
      [section({ source: french, from: now })],
      old,
    ],
    ['the start of an id in it', { ...source, translated: now.slice(0, 7) }, [], now],
    ['the lockfile, for the text that was published', source, [section({ source: french, from: old })], old],
    [
      'the first section that knows it',
      source,
      [section({ source: other, from: now }), section({ source: french, from: old })],
      old,
    ],
    ['nothing recorded, of a text that has changed since', source, [section({ source: other, from: old })], null],
    ['nothing recorded, in a lockfile of before', source, [section({ source: french })], null],
    [
      'the lockfile, under the name that it had before',
      { ...source, key: 'b.md' },
      [section({ source: french, from: old })],
      old,
    ],
    ['nothing recorded, of another article', { ...source, key: 'constructor' }, [section({ source: french })], null],
  ])('is told by %s', (_, one, sections, expected) => {
    expect(recordedOrigins(sections)(one)).toBe(expected);
  });

  const step = (commit: number, before: string | null, after: string | null) => ({ commit, before, after });
  it.each([
    ['changed after it', [step(1, null, french)], [step(0, old, now), step(2, null, old)], old],
    ['changed in the same commit', [step(0, other, french)], [step(0, old, now)], now],
    ['changed before it', [step(0, null, french)], [step(3, old, now)], now],
    ['changed twice since', [step(5, null, french)], [step(0, other, now), step(3, old, other)], old],
    ['never changed', [step(0, null, french)], [], now],
    ['changed, and it has edits of its own that are not committed', [step(4, null, other)], [step(0, old, now)], now],
    ['changed, and git does not know it', [], [step(0, old, now)], now],
  ])('is told by git where the original was %s', (_, own, originals, expected) => {
    expect(originInHistory(source, (path) => (path === 'a.fr.md' ? own : originals))).toBe(expected);
  });

  it('counts the commits since', () => {
    const steps = [step(0, other, now), step(3, old, other), step(7, null, old)];
    expect([now, other, old, french].map((blob) => commitsSince(blob, steps))).toEqual([0, 1, 2, null]);
    expect(commitsSince(old, steps.slice(0, 2))).toBe(2);
    expect(commitsSince(old.slice(0, 9), steps)).toBe(2);
  });
});
