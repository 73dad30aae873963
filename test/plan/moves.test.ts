import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Desired, DesiredArticle } from '../../src/model/desired.ts';
import type { Recorded } from '../../src/model/recorded.ts';
import type { MoveInput } from '../../src/plan/move-pools.ts';
import { findMoves } from '../../src/plan/moves.ts';
import { wordsOf } from '../../src/plan/similarity.ts';

/** A world in which an article is its path and its text, and the blob id is the text itself. */
function world(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
  extra: Partial<MoveInput> = {},
): MoveInput {
  const articles = Object.entries(now).map(
    ([key, text]): DesiredArticle => ({
      key,
      parent: null,
      author: null,
      locales: {
        en: {
          path: key,
          blob: text,
          title: '',
          description: '',
          body: text,
          state: 'published',
          anchors: [],
          fingerprint: text,
        },
      },
    }),
  );
  const desired: Desired = { locale: 'en', articles, collections: [], images: {}, failed: [], skipped: [] };
  const recorded: Recorded = {
    articles: Object.fromEntries(
      Object.entries(before).map(([key, text]) => [
        key,
        { id: key, url: null, updatedAt: 0, locales: { en: { source: text, desired: text, remote: text } } },
      ]),
    ),
    collections: {},
    images: {},
  };
  return {
    desired,
    recorded,
    untouchable: new Set(),
    moved: {},
    oldWords: (key) => (before[key] === undefined ? null : wordsOf('', before[key])),
    newWords: (article) => wordsOf('', article.locales.en?.body ?? ''),
    ...extra,
  };
}

const movesOf = (input: MoveInput) => Object.fromEntries([...findMoves(input).moves].sort());
const ambiguousOf = (input: MoveInput) => [...findMoves(input).ambiguous.keys()].sort();

const long = (name: string) => Array.from({ length: 40 }, (_, index) => `${name}${index}`).join(' ');

