import { expect, test } from 'vitest';
import { resolveBaseUrl } from '../../src/intercom/base-url.ts';

test.each([
  ['us', 'https://api.intercom.io'],
  ['eu', 'https://api.eu.intercom.io'],
  ['au', 'https://api.au.intercom.io'],
] as const)('region %s has its own address', (region, url) => {
  expect(resolveBaseUrl(null, region)).toEqual({ ok: true, url });
});

test.each([
  ['https://proxy.example.com/intercom/', 'https://proxy.example.com/intercom'],
  [' https://api.example.com ', 'https://api.example.com'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://localhost:3000/', 'http://localhost:3000'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
  ['http://127.1:99', 'http://127.0.0.1:99'],
])('%s may be used', (given, url) => {
  expect(resolveBaseUrl(given, 'eu')).toEqual({ ok: true, url });
});

test.each([
  ['http://api.intercom.io', /plain http would show the token/],
  ['http://127.0.0.1.example.com', /plain http would show the token/],
  ['http://localhost.example.com', /plain http would show the token/],
  ['http://10.0.0.1', /plain http would show the token/],
  ['ftp://127.0.0.1', /it begins with ftp:/],
  ['file:///etc/passwd', /it begins with file:/],
  ['https://me:pw@api.example.com', /user name or password/],
  ['https://api.example.com/?a=b', /query or fragment/],
  ['api.intercom.io', /is not a URL|begins with/],
  ['', /not a URL/],
])('%s is refused: %s', (given, why) => {
  const refused = resolveBaseUrl(given, 'us');
  expect(refused.ok).toBe(false);
  expect(refused).toMatchObject({ message: expect.stringMatching(why) });
  expect(refused).toMatchObject({ message: expect.stringContaining('https://') });
});
