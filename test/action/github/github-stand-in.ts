import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { example, type Json, wrongInAnswer, wrongInRequest } from './description.ts';
import { serveGit } from './git-server.ts';

/** What a token may do, as the names of permissions in a workflow. */
export interface Rights {
  readonly contents: 'read' | 'write';
  readonly 'pull-requests': 'none' | 'read' | 'write';
  readonly issues: 'none' | 'read' | 'write';
  /** The setting that lets workflows open pull requests. */
  readonly createsPulls?: boolean;
}

/** A comment, as the tests look at it. */
export interface StoredComment {
  readonly id: number;
  readonly number: number;
  body: string;
  readonly by: 'bot' | 'stranger';
  edits: number;
}

/** An issue. */
export interface StoredIssue {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  readonly labels: readonly string[];
}

/** A file that a pull request changes. */
interface StoredFile {
  readonly filename: string;
  readonly status: string;
  readonly previous_filename?: string;
  readonly patch?: string;
}

/** A pull request. */
export interface StoredPull {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  readonly head: { readonly ref: string; readonly owner: string; sha: string };
  base: string;
  /** Who opened it; a person by default. */
  user?: { readonly login: string; readonly type: string };
  /** Set when it was merged. */
  merge: string | null;
  /** What it changes; `from git` is what its branch changes of its base. */
  files: 'from git' | readonly StoredFile[];
}

/** Something that goes wrong on purpose. */
export interface Fault {
  /** `POST /repos/acme/help/issues/1/comments`, tried against this. */
  readonly on: RegExp;
  readonly status: number | 'reset';
  /** For `after` the deed is done and the answer lost. */
  readonly after?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** How often; for ever if it is left out. */
  times?: number;
}

/** A loopback server that speaks as much of GitHub's REST API and of its git protocol as the Action uses. */
export interface GithubStandIn {
  readonly url: string;
  readonly apiUrl: string;
  readonly comments: StoredComment[];
  readonly issues: StoredIssue[];
  readonly pulls: StoredPull[];
  /** Pull requests that a commit belongs to. */
  readonly pullsOfCommit: Map<string, readonly number[]>;
  readonly tokens: Map<string, Rights>;
  readonly faults: Fault[];
  /** `METHOD /path` of everything that was asked of the API. */
  readonly asked: string[];
  /** Where a request or an answer is not what GitHub describes. */
  readonly breaches: string[];
  close(): Promise<void>;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, Json>> | undefined;
  readonly rights: Rights | undefined;
}
interface Answer {
  readonly status: number;
  readonly body: Json;
}

const repo = 'acme/help';

