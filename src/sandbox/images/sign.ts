import { createHmac, timingSafeEqual } from 'node:crypto';
import { drawText, hex, type Random } from '../random.ts';

/** Seconds a signed URL holds. */
const lifetime = 30 * 60 * 60;
/** Expiry times are rounded down to a quarter of an hour, as Intercom's are. */
const grainSeconds = 15 * 60;

/** What a signature is made from and checked against. */
export interface SigningFacts {
  /** Workspace's secret. */
  readonly secret: string;
  /** Unix seconds. */
  readonly now: number;
}

/**
 * Signs the path of an image: `?expires=…&signature=…&req=…`, different at every call.
 *
 * @param path `/i/o/…`
 */
export function signPath(path: string, { secret, now }: SigningFacts, random: Random): string {
  const expires = Math.floor((now + lifetime) / grainSeconds) * grainSeconds;
  const req = drawText(random, 20, hex);
  return `${path}?expires=${expires}&signature=${signatureOf(path, String(expires), req, secret)}&req=${req}`;
}

/** Checks the query of a signed path. */
export function checkSignature(
  path: string,
  query: URLSearchParams,
  { secret, now }: SigningFacts,
): 'good' | 'expired' | 'wrong' {
  const expires = query.get('expires') ?? '';
  const given = Buffer.from(query.get('signature') ?? '');
  const expected = Buffer.from(signatureOf(path, expires, query.get('req') ?? '', secret));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'wrong';
  return Number(expires) > now ? 'good' : 'expired';
}

function signatureOf(path: string, expires: string, req: string, secret: string): string {
  return createHmac('sha256', secret).update(`${path}\n${expires}\n${req}`).digest('hex');
}
