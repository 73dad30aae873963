import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChangedFile, WatchedArticle } from '../../src/model/impact.ts';
import { impactOf, toReview } from '../../src/plan/impact.ts';

function article(name: string, globs: readonly string[], more: Partial<WatchedArticle> = {}): WatchedArticle {
  const file = `content/${name}.md`;
  return {
    ...{ key: `${name}.md`, title: name, file, names: [file, 'content'], globs, from: null },
    ...{ parts: [file, `content/images/${name}.png`], pictures: [] },
    ...more,
  };
}

const isDocs = (file: string) => file.startsWith('content/');
const of = (articles: readonly WatchedArticle[], files: readonly (string | ChangedFile)[], ...messages: string[]) =>
  impactOf(articles, { files: files.map((one) => (typeof one === 'string' ? { path: one } : one)), messages }, isDocs);
const keys = (touched: readonly { readonly key: string }[]) => touched.map(({ key }) => key);

describe('the articles that a change has to do with', () => {
  const pay = article('pay', ['src/pay/**', 'src/pay/total.ts']);
  const review = 'Helpcentre-Reviewed: content/pay.md only names';

  // biome-ignore format: it is a table
  test.each<readonly [string, readonly (string | ChangedFile)[], readonly string[], readonly string[], readonly string[]]>([
    // what                         files                                                     messages    touched      to look at
    ['neither',                     ['src/pay/a.ts'],                                         [],         ['pay.md'],  ['pay.md']],
    ['changed too',                 ['src/pay/a.ts', 'content/pay.md'],                       [],         ['pay.md'],  []],
    ['changed by a bot',            ['src/pay/a.ts', { path: 'content/pay.md', byBots: true }], [],       ['pay.md'],  []],
    ['an image of it changed',      ['src/pay/a.ts', 'content/images/pay.png'],               [],         ['pay.md'],  []],
    ['renamed too',                 ['src/pay/a.ts', { path: 'content/b.md', old: 'content/pay.md' }], [], ['pay.md'], []],
    ['reviewed',                    ['src/pay/a.ts'],                                         [review],   ['pay.md'],  []],
    ['reviewed without a reason',   ['src/pay/a.ts'],                            [review.slice(0, -11)],  ['pay.md'],  ['pay.md']],
    ['another one changed',         ['src/pay/a.ts', 'content/tax.md'],                       [],         ['pay.md'],  ['pay.md']],
    ['moved away',                  [{ path: 'lib/a.ts', old: 'src/pay/a.ts' }],              [],         ['pay.md'],  ['pay.md']],
    ['moved into',                  [{ path: 'src/pay/a.ts', old: 'lib/a.ts' }],              [],         ['pay.md'],  ['pay.md']],
    ['a bot',                       [{ path: 'src/pay/a.ts', byBots: true }],                 [],         [],          []],
    ['the docs alone',              ['content/pay.md', 'content/tax.md'],                     [review],   [],          []],
    ['Markdown beside the code',    ['src/pay/README.md', 'src/pay/a.mdx'],                   [],         [],          []],
    ['other code',                  ['src/tax/a.ts', 'src/payment.ts'],                       [],         [],          []],
    ['nothing',                     [],                                                       [],         [],          []],
  ])('%s', (_, files, messages, touched, review) => {
    const found = of([pay], files, ...messages);
    expect([keys(found), keys(toReview(found))]).toEqual([touched, review]);
  });

  test('Markdown is code to a glob that names it', () => {
    expect(keys(of([article('api', ['api/reference.md'])], ['api/reference.md']))).toEqual(['api.md']);
    expect(keys(of([article('api', ['api/**/*.md'])], ['api/a/b.md']))).toEqual(['api.md']);
    expect(keys(of([article('own', ['content/**/*.md'])], ['content/a/b.md']))).toEqual([]);
  });

  test('come with their files, the most specific glob first in each and among them', () => {
    const found = of(
      [article('all', ['**']), article('b', ['src/pay/**']), pay, article('a', ['src/pay/**'])],
      ['src/pay/a.ts', 'src/pay/total.ts'],
    );
    expect(keys(found)).toEqual(['pay.md', 'a.md', 'b.md', 'all.md']);
    expect(found[0]?.hits).toEqual([
      { file: 'src/pay/total.ts', glob: 'src/pay/total.ts' },
      { file: 'src/pay/a.ts', glob: 'src/pay/**' },
    ]);
  });

  test('have old screenshots where those did not change, and with those alone nobody has to look', () => {
    const pictures = [
      { image: 'content/form.png', of: ['src/form.ts'] },
      { image: 'content/new.png', of: ['src/form.ts'] },
      { image: 'content/other.png', of: ['src/other.ts'] },
    ];
    const found = of([article('pay', [], { pictures })], ['src/form.ts', 'content/new.png']);
    expect(found).toMatchObject([
      { hits: [], pictures: [{ image: 'content/form.png', file: 'src/form.ts', glob: 'src/form.ts' }] },
    ]);
    expect(toReview(found)).toEqual([]);
  });

  test('are to be looked at once, unless they change or are reviewed, whatever else changes', () => {
    const file = fc.constantFrom('src/pay/a.ts', 'src/tax.ts', 'content/pay.md', 'content/tax.md', 'README.md');
    const changed = fc.uniqueArray(file, { maxLength: 5 });
    const said = fc.uniqueArray(fc.constantFrom(review, 'Nothing', 'Helpcentre-Reviewed: content/tax.md no'), {
      maxLength: 3,
    });
    const articles = [pay, article('tax', ['src/tax.ts'])];
    fc.assert(
      fc.property(changed, said, (files, messages) => {
        const code = { pay: 'src/pay/a.ts', tax: 'src/tax.ts' } as const;
        const expected = (['pay', 'tax'] as const).filter(
          (name) =>
            files.includes(code[name]) &&
            !files.includes(`content/${name}.md`) &&
            !messages.some((one) => one.includes(`content/${name}.md`)),
        );
        expect(keys(toReview(of(articles, files, ...messages))).sort()).toEqual(expected.map((name) => `${name}.md`));
      }),
    );
  });
});
