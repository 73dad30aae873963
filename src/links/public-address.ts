import { BlockList, isIP } from 'node:net';

/** IPv4 that is not the public internet: IANA's special-purpose registry, multicast and what is reserved. */
const notPublic: readonly (readonly [address: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** IPv6 inside the global range that is not the public internet, or that carries an IPv4 address along. */
const notGlobal: readonly (readonly [address: string, bits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const refused4 = new BlockList();
for (const [address, bits] of notPublic) refused4.addSubnet(address, bits, 'ipv4');
const refused6 = new BlockList();
for (const [address, bits] of notGlobal) refused6.addSubnet(address, bits, 'ipv6');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an IP address is a public one that may be connected to: not this machine, not its network, and no other
 * special purpose. Of IPv6 only the global unicast range is; IPv4 written as IPv6 is not.
 *
 * @param address an IP address without brackets; anything else is not public
 */
export function isPublicAddress(address: string): boolean {
  // A zone, as in fe80::1%eth0, belongs to this machine's network.
  if (address.includes('%')) return false;
  const family = isIP(address);
  if (family === 4) return !refused4.check(address, 'ipv4');
  return family === 6 && global6.check(address, 'ipv6') && !refused6.check(address, 'ipv6');
}