describe('moves', () => {
  it('finds a renamed file by its unchanged text', () => {
    expect(movesOf(world({ 'a.md': 'text' }, { 'b.md': 'text' }))).toEqual({ 'b.md': 'a.md' });
  });

  it('finds a file that moved to another folder and was edited in the same commit', () => {
    const old = long('w');
    expect(movesOf(world({ 'a/x.md': old }, { 'b/y.md': `${old} and a bit more` }))).toEqual({ 'b/y.md': 'a/x.md' });
  });

  it('takes a text of which less than half is left for a new one', () => {
    const half = long('w').split(' ').slice(0, 15).join(' ');
    expect(movesOf(world({ 'a.md': long('w') }, { 'b.md': `${half} ${long('v')}` }))).toEqual({});
  });

  it('finds two files that swapped names', () => {
    expect(movesOf(world({ 'a.md': long('a'), 'b.md': long('b') }, { 'a.md': long('b'), 'b.md': long('a') }))).toEqual({
      'a.md': 'b.md',
      'b.md': 'a.md',
    });
  });

  it('finds two files that swapped names and were edited', () => {
    const now = { 'a.md': `${long('b')} new`, 'b.md': `${long('a')} newer` };
    expect(movesOf(world({ 'a.md': long('a'), 'b.md': long('b') }, now))).toEqual({ 'a.md': 'b.md', 'b.md': 'a.md' });
  });

  it('finds a chain of renames', () => {
    const before = { 'a.md': 'one', 'b.md': 'two', 'c.md': 'three' };
    expect(movesOf(world(before, { 'b.md': 'one', 'c.md': 'two', 'd.md': 'three' }))).toEqual({
      'b.md': 'a.md',
      'c.md': 'b.md',
      'd.md': 'c.md',
    });
  });

  it('does not take a copy for a move', () => {
    expect(movesOf(world({ 'a.md': 'text' }, { 'a.md': 'text', 'b.md': 'text' }))).toEqual({});
    expect(movesOf(world({ 'a.md': 'text' }, { 'a.md': 'text, edited', 'b.md': 'text' }))).toEqual({});
  });

  it('leaves an article with its file when another file is written over it', () => {
    expect(movesOf(world({ 'a.md': long('a'), 'x/a.md': long('b') }, { 'x/a.md': long('a') }))).toEqual({});
  });

  it('prefers a file that is gone to one with the same text that is still there', () => {
    const now = { 'b.md': 'same', 'a.md': 'same, with another title' };
    expect(movesOf(world({ 'c.md': 'same', 'a.md': 'same' }, now))).toEqual({ 'b.md': 'c.md' });
  });

  it('takes no rival for one that stays where it is', () => {
    const now = { 'c.md': long('a'), 'x/b.md': `${long('a')} edited` };
    expect(movesOf(world({ 'c.md': long('c'), 'a.md': long('a') }, now))).toEqual({ 'x/b.md': 'a.md' });
  });

  it('does not take an edited file for another one', () => {
    expect(movesOf(world({ 'a.md': long('a') }, { 'a.md': long('z') }))).toEqual({});
  });

  it('tells files with the same text apart by their names', () => {
    const before = { 'old/a.md': 'same', 'old/b.md': 'same' };
    expect(movesOf(world(before, { 'new/a.md': 'same', 'new/b.md': 'same' }))).toEqual({
      'new/a.md': 'old/a.md',
      'new/b.md': 'old/b.md',
    });
  });

  it('never guesses between files that fit equally well', () => {
    const input = world({ 'a.md': 'same', 'b.md': 'same' }, { 'c.md': 'same', 'd.md': 'same' });
    expect(movesOf(input)).toEqual({});
    expect(ambiguousOf(input)).toEqual(['c.md', 'd.md']);
    const similar = world({ 'a.md': `${long('w')} a`, 'b.md': `${long('w')} b` }, { 'c.md': `${long('w')} c` });
    expect(movesOf(similar)).toEqual({});
    expect(ambiguousOf(similar)).toEqual(['c.md']);
  });

  it('obeys what the configuration and the front matter say', () => {
    const before = { 'a.md': 'same', 'b.md': 'same' };
    const now = { 'c.md': 'same', 'd.md': 'same' };
    expect(movesOf(world(before, now, { moved: { 'a.md': 'd.md', 'b.md': 'c.md' } }))).toEqual({
      'c.md': 'b.md',
      'd.md': 'a.md',
    });
    const named = world({ 'a.md': 'old words' }, { 'c.md': 'all new' });
    const [article] = named.desired.articles;
    if (article === undefined) throw new Error('no article');
    const withId = { ...named, desired: { ...named.desired, articles: [{ ...article, id: 'a.md' }] } };
    expect(movesOf(withId)).toEqual({ 'c.md': 'a.md' });
  });

  it('leaves entries alone whose source failed to compile', () => {
    expect(movesOf(world({ 'a.md': 'text' }, { 'b.md': 'text' }, { untouchable: new Set(['a.md']) }))).toEqual({});
  });

  it('never gives one article to two files, whatever moves', () => {
    const keys = fc.constantFrom('a.md', 'b.md', 'c.md', 'x/a.md', 'x/b.md');
    const texts = fc.constantFrom(long('p'), long('q'), `${long('p')} r`, `${long('q')} s`, 'short');
    const repository = fc.dictionary(keys, texts, { maxKeys: 5 });
    fc.assert(
      fc.property(repository, repository, (before, now) => {
        const { moves, ambiguous } = findMoves(world(before, now));
        expect(new Set(moves.values()).size).toBe(moves.size);
        for (const [to, from] of moves) {
          expect(Object.hasOwn(now, to)).toBe(true);
          expect(Object.hasOwn(before, from)).toBe(true);
          // What was at the old path is gone, or has moved on itself.
          expect(Object.hasOwn(now, from) && !moves.has(from)).toBe(false);
          expect(ambiguous.has(to)).toBe(false);
        }
      }),
    );
  });
});
