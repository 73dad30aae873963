/// <reference path="./picomatch.d.ts" />
import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { bySpecificity, faultOfGlob, folderOfGlob, globsOf } from '../../src/text/globs.ts';
import { runs } from '../kit/depth.ts';

const caught = (list: readonly string[], paths: readonly string[]) =>
  paths.filter((path) => globsOf(list).caughtBy(path) !== null);

describe('globs of the repository', () => {
  // biome-ignore format: it is a table
  test.each<readonly [readonly string[], readonly string[], readonly string[]]>([
    [['src/billing/**'],        ['src/billing/a.ts', 'src/billing/x/.env'],           ['src/bill.ts', 'x/src/billing/a.ts']],
    [['src/billing'],           ['src/billing', 'src/billing/x/a.ts'],                ['src/billing-old/a.ts']],
    [['src/billing/'],          ['src/billing/a.ts'],                                 ['src/bill']],
    [['./src/*.ts', '/docs/*'], ['src/a.ts', 'docs/b'],                               ['src/x/a.ts', 'docs/x/b']],
    [['apps/**/invoice*'],      ['apps/invoice.ts', 'apps/a/b/invoice-x.ts'],         ['apps/invoice/x.ts']],
    [['app/(auth)/[id]/**'],    ['app/(auth)/[id]/page.tsx'],                         ['app/(auth)/i/page.tsx', 'app/auth/[id]/a']],
    [['routes/+page*', '@a/*'], ['routes/+page.server.js', '@a/x'],                   ['routes/page', '@b/x']],
    [['src/{a,b}/*.ts'],        ['src/a/x.ts', 'src/b/x.ts'],                         ['src/c/x.ts']],
    [['!**/*.test.ts', 'src/**'], ['src/a.ts'],                                       ['src/a.test.ts']],
    [['*/**', 'lib/**'],        ['a/b', 'lib', 'src/a\nb.ts'],                        ['a']],
    [['a?.ts'],                 ['ab.ts'],                                            ['a.ts', 'a/.ts']],
    [[],                        [],                                                   ['a']],
  ])('%j', (list, yes, no) => {
    expect(caught(list, [...yes, ...no])).toEqual(yes);
  });

  test('the most specific one is named', () => {
    const globs = globsOf(['**', 'src/**', 'src/billing/total.ts', 'src/billing/*.ts']);
    expect(['src/billing/total.ts', 'src/billing/tax.ts', 'src/a/b', 'c'].map((path) => globs.caughtBy(path))).toEqual([
      'src/billing/total.ts',
      'src/billing/*.ts',
      'src/**',
      '**',
    ]);
  });

  test('a folder is less than a file in it, and more than the folder around', () => {
    const sorted = ['src/pay/a.ts', 'src/pay/a*.ts', 'src/pay', 'src/pay/**', 'src/*a*', 'src', '**/*.ts', '**'];
    expect([...sorted].reverse().sort(bySpecificity)).toEqual(sorted);
  });

  test.each([
    ['', 'no glob'],
    ['!', 'no glob'],
    ['a\nb', 'no glob'],
    ['../api/**', 'out of the repository'],
    ['src/../../x', 'out of the repository'],
    ['!../x', 'out of the repository'],
    ['~/x', 'out of the repository'],
    ['https://example.com/x', 'an address'],
    ['doi:10.1000/182', 'an address'],
    ['C:\\src', '"/" between folders'],
    ['src\\billing\\**', '"/" between folders'],
    ['a'.repeat(301), '300 characters'],
    ['{a,b}'.repeat(7), 'more than 100 globs'],
  ])('%j is none', (glob, why) => expect(faultOfGlob(glob)).toContain(why));

  test.each([['src/a..b/*'], ['src/[id]/(x)'], ['README.md'], ['!src/**'], ['a b/c d.ts']])('%j is one', (glob) =>
    expect(faultOfGlob(glob)).toBeNull(),
  );

  const name = fc.stringMatching(/^[\w.+@$()[\]^ -]{1,8}$/).filter((one) => !/^\.+$/.test(one));
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));

  test('a path catches itself and what is in it, whatever signs it has, and so does its folder with stars', () => {
    fc.assert(
      fc.property(path, name, (own, inside) => {
        const below = `${own}/${inside}`;
        expect(globsOf([own]).caughtBy(own)).toBe(own);
        expect(globsOf([own]).caughtBy(below)).toBe(own);
        for (const star of ['*', '**']) expect(globsOf([`${own}/${star}`]).caughtBy(below)).toBe(`${own}/${star}`);
        expect(globsOf([own, `!${below}`]).caughtBy(below)).toBeNull();
        expect(folderOfGlob(`${own}/*`)).toBe(own);
      }),
    );
  });

  test('a glob means what it means elsewhere', () => {
    const part = fc.constantFrom('a', 'b', '.', 'ab', '*', '?', '{a,b}', '{a?,b/a}', '{b,ab,.}');
    const glob = fc.array(
      fc.oneof(
        fc.constant('**'),
        fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      ),
      { minLength: 1, maxLength: 4 },
    );
    const file = fc.array(fc.stringMatching(/^[ab.]{1,4}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        glob
          .map((parts) => parts.join('/'))
          .filter((one) => /[*?{]/.test(one) && !/\*\*[^/]|[^/]\*\*|\*[^*/]+\/\*\*$/.test(one)),
        file.map((parts) => parts.join('/')).filter((one) => !/(?:^|\/)\.+(?:\/|$)/.test(one)),
        (pattern, path) => {
          const matches = picomatch(pattern, { dot: true, nonegate: true, noextglob: true, windows: false });
          expect(globsOf([pattern]).caughtBy(path) !== null).toBe(matches(path));
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  test('stars do not take forever, however many there are', () => {
    const name = 'a'.repeat(200);
    expect(caught([`src/${'*a'.repeat(140)}*b`], [`src/${name}`, `src/${name}b`])).toEqual([`src/${name}b`]);
    const deep = 'a/'.repeat(200);
    expect(caught([`${'**/a/'.repeat(50)}b`], [`${deep}c`, `${deep}b`])).toEqual([`${deep}b`]);
  });

  test('specificity is an order', () => {
    const glob = fc.array(fc.constantFrom('*', '**', 'src', 'a.ts', 'b*'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(glob.map((parts) => parts.join('/'))), (list) => {
        const sorted = [...list].sort(bySpecificity);
        expect([...list].reverse().sort(bySpecificity)).toEqual(sorted);
      }),
    );
  });
});
