import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Recording } from '../../src/model/outcome.ts';
import type { LockfileSection, Recorded } from '../../src/model/recorded.ts';
import { applyRecordings } from '../../src/record/record.ts';
import { article, collection, print } from './entries.ts';

/** Which id is recorded under which key. */
function idsOf(recorded: Recorded): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(recorded.articles).map(([key, entry]) => [key, entry.id]));
}

/** Entries by key and id: `a=1 b=2`. */
function before(written: string): Recorded {
  const articles = Object.fromEntries(
    written
      .split(' ')
      .filter((part) => part !== '')
      .map((part) => part.split('=') as [string, string])
      .map(([key, id]) => [key, article(id)]),
  );
  return { articles, collections: {}, images: {} };
}

/** A recording: `b=1` sets, `a>b=1` moves, `b=` drops, `b=1!9` sets in the place of 9, which is gone. */
function recording(written: string): Recording {
  const [keys = '', ids = ''] = written.split('=');
  const [id = '', replaces] = ids.split('!');
  const [key = '', from] = keys.split('>').reverse();
  const entry = id === '' ? null : article(id);
  const extra = { ...(from === undefined ? {} : { from }), ...(replaces === undefined ? {} : { replaces }) };
  return { of: 'article', key, ...extra, entry, images: {} };
}

test.each([
  ['nothing', 'a=1', '', { a: '1' }],
  ['a create', 'a=1', 'b=2', { a: '1', b: '2' }],
  ['an update', 'a=1', 'a=1', { a: '1' }],
  ['a recreate', 'a=1', 'a=9!1', { a: '9' }],
  ['a new file in its place, cut off before the move', 'a=1', 'a=2', { a: '2', 'a~1': '1' }],
  ['a recreate under a new name', 'a=1', 'a>b=9!1', { b: '9' }],
  ['a forget', 'a=1 b=2', 'a=', { b: '2' }],
  ['a forget of what is not there', 'b=2', 'a=', { b: '2' }],
  ['a forget under a new name', 'a=1', 'a>b=', {}],
  ['a forget under a name that is taken', 'a=1 b=2', 'a>b=', { b: '2' }],
  ['a move', 'a=1', 'a>b=1', { b: '1' }],
  ['a move told twice', 'a=1', 'a>b=1 a>b=1', { b: '1' }],
  ['a move in two steps', 'a=1', 'a>b=1 b>c=1', { c: '1' }],
  ['a move, and a new file in its place', 'a=1', 'a>b=1 a=2', { a: '2', b: '1' }],
  ['a new file in its place, and a move', 'a=1', 'a=2 a>b=1', { a: '2', b: '1' }],
  ['a move over what was forgotten', 'a=1 b=2', 'b= a>b=1', { b: '1' }],
  ['a swap', 'a=1 b=2', 'a>b=1 b>a=2', { a: '2', b: '1' }],
  ['half a swap', 'a=1 b=2', 'a>b=1', { a: '2', b: '1' }],
  ['the other half of a swap', 'a=1 b=2', 'b>a=2', { a: '2', b: '1' }],
  ['a ring of three', 'a=1 b=2 c=3', 'a>b=1 b>c=2 c>a=3', { a: '3', b: '1', c: '2' }],
  ['a ring of three, one step', 'a=1 b=2 c=3', 'a>b=1', { a: '2', b: '1', c: '3' }],
  ['a ring of three, two steps', 'a=1 b=2 c=3', 'a>b=1 b>c=2', { a: '3', b: '1', c: '2' }],
  ['a ring of three backwards, two steps', 'a=1 b=2 c=3', 'b>c=2 a>b=1', { a: '3', b: '1', c: '2' }],
  [
    'two pairs swapped, cut off in the second',
    'a=1 b=2 c=3 d=4',
    'a>b=1 b>a=2 c>d=3',
    { a: '2', b: '1', c: '4', d: '3' },
  ],
])('%s', (_, recorded, recordings, after) => {
  expect(idsOf(applyRecordings(before(recorded), recordings.split(' ').filter(Boolean).map(recording)))).toEqual(after);
});

test('however files change names among themselves, and wherever that is cut off, no entry is lost', () => {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  const shuffled = fc.shuffledSubarray(keys, { minLength: keys.length });
  fc.assert(
    fc.property(shuffled, shuffled, fc.nat({ max: keys.length }), (to, order, steps) => {
      const start = before(keys.map((key) => `${key}=${key.charCodeAt(0)}`).join(' '));
      const moves = order
        .map((key) => [key, to[keys.indexOf(key)] as string] as const)
        .filter(([from, key]) => from !== key)
        .map(([from, key]) => recording(`${from}>${key}=${from.charCodeAt(0)}`));
      const after = idsOf(applyRecordings(start, moves.slice(0, steps)));
      expect(Object.values(after).sort()).toEqual(Object.values(idsOf(start)).sort());
      const whole = idsOf(applyRecordings(start, moves));
      expect(whole).toEqual(Object.fromEntries(keys.map((key, i) => [to[i], String(key.charCodeAt(0))])));
    }),
    { numRuns: 1000 },
  );
});

describe('collections', () => {
  const set = (key: string, id: string): Recording => ({ of: 'collection', key, entry: collection(id) });
  const start: Recorded = { articles: {}, collections: { A: collection('1'), B: collection('2') }, images: {} };

  test.each([
    ['a new one', [set('C', '3')], { A: '1', B: '2', C: '3' }],
    ['a renamed one keeps one entry', [set('Z', '1')], { B: '2', Z: '1' }],
    ['one that was made again', [set('A', '9')], { A: '9', B: '2' }],
    ['two that swap names', [set('B', '1'), set('A', '2')], { A: '2', B: '1' }],
  ])('%s', (_, recordings, after) => {
    const { collections } = applyRecordings(start, recordings);
    expect(Object.fromEntries(Object.entries(collections).map(([key, entry]) => [key, entry.id]))).toEqual(after);
  });
});

test('images are added, the newest copy wins, and the rest of the section stays', () => {
  const start: LockfileSection = {
    ...before('a=1'),
    images: { [print('1')]: 'https://x.example/old' },
    content: 'docs',
  };
  const images = { [print('1')]: 'https://x.example/new', [print('2')]: 'https://x.example/2' };
  const after = applyRecordings(start, [{ of: 'article', key: 'a', entry: article('1'), images }]);
  expect(after).toEqual({ ...start, images });
});

test('what was given is not changed', () => {
  const start = before('a=1 b=2');
  const copy = structuredClone(start);
  applyRecordings(start, ['a>b=1', 'b>a=2', 'a='].map(recording));
  expect(start).toEqual(copy);
});
