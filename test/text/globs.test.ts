import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bySpecificity, faultOfGlob, folderOfGlob, globsOf } from '../../src/text/globs.ts';

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
