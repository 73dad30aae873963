import { type Dispatcher, request } from 'undici';
import { codeOf } from '../../model/code-of.ts';
import { BodyTooLarge, bytesWithin } from '../../net/bounded-body.ts';
import { deadlineIn } from '../../net/deadline.ts';
import { GithubError } from './github-error.ts';
import { type Happening, happeningOf, type LimitFacts, limitWait, retryRow, type Verb } from './retry.ts';

/** What a connection to GitHub needs. */
export interface GithubOptions {
  /** GITHUB_API_URL. */
  readonly apiUrl: string;
  readonly token: string;
  readonly userAgent: string;
  readonly dispatcher: Dispatcher;
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Told before a wait for a limit. */
  readonly onWait: (milliseconds: number) => void;
  /** Milliseconds for a request and its whole answer, however steadily it comes. Two minutes by itself. */
  readonly wholeTime?: number;
}

/** A request, its path from the root of the API. */
export interface GithubRequest {
  readonly verb: Verb;
  /** `/repos/o/r/issues/1/comments?per_page=100`, every part escaped. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** What it is for, to say what could not be done: `find the comment`. */
  readonly purpose: string;
  /** The permission that it needs: `pull-requests: write`. */
  readonly permission: string;
}

/** GitHub's REST API: sends requests, again where that is safe, and waits where GitHub asks for it. */
export interface Github {
  /** @returns the parsed answer. @throws GithubError */
  send(asked: GithubRequest): Promise<unknown>;
}

const attempts = 4;
/** Waits for limits that are longer than this are not waited for: a run is paid by the minute. */
const longestWait = 90_000;
const timeLimit = 30_000;
const wholeTime = 120_000;
/** Bytes of an answer: a hundred comments of the longest kind have less than half of it. */
const mostBytes = 20_000_000;

/** Connects to GitHub's REST API. */
export function connectGithub(options: GithubOptions): Github {
  return { send: (asked) => send(options, asked) };
}

async function send(options: GithubOptions, asked: GithubRequest): Promise<unknown> {
  let waited = 0;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await exchange(options, asked);
    const { then } = retryRow(asked.verb, answer.happening);
    if (then === 'take') return answer.json;
    if (then === 'fail' || attempt === attempts) throw failure(asked, answer);
    const pause = then === 'wait' ? limitWait(answer, options.now()) : backOff(attempt, options.random());
    if (waited + pause > longestWait) throw failure(asked, answer);
    if (then === 'wait') options.onWait(pause);
    waited += pause;
    await options.sleep(pause);
  }
}

/** Half of it at least, doubling from half a second. */
function backOff(attempt: number, random: number): number {
  return 500 * 2 ** attempt * (0.5 + random / 2);
}

interface Answer extends LimitFacts {
  readonly happening: Happening;
  readonly status: number | null;
  readonly json: unknown;
}

/** Sends once. Errors of the network layer can hold headers, and with them the token: only their code is kept. */
async function exchange(options: GithubOptions, asked: GithubRequest): Promise<Answer> {
  const deadline = deadlineIn(new AbortController().signal, options.wholeTime ?? wholeTime);
  const none = { retryAfter: null, remaining: null, reset: null, status: null, json: undefined } as const;
  try {
    const { statusCode, headers, body } = await request(`${options.apiUrl}${asked.path}`, {
      dispatcher: options.dispatcher,
      method: asked.verb,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${options.token}`,
        'user-agent': options.userAgent,
        'x-github-api-version': '2022-11-28',
        ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: asked.body === undefined ? null : JSON.stringify(asked.body),
      headersTimeout: timeLimit,
      bodyTimeout: timeLimit,
      signal: deadline.signal,
    });
    const json = parse((await bytesWithin(body, mostBytes, headers['content-length'])).toString());
    const limits = {
      retryAfter: numberIn(headers['retry-after']),
      remaining: numberIn(headers['x-ratelimit-remaining']),
      reset: numberIn(headers['x-ratelimit-reset']),
      message: messageOf(json),
    };
    return { ...limits, happening: happeningOf(statusCode, limits), status: statusCode, json };
  } catch (error) {
    // It would be as large again.
    if (error instanceof BodyTooLarge) return { ...none, happening: 'refused', message: 'the answer is too large' };
    return { ...none, happening: 'no-answer', message: codeOf(error) };
  } finally {
    deadline.clear();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function numberIn(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\d{1,12}$/.test(header) ? Number(header) : null;
}

/** GitHub's message, and what it says of single fields. */
function messageOf(json: unknown): string {
  if (typeof json !== 'object' || json === null) return '';
  const message: unknown = Reflect.get(json, 'message');
  const errors: unknown = Reflect.get(json, 'errors');
  const details = (Array.isArray(errors) ? errors : []).flatMap((one: unknown): string[] => {
    if (typeof one === 'string') return [one];
    const text: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'message') : undefined;
    return typeof text === 'string' ? [text] : [];
  });
  return [...(typeof message === 'string' ? [message] : []), ...details].join('; ').slice(0, 500);
}

const codes: Readonly<Record<Exclude<Happening, 'answered'>, GithubError['code']>> = {
  'no-answer': 'no-answer',
  'server-trouble': 'trouble',
  'rate-limited': 'rate-limit',
  forbidden: 'forbidden',
  gone: 'not-found',
  invalid: 'invalid',
  refused: 'refused',
};

function failure(asked: GithubRequest, { happening, status, message }: Answer): GithubError {
  const code = happening === 'answered' ? 'shape' : codes[happening];
  const words = message === '' ? '' : ` ("${message}")`;
  return new GithubError({ status, code, detail: message, message: sentence(asked, code, status, words) });
}

function sentence(asked: GithubRequest, code: GithubError['code'], status: number | null, words: string): string {
  const could = `GitHub did not let the Action ${asked.purpose}`;
  switch (code) {
    case 'forbidden':
      return `${could}: ${status}${words}. The token needs the permission ${asked.permission}.`;
    case 'not-found':
      return `${could}: 404${words}. It is not there, or the token lacks the permission ${asked.permission}.`;
    case 'rate-limit':
      return `${could}: its rate limit is used up${words}. Try again later.`;
    case 'no-answer':
      return `${could}: GitHub did not answer${words}. Run it again.`;
    case 'trouble':
      return `${could}: GitHub has a problem, ${status}${words}. Run again.`;
    default:
      return `${could}: ${status}${words}.`;
  }
}
