import { isIP } from 'node:net';
import { Agent } from 'undici';
import { largestImage } from '../model/largest-image.ts';
import type { PictureState } from '../model/picture-state.ts';
import { isLoopback } from '../net/loopback.ts';
import { follow, whyRefused } from './follow.ts';
import { noSuchName, verdictOf } from './look-at.ts';
import { findsNoName, noNames } from './offline.ts';
import { askForPicture, type PictureAnswer, type PictureManner } from './picture-answer.ts';
import { isPublicAddress } from './public-address.ts';
import { type Glance, makeTurns, type TurnBounds, type Waiting } from './turns.ts';
import { openWeb, resolveName, type WebParts } from './web.ts';

export type { PictureState } from '../model/picture-state.ts';

/** What looking at pictures takes besides their addresses. */
export interface PictureOptions extends Waiting {
  readonly userAgent: string;
  /** The type of a picture by the bytes at its beginning, null for what is none: `pictureType` of `read/file-facts.ts`. */
  readonly typeOf: (beginning: Uint8Array) => string | null;
  /** Whether pictures on this machine may be asked for: only where the API is on it too. */
  readonly loopback?: boolean;
  readonly bounds?: Partial<TurnBounds> & {
    /** Milliseconds for one request. */
    readonly requestMs?: number;
  };
  readonly web?: Partial<WebParts>;
}

/** Looks at pictures for as long as it is open, at each address once. */
export interface PictureLooker {
  /** What is at an address, with or without a fragment. Never rejects. */
  look(url: string): Promise<PictureState>;
  close(): Promise<void>;
}

/**
 * Looks whether addresses lead to pictures, as Intercom does when a text with them is written: each once, public ones
 * alone, few at once to one host.
 */
export function openPictures(options: PictureOptions): PictureLooker {
  const { requestMs = 15_000, ...bounds } = options.bounds ?? {};
  const usual = { atOnce: 8, perHost: 2, gapMs: 100, tries: 3, longestRestMs: 60_000 };
  const resolve = options.web?.resolve ?? resolveName;
  const isHere = (url: URL): boolean => options.loopback === true && isLoopback(url);
  const web = openWeb(requestMs, options.web);
  const here = new Agent();
  const manner: Manner = {
    ...{ requestMs, userAgent: options.userAgent, signal: options.signal, typeOf: options.typeOf },
    dispatcher: (url) => (isHere(url) ? here : web),
    whyNot: (url) => (isHere(url) && /^https?:$/.test(url.protocol) ? null : whyRefused(url)),
  };
  const onWeb = makeTurns({ ...usual, ...bounds }, options, givenUp);
  // Nothing on this machine throttles by address, but for what is tried out.
  const onMachine = makeTurns({ ...usual, gapMs: 0, ...bounds }, options, givenUp);
  const looked = new Map<string, Promise<PictureState>>();
  let hasFound = false;
  const look = async (url: URL): Promise<PictureState> => {
    const out = outOfReach(url);
    if (out !== null && !isHere(url)) return out;
    const turns = isHere(url) ? onMachine : onWeb;
    const state = await turns.take(url.host, () => glanceAt(url, manner));
    hasFound ||= state.is === 'picture';
    const isUnnamed = state.is === 'broken' && state.reason === noSuchName && !hasFound;
    return isUnnamed && (await findsNoName(resolve)) ? { is: 'unknown', reason: noNames } : state;
  };
  return {
    look(address) {
      if (!URL.canParse(address)) return Promise.resolve({ is: 'broken', reason: 'is no valid address' });
      const url = new URL(address);
      url.hash = '';
      const known = looked.get(url.href) ?? look(url);
      looked.set(url.href, known);
      return known;
    },
    async close() {
      await Promise.all([web.destroy(), here.destroy()]);
    },
  };
}

/** What nobody should ask its host for at the moment. */
function givenUp(last: PictureState): PictureState {
  return last.is === 'unknown'
    ? { is: 'unknown', reason: 'was not asked for: its host did not answer several times' }
    : { is: 'broken', reason: 'was not asked for: its host had trouble several times', mayPass: true };
}

/** What Intercom cannot reach for certain. */
function outOfReach(url: URL): PictureState | null {
  if (!/^https?:$/.test(url.protocol)) return { is: 'broken', reason: 'is not on the web' };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (host !== 'localhost' && (isIP(host) === 0 || isPublicAddress(host))) return null;
  return { is: 'broken', reason: 'is not public, so Intercom cannot fetch it' };
}

/** How one picture is asked for, what is no picture, and why an address may not be asked for. */
interface Manner extends PictureManner, Pick<PictureOptions, 'typeOf'> {
  readonly whyNot: (url: URL) => string | null;
}

async function glanceAt(url: URL, manner: Manner): Promise<Glance<PictureState>> {
  try {
    const end = await follow(url, (hop) => askForPicture(hop, manner), manner.whyNot);
    if (!end.ok) return glance({ is: end.reason.startsWith('redirects') ? 'broken' : 'unknown', reason: end.reason });
    return judged(end.answer, manner.typeOf);
  } catch (error) {
    const verdict = verdictOf(error, manner.signal);
    const isFinal = verdict.is === 'dead' || manner.signal.aborted || (error as Error).name === 'NotPublic';
    return glance({ is: verdict.is === 'dead' ? 'broken' : 'unknown', reason: verdict.reason }, !isFinal);
  }
}

function judged(answer: PictureAnswer, typeOf: PictureOptions['typeOf']): Glance<PictureState> {
  const { status, retryAfterMs, beginning, called, bytes } = answer;
  const broken = (reason: string): Glance<PictureState> => glance({ is: 'broken', reason });
  if (status === 429 || status === 503) {
    const verdict: PictureState = { is: 'broken', reason: `answers ${status}`, mayPass: true };
    return { verdict, mayPass: 'host', retryAfterMs };
  }
  if (status === 408 || status >= 500) {
    return { verdict: { is: 'broken', reason: `answers ${status}`, mayPass: true }, mayPass: 'address', retryAfterMs };
  }
  if (status !== 200) return broken(`answers ${status}`);
  if (bytes !== null && bytes > largestImage)
    return broken(`has ${(bytes / 1e6).toFixed(1)} MB, and the limit is ${largestImage / 1e6} MB`);
  if (bytes === 0) return broken('is empty');
  // What a server calls it counts only where its bytes cannot be read.
  const type = beginning === null ? (called.startsWith('image/') ? called : null) : typeOf(beginning);
  if (type !== null) return glance({ is: 'picture', type, bytes });
  if (beginning === null) return glance({ is: 'unknown', reason: 'answers with what cannot be unpacked' });
  const isPage = /^(?:\ufeff|\s)*<(?:!doctype html|html|head|body)\b/i.test(Buffer.from(beginning).toString('utf8'));
  const what = isPage ? 'a web page' : 'something else';
  const said = called.startsWith('image/') ? `, although its server calls it ${called}` : '';
  return broken(`answers with ${what}, not with a picture${said}`);
}

const glance = (verdict: PictureState, mayPass = false): Glance<PictureState> => ({
  ...{ verdict, retryAfterMs: null },
  mayPass: mayPass ? 'address' : 'no',
});
