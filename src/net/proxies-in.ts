/**
 * The proxies that an environment names, as undici takes them: empty for none. This machine is reached without one.
 *
 * @param env `http_proxy`, `https_proxy` and `no_proxy`, in small or capital letters
 */
export function proxiesIn(env: Readonly<Record<string, string | undefined>>): {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
} {
  return {
    httpProxy: env.http_proxy || env.HTTP_PROXY || '',
    httpsProxy: env.https_proxy || env.HTTPS_PROXY || '',
    noProxy: env.no_proxy || env.NO_PROXY || '127.0.0.1,localhost',
  };
}
