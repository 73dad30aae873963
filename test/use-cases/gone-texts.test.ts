import { expect, test } from 'vitest';
import { textsForMoves } from '../../src/use-cases/gone-texts.ts';

type Given = Parameters<typeof textsForMoves>;

/** A source that counts how often it is read. */
function counted(path: string) {
  const source = {
    reads: 0,
    ...{ path, article: path, locale: 'en', blob: path, fields: { title: path } },
    get body(): string {
      this.reads += 1;
      return `Text of ${path}`;
    },
  };
  return source;
}

test('what sources say is read only where somebody asks for it, though an article may have moved', async () => {
  const sources = [counted('a.md'), counted('b.md')];
  const given = {
    repository: { sources },
    desired: { articles: [{ key: 'a.md' }, { key: 'b.md' }], failed: [] },
    settings: { locale: 'en' },
  } as unknown as Given[0];
  const gone = { locales: { en: { source: 'gone' } } };
  const recorded = { articles: { 'a.md': { locales: {} }, 'old.md': gone } } as unknown as Given[1];
  const { now } = await textsForMoves(given, recorded, async () => null);
  expect(sources.map(({ reads }) => reads)).toEqual([0, 0]);
  expect(now.get('b.md')).toEqual({ title: 'b.md', markdown: 'Text of b.md' });
  expect(sources[0]?.reads).toBe(0);
});
