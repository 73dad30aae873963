import type { Settings } from '../model/settings.ts';
import { isLoopback } from '../net/loopback.ts';

/** Intercom's own addresses, by the region a workspace is hosted in. */
const regions: Readonly<Record<Settings['region'], string>> = {
  us: 'https://api.intercom.io',
  eu: 'https://api.eu.intercom.io',
  au: 'https://api.au.intercom.io',
};

/** A base URL that may be used, or a sentence that says why not. */
export type BaseUrl = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly message: string };

/**
 * The address requests go to.
 *
 * @param baseUrl an explicit one (INTERCOM_BASE_URL), or null for the region's own
 * @param region where the workspace is hosted
 * @returns the URL without a trailing slash; refused unless it is https, or http on loopback, because the token
 *   travels with every request
 */
export function resolveBaseUrl(baseUrl: string | null, region: Settings['region']): BaseUrl {
  if (baseUrl === null) return { ok: true, url: regions[region] };
  const url = URL.canParse(baseUrl.trim()) ? new URL(baseUrl.trim()) : null;
  const refusal = url === null ? 'it is not a URL' : whyRefused(url);
  if (url === null || refusal !== null) {
    return {
      ok: false,
      message: `The base URL cannot be used: ${refusal}. Give an https:// address, or http:// on this machine (http://127.0.0.1:8080).`,
    };
  }
  return { ok: true, url: `${url.origin}${url.pathname}`.replace(/\/+$/, '') };
}

function whyRefused(url: URL): string | null {
  if (url.username !== '' || url.password !== '') return 'it holds a user name or password';
  if (url.search !== '' || url.hash !== '') return 'it has a query or fragment';
  if (url.protocol === 'https:') return null;
  if (url.protocol !== 'http:') return `it begins with ${url.protocol}`;
  return isLoopback(url) ? null : 'plain http would show the token to everyone on the way';
}
