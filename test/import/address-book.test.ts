import { describe, expect, it } from 'vitest';
import { type AddressBook, addressesFrom, referencesFrom } from '../../src/import/address-book.ts';

const sha256 = `sha256-${'a'.repeat(64)}`;

const book: AddressBook = {
  defaultLocale: 'en',
  article: (id) =>
    ({
      '100': {
        key: 'billing/plans.md',
        paths: new Map([
          ['en', 'billing/plans.md'],
          ['fr', 'billing/plans.fr.md'],
        ]),
        slugOf: (locale: string, heading: string) =>
          heading === 'h_1' ? (locale === 'en' ? 'prices' : 'prix') : undefined,
      },
      '200': {
        key: 'a (b)/café é.md',
        paths: new Map([['en', 'a (b)/café é.md']]),
        slugOf: (_: string, heading: string) => (heading === 'h_3' ? 'à_é|(x)' : undefined),
      },
      '300': {
        key: 'here.md',
        paths: new Map([
          ['en', 'here.md'],
          ['fr', 'here.fr.md'],
        ]),
        slugOf: (_: string, heading: string) => (heading === 'h_2' ? 'own' : undefined),
      },
    })[id],
  image: (url) =>
    url === 'https://downloads.intercomcdn.com/i/o/x/1/a.png' ? { path: 'images/a.png', sha256 } : undefined,
};

const english = { id: '300', key: 'here.md', locale: 'en', path: 'here.md' };
const french = { ...english, locale: 'fr', path: 'here.fr.md' };

describe('links to articles', () => {
  it.each([
    ['https://help.example.com/en/articles/100-plans-and-prices', './billing/plans.md'],
    ['https://help.example.com/en/articles/100', './billing/plans.md'],
    ['http://help.example.com/articles/100-plans/', './billing/plans.md'],
    ['https://intercom.help/acme/en/articles/100-an-old-slug', './billing/plans.md'],
    ['https://help.example.com/acme/EN/articles/100', './billing/plans.md'],
    ['//help.example.com/en/articles/100', './billing/plans.md'],
    ['/en/articles/100-plans', './billing/plans.md'],
    ['https://help.example.com/fr/articles/100-plans', './billing/plans.fr.md'],
    ['https://help.example.com/en/articles/100-plans#h_1', './billing/plans.md#prices'],
    ['https://help.example.com/fr/articles/100-plans#h_1', './billing/plans.fr.md#prix'],
    ['https://help.example.com/en/articles/200-cafe', './a%20%28b%29/café%20é.md'],
    // Letters of any script stay readable.
    ['https://help.example.com/en/articles/200#h_3', './a%20%28b%29/café%20é.md#à_é%7C%28x%29'],
    ['#h_2', '#own'],
    ['https://help.example.com/en/articles/300-here#h_2', '#own'],
  ])('%s becomes %s', (href, address) => {
    expect(addressesFrom(book, english).link(href)).toBe(address);
  });

  it('from a translation lead to the translation where there is one', () => {
    const { link } = addressesFrom(book, french);
    expect(link('https://help.example.com/fr/articles/100-plans#h_1')).toBe('./billing/plans.fr.md#prix');
    expect(link('https://help.example.com/articles/100')).toBe('./billing/plans.fr.md');
    expect(link('https://help.example.com/en/articles/200')).toBe('./a%20%28b%29/café%20é.md');
  });

  it.each([
    ['https://help.example.com/en/articles/999-not-imported', english],
    ['https://help.example.com/de/articles/100-plans', english],
    ['https://help.example.com/en/articles/100-plans#h_gone', english],
    ['https://help.example.com/en/articles/100-plans?utm=1', english],
    // A link to the file in the default locale would lead to the French text.
    ['https://help.example.com/en/articles/100-plans', french],
    ['https://example.com/', english],
    ['mailto:us@example.com', english],
  ])('%s stays as it is', (href, here) => {
    expect(addressesFrom(book, here).link(href)).toBe(href);
    expect(referencesFrom(book, here).link(href)).toBe(href);
  });

  it.each([
    '#',
    '#top',
    '#h_gone',
    '#own',
    '/en/articles/999',
    '/x',
    '../old/page.md',
    'www.example.com/a?b',
    'example.com',
    'http://',
  ])('%s, which leads to nothing that was imported, stays as it is', (href) => {
    const { link, leadsNowhere } = addressesFrom(book, english);
    expect(link(href)).toBe(href);
    expect(leadsNowhere?.(href)).toBe(true);
    expect(referencesFrom(book, english).link(href)).toBe(href);
  });

  it('to files of Intercom lose their signature alone', () => {
    const signed = 'https://downloads.intercomcdn.com/i/o/f.pdf?expires=1&signature=2&req=3';
    for (const names of [addressesFrom(book, english), referencesFrom(book, english)])
      expect(names.link(signed)).toBe('https://downloads.intercomcdn.com/i/o/f.pdf');
  });

  it('are named for the comparison as the compiler names them', () => {
    const { link } = referencesFrom(book, english);
    expect(link('https://help.example.com/en/articles/100-plans#h_1')).toBe(
      'helpcentre:article/en/billing/plans.md#prices',
    );
    expect(link('#h_2')).toBe('helpcentre:article/en/here.md#own');
  });
});

describe('images', () => {
  it('are files where they were downloaded, whatever their signature', () => {
    const source = 'https://downloads.intercomcdn.com/i/o/x/1/a.png?expires=1&signature=2&req=3';
    expect(addressesFrom(book, { ...english, path: 'billing/deep/x.md' }).image(source)).toBe('../../images/a.png');
    expect(referencesFrom(book, english).image(source)).toBe(`helpcentre:image/${sha256}`);
  });

  it('keep their address, without its signature, where they were not', () => {
    const { image } = addressesFrom(book, english);
    expect(image('https://downloads.intercomcdn.com/i/o/x/1/b.png?expires=1&signature=2&req=3')).toBe(
      'https://downloads.intercomcdn.com/i/o/x/1/b.png',
    );
    expect(image('http://127.0.0.1:4110/i/o/x/1/b.png?expires=1&signature=2&req=3')).toBe(
      'http://127.0.0.1:4110/i/o/x/1/b.png',
    );
    expect(image('https://example.com/b.png?v=1')).toBe('https://example.com/b.png?v=1');
  });
});
