import { rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { previewApp } from '../../src/site/server/app.ts';
import { type LiveSite, liveSite } from '../../src/site/server/live-site.ts';
import { makeRepository } from '../kit/repository.ts';
import { type Previewed, previewOf } from './preview-of.ts';

const port = 4999;
const own = { host: `127.0.0.1:${port}` };
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><script>alert(1)</script></svg>';

interface Served extends Previewed {
  readonly app: Hono;
  readonly live: LiveSite;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
}

async function served(files: Parameters<typeof previewOf>[0]): Promise<Served> {
  const previewed = await previewOf(files);
  const live = liveSite(previewed.site);
  const app = previewApp({
    live,
    settings: previewed.settings,
    content: () => path.join(previewed.repository.dir, 'content'),
    ask: () => Promise.resolve(),
    prepare: () => undefined,
    port: () => port,
  });
  const get = async (file: string, headers: Record<string, string> = own) => app.request(file, { headers });
  return { ...previewed, app, live, get };
}

describe('the server', () => {
  test.each([
    ['/', 200, 'text/html; charset=UTF-8'],
    ['/index.html', 200, 'text/html; charset=UTF-8'],
    ['/en/articles/a.html', 200, 'text/html; charset=UTF-8'],
    ['/problems.html', 200, 'text/html; charset=UTF-8'],
    ['/changes/', 200, 'text/html; charset=UTF-8'],
    ['/assets/preview.css', 200, 'text/css; charset=utf-8'],
    ['/assets/colours.css', 200, 'text/css; charset=utf-8'],
    ['/assets/search-en.js', 200, 'text/javascript; charset=utf-8'],
    ['/assets/search-xx.js', 404, 'text/plain; charset=UTF-8'],
    ['/nowhere', 404, 'text/html; charset=UTF-8'],
    ['/%zz', 404, 'text/html; charset=UTF-8'],
  ])('answers %s with %s', async (file, status, type) => {
    const { get } = await served({ 'a.md': '# A\n\nText.\n' });
    const answer = await get(file);
    expect([answer.status, answer.headers.get('content-type')?.toLowerCase()]).toEqual([status, type.toLowerCase()]);
  });

  test('gives every page a policy under which nothing written into it can run', async () => {
    const { get } = await served({ 'a.md': '# A\n\nText.\n' });
    for (const file of ['/', '/en/articles/a.html', '/nowhere']) {
      const { headers } = await get(file);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test.each([
    ['127.0.0.1:4999', 200],
    ['localhost:4999', 200],
    ['[::1]:4999', 200],
    ['127.0.0.1:5000', 421],
    ['localhost', 421],
    ['example.com:4999', 421],
    ['localhost.example.com:4999', 421],
    ['127.0.0.1.example.com:4999', 421],
    ['localhost:4999@example.com', 421],
    ['', 421],
  ])('answers a request for the host %j with %s', async (host, status) => {
    const { get } = await served({ 'a.md': '# A\n\nText.\n' });
    expect((await get('/', { host })).status).toBe(status);
    expect((await get('/assets/search-en.js', { host })).status).toBe(status);
  });

  test.each([
    ['http://127.0.0.1:4999', 303],
    ['http://localhost:4999', 303],
    ['http://example.com', 403],
    ['https://127.0.0.1:4999', 403],
    ['null', 403],
    [undefined, 403],
  ])('lets pages of the origin %s ask for something, or not: %s', async (origin, status) => {
    const { app } = await served({ 'a.md': '# A\n\nText.\n' });
    const headers = { ...own, ...(origin === undefined ? {} : { origin }) };
    expect((await app.request('/changes/ask', { method: 'POST', headers })).status).toBe(status);
  });

  test('lets nobody write', async () => {
    const { app } = await served({ 'a.md': '# A\n\nText.\n' });
    const headers = { ...own, origin: `http://${own.host}` };
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      expect((await app.request('/en/articles/a.html', { method, headers })).status).toBe(405);
    }
  });

  test('leads from the address of a renamed article to the new one', async () => {
    const { get, repository, again, site, live } = await served({ 'c/a.md': '# A\n\nText.\n' });
    await repository.write({ 'content/c/b c.md': '# A\n\nText.\n' });
    await repository.remove('content/c/a.md');
    live.replace(await again(site));
    const answer = await get('/en/articles/c/a.html');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/en/articles/c/b%20c.html']);
  });

  test('tells open pages of changes', async () => {
    const { get, live, site } = await served({ 'a.md': '# A\n\nText.\n' });
    const events = (await get('/events')).body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await events?.read())?.value).toContain('event: hello');
    live.replace(site);
    expect((await events?.read())?.value).toBe('event: change\ndata: 2\n\n');
    await events?.cancel();
  });
});

describe('images', () => {
  const files = { 'a.md': '# A\n\n![S](s.svg)\n', 's.svg': svg };
  const addressIn = (html: string): string => `/${/src="\.\.\/\.\.\/(images\/[^"]+)"/.exec(html)?.[1]}`;

  test('are served from the content folder, and no script in them runs', async () => {
    const { get } = await served(files);
    const answer = await get(addressIn(await (await get('/en/articles/a.html')).text()));
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe(svg);
  });

  test('that no article shows are not served, nor is any other file', async () => {
    const { get } = await served({ ...files, 'other.svg': svg.replace('2', '3'), 'secret.txt': 'secret' });
    const shown = addressIn(await (await get('/en/articles/a.html')).text());
    const folder = path.posix.dirname(shown);
    for (const file of [
      `${folder}/other.svg`,
      '/images/other.svg',
      '/images/../content/secret.txt',
      '/images/%2e%2e/content/secret.txt',
      '/images/..%2fcontent%2fsecret.txt',
      '/content/secret.txt',
      '/secret.txt',
      '/helpcentre.yml',
      '/..%2fhelpcentre.yml',
    ]) {
      const answer = await get(file);
      expect([file, answer.status]).toEqual([file, 404]);
      expect(await answer.text()).not.toContain('secret');
    }
  });

  test('that became a link out of the content folder are not served', async () => {
    const { get, repository } = await served(files);
    const address = addressIn(await (await get('/en/articles/a.html')).text());
    const outside = await makeRepository({ 'secret.svg': svg });
    const file = path.join(repository.dir, 'content/s.svg');
    await rm(file);
    await symlink(path.join(outside.dir, 'secret.svg'), file);
    expect((await get(address)).status).toBe(404);
    await rm(file);
    await writeFile(file, svg);
    expect((await get(address)).status).toBe(200);
  });
});