/** @param gitRoot folder with the bare repository `acme/help.git` */
export async function startGithub(gitRoot: string): Promise<GithubStandIn> {
  const state = {
    gitRoot,
    comments: [] as StoredComment[],
    issues: [] as StoredIssue[],
    pulls: [] as StoredPull[],
    pullsOfCommit: new Map<string, readonly number[]>(),
    tokens: new Map<string, Rights>(),
    faults: [] as Fault[],
    asked: [] as string[],
    breaches: [] as string[],
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const work = url.pathname.startsWith('/api/')
      ? api(state, url, request, response)
      : git(state, gitRoot, url, request, response);
    work.catch((error: unknown) => {
      state.breaches.push(String(error));
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...state,
    url,
    apiUrl: `${url}/api`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type State = Omit<GithubStandIn, 'url' | 'apiUrl' | 'close'> & { readonly gitRoot: string };

async function git(
  state: State,
  root: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const basic = /^basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const token = Buffer.from(basic, 'base64')
    .toString('utf8')
    .replace(/^x-access-token:/, '');
  const rights = state.tokens.get(token);
  const isWrite = url.pathname.endsWith('/git-receive-pack') || url.searchParams.get('service') === 'git-receive-pack';
  if (rights === undefined || request.headers.authorization?.includes(',') === true) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end('Bad credentials');
  } else if (isWrite && rights.contents !== 'write') {
    response
      .writeHead(403, { 'content-type': 'text/plain' })
      .end(`Permission to ${repo}.git denied to github-actions[bot].`);
  } else {
    const fault = faultFor(state, `GIT ${request.method} ${url.pathname}${url.search}`);
    if (fault !== undefined) response.writeHead(Number(fault.status)).end(fault.message ?? '');
    else await serveGit(root, url.pathname.replace(/^\/acme\/help(?:\.git)?/, '/acme/help.git'), request, response);
  }
}

async function api(state: State, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString('utf8');
  const method = request.method ?? 'GET';
  const path = url.pathname.slice('/api'.length);
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const call: Call = {
    method,
    path,
    query: url.searchParams,
    body: text === '' ? undefined : (JSON.parse(text) as Record<string, Json>),
    rights: state.tokens.get(token),
  };
  state.asked.push(`${method} ${path}`);
  if (!request.headers['user-agent']) state.breaches.push(`${method} ${path} has no user-agent, which GitHub demands`);
  const route = routes.find((one) => one.method === method && one.pattern.test(path));
  if (route === undefined) {
    state.breaches.push(`nobody knows ${method} ${path}`);
    response.writeHead(404).end();
    return;
  }
  state.breaches.push(...wrongInRequest(method, route.template, call.query, call.body));
  const fault = faultFor(state, `${method} ${path}`);
  const deed = (): Answer => answerOf(state, call, route);
  if (fault?.after === true) deed();
  if (fault?.status === 'reset') {
    response.destroy();
    return;
  }
  const answer =
    fault === undefined
      ? deed()
      : { status: Number(fault.status), body: errorBody(fault.message ?? 'Something broke') };
  if (fault === undefined) state.breaches.push(...wrongInAnswer(method, route.template, answer.status, answer.body));
  response
    .writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...fault?.headers })
    .end(JSON.stringify(answer.body));
}

function faultFor(state: State, asked: string): Fault | undefined {
  const fault = state.faults.find(({ on, times }) => on.test(asked) && times !== 0);
  if (fault?.times !== undefined) fault.times -= 1;
  return fault;
}

function errorBody(message: string): Json {
  return { message, documentation_url: 'https://docs.github.com/rest', status: '403' };
}

interface Route {
  readonly method: string;
  readonly template: string;
  readonly pattern: RegExp;
  readonly needs: keyof Omit<Rights, 'createsPulls'>;
  readonly act: (state: State, call: Call, number: string) => Answer;
}

function answerOf(state: State, call: Call, route: Route): Answer {
  const { rights, path, method } = call;
  if (rights === undefined) return { status: 401, body: errorBody('Bad credentials') };
  const level = rights[route.needs];
  const isEnough = method === 'GET' ? level !== 'none' : level === 'write';
  if (!isEnough) return { status: 403, body: errorBody('Resource not accessible by integration') };
  return route.act(state, call, route.pattern.exec(path)?.[1] ?? '');
}

function route(method: string, template: string, needs: Route['needs'], act: Route['act']): Route {
  const source = template
    .replace('{owner}', 'acme')
    .replace('{repo}', 'help')
    .replace(/\{\w+\}/, '([^/]+)');
  return { method, template, needs, act, pattern: new RegExp(`^${source}$`) };
}

/** A page of a list. */
function page<T>(items: readonly T[], query: URLSearchParams): T[] {
  const size = Number(query.get('per_page') ?? 30);
  const start = (Number(query.get('page') ?? 1) - 1) * size;
  return items.slice(start, start + size);
}

const notFound: Answer = { status: 404, body: { message: 'Not Found', documentation_url: 'https://docs.github.com' } };

const routes: readonly Route[] = [
  route('GET', '/repos/{owner}/{repo}/git/blobs/{file_sha}', 'contents', ({ gitRoot }, _, sha) => {
    const asked = spawnSync('git', ['cat-file', 'blob', sha], { cwd: `${gitRoot}/acme/help.git` });
    if (asked.status !== 0) return notFound;
    const content = asked.stdout.toString('base64').replace(/(.{60})/g, '$1\n');
    const url = `https://api.github.com/repos/acme/help/git/blobs/${sha}`;
    const facts = { sha, node_id: 'B_1', size: asked.stdout.length, url };
    return { status: 200, body: { ...facts, content, encoding: 'base64' } };
  }),
  route('GET', '/repos/{owner}/{repo}/issues/{issue_number}/comments', 'pull-requests', (state, { query }, number) => ({
    status: 200,
    body: page(state.comments.filter((one) => one.number === Number(number)).map(commentJson), query),
  })),
  route('POST', '/repos/{owner}/{repo}/issues/{issue_number}/comments', 'pull-requests', (state, { body }, number) => {
    const text = String(body?.body);
    if ([...text].length > 65_536) return { status: 422, body: tooLong };
    const made: StoredComment = { id: nextId(), number: Number(number), body: text, by: 'bot', edits: 0 };
    state.comments.push(made);
    return { status: 201, body: commentJson(made) };
  }),
  route('PATCH', '/repos/{owner}/{repo}/issues/comments/{comment_id}', 'pull-requests', (state, { body }, id) => {
    const found = state.comments.find((one) => one.id === Number(id));
    if (found === undefined) return notFound;
    const text = String(body?.body);
    if ([...text].length > 65_536) return { status: 422, body: tooLong };
    found.body = text;
    found.edits += 1;
    return { status: 200, body: commentJson(found) };
  }),
  route('GET', '/repos/{owner}/{repo}/pulls/{pull_number}/files', 'pull-requests', (state, { query }, number) => {
    const pull = state.pulls.find((one) => one.number === Number(number));
    return pull === undefined ? notFound : { status: 200, body: page(filesOf(state, pull).map(fileJson), query) };
  }),
  route('GET', '/repos/{owner}/{repo}/pulls/{pull_number}/commits', 'pull-requests', (state, { query }, number) => {
    const pull = state.pulls.find((one) => one.number === Number(number));
    return pull === undefined ? notFound : { status: 200, body: page(commitsOf(state, pull), query) };
  }),
  route('GET', '/repos/{owner}/{repo}/commits/{commit_sha}/pulls', 'pull-requests', (state, { query }, commit) => ({
    status: 200,
    body: page(
      (state.pullsOfCommit.get(commit) ?? []).flatMap((number) => state.pulls.filter((one) => one.number === number)),
      query,
    ).map((one) => pullJson(one, 'pull-request-simple-items')),
  })),
  route('GET', '/repos/{owner}/{repo}/pulls', 'pull-requests', (state, { query }) => ({
    status: 200,
    body: page(
      state.pulls.filter(
        ({ head, state: is }) => is === query.get('state') && `${head.owner}:${head.ref}` === query.get('head'),
      ),
      query,
    ).map((one) => pullJson(one, 'pull-request-simple-items')),
  })),
  route('POST', '/repos/{owner}/{repo}/pulls', 'pull-requests', (state, { body, rights }) => {
    if (rights?.createsPulls === false) {
      return { status: 403, body: errorBody('GitHub Actions is not permitted to create or approve pull requests.') };
    }
    const ref = String(body?.head);
    if (state.pulls.some(({ head, state: is }) => is === 'open' && head.ref === ref)) {
      const message = `A pull request already exists for acme:${ref}.`;
      return { status: 422, body: { ...tooLong, errors: [{ resource: 'PullRequest', code: 'custom', message }] } };
    }
    const made: StoredPull = {
      number: nextNumber(state),
      title: String(body?.title),
      body: String(body?.body),
      state: 'open',
      head: { ref, owner: 'acme', sha: '0'.repeat(40) },
      base: String(body?.base),
      merge: null,
      files: [],
    };
    state.pulls.push(made);
    return { status: 201, body: pullJson(made, 'pull-request') };
  }),
  route('PATCH', '/repos/{owner}/{repo}/pulls/{pull_number}', 'pull-requests', (state, { body }, number) => {
    const found = state.pulls.find((one) => one.number === Number(number));
    if (found === undefined) return notFound;
    Object.assign(found, body);
    return { status: 200, body: pullJson(found, 'pull-request') };
  }),
  route('GET', '/repos/{owner}/{repo}/issues', 'issues', (state, { query }) => ({
    status: 200,
    body: page(
      state.issues.filter((one) => one.state === query.get('state') && one.labels.includes(query.get('labels') ?? '')),
      query,
    ).map(issueJson),
  })),
  route('POST', '/repos/{owner}/{repo}/issues', 'issues', (state, { body }) => {
    const made: StoredIssue = {
      number: nextNumber(state),
      title: String(body?.title),
      body: String(body?.body),
      state: 'open',
      labels: (body?.labels ?? []) as string[],
    };
    if ([...made.body].length > 65_536) return { status: 422, body: tooLong };
    state.issues.push(made);
    return { status: 201, body: issueJson(made) };
  }),
  route('PATCH', '/repos/{owner}/{repo}/issues/{issue_number}', 'issues', (state, { body }, number) => {
    const found = state.issues.find((one) => one.number === Number(number));
    if (found === undefined) return notFound;
    Object.assign(found, body);
    return { status: 200, body: issueJson(found) };
  }),
];

const tooLong = { message: 'Validation Failed', documentation_url: 'https://docs.github.com/rest' };

let ids = 1000;
const nextId = (): number => ids++;

function nextNumber({ issues, pulls }: State): number {
  return Math.max(100, ...issues.map(({ number }) => number), ...pulls.map(({ number }) => number)) + 1;
}

function commentJson({ id, number, body, by }: StoredComment): Json {
  const whole = example('issue-comment');
  const user = { ...(whole.user as object), login: by === 'bot' ? 'github-actions[bot]' : 'stranger' } as Record<
    string,
    Json
  >;
  user.type = by === 'bot' ? 'Bot' : 'User';
  const html_url = `https://github.com/${repo}/pull/${number}#issuecomment-${id}`;
  return { ...whole, id, body, html_url, user, author_association: by === 'bot' ? 'CONTRIBUTOR' : 'NONE' };
}

function issueJson({ number, title, body, state, labels }: StoredIssue): Json {
  const whole = example('issue');
  delete whole.pull_request;
  const user = { ...(whole.user as Record<string, Json>), type: 'Bot', login: 'github-actions[bot]' };
  const html_url = `https://github.com/${repo}/issues/${number}`;
  return { ...whole, number, title, body, state, user, html_url, labels: labels.map((name) => ({ name })) };
}

function pullJson({ number, title, body, state, head, base, merge }: StoredPull, from: string): Json {
  const whole = example(from);
  const at = '2026-11-20T12:00:00Z';
  return {
    ...whole,
    number,
    title,
    body,
    state,
    html_url: `https://github.com/${repo}/pull/${number}`,
    merged_at: merge === null ? null : at,
    merge_commit_sha: merge,
    head: { ...(whole.head as Record<string, Json>), ref: head.ref, sha: head.sha },
    base: { ...(whole.base as Record<string, Json>), ref: base },
    // The example leaves out what the schema demands of a team.
    requested_teams: [],
  };
}

function gitText({ gitRoot }: State, ...args: readonly string[]): string {
  return spawnSync('git', [...args], { cwd: `${gitRoot}/acme/help.git` }).stdout.toString('utf8');
}

function filesOf(state: State, { files, base, head }: StoredPull): readonly StoredFile[] {
  if (files !== 'from git') return files;
  const named = gitText(state, 'diff', '--find-renames', '--name-status', `${base}...${head.ref}`).split('\n');
  const words: Readonly<Record<string, string>> = { A: 'added', D: 'removed', R: 'renamed' };
  return named.flatMap((line) => {
    const [status = '', path = '', renamed] = line.split('\t');
    const word = words[status.slice(0, 1)] ?? 'modified';
    if (path === '') return [];
    return [
      renamed === undefined
        ? { filename: path, status: word }
        : { filename: renamed, status: word, previous_filename: path },
    ];
  });
}

function commitsOf(state: State, { base, head }: StoredPull): Json[] {
  const listed = gitText(state, 'log', '--reverse', '--format=%H%x00%an%x00%ae%x00%B%x01', `${base}..${head.ref}`);
  return listed
    .split('\x01\n')
    .filter((one) => one !== '')
    .map((one) => {
      const [sha = '', name = '', email = '', message = ''] = one.split('\0');
      const whole = example('commit-items');
      const commit = whole.commit as Record<string, Json>;
      const author = { ...(commit.author as object), name, email };
      return { ...whole, sha, commit: { ...commit, message: message.trimEnd(), author } };
    });
}

function fileJson(file: StoredFile): Json {
  const whole = example('diff-entry-items');
  delete whole.patch;
  return { ...whole, ...file };
}
