import { type Dispatcher, request } from 'undici';
import { BodyTooLarge, bytesWithin } from '../../net/bounded-body.ts';
import { deadlineIn } from '../../net/deadline.ts';

/** How images are downloaded. */
export interface Fetching {
  /** Whether anything may be asked for at an address; looked at before every request, redirected ones too. */
  readonly isAllowed: (url: URL) => boolean;
  /** The way to an address. */
  readonly dispatcher: (url: URL) => Dispatcher;
  readonly userAgent: string;
  /** Largest image, in bytes. */
  readonly largest: number;
  /** Milliseconds for one image. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** The bytes of an image, or why they could not be had: a clause that goes on after the address. */
export type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      readonly reason: string;
      /** Whether nothing was had from the host at all, or not in time. */
      readonly unreached?: true;
    };

/** Redirects that are followed. */
const redirects = 3;
/** Tries for what may pass: a server in trouble, a broken connection. */
const tries = 3;

/**
 * Downloads an image: nothing but a GET without a token, over every hop only where that is allowed, and no more bytes
 * and time than an image may take. Whether the bytes are an image is for the caller to see.
 */
export async function fetchImage(source: string, fetching: Fetching): Promise<Fetched> {
  if (!URL.canParse(source)) return { ok: false, reason: 'has no valid address' };
  const deadline = deadlineIn(fetching.signal, fetching.timeout);
  try {
    return await tryAgain(new URL(source), fetching, deadline.signal);
  } finally {
    deadline.clear();
  }
}

async function tryAgain(url: URL, fetching: Fetching, deadline: AbortSignal): Promise<Fetched> {
  for (let attempt = 1; ; attempt += 1) {
    const fetched = await follow(url, fetching, deadline).catch((error: unknown) =>
      failureOf(error, fetching, deadline),
    );
    if (!('passing' in fetched)) return fetched;
    if (attempt === tries || deadline.aborted) {
      const { passing: _, ...failed } = fetched;
      return failed;
    }
    await fetching.sleep(500 * 2 ** attempt, deadline).catch(() => undefined);
  }
}

/** What may pass, so that it is worth another try. */
type Passing = Exclude<Fetched, { readonly ok: true }> & { readonly passing: true };

async function follow(start: URL, fetching: Fetching, signal: AbortSignal): Promise<Fetched | Passing> {
  let url = start;
  for (let hop = 0; hop <= redirects; hop += 1) {
    if (!fetching.isAllowed(url)) {
      return { ok: false, reason: hop === 0 ? notAllowed : `leads to ${url.host || url.href}, which ${notAllowed}` };
    }
    const answer = await request(url, {
      dispatcher: fetching.dispatcher(url),
      headers: { 'user-agent': fetching.userAgent, accept: 'image/*' },
      signal,
    });
    const { statusCode, headers, body } = answer;
    if (statusCode === 200) return read(body, headers['content-length'], fetching);
    body.on('error', () => undefined).destroy();
    const location = [headers.location].flat()[0];
    if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return refused(statusCode);
    if (!URL.canParse(location, url.href)) return { ok: false, reason: 'leads to an address that is not valid' };
    url = new URL(location, url);
  }
  return { ok: false, reason: `redirects more than ${redirects} times` };
}

const notAllowed = 'is not on a host that images are taken from';

function refused(status: number): Fetched | Passing {
  const reason = `answers ${status}`;
  return status === 429 || status >= 500 ? { ok: false, reason, passing: true } : { ok: false, reason };
}

async function read(
  body: Dispatcher.ResponseData['body'],
  announced: string | string[] | undefined,
  { largest }: Fetching,
): Promise<Fetched> {
  const tooLarge: Fetched = { ok: false, reason: `has more than ${largest / 1e6} MB` };
  try {
    return { ok: true, bytes: await bytesWithin(body, largest, announced) };
  } catch (error) {
    if (error instanceof BodyTooLarge) return tooLarge;
    throw error;
  }
}

function failureOf(error: unknown, { signal, timeout }: Fetching, deadline: AbortSignal): Fetched | Passing {
  if (signal.aborted) return { ok: false, reason: 'was not downloaded: the run was stopped' };
  if (deadline.aborted) {
    return { ok: false, reason: `took more than ${Math.round(timeout / 1000)} s`, unreached: true };
  }
  const { code, message, name } = error as Error & { readonly code?: unknown };
  if (name === 'NotPublic') return { ok: false, reason: message };
  const shown = typeof code === 'string' ? ` (${code})` : '';
  return { ok: false, reason: `could not be reached${shown}`, passing: true, unreached: true };
}
