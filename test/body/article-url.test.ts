import { describe, expect, test } from 'vitest';
import { articleIdOf, parseArticleUrl } from '../../src/body/article-url.ts';

describe('the id of an article', () => {
  test.each([
    ['https://help.example.com/en/articles/15009700-change-your-billing-address', '15009700'],
    ['https://help.example.com/en/articles/15009700', '15009700'],
    ['https://help.example.com/en/articles/15009700-a/?utm=1#h_0123456789', '15009700'],
    ['http://intercom.help/acme/pt-BR/articles/7', '7'],
    ['https://help.example.com/articles/7-x', '7'],
    ['//help.example.com/en/articles/7', '7'],
    ['/en/articles/7-x#y', '7'],
    ['HTTPS://HELP.EXAMPLE.COM/en/articles/7', '7'],
    [' https://help.example.com/en/articles/7 ', '7'],
  ])('%s', (url, id) => {
    expect(articleIdOf(url)).toBe(id);
  });

  test.each([
    'https://help.example.com/en/collections/15009700-billing',
    'https://help.example.com/en/articles/',
    'https://help.example.com/en/articles/abc',
    'https://help.example.com/en/articles/7/edit',
    'https://help.example.com/en/articles/7x',
    'https://help.example.com/?to=/en/articles/7',
    'https://help.example.com/#/en/articles/7',
    'mailto:articles/7@example.com',
    'helpcentre:article/en/articles/7',
    '',
  ])('none in %s', (url) => {
    expect(articleIdOf(url)).toBeNull();
  });

  test('locale and fragment come with it', () => {
    expect(parseArticleUrl('https://help.example.com/pt-BR/articles/7-x#y')).toEqual({
      id: '7',
      locale: 'pt-BR',
      fragment: '#y',
    });
    expect(parseArticleUrl('https://example.com/help/articles/7')).toEqual({ id: '7', locale: null, fragment: '' });
  });
});
