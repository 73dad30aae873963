import { request as send } from 'node:http';
import { describe, expect, test } from 'vitest';
import { type LogEntry, type Phase, parseFaults } from '../../src/sandbox/index.ts';
import { testBed } from './start.ts';

/** What a client sees of a POST: a status and body, or how its connection broke, over the bare protocol. */
function post(url: string, body: object): Promise<{ status?: number; body?: string; broken?: string }> {
  return new Promise((resolve) => {
    const headers = { authorization: 'Bearer sandbox', 'content-type': 'application/json' };
    const request = send(url, { method: 'POST', headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('error', (error: NodeJS.ErrnoException) => {
        resolve({ status: answer.statusCode ?? 0, body: text, broken: error.code ?? error.message });
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
    });
    request.on('error', (error: NodeJS.ErrnoException) => resolve({ broken: error.code ?? error.message }));
    request.end(JSON.stringify(body));
  });
}

async function fault(spec: string) {
  const bed = await testBed({ faults: parseFaults(spec) });
  const seen = await post(`${bed.sandbox.url}/articles`, { title: 'x', author_id: bed.author });
  return { bed, seen, there: bed.sandbox.world.articles().length, entry: bed.sandbox.log[0] };
}

describe('each fault', () => {
  test.each([
    ['refuse', 0],
    ['reset-before', 0],
    ['drop-after', 1],
    ['reset-after', 1],
  ])('%s breaks the connection, and %i article is there afterwards', async (spec, expected) => {
    const { seen, there, entry } = await fault(spec);
    expect(seen).toEqual({ broken: 'ECONNRESET' });
    expect(there).toBe(expected);
    expect(entry).toMatchObject({ status: null, fault: spec });
    expect(entry?.written.length).toBe(expected);
  });

  test.each([
    ['500', 500, 0],
    ['500-after', 500, 1],
  ])('%s answers Intercom’s envelope, and %i', async (spec, status, expected) => {
    const { seen, there } = await fault(spec);
    expect([seen.status, there]).toEqual([status, expected]);
    expect(JSON.parse(seen.body ?? '').errors[0].code).toBe('server_error');
  });

  test.each([
    ['502', 502, 0],
    ['503', 503, 0],
    ['504', 504, 0],
    ['502-after', 502, 1],
    ['503-after', 503, 1],
    ['504-after', 504, 1],
  ])('%s answers a page of HTML', async (spec, status, expected) => {
    const { seen, there } = await fault(spec);
    expect([seen.status, there]).toEqual([status, expected]);
    expect(seen.body).toMatch(/^<html>[\s\S]*<h1>50[234] /);
  });

  test('429 tells when to come back, and nothing happened', async () => {
    const { bed, seen, there } = await fault('429@1');
    expect([seen.status, there]).toEqual([429, 0]);
    expect(JSON.parse(seen.body ?? '').errors[0].code).toBe('rate_limit_exceeded');
    bed.sandbox.setFaults('429');
    const { headers } = await bed.get('/me');
    expect(headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Number(headers.get('x-ratelimit-reset')) * 1000).toBeGreaterThan(Date.now() - 10_000);
  });

  test('cut breaks the answer off, and the article is there', async () => {
    const { seen, there } = await fault('cut=20');
    expect([seen.status, seen.body?.length, seen.broken, there]).toEqual([200, 20, 'ECONNRESET', 1]);
    const half = (await fault('cut')).seen.body ?? '';
    expect(half.length).toBeGreaterThan(100);
    expect(() => JSON.parse(half)).toThrow();
  });

  test('slow answers like any other request, later', async () => {
    const { seen, there } = await fault('slow=1ms');
    expect([seen.status, there]).toEqual([200, 1]);
  });
});

describe('which requests a fault meets', () => {
  const statuses = async (spec: string, requests: string[], seed = 1) => {
    const bed = await testBed({ faults: parseFaults(spec), seed });
    const { id } = bed.sandbox.world.articles()[0] ?? { id: '1' };
    const found: number[] = [];
    for (const request of requests) {
      const [method = '', path = ''] = request.replace('ID', id).split(' ');
      found.push((await bed.request(method, path, method === 'GET' ? undefined : {})).status);
    }
    return found;
  };

  test('the n-th, a range, and all from one on', async () => {
    const four = ['GET /me', 'GET /me', 'GET /me', 'GET /me'];
    expect(await statuses('500@2', four)).toEqual([200, 500, 200, 200]);
    expect(await statuses('500@2-3', four)).toEqual([200, 500, 500, 200]);
    expect(await statuses('500@3+', four)).toEqual([200, 200, 500, 500]);
  });

  test('those of a method and path, counted among themselves', async () => {
    const mixed = ['GET /me', 'GET /articles', 'GET /articles?page=2', 'POST /articles', 'GET /me'];
    expect(await statuses('500@GET:/articles', mixed)).toEqual([200, 500, 500, 400, 200]);
    expect(await statuses('500@/articles*@2', mixed)).toEqual([200, 200, 500, 400, 200]);
    expect(await statuses('500@POST', mixed)).toEqual([200, 200, 200, 500, 200]);
  });

  test('a share of them, the same for the same seed', async () => {
    const many = Array.from({ length: 60 }, () => 'GET /me');
    const first = await statuses('500%0.3', many, 5);
    expect(await statuses('500%0.3', many, 5)).toEqual(first);
    expect(await statuses('500%0.3', many, 6)).not.toEqual(first);
    const share = first.filter((status) => status === 500).length / many.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.5);
    expect(await statuses('500%0', many)).not.toContain(500);
  });

  test('the first fault that fits happens, and both go on counting', async () => {
    expect(await statuses('500@2,503@2-3', ['GET /me', 'GET /me', 'GET /me'])).toEqual([200, 500, 503]);
  });

  test('can be changed while the sandbox runs', async () => {
    const bed = await testBed();
    bed.sandbox.setFaults('500@1');
    expect((await bed.get('/me')).status).toBe(500);
    bed.sandbox.setFaults([]);
    expect((await bed.get('/me')).status).toBe(200);
  });
});

describe('the log', () => {
  test('has every request with what it changed', async () => {
    const bed = await testBed();
    const { id } = await bed.article();
    await bed.put(`/articles/${id}`, { title: 'y' });
    await bed.get('/articles?page=2');
    await bed.del('/articles/1');
    const rows = bed.sandbox.log.map(({ n, method, path, status, written }) => [n, method, path, status, written]);
    expect(rows).toEqual([
      [1, 'POST', '/articles', 200, [{ kind: 'article', action: 'create', id }]],
      [2, 'PUT', `/articles/${id}`, 200, [{ kind: 'article', action: 'update', id }]],
      [3, 'GET', '/articles?page=2', 200, []],
      [4, 'DELETE', '/articles/1', 404, []],
    ]);
  });

  test('tells of each phase in turn, and the request waits', async () => {
    const phases: string[] = [];
    const onRequest = async (n: number, phase: Phase, entry: LogEntry) => {
      if (phase === 'received') await new Promise((resolve) => setImmediate(resolve));
      phases.push(`${n} ${phase} ${entry.written.length}`);
    };
    const bed = await testBed({ onRequest, faults: parseFaults('reset-before@2,drop-after@3') });
    await bed.article();
    for (let n = 0; n < 2; n++) await post(`${bed.sandbox.url}/articles`, { title: 'x', author_id: bed.author });
    await expect.poll(() => phases.filter((phase) => phase.includes('answered')).length).toBe(3);
    expect(phases.filter((phase) => phase.startsWith('1'))).toEqual(['1 received 0', '1 applied 1', '1 answered 1']);
    expect(phases.filter((phase) => phase.startsWith('2'))).toEqual(['2 received 0', '2 answered 0']);
    expect(phases.filter((phase) => phase.startsWith('3'))).toEqual(['3 received 0', '3 applied 1', '3 answered 1']);
  });
});
