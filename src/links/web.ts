import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { codeOf } from '../model/code-of.ts';
import { isPublicAddress } from './public-address.ts';

/** What reaching the web takes; tests bring their own. */
export interface WebParts {
  /** All IP addresses of a name. Rejects with Node's DNS errors. */
  readonly resolve: (name: string) => Promise<readonly string[]>;
  /** Opens a socket to `hostname`, which is a public IP address. */
  readonly connect: buildConnector.connector;
}

/** A name leads to an address that is not public; nothing was sent to it. */
export class NotPublic extends Error {
  override readonly name = 'NotPublic';
}

/** How many addresses of a name are tried. */
const tries = 3;

/**
 * Opens a way to the web that leads to public addresses only. A name is resolved once for each connection, all its
 * addresses are checked, and the connection goes to an address that was: a name that resolves to another address a
 * moment later leads nowhere else. Proxies are not used.
 *
 * @param connectMs milliseconds until a connection stands
 */
export function openWeb(connectMs: number, parts: Partial<WebParts> = {}): Dispatcher {
  const resolve = parts.resolve ?? resolveName;
  const connect = parts.connect ?? buildConnector({ timeout: connectMs });
  return new Agent({
    pipelining: 1,
    keepAliveTimeout: 1_000,
    connect(options, callback) {
      const name = options.hostname.replace(/^\[|\]$/g, '');
      publicAddresses(name, resolve).then(
        (addresses) => connectToOne(connect, options, addresses, callback),
        (error: Error) => callback(error, null),
      );
    },
  });
}

/** All IP addresses of a name, as this machine knows them. */
export async function resolveName(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

async function publicAddresses(name: string, resolve: WebParts['resolve']): Promise<readonly string[]> {
  const addresses = isIP(name) === 0 ? await resolve(name) : [name];
  if (addresses.length === 0 || !addresses.every(isPublicAddress)) {
    throw new NotPublic('leads to an address that is not public');
  }
  // Many machines have no IPv6, and are told of such addresses all the same.
  return [...addresses].sort((a, b) => isIP(a) - isIP(b)).slice(0, tries);
}

function connectToOne(
  connect: buildConnector.connector,
  options: buildConnector.Options,
  addresses: readonly string[],
  callback: buildConnector.Callback,
): void {
  const [hostname = '', ...others] = addresses;
  // `host` keeps the name, which the certificate is checked against.
  connect({ ...options, hostname }, (...result) => {
    const [error] = result;
    const isUnreachable =
      error !== null && /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(codeOf(error));
    if (isUnreachable && others.length > 0) connectToOne(connect, options, others, callback);
    else callback(...result);
  });
}
