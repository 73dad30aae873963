import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import * as z from 'zod';

/** A note as a forge keeps it. */
export interface StoredNote {
  readonly id: number;
  readonly author: string;
  body: string;
}

/** A forge that knows the notes of one merge request and nothing else, as its documentation describes them. */
export interface ForgeStandIn {
  readonly url: string;
  readonly notes: StoredNote[];
  /** Who a token is. */
  readonly tokens: Map<string, string>;
  /** What was asked: `PUT /projects/7/merge_requests/3/notes/1`. */
  readonly asked: string[];
  /** What the documentation does not allow and was asked all the same. */
  readonly breaches: string[];
  /** What the next requests of a kind are answered with in place of being done. */
  readonly faults: { readonly verb: string; readonly status: number }[];
}

/** The part of a forge's API that is about notes. */
interface Description {
  readonly path: RegExp;
  /** Parameters of a listing. */
  readonly query: z.ZodType;
  readonly body: z.ZodType<object>;
  readonly text: (body: object) => string;
  readonly page: string;
  readonly answer: (note: StoredNote) => object;
  readonly list: (notes: readonly object[], more: boolean) => unknown;
  readonly error: (status: number) => object;
}

const number = z.string().regex(/^[1-9]\d*$/);

/** Written down from https://docs.gitlab.com/api/notes/#merge-requests. */
const gitlab: Description = {
  path: /^\/projects\/\d+\/merge_requests\/\d+\/notes(?:\/(\d+))?$/,
  query: z.strictObject({
    sort: z.enum(['asc', 'desc']).optional(),
    order_by: z.enum(['created_at', 'updated_at']).optional(),
    page: number.optional(),
    per_page: number.refine((text) => Number(text) <= 100).optional(),
  }),
  body: z.strictObject({ body: z.string().min(1).max(1_000_000) }),
  text: (body) => String(Reflect.get(body, 'body')),
  page: 'per_page',
  answer: ({ id, author, body }) => ({
    id,
    body,
    attachment: null,
    author: { id: idOf(author), username: author, name: author, state: 'active' },
    created_at: '2026-11-28T08:57:14Z',
    updated_at: '2026-11-28T08:57:14Z',
    system: author === 'system',
    noteable_id: 2,
    noteable_type: 'MergeRequest',
    project_id: 7,
    noteable_iid: 3,
    resolvable: false,
    confidential: false,
    internal: false,
  }),
  list: (notes) => notes,
  error: (status) => ({ message: `${status} Not allowed` }),
};

/** Written down from https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests/. */
const bitbucket: Description = {
  path: /^\/repositories\/[\w.-]+\/[\w.-]+\/pullrequests\/\d+\/comments(?:\/(\d+))?$/,
  query: z.strictObject({ sort: z.string().optional(), page: number.optional(), pagelen: number.optional() }),
  body: z.strictObject({ content: z.strictObject({ raw: z.string().min(1).max(32_768) }) }),
  text: (body) => String(Reflect.get(Reflect.get(body, 'content') as object, 'raw')),
  page: 'pagelen',
  answer: ({ id, author, body }) => ({
    type: 'pullrequest_comment',
    id,
    created_on: '2026-11-28T08:57:14.000000+00:00',
    updated_on: '2026-11-28T08:57:14.000000+00:00',
    content: { type: 'rendered', raw: body, markup: 'markdown', html: '' },
    user: { type: 'user', display_name: author },
    deleted: author === 'deleted',
    pending: false,
  }),
  list: (values, more) => ({ values, pagelen: 100, page: 1, ...(more ? { next: 'https://evil.example.com/' } : {}) }),
  error: (status) => ({ type: 'error', error: { message: `${status} Not allowed` } }),
};

const descriptions = { GitLab: gitlab, Bitbucket: bitbucket };

const idOf = (author: string): number =>
  [...author].reduce((sum, one) => sum * 31 + (one.codePointAt(0) ?? 0), 7) % 9973;

/** Starts one; it ends with the test. */
export async function startForge(name: keyof typeof descriptions): Promise<ForgeStandIn> {
  const state = {
    notes: [] as StoredNote[],
    tokens: new Map<string, string>(),
    asked: [] as string[],
    breaches: [] as string[],
    faults: [] as ForgeStandIn['faults'],
  };
  const server = createServer((request, response) => void answer(descriptions[name], state, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { ...state, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function answer(
  description: Description,
  state: Omit<ForgeStandIn, 'url'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://forge');
  state.asked.push(`${request.method} ${url.pathname}`);
  const reply = (status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const at = state.faults.findIndex(({ verb }) => verb === request.method);
  const [fault] = at === -1 ? [] : state.faults.splice(at, 1);
  if (fault !== undefined) return reply(fault.status, description.error(fault.status));
  const me = state.tokens.get((request.headers.authorization ?? '').replace(/^Bearer /, ''));
  if (me === undefined) return reply(401, description.error(401));
  if (url.pathname === '/user' && description === gitlab) return reply(200, { id: idOf(me), username: me });
  const [, id] = description.path.exec(url.pathname) ?? [undefined, null];
  if (id === null) return reply(404, description.error(404));
  if (request.method === 'GET') return reply(200, listed(description, state, url));
  const body = description.body.safeParse(JSON.parse(text));
  if (!body.success) {
    state.breaches.push(z.prettifyError(body.error));
    return reply(400, description.error(400));
  }
  return written(description, state, { id, me, body: description.text(body.data), reply });
}

function listed(description: Description, { notes, breaches }: Omit<ForgeStandIn, 'url'>, url: URL): unknown {
  const query = description.query.safeParse(Object.fromEntries(url.searchParams));
  if (!query.success) breaches.push(z.prettifyError(query.error));
  const size = Number(url.searchParams.get(description.page) ?? 20);
  const start = (Number(url.searchParams.get('page') ?? 1) - 1) * size;
  const shown = notes.slice(start, start + size).map(description.answer);
  return description.list(shown, notes.length > start + size);
}

function written(
  description: Description,
  { notes }: Omit<ForgeStandIn, 'url'>,
  asked: {
    readonly id: string | undefined;
    readonly me: string;
    readonly body: string;
    readonly reply: (status: number, body: unknown) => void;
  },
): void {
  const { id, me, body, reply } = asked;
  if (id === undefined) {
    const note = { id: notes.length + 1, author: me, body };
    notes.push(note);
    reply(201, description.answer(note));
    return;
  }
  const note = notes.find((one) => one.id === Number(id));
  const isAllowed = note?.author === me || description !== bitbucket;
  if (note === undefined || !isAllowed) {
    const status = note === undefined ? 404 : 403;
    reply(status, description.error(status));
    return;
  }
  note.body = body;
  reply(200, description.answer(note));
}
