import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress } from '../../src/links/public-address.ts';

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '93.184.215.14',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '223.255.255.255',
  '2606:4700::1111',
  '2001:4860:4860::8888',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ['this machine', '127.0.0.1'],
  ['this machine', '127.255.255.254'],
  ['this machine', '::1'],
  ['no address', '0.0.0.0'],
  ['no address', '::'],
  ['a private network', '10.0.0.1'],
  ['a private network', '172.16.0.1'],
  ['a private network', '172.31.255.255'],
  ['a private network', '192.168.1.1'],
  ['a private network', 'fc00::1'],
  ['a private network', 'fd12:3456::1'],
  ['a carrier', '100.64.0.1'],
  ['a link', '169.254.169.254'],
  ['a link', 'fe80::1'],
  ['a link with its zone', 'fe80::1%eth0'],
  ['a zone on a public address', '2606:4700::1111%eth0'],
  ['a site', 'fec0::1'],
  ['multicast', '224.0.0.1'],
  ['multicast', 'ff02::1'],
  ['all machines', '255.255.255.255'],
  ['documentation', '192.0.2.1'],
  ['documentation', '198.51.100.1'],
  ['documentation', '203.0.113.1'],
  ['documentation', '2001:db8::1'],
  ['documentation', '3fff::1'],
  ['benchmarks', '198.18.0.1'],
  ['the future', '240.0.0.1'],
  ['IPv4 as IPv6', '::ffff:127.0.0.1'],
  ['IPv4 as IPv6', '::ffff:8.8.8.8'],
  ['IPv4 as IPv6', '::ffff:7f00:1'],
  ['IPv4 in IPv6', '::127.0.0.1'],
  ['IPv4 behind a translator', '64:ff9b::7f00:1'],
  ['IPv4 in a tunnel', '2002:7f00:1::'],
  ['IPv4 in a tunnel', '2001::1'],
  ['a name', 'localhost'],
  ['a number', '2130706433'],
  ['a short form', '127.1'],
  ['nothing', ''],
])('%s is not public: %s', (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('no IPv4 address written as IPv6 is public', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
    }),
  );
});
