import { isAssetHost } from '../../body/canonical/url.ts';
import { isLoopback } from '../../net/loopback.ts';

/** Which hosts images may be downloaded from. */
export interface ImageHosts {
  /** Hosts that the configuration allows, with a port where it is not the usual one. */
  readonly configured: readonly string[];
  /** Whether the API itself is on this machine: its images are too, then. */
  readonly loopback: boolean;
}

/**
 * Whether an image may be downloaded from an address: from Intercom's own hosts, those that the configuration names,
 * and this machine where the API is on it. Over https, but for this machine.
 */
export function isAllowed(url: URL, hosts: ImageHosts): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (isLoopback(url)) return hosts.loopback && /^https?:$/.test(url.protocol);
  if (url.protocol !== 'https:') return false;
  const isIntercoms = url.port === '' && isAssetHost(url.hostname);
  return isIntercoms || hosts.configured.some((host) => host.toLowerCase() === url.host);
}
