/** Redirects that are followed. */
export const redirects = 5;

/** What is needed of an answer to go on. */
export interface Hop {
  readonly status: number;
  /** Where it leads on; null for nowhere. */
  readonly location: string | null;
}

/** The answer that an address led to, or why there was none: a clause that goes on after the address. */
export type Followed<T extends Hop> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly reason: string };

/**
 * Follows an address to its answer.
 *
 * @param ask makes one request, which follows nothing
 * @param whyNot why nothing is asked for at an address, for every hop; null where it may be
 * @throws what `ask` does
 */
export async function follow<T extends Hop>(
  start: URL,
  ask: (url: URL) => Promise<T>,
  whyNot: (url: URL) => string | null = whyRefused,
): Promise<Followed<T>> {
  let url = start;
  for (let hop = 0; hop <= redirects; hop += 1) {
    const refusal = whyNot(url);
    if (refusal !== null)
      return { ok: false, reason: hop === 0 ? refusal : `leads to ${url.host || url.href}, which ${refusal}` };
    const answer = await ask(url);
    const isRedirect = [301, 302, 303, 307, 308].includes(answer.status);
    if (!isRedirect || answer.location === null) return { ok: true, answer };
    if (!URL.canParse(answer.location, url.href)) return { ok: false, reason: 'leads to an address that is not valid' };
    url = new URL(answer.location, url);
  }
  return { ok: false, reason: `redirects more than ${redirects} times` };
}

/** What no request is made for, whatever its name resolves to. */
export function whyRefused({ protocol, port, username, password }: URL): string | null {
  if (protocol !== 'http:' && protocol !== 'https:') return 'is not on the web';
  if (username !== '' || password !== '') return 'holds a user name or password';
  if (port !== '' && port !== '80' && port !== '443') return `has the port ${port}; only 80 and 443 are looked at`;
  return null;
}
