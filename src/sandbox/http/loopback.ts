import { isLoopback } from '../../net/loopback.ts';

/**
 * Whether a request's `Host` names this machine. A page elsewhere whose name was made to point here would send
 * its own, and is not served.
 */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`));
}
