import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

/** What git answered. */
interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

/** What git said of the references that a store has, by the question and by all that its answer comes from. */
const said = new Map<string, Promise<Answer>>();

/**
 * Serves bare repositories the way GitHub does, through git's own server program. Of what references there are it asks
 * git once, and again when one of them changed: a job asks that up to ten times, and each time is three processes.
 *
 * @param root folder of the repositories
 * @param pathInfo `/owner/name.git/info/refs`
 */
export async function serveGit(
  root: string,
  pathInfo: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await buffer(request);
  const from = await sourceOf(path.join(root, pathInfo.replace(/(\.git)\/.*$/, '$1')), pathInfo, request, body);
  const ask = (): Promise<Answer> => answerOf(root, pathInfo, request, body);
  let answer = from === null ? ask() : said.get(from);
  if (answer === undefined) {
    answer = ask();
    said.set(from ?? '', answer);
  }
  const { status, headers, body: text } = await answer;
  for (const [name, value] of headers) response.setHeader(name, value);
  response.writeHead(status).end(text);
}

/** All that the answer to a question about references comes from; null for another question. */
async function sourceOf(
  store: string,
  pathInfo: string,
  request: IncomingMessage,
  body: Buffer,
): Promise<string | null> {
  const isList = body.includes('command=ls-refs') && request.headers['content-encoding'] === undefined;
  if (!pathInfo.endsWith('/info/refs') && !isList) return null;
  const { search } = new URL(request.url ?? '/', 'http://localhost');
  const protocol = String(request.headers['git-protocol'] ?? '');
  const config = await readFile(path.join(store, 'config'), 'utf8').catch(() => null);
  // In this version of the protocol git first says only what it can do, whatever there is.
  if (!isList && protocol === 'version=2' && search === '?service=git-upload-pack') {
    return JSON.stringify([search, protocol, config]);
  }
  const names = await readdir(path.join(store, 'refs'), { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  const read = [...['HEAD', 'packed-refs'].map((name) => path.join(store, name)), ...files.sort()];
  const texts = await Promise.all(read.map((file) => readFile(file, 'utf8').catch(() => null)));
  return JSON.stringify([store, pathInfo, search, protocol, body.toString('latin1'), config, read, texts]);
}

/** Has git answer. */
function answerOf(root: string, pathInfo: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH ?? '',
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: pathInfo,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: 'someone',
      REMOTE_ADDR: '127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(body);
  return buffer(child.stdout).then(answerIn);
}

/** Reads the answer of a server's program: lines about it, an empty line, the answer. */
function answerIn(printed: Buffer): Answer {
  const end = printed.indexOf('\r\n\r\n');
  const lines = printed.toString('utf8', 0, end).split('\r\n');
  const all = lines.flatMap((line): readonly (readonly [string, string])[] => {
    const [, name = '', value = ''] = /^([^:]+): (.*)$/.exec(line) ?? [];
    return name === '' ? [] : [[name, value]];
  });
  const status = Number.parseInt(all.find(([name]) => name === 'Status')?.[1] ?? '200', 10);
  return { status, headers: all.filter(([name]) => name !== 'Status'), body: printed.subarray(end + 4) };
}
