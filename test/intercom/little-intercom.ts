import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { errorList, json, type Seen, type TinyServer, tinyServer } from './tiny-server.ts';

/** What goes wrong with a request: before it is carried out, or after, when only the answer is lost. */
export type Fault =
  | 'none'
  | 'reset-before'
  | 'reset-after'
  | '500-before'
  | '502-after'
  | 'cut-after'
  | 'html-after'
  | 'silent-after'
  | 'endless-after'
  | '429'
  | 'late-create'
  | 'other-id';

interface Stored {
  readonly id: string;
  readonly created_at: number;
  updated_at: number;
  readonly fields: Record<string, unknown>;
}

/** Just enough of Intercom for the client's tests: articles and collections in memory, lists newest first. */
export interface LittleIntercom extends TinyServer {
  readonly articles: Map<string, Stored>;
  readonly collections: Map<string, Stored>;
  /** Decides what goes wrong, request by request. */
  fault: (seen: Seen, number: number) => Fault;
  /** Puts an article there that the client did not write. */
  addArticle(fields: Record<string, unknown>): string;
}

export async function littleIntercom(): Promise<LittleIntercom> {
  const articles = new Map<string, Stored>();
  const collections = new Map<string, Stored>();
  let nextId = 1_000;
  // Intercom's clock: far from ours, and a second an event.
  let second = 2_000_000_000;

  function store(kind: Map<string, Stored>, fields: Record<string, unknown>): Stored {
    nextId += 1;
    second += 1;
    const stored = { id: String(nextId), created_at: second, updated_at: second, fields };
    kind.set(stored.id, stored);
    return stored;
  }

  function list(kind: Map<string, Stored>, path: string) {
    const query = new URL(path, 'http://x').searchParams;
    const [page, perPage] = [Number(query.get('page')), Math.min(150, Number(query.get('per_page')))];
    const rows = [...kind.values()].sort((left, right) => right.updated_at - left.updated_at);
    const total_pages = Math.max(1, Math.ceil(rows.length / perPage));
    const data = rows.slice((page - 1) * perPage, page * perPage).map(print);
    return {
      type: 'list',
      data,
      total_count: rows.length,
      pages: { type: 'pages', page, per_page: perPage, total_pages },
    };
  }

  function print({ fields, ...rest }: Stored) {
    const { body, parent_id, ...others } = fields;
    const rewritten = typeof body === 'string' ? body.replace(/<p>/g, '<p class="no-margin">') : body;
    if ('name' in fields) return { ...rest, ...others, parent_id: parent_id ?? null };
    const parent_ids = parent_id === undefined || parent_id === null ? [] : [Number(parent_id)];
    return { type: 'article', ...rest, ...others, body: rewritten, parent_ids, url: null };
  }

  function carryOut(seen: Seen): { status: number; body: unknown } {
    const [, root, id] = /^\/(articles|help_center\/collections)\/?([^/?]*)/.exec(seen.path) ?? [];
    if (seen.path === '/me') return { status: 200, body: owner };
    if (seen.path === '/admins') return { status: 200, body: admins };
    if (seen.path === '/help_center/help_centers') return { status: 200, body: { type: 'list', data: [] } };
    const kind = root === 'articles' ? articles : collections;
    if (seen.method === 'GET' && id === '') return { status: 200, body: list(kind, seen.path) };
    if (seen.method === 'POST') return { status: 200, body: print(store(kind, { ...(seen.body as object) })) };
    const stored = kind.get(id ?? '');
    if (stored === undefined) return { status: 404, body: errorList('not_found', 'Resource Not Found') };
    if (seen.method === 'DELETE') kind.delete(stored.id);
    if (seen.method === 'DELETE') return { status: 200, body: { id, object: 'article', deleted: true } };
    if (seen.method === 'PUT') {
      second += 1;
      stored.updated_at = second;
      Object.assign(stored.fields, seen.body);
    }
    return { status: 200, body: print(stored) };
  }

  const little: LittleIntercom = {
    ...(await tinyServer((seen, reply) => handle(seen, reply))),
    articles,
    collections,
    fault: () => 'none',
    addArticle: (fields) => store(articles, fields).id,
  };

  async function handle(seen: Seen, reply: ServerResponse): Promise<void> {
    const fault = little.fault(seen, little.seen.length);
    if (fault === 'reset-before') return void reply.destroy();
    if (fault === '500-before') return json(reply, 500, errorList('server_error', 'Sorry'));
    if (fault === '429') return json(reply, 429, errorList('rate_limit_exceeded', 'Slow down'), { 'retry-after': '1' });
    if (fault === 'late-create') {
      reply.destroy();
      await pause(30);
      carryOut(seen);
      return;
    }
    const { status, body } = carryOut(seen);
    if (fault === 'silent-after') return;
    if (fault === 'endless-after') return void endless(reply);
    if (fault === 'reset-after') return void reply.destroy();
    if (fault === '502-after') return html(reply, 502);
    if (fault === 'html-after') return html(reply, 200);
    if (fault === 'cut-after') return cut(reply, JSON.stringify(body));
    json(reply, status, fault === 'other-id' ? { ...(body as object), id: '1001' } : body);
  }

  return little;
}

function html(reply: ServerResponse, status: number): void {
  reply.writeHead(status, { 'content-type': 'text/html' });
  reply.end('<html>Sorry</html>');
}

/** Good, and then spaces for as long as anybody listens. */
async function endless(reply: ServerResponse): Promise<void> {
  reply.writeHead(200, { 'content-type': 'application/json' });
  while (!reply.destroyed) {
    reply.write(' '.repeat(65_536));
    await pause(1);
  }
}

function cut(reply: ServerResponse, text: string): void {
  reply.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
  reply.write(text.slice(0, text.length / 2));
  setTimeout(() => reply.destroy(), 1);
}

const owner = { type: 'admin', id: '1', app: { id_code: 'abc12345', name: 'Acme', region: 'US' } };
const admins = {
  type: 'admin.list',
  admins: [
    { id: '1', name: 'Ada', email: 'ada@example.com' },
    { id: '2', name: 'Fin', email: 'operator+abc12345@intercom.io' },
  ],
};
