import { describe, expect, it } from 'vitest';
import type { DesiredCollection } from '../../src/model/desired.ts';
import type { CollectionChange } from '../../src/model/plan.ts';
import { collectionTurns } from '../../src/publish/collection-turns.ts';

/** Key → parent, and what becomes of it. */
type Shelves = Readonly<Record<string, { readonly parent?: string; readonly is?: string }>>;

function turns(shelves: Shelves, known: readonly string[] = ['main']) {
  const wanted = Object.entries(shelves).map(([key, { parent = null }]): DesiredCollection => {
    return { key, parent, name: key, description: '', translations: {}, fingerprint: 'sha256-0' };
  });
  const changes = Object.entries(shelves).map(([key, { is = 'create' }]) => ({ key, kind: is }) as CollectionChange);
  const found = collectionTurns(changes, {
    wanted: new Map(wanted.map((one) => [one.key, one])),
    helpCentreOf: (key) => (key.startsWith('other') ? 'other' : 'main'),
    firstLanguages: new Map(known.map((id) => [id, 'en'])),
  });
  return Object.fromEntries(found);
}

describe('the turn of a collection', () => {
  it('comes at once where nothing has to be there before it', () => {
    expect(turns({ a: { is: 'update' }, b: { is: 'update' } })).toEqual({ a: [], b: [] });
    const inside = { 'a/x': { parent: 'a' }, 'b/x': { parent: 'b' } };
    expect(turns({ a: { is: 'update' }, b: { is: 'update' }, ...inside })).toMatchObject({
      'a/x': ['a'],
      'b/x': ['b'],
    });
  });

  it('comes after the one that it lies in', () => {
    expect(turns({ a: {}, b: {}, 'a/x': { parent: 'a' } })).toEqual({ a: [], b: ['a'], 'a/x': ['a'] });
  });

  it('comes after the new one before it beside it: Intercom appends, and the preview shows them so', () => {
    const said = { a: {}, b: {}, c: {}, 'a/x': { parent: 'a' }, 'a/y': { parent: 'a' } };
    expect(turns(said)).toEqual({ a: [], b: ['a'], c: ['b'], 'a/x': ['a'], 'a/y': ['a', 'a/x'] });
  });

  it('is not after what is there already: that has its place', () => {
    expect(turns({ a: {}, b: { is: 'update' }, c: {} })).toEqual({
      ...{ a: [], b: [], c: ['a'] },
    });
  });

  it('comes after the first one of a help centre whose language only an answer tells', () => {
    expect(turns({ a: {}, b: {}, 'a/x': { parent: 'a' }, other: {} }, ['other'])).toEqual({
      ...{ a: [], b: ['a', 'a'], 'a/x': ['a', 'a'], other: [] },
    });
  });
});
