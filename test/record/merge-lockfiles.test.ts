import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lockfile, RecordedArticle } from '../../src/model/recorded.ts';
import { mergeLockfiles } from '../../src/record/merge-lockfiles.ts';

const hash = `sha256-${'0'.repeat(64)}`;
const entry = (id: string, updatedAt: number): RecordedArticle => ({
  id,
  url: null,
  updatedAt,
  locales: { en: { source: '0'.repeat(40), desired: hash, remote: hash } },
});
const lockfile = (articles: Readonly<Record<string, RecordedArticle>>): Lockfile => ({
  lockfileVersion: 1,
  workspaces: { abc: { articles, collections: {}, images: {} } },
});
const articlesOf = (merged: Lockfile) => merged.workspaces.abc?.articles;

const some = fc
  .dictionary(fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md'), fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(5)))
  .map((keys) =>
    lockfile(Object.fromEntries(Object.entries(keys).map(([key, [id, at]]) => [key, entry(String(id), at)]))),
  );

describe('merged lockfiles', () => {
  it('take from each side what only it changed', () => {
    const base = lockfile({ 'a.md': entry('1', 1), 'b.md': entry('2', 1), 'c.md': entry('3', 1) });
    const ours = lockfile({ 'a.md': entry('1', 5), 'b.md': entry('2', 1), 'new.md': entry('9', 5) });
    const theirs = lockfile({
      'a.md': entry('1', 1),
      'b.md': entry('2', 7),
      'c.md': entry('3', 1),
      'd.md': entry('4', 7),
    });
    expect(articlesOf(mergeLockfiles(base, ours, theirs))).toEqual({
      'a.md': entry('1', 5),
      'b.md': entry('2', 7),
      'd.md': entry('4', 7),
      'new.md': entry('9', 5),
    });
  });

  it('take the later one of what both changed, and keep what one side dropped and the other wrote', () => {
    const base = lockfile({ 'a.md': entry('1', 1), 'b.md': entry('2', 1) });
    const merged = mergeLockfiles(
      base,
      lockfile({ 'a.md': entry('1', 3) }),
      lockfile({ 'a.md': entry('1', 4), 'b.md': entry('2', 4) }),
    );
    expect(articlesOf(merged)).toEqual({ 'a.md': entry('1', 4), 'b.md': entry('2', 4) });
  });

  it('keep an article that both sides have under another name once, under ours', () => {
    const merged = mergeLockfiles(
      lockfile({}),
      lockfile({ 'new.md': entry('1', 2) }),
      lockfile({ 'old.md': entry('1', 2) }),
    );
    expect(articlesOf(merged)).toEqual({ 'new.md': entry('1', 2) });
  });

  it('keep the sections of other workspaces', () => {
    const other: Lockfile = { lockfileVersion: 1, workspaces: { xyz: { articles: {}, collections: {}, images: {} } } };
    expect(Object.keys(mergeLockfiles(lockfile({}), lockfile({}), other).workspaces)).toEqual(['xyz']);
    expect(Object.keys(mergeLockfiles(other, lockfile({}), other).workspaces)).toEqual(['abc']);
  });

  it('are one side where the other is the base, and never hold an id twice', () => {
    const ids = (merged: Lockfile) => Object.values(articlesOf(merged) ?? {}).map(({ id }) => id);
    const isSound = (one: Lockfile) => new Set(ids(one)).size === ids(one).length;
    fc.assert(
      fc.property(some.filter(isSound), some.filter(isSound), some.filter(isSound), (base, ours, theirs) => {
        expect(mergeLockfiles(base, ours, base)).toEqual(ours);
        expect(mergeLockfiles(base, base, theirs)).toEqual(theirs);
        expect(isSound(mergeLockfiles(base, ours, theirs))).toBe(true);
      }),
    );
  });
});
