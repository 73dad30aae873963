import { type Dispatcher, RetryAgent, request } from 'undici';
import { codeOf } from '../model/code-of.ts';
import { bytesWithin } from '../net/bounded-body.ts';
import { deadlineIn } from '../net/deadline.ts';
import { isLoopback } from '../net/loopback.ts';
import { ForgeError } from './forge-error.ts';

/** What a connection to a forge needs. */
export interface ForgeOptions {
  /** Address of its API, without a slash at its end. */
  readonly api: string;
  /** Goes into the header Authorization and nowhere else. */
  readonly token: string;
  readonly userAgent: string;
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
  /** Milliseconds before the first repetition; half a second by itself. */
  readonly pause?: number;
}

/** A forge's REST API. */
export interface Forge {
  /**
   * Sends a request: again where it broke or the forge asks for it, and doing it twice has the same end as once.
   *
   * @param path below the API's address, every part of it escaped
   * @returns the parsed answer
   * @throws ForgeError
   */
  send(verb: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<unknown>;
}

const timeLimit = 30_000;
const wholeTime = 120_000;
/** Bytes of an answer: a hundred notes, each of the longest kind that we write. */
const mostBytes = 50_000_000;

/** Connects to a forge's REST API. @throws ForgeError for an address that the token must not be sent to */
export function connectForge(options: ForgeOptions): Forge {
  demandSafe(options.api);
  const dispatcher = new RetryAgent(options.dispatcher, {
    maxRetries: 3,
    minTimeout: options.pause ?? 500,
    maxTimeout: 20_000,
    methods: ['GET', 'PUT'],
    statusCodes: [429, 500, 502, 503, 504],
    throwOnError: false,
  });
  return { send: (verb, path, body) => exchange({ ...options, dispatcher }, verb, path, body) };
}

/** Whoever sets a variable of a pipeline must not get the token sent in the clear. */
function demandSafe(api: string): void {
  const url = URL.canParse(api) ? new URL(api) : null;
  const isSafe = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)));
  if (isSafe && url.username === '' && url.password === '' && url.search === '' && url.hash === '') return;
  throw new ForgeError(null, 'the address of its API is not an https address');
}

/** Sends once. Errors of the network layer can hold headers, and with them the token: only their code is kept. */
async function exchange(
  { api, token, userAgent, dispatcher, signal }: ForgeOptions,
  verb: 'GET' | 'POST' | 'PUT',
  path: string,
  sent: object | undefined,
): Promise<unknown> {
  const deadline = deadlineIn(signal, wholeTime);
  let status: number | null = null;
  let text = '';
  try {
    const { statusCode, headers, body } = await request(`${api}${path}`, {
      dispatcher,
      method: verb,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'user-agent': userAgent,
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: sent === undefined ? null : JSON.stringify(sent),
      headersTimeout: timeLimit,
      bodyTimeout: timeLimit,
      signal: deadline.signal,
    });
    status = statusCode;
    text = (await bytesWithin(body, mostBytes, headers['content-length'])).toString();
  } catch (error) {
    const why = status === null ? 'it did not answer' : 'its answer broke off or is too large';
    throw new ForgeError(null, `${why} (${codeOf(error)})`);
  } finally {
    deadline.clear();
  }
  const json = parsed(text);
  if (status >= 200 && status < 300) return json;
  const words = messageOf(json).split(token).join('…');
  throw new ForgeError(status, `${status}${words === '' ? '' : ` ("${words}")`}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The forge's own words: GitLab's `message` or `error_description`, Bitbucket's `error.message`. */
function messageOf(json: unknown): string {
  const of = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  const found = [
    of(json, 'error_description'),
    of(of(json, 'error'), 'message'),
    of(json, 'message'),
    of(json, 'error'),
  ];
  const text = found.find((one) => typeof one === 'string');
  return typeof text === 'string' ? text.slice(0, 300) : '';
}
