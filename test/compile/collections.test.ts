import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';

const titled = (fields = '') => `---\ntitle: Title\n${fields}---\n`;
const keys = (result: ReturnType<typeof compile>) => result.desired.collections.map(({ key }) => key);
const parents = (result: ReturnType<typeof compile>) =>
  Object.fromEntries(result.desired.articles.map(({ key, parent }) => [key, parent]));

describe('the collection of an article', () => {
  it('is its folder, with the folders above it, and none at the root', () => {
    const result = compile(
      repositoryOf({ 'root.md': titled(), 'a/b/c/deep.md': titled(), 'a/top.md': titled() }),
      settingsOf(),
    );
    expect(parents(result)).toEqual({ 'root.md': null, 'a/b/c/deep.md': 'a > b > c', 'a/top.md': 'a' });
    expect(keys(result)).toEqual(['a', 'a > b', 'a > b > c']);
    expect(result.desired.collections.map(({ parent }) => parent)).toEqual([null, 'a', 'a > b']);
  });

  it('is the one the front matter names, whatever the folder', () => {
    const result = compile(
      repositoryOf({
        'a/one.md': titled('collection: Billing > Invoices\n'),
        'a/two.md': titled('collection: Billing\nsection: Refunds\n'),
        'a/three.md': titled('section: Only a section\n'),
      }),
      settingsOf(),
    );
    expect(parents(result)).toEqual({
      'a/one.md': 'Billing > Invoices',
      'a/two.md': 'Billing > Refunds',
      'a/three.md': 'a > Only a section',
    });
    expect(keys(result)).toEqual(['Billing', 'a', 'Billing > Invoices', 'Billing > Refunds', 'a > Only a section']);
  });

  it('cannot be more than three levels deep', () => {
    const result = compile(repositoryOf({ 'a/b/c/d/deep.md': titled(), 'a/fine.md': titled() }), settingsOf());
    expect(result.problems.map(({ code, place }) => [code, place?.file])).toEqual([
      ['collection-depth', 'content/a/b/c/d/deep.md'],
    ]);
    expect(result.desired.failed).toEqual(['a/b/c/d/deep.md']);
    expect(keys(result)).toEqual(['a']);
  });

  it('is the third where a folder is deeper and the configuration lets that pass', () => {
    const result = compile(
      repositoryOf({ 'a/b/c/d/e/deep.md': titled() }),
      settingsOf({ problems: { 'collection-depth': 'warning' } }),
    );
    expect(result.problems).toMatchObject([
      { code: 'collection-depth', severity: 'warning', message: expect.stringContaining('"a > b > c > d > e" is') },
    ]);
    expect(result.problems[0]?.help).toContain('it is put into "a > b > c"');
    expect(result.desired.articles).toMatchObject([{ key: 'a/b/c/d/e/deep.md', parent: 'a > b > c' }]);
    expect(keys(result)).toEqual(['a', 'a > b', 'a > b > c']);
  });

  it('may have a name that looks like a path of collections: its key does not', () => {
    const result = compile(
      repositoryOf({ 'a/one.md': titled() }, [{ folder: 'a', name: 'Before > after' }]),
      settingsOf(),
    );
    expect(result.problems).toEqual([]);
    expect(keys(result)).toEqual(['Before \\> after']);
    expect(result.desired.collections[0]).toMatchObject({ name: 'Before > after', parent: null });
  });
});

describe('the collections that are desired', () => {
  it('carry what the folder says, and are ordered from the top down, then by order and key', () => {
    const result = compile(
      repositoryOf({ 'z/one.md': titled(), 'y/one.md': titled(), 'x/in/one.md': titled() }, [
        { folder: 'z', name: 'Last by name', order: 1, description: 'First by order.' },
        { folder: 'x', name: 'X', order: 2, translations: { fr: { name: 'X en français' } } },
      ]),
      settingsOf(),
    );
    expect(keys(result)).toEqual(['Last by name', 'X', 'y', 'X > in']);
    expect(result.desired.collections[0]).toMatchObject({
      key: 'Last by name',
      folder: 'z',
      name: 'Last by name',
      description: 'First by order.',
      parent: null,
      order: 1,
      translations: {},
    });
    expect(result.desired.collections[1]?.translations).toEqual({ fr: { name: 'X en français' } });
  });

  it('include a described folder without articles, and leave out one that nothing needs', () => {
    const result = compile(
      repositoryOf({ 'moved/one.md': titled('collection: Elsewhere\n') }, [
        { folder: 'planned/part', name: 'Part', description: 'Soon.' },
      ]),
      settingsOf(),
    );
    expect(keys(result)).toEqual(['Elsewhere', 'planned', 'planned > Part']);
  });

  it('are one where two folders have the same names', () => {
    const result = compile(
      repositoryOf({ 'a/one.md': titled(), 'b/two.md': titled().replace('Title', 'Other') }, [
        { folder: 'a', name: 'Shared' },
        { folder: 'b', name: 'Shared', description: 'Said here.' },
      ]),
      settingsOf(),
    );
    expect(result.desired.collections).toHaveLength(1);
    expect(result.desired.collections[0]).toMatchObject({ key: 'Shared', folder: 'b', description: 'Said here.' });
    expect(new Set(Object.values(parents(result)))).toEqual(new Set(['Shared']));
  });

  it('have a fingerprint that changes with what is written to Intercom, and not with the order', () => {
    const of = (change: object) =>
      compile(repositoryOf({ 'a/one.md': titled() }, [{ folder: 'a', name: 'A', ...change }]), settingsOf()).desired
        .collections[0]?.fingerprint;
    expect(of({ order: 3 })).toBe(of({}));
    expect(of({ description: 'Other.' })).not.toBe(of({}));
    expect(of({ translations: { fr: { name: 'A' } } })).not.toBe(of({}));
  });
});
