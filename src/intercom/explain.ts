import { IntercomError } from '../model/workspace.ts';
import type { ApiRequest, Attempt } from './api-request.ts';
import { readErrorBody } from './error-body.ts';

/** What an explanation needs to know of the connection. */
export interface Surroundings {
  readonly token: string;
  /** Name of the variable that the token comes from. */
  readonly tokenVariable: string;
  /** Host of the base URL. */
  readonly host: string;
  /** The bounds on an answer. */
  readonly bounds: { readonly bodyBytes: number; readonly totalMs: number };
}

/**
 * Turns an attempt that failed for good into the one error of this border: what happened, and what to do. It keeps
 * status, Intercom's code and words, and the request id. It has no `cause`, and the token is blotted out wherever
 * the answer repeated it.
 *
 * @param asked the request
 * @param attempt how sending it ended
 * @param attempts how often it was sent
 */
export function explain(asked: ApiRequest, attempt: Attempt, attempts: number, around: Surroundings): IntercomError {
  const said = readErrorBody(attempt.json);
  const clean = (text: string) => printable(withoutToken(text, around.token));
  const words = clean(said.words);
  return new IntercomError({
    method: asked.verb,
    path: clean(asked.path),
    status: attempt.status,
    code: clean(codeFor(attempt, said.code)),
    requestId: cleanId(attempt.requestId ?? said.requestId, clean),
    detail: words,
    message: withoutToken(sentence(asked, attempt, attempts, around), around.token) + quote(words) + remedy(words),
  });
}

function quote(words: string): string {
  return words === '' ? '' : ` Intercom said: ${words}`;
}

/** What to do about a body that Intercom's documented rules refuse and real workspaces were seen to take. */
function remedy(words: string): string {
  if (!/\bnested\W+(?:lists?|ul|ol)\b/i.test(words)) return '';
  return `${/[.!?]$/.test(words) ? '' : '.'} To publish lists in lists to this workspace, run "helpcentre probe", which finds out what it does not take; or write "flatten: [nested-lists]" in helpcentre.yml.`;
}

function codeFor(attempt: Attempt, said: string | null): string {
  if (said !== null) return said;
  if (attempt.happening === 'timed-out') return 'timed-out';
  if (attempt.status === null) return 'no-answer';
  if (attempt.happening === 'cut') return 'no-answer';
  if (attempt.happening === 'too-large') return 'answer-too-large';
  if (attempt.happening === 'too-slow') return 'answer-too-slow';
  return attempt.json === undefined ? 'not-json' : `http-${attempt.status}`;
}

function sentence(asked: ApiRequest, attempt: Attempt, attempts: number, around: Surroundings): string {
  const { host, bounds } = around;
  const often = attempts > 1 ? `, ${attempts} times` : '';
  const network = `Check the network, INTERCOM_BASE_URL and the proxy variables.`;
  switch (attempt.happening) {
    case 'not-sent':
      return `${host} could not be reached${often} (${attempt.cause}). ${network}`;
    case 'timed-out':
      return `${host} did not answer in time${often} (${asked.verb} ${asked.path}). Run it again later.`;
    case 'broken':
      return `The connection to ${host} broke before the answer came${often} (${attempt.cause}, ${asked.verb} ${asked.path}). Run it again later.`;
    case 'cut':
      return `The answer from ${host} ended too early${often} (${asked.verb} ${asked.path}). Run it again later.`;
    case 'too-large':
      return `The answer from ${host} has more than ${bounds.bodyBytes / 1e6} MB (${asked.verb} ${asked.path}), and was not read any further. ${network}`;
    case 'too-slow':
      return `The answer from ${host} was not complete after ${Math.ceil(bounds.totalMs / 1000)} seconds (${asked.verb} ${asked.path}). ${network}`;
    case 'not-json':
      return `${host} answered with ${typeOf(attempt)} where JSON was expected (${asked.verb} ${asked.path}). ${network}`;
    case 'blocked':
      return blocked(attempt, host);
    default:
      return statusSentence(asked, attempt, often, around);
  }
}

function blocked(attempt: Attempt, host: string): string {
  const proxy = attempt.status === 407 ? '407' : /^PROXY_(\d+)$/.exec(attempt.cause ?? '')?.[1];
  if (proxy !== undefined) {
    return `The proxy refused to connect to ${host} (${proxy}). Check the user name and password in HTTPS_PROXY, or add the host to NO_PROXY.`;
  }
  return `A secure connection to ${host} could not be made (${attempt.cause}). If a company proxy reads the traffic, name its certificate in NODE_EXTRA_CA_CERTS.`;
}

function statusSentence(asked: ApiRequest, attempt: Attempt, often: string, around: Surroundings): string {
  const status = attempt.status ?? 0;
  const where = `${asked.verb} ${asked.path}`;
  const page = attempt.json === undefined ? ` The answer was ${typeOf(attempt)}.` : '';
  if (status === 401) return unauthorised(asked, where, around);
  if (status === 403) {
    return `Intercom does not allow this (403, ${where}). Give the app the permission it lacks, or check that the plan includes it.${page}`;
  }
  // Intercom says 404 also of what a request names, such as an audience.
  if (status === 404 && readErrorBody(attempt.json).code !== 'parameter_invalid')
    return `Intercom has nothing at ${asked.path} (404, ${asked.verb}). It may have been deleted.${page}`;
  if (status === 429)
    return `Intercom’s rate limit stayed exhausted${often} (429, ${where}). Run it again when there is less traffic.`;
  if (status >= 500 || status === 408) {
    return `Intercom has a problem: it answered ${status}${often} (${where}). Run it again later.${page}`;
  }
  if (status >= 300 && status < 400) {
    return `The address redirects elsewhere (${status}, ${where}), which is not followed, to keep the token safe. Check the region and INTERCOM_BASE_URL.`;
  }
  return `Intercom did not accept the request (${status}, ${where}).${page}`;
}

function unauthorised(asked: ApiRequest, where: string, { tokenVariable }: Surroundings): string {
  const token = `Check ${tokenVariable}, and that the region is the workspace’s own.`;
  if (asked.verb === 'GET') return `Intercom refused the access token (401, ${where}). ${token}`;
  return `Intercom refused the access token, or the author has no permission to write articles (401, ${where}). ${token} Then check the author’s permissions.`;
}

function typeOf(attempt: Attempt): string {
  if (attempt.mediaType === 'text/html') return 'an HTML page';
  if (attempt.mediaType === null || attempt.mediaType === '') return 'empty, or of no known type';
  return printable(attempt.mediaType);
}

/** The sandbox's token is public, and a word that messages about the sandbox need. */
const publicToken = 'sandbox';

/**
 * Blots the token out of text that others wrote, as it is and as it looks in a URL or in JSON.
 *
 * @param text words of an answer
 * @param token the secret; nothing is done for an empty one
 */
function withoutToken(text: string, token: string): string {
  if (token === '' || token === publicToken) return text;
  return [token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)].reduce(
    (left, form) => left.replaceAll(form, '[token]'),
    text,
  );
}

/** Control characters could repaint a terminal; a page of text would bury the message. */
function printable(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return plain.length > 500 ? `${plain.slice(0, 499)}…` : plain;
}

function cleanId(id: string | null, clean: (text: string) => string): string | null {
  const text = clean(id ?? '');
  return text === '' ? null : text.slice(0, 100);
}
