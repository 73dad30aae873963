/**
 * Hosts that keep workspaces' images and attachments behind signed URLs. The signature changes with every read and
 * says nothing about what is shown.
 */
const assetHost =
  /^(?:(?:downloads|uploads)\.(?:(?:eu|au)\.)?intercomcdn\.(?:com|eu)|uploads\.intercomusercontent\.com|(?:[\w-]+\.)*intercom-attachments(?:-[1-9])?\.(?:com|eu))$/i;
const addressParts = /^(https?:\/\/)([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/i;
const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\]):\d+$/i;

/**
 * Whether a host is one of Intercom's own for images and attachments.
 *
 * @param host a name, without a port
 */
export function isAssetHost(host: string): boolean {
  return assetHost.test(host);
}

/**
 * Takes off an image or attachment URL what changes from one read to the next: the query of Intercom's own hosts; the
 * signature (`expires`, `signature`, `req`) of a path under `/i/o/` on any host; and for such a path on loopback,
 * where a stand-in serves it, the port.
 */
export function withoutSignature(url: string): string {
  const [, scheme = '', host = '', path = '', query = '', fragment = ''] = addressParts.exec(url) ?? [];
  if (scheme === '') return url;
  const isAssetPath = path.startsWith('/i/o/');
  const isSigned = isAssetPath && ['expires', 'signature', 'req'].every((name) => query.includes(`${name}=`));
  const keptHost = isAssetPath ? host.replace(loopbackHost, '$1') : host;
  const keptQuery = isSigned || isAssetHost(host) ? '' : query;
  return scheme + keptHost + path + keptQuery + fragment;
}

/**
 * Percent-encodes what Intercom encodes in a link's `#fragment`: everything outside ASCII. Escapes that are there
 * already are written in upper case.
 */
export function withEncodedFragment(url: string): string {
  const hash = url.indexOf('#');
  if (hash < 0) return url;
  const fragment = url
    .slice(hash)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\P{ASCII}+/gu, encodeURIComponent)
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  return url.slice(0, hash) + fragment;
}
