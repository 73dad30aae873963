import { expect, test } from 'vitest';
import { siteOf } from '../../../src/use-cases/adopt/tool.ts';

test.each([
  ['https://docs.example.com/guide', { siteUrl: 'https://docs.example.com', base: '/guide/' }],
  ['http://localhost:4173/', { siteUrl: null, base: '/' }],
  ['http://127.0.0.1:8000/docs', { siteUrl: null, base: '/docs/' }],
  ['no address', { siteUrl: null, base: '/' }],
])('the site at %s', (address, site) => {
  expect(siteOf(address)).toEqual(site);
});
