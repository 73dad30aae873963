import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { isLoopback } from './loopback.ts';

/** Idle connections outlive the pause between two rate-limit windows, so that each window starts on warm ones. */
const keepAliveTimeout = 30_000;

/** A way to the network, or a sentence that says why there is none. */
export type Route =
  | { readonly ok: true; readonly dispatcher: Dispatcher }
  | { readonly ok: false; readonly message: string };

/**
 * Opens the way to Intercom: directly, or through the proxy that HTTPS_PROXY or HTTP_PROXY (either case) name for
 * the base URL's scheme, unless NO_PROXY names the host. This machine is never reached through a proxy.
 *
 * @param baseUrl where requests go
 * @param env the environment; nothing is read from the process
 * @param bounds connections at once, and milliseconds until one stands
 */
export function openRoute(
  baseUrl: string,
  env: Readonly<Record<string, string | undefined>>,
  bounds: { readonly connections: number; readonly connectMs: number },
): Route {
  const url = new URL(baseUrl);
  const connect = { timeout: bounds.connectMs };
  const agent = { connections: bounds.connections, pipelining: 1, keepAliveTimeout, connect };
  const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const proxy = (env[name.toLowerCase()] || env[name] || '').trim();
  if (proxy === '' || isLoopback(url)) return { ok: true, dispatcher: new Agent(agent) };
  try {
    const dispatcher = new EnvHttpProxyAgent({
      ...agent,
      proxyTls: connect,
      httpProxy: proxy,
      httpsProxy: proxy,
      noProxy: env.no_proxy || env.NO_PROXY || '',
    });
    return { ok: true, dispatcher };
  } catch {
    // The value may hold a password: it is not repeated.
    return {
      ok: false,
      message: `${name} is not the address of a proxy. Write it like http://proxy.example.com:8080.`,
    };
  }
}
