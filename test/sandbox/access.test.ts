import { describe, expect, test } from 'vitest';
import { testBed } from './start.ts';

describe('tokens', () => {
  test.each([null, 'other', ''])('%j opens nothing, and tells no rate limit', async (token) => {
    const bed = await testBed();
    const answer = await bed.get('/articles', { token });
    expect(answer.status).toBe(401);
    expect(answer.body.errors).toEqual([{ code: 'unauthorized', message: 'Access Token Invalid' }]);
    expect(answer.headers.get('x-ratelimit-limit')).toBeNull();
    expect(answer.headers.get('x-request-id')).toBe(answer.body.request_id);
  });

  test('do what they were declared to do, and get a 403 for the rest', async () => {
    const bed = await testBed({
      tokens: [
        { token: 'reader', write: false },
        { token: 'guest', articles: false },
        { token: 'writer', redirects: false, snippets: false },
      ],
    });
    const [centre] = (await bed.get('/help_center/help_centers')).body.data;
    const redirects = `/help_center/help_centers/${centre.id}/redirects`;
    const status = async (token: string, method: string, path: string, body?: object) =>
      (await bed.request(method, path, body, { token })).status;
    const article = { title: 'x', author_id: bed.author };
    expect(await status('reader', 'GET', '/articles')).toBe(200);
    expect(await status('reader', 'POST', '/articles', article)).toBe(403);
    expect(await status('guest', 'GET', '/me')).toBe(200);
    expect(await status('guest', 'GET', '/articles')).toBe(403);
    expect(await status('writer', 'POST', '/articles', article)).toBe(200);
    expect(await status('writer', 'GET', redirects)).toBe(403);
    expect(await status('writer', 'GET', '/content_snippets')).toBe(403);
    expect(await status('guest', 'GET', '/content_snippets')).toBe(200);
    expect((await bed.post('/articles', article, { token: 'reader' })).body.errors[0].code).toBe('forbidden');
  });
});

describe('headers', () => {
  test('tell request, version and a weak etag that changes with the answer', async () => {
    const bed = await testBed();
    const first = (await bed.get('/tags')).headers;
    expect(first.get('x-request-id')).toMatch(/^000[0-9a-v]{17}$/);
    expect(first.get('etag')).toMatch(/^W\/"[0-9a-f]{32}"$/);
    expect((await bed.get('/tags')).headers.get('etag')).toBe(first.get('etag'));
    await bed.post('/tags', { name: 'x' });
    expect((await bed.get('/tags')).headers.get('etag')).not.toBe(first.get('etag'));
    const strict = await testBed({ mode: 'strict' });
    expect((await strict.get('/me')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('tell nothing to a page whose name was made to point here', async () => {
    const bed = await testBed();
    const { request } = await import('node:http');
    const status = (host: string) =>
      new Promise((resolve, reject) => {
        const headers = { host, authorization: 'Bearer sandbox' };
        request(`${bed.sandbox.url}/me`, { headers }, (answer) => resolve(answer.resume().statusCode))
          .on('error', reject)
          .end();
      });
    expect(await status(`evil.example:${bed.sandbox.port}`)).toBe(421);
    expect(await status('127.0.0.1.evil.example')).toBe(421);
    expect(await status(`localhost:${bed.sandbox.port}`)).toBe(200);
    expect(await status('[::1]')).toBe(200);
  });
});

describe('the rate limit', () => {
  test('counts in windows of ten seconds, and says so', async () => {
    let now = 1_800_000_003_000;
    const bed = await testBed({ rateLimit: 3, now: () => now });
    const quota = ({ headers }: { headers: Headers }) =>
      ['limit', 'remaining', 'reset'].map((name) => Number(headers.get(`x-ratelimit-${name}`)));
    expect(quota(await bed.get('/me'))).toEqual([3, 2, 1_800_000_010]);
    expect(quota(await bed.get('/me'))).toEqual([3, 1, 1_800_000_010]);
    await bed.get('/me');
    const exceeded = await bed.get('/me');
    expect([exceeded.status, exceeded.body.errors]).toEqual([
      429,
      [{ code: 'rate_limit_exceeded', message: 'Exceeded rate limit of 3 in 10_seconds' }],
    ]);
    expect(quota(exceeded)).toEqual([3, 0, 1_800_000_010]);
    expect(exceeded.headers.get('retry-after')).toBeNull();
    now = 1_800_000_010_000;
    expect(quota(await bed.get('/me'))).toEqual([3, 2, 1_800_000_020]);
  });

  test('is shared with others in the workspace, and not used up by wrong tokens', async () => {
    const bed = await testBed({ rateLimit: 5, now: () => 1_800_000_000_000 });
    await bed.get('/me', { token: 'other' });
    bed.sandbox.spend(4);
    expect((await bed.get('/me')).headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await bed.get('/me')).status).toBe(429);
  });

  test('keeps a write that exceeds it from happening', async () => {
    const bed = await testBed({ rateLimit: 1, now: () => 1_800_000_000_000 });
    bed.sandbox.spend(1);
    expect((await bed.post('/articles', { title: 'x', author_id: bed.author })).status).toBe(429);
    expect(bed.sandbox.world.articles()).toEqual([]);
  });
});
