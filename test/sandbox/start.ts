import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { breachOf, type DrawnAnswer } from './contract.ts';

/** An answer of the API as a test looks at it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; undefined when it was empty. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly body: any;
}

/** A sandbox that stops with the test, and requests to it. */
export interface TestBed {
  readonly sandbox: Sandbox;
  /** Any request to the API, with the token that may do everything unless another is given. */
  request(method: string, path: string, body?: unknown, options?: RequestOptions): Promise<Answer>;
  get(path: string, options?: RequestOptions): Promise<Answer>;
  post(path: string, body: unknown, options?: RequestOptions): Promise<Answer>;
  put(path: string, body: unknown, options?: RequestOptions): Promise<Answer>;
  del(path: string, options?: RequestOptions): Promise<Answer>;
  /** Id of the teammate who owns the token. */
  readonly author: number;
  /** Creates an article and gives the answer's body. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  article(fields?: Record<string, unknown>): Promise<any>;
  /** Creates a collection and gives the answer's body. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  collection(fields?: Record<string, unknown>): Promise<any>;
}

/** What a request says besides method, path and body. */
export interface RequestOptions {
  readonly version?: string;
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Starts a sandbox in memory that stops when the test has finished. Every answer that is drawn through it is
 * held against the official description of its version.
 *
 * @param options as for `startSandbox`
 * @param onAnswer told of every answer, before it is held against the description
 */
export async function testBed(
  options: Partial<SandboxOptions> = {},
  onAnswer?: (answer: DrawnAnswer) => void,
): Promise<TestBed> {
  const sandbox = await startSandbox({ dir: null, ...options });
  onTestFinished(() => sandbox.close());
  const request: TestBed['request'] = async (method, path, body, { version, token, headers } = {}) => {
    const answer = await fetch(sandbox.url + path, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token ?? sandbox.token}` }),
        ...(version === undefined ? {} : { 'intercom-version': version }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
    const drawn = { status: answer.status, headers: answer.headers, body: json ? JSON.parse(text) : undefined };
    const failure = sandbox.log.at(-1)?.failure ?? null;
    if (failure !== null) throw new Error(`the sandbox itself failed: ${failure}`);
    const asked = { ...drawn, method, path, version: answer.headers.get('intercom-version') ?? '' };
    onAnswer?.(asked);
    const breach = breachOf(asked);
    if (breach !== null) throw new Error(`not as the official description says: ${breach}`);
    return drawn;
  };
  const author = Number(sandbox.world.teammates()[0]?.id);
  const must = async (answer: Promise<Answer>) => {
    const { status, body } = await answer;
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };
  return {
    sandbox,
    request,
    get: (path, options) => request('GET', path, undefined, options),
    post: (path, body, options) => request('POST', path, body, options),
    put: (path, body, options) => request('PUT', path, body, options),
    del: (path, options) => request('DELETE', path, undefined, options),
    author,
    article: (fields) => must(request('POST', '/articles', { title: 'Title', author_id: author, ...fields })),
    collection: (fields) => must(request('POST', '/help_center/collections', { name: 'Name', ...fields })),
  };
}
