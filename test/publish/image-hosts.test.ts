import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import S3rver from 's3rver';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseConfiguration } from '../../src/config/settings.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { githubImages } from '../../src/publish/github-images.ts';
import { ImageHostError, type LocalImage } from '../../src/publish/image-host.ts';
import { loopbackImages, noImages } from '../../src/publish/loopback-images.ts';
import { s3Images } from '../../src/publish/s3-images.ts';
import { templateImages } from '../../src/publish/template-images.ts';
import { factsOf } from '../../src/read/file-facts.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { imageHostFor } from '../../src/use-cases/image-host-for.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="red"/></svg>';

function imageAt(name: string, content = svg): LocalImage {
  const facts = factsOf(name, Buffer.from(content));
  if (facts.kind !== 'image') throw new Error(`${name} is no image`);
  return facts;
}

/** An S3 server on loopback with one private bucket. */
async function bucket() {
  const { dir } = await makeRepository({});
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: path.join(dir, 's3'),
    allowMismatchedSignatures: false,
    configureBuckets: [{ name: 'pictures', configs: [] }],
  });
  const { port } = await server.run();
  onTestFinished(() => server.close());
  const settings = {
    host: 's3',
    bucket: 'pictures',
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    prefix: 'help/',
  } as const;
  const env = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };
  return { settings, env };
}

describe('an S3 bucket', () => {
  it('takes an image and gives out a URL that opens it for a quarter of an hour', async () => {
    const { settings, env } = await bucket();
    const { dir } = await makeRepository({ 'content/a b.svg': svg });
    const host = s3Images({ settings, env, content: path.join(dir, 'content') });
    const url = await host.urlOf(imageAt('a b.svg'));
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    expect(await answer.text()).toBe(svg);
    const { searchParams } = new URL(url);
    expect(searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
    expect(searchParams.get('X-Amz-Expires')).toBe('900');
    const late = new URL(url);
    late.searchParams.set('X-Amz-Date', '20200101T000000Z');
    expect((await fetch(late)).status).toBe(403);
    await host.close();
  });

  it('says what the bucket said when it takes nothing', async () => {
    const { settings, env } = await bucket();
    const { dir } = await makeRepository({ 'content/a.svg': svg });
    const content = path.join(dir, 'content');
    // This server knows who may write and does not compute signatures: a wrong key has to have another name.
    const wrongKey = s3Images({ settings, env: { ...env, AWS_ACCESS_KEY_ID: 'nobody' }, content });
    await expect(wrongKey.urlOf(imageAt('a.svg'))).rejects.toThrow(
      /a\.svg could not be uploaded to bucket pictures: InvalidAccessKeyId/,
    );
    const noBucket = s3Images({ settings: { ...settings, bucket: 'nowhere' }, env, content });
    await expect(noBucket.urlOf(imageAt('a.svg'))).rejects.toThrow(/NoSuchBucket/);
    expect(() => s3Images({ settings, env: {}, content })).toThrow(/AWS_ACCESS_KEY_ID/);
    await wrongKey.close();
    await noBucket.close();
  });
});

/** GitHub's contents API for one private repository; download URLs open once, for a moment. */
async function github(files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    const name = decodeURIComponent(url.pathname.replace('/repos/acme/docs/contents/', ''));
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers.authorization !== 'Bearer gh-token') return json(401, { message: 'Bad credentials' });
    const content = files[name];
    if (content === undefined) return json(404, { message: 'Not Found' });
    const sha = execFileSync('git', ['hash-object', '--stdin'], { input: content, encoding: 'utf8' }).trim();
    return json(200, {
      type: 'file',
      sha,
      download_url: `http://127.0.0.1/raw/${encodeURIComponent(name)}?token=short`,
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe("GitHub's contents API", () => {
  it('gives the short-lived URL of the committed file', async () => {
    const { apiUrl, asked } = await github({ 'help/content/a b.svg': svg });
    const { dir } = await makeRepository({ 'content/a b.svg': svg });
    const options = {
      apiUrl,
      repository: 'acme/docs',
      commit: 'abc123',
      token: 'gh-token',
      env: {},
      content: path.join(dir, 'content'),
      pathInRepository: 'help/content',
    };
    expect(await githubImages(options).urlOf(imageAt('a b.svg'))).toBe(
      'http://127.0.0.1/raw/help%2Fcontent%2Fa%20b.svg?token=short',
    );
    expect(asked).toEqual(['GET /repos/acme/docs/contents/help/content/a%20b.svg?ref=abc123']);
  });

  it('refuses a file that is not committed as it is on disk, and says what is missing', async () => {
    const { apiUrl } = await github({ 'a.svg': svg.replace('red', 'blue') });
    const { dir } = await makeRepository({ 'content/a.svg': svg, 'content/b.svg': svg });
    const options = {
      apiUrl,
      repository: 'acme/docs',
      commit: 'abc123',
      token: 'gh-token',
      env: {},
      content: path.join(dir, 'content'),
      pathInRepository: '',
    };
    await expect(githubImages(options).urlOf(imageAt('a.svg'))).rejects.toThrow('not committed as it is on disk');
    await expect(githubImages(options).urlOf(imageAt('b.svg'))).rejects.toThrow('not in the repository at abc123');
    const wrong = githubImages({ ...options, token: 'other' }).urlOf(imageAt('a.svg'));
    await expect(wrong).rejects.toThrow("the GitHub token may not read the repository's contents");
    await expect(wrong).rejects.not.toThrow('other');
  });
});

describe('an answer that GitHub did not give', () => {
  it('fails the image, and not the run', async () => {
    const server = createServer((_, response) => response.end('<html>Please log in to the network</html>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { dir } = await makeRepository({ 'content/a.svg': svg });
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const facts = { apiUrl, repository: 'acme/docs', commit: 'abc123', token: 'gh-token', env: {} };
    const host = githubImages({ ...facts, content: path.join(dir, 'content'), pathInRepository: '' });
    const asked = host.urlOf(imageAt('a.svg'));
    await expect(asked).rejects.toBeInstanceOf(ImageHostError);
    await expect(asked).rejects.toThrow('the answer is not what its API describes');
    await host.close();
  });

  it("is asked for through the environment's proxy", async () => {
    const asked: string[] = [];
    const proxy = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(502).end();
    });
    proxy.on('connect', (request, socket) => {
      asked.push(`CONNECT ${request.url}`);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void proxy.close());
    const { dir } = await makeRepository({ 'content/a.svg': svg });
    const env = { HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
    const facts = {
      apiUrl: 'https://api.github.invalid',
      repository: 'acme/docs',
      commit: 'abc123',
      token: 'gh-token',
    };
    const host = githubImages({ ...facts, env, content: path.join(dir, 'content'), pathInRepository: '' });
    await expect(host.urlOf(imageAt('a.svg'))).rejects.toBeInstanceOf(ImageHostError);
    expect(asked).toEqual(['CONNECT api.github.invalid:443']);
    await host.close();
  });
});

describe('the other hosts', () => {
  it('serves on loopback only what was asked for, and nothing once it is closed', async () => {
    const { dir } = await makeRepository({ 'content/a.svg': svg, 'content/secret.svg': svg.replace('red', 'blue') });
    const host = loopbackImages(path.join(dir, 'content'));
    const url = await host.urlOf(imageAt('a.svg'));
    expect(await (await fetch(url)).text()).toBe(svg);
    for (const other of ['secret.svg', '../helpcentre.yml', '%2e%2e/helpcentre.yml', '']) {
      expect((await fetch(new URL(`/${other}`, url))).status).toBe(404);
    }
    await host.close();
    await expect(fetch(url)).rejects.toThrow();
  });

  it('never hands out a file that changed since it was read', async () => {
    const { dir } = await makeRepository({ 'content/a.svg': svg.replace('red', 'blue') });
    await expect(loopbackImages(path.join(dir, 'content')).urlOf(imageAt('a.svg'))).rejects.toThrow(
      'changed while publishing',
    );
  });

  it('fills a template, and says what to set where there is no host', async () => {
    const image = imageAt('sub folder/a#b.svg');
    expect(await templateImages('https://cdn.example.com/{path}?v={sha}', null).urlOf(image)).toBe(
      `https://cdn.example.com/sub%20folder/a%23b.svg?v=${image.sha256.slice(7)}`,
    );
    await expect(noImages.urlOf(image)).rejects.toThrow('set "images" in helpcentre.yml');
  });
});

describe('a template with a commit', () => {
  const settingsFor = (template: string) => {
    const parsed = parseConfiguration(`images: { host: url, template: "${template}" }\n`, 'helpcentre.yml', '/nowhere');
    return parsed.ok ? parsed.settings : expect.fail('the configuration is right');
  };
  const hostIn = (dir: string) =>
    imageHostFor(settingsFor('https://raw.example.com/{commit}/docs/{path}'), dir, false, { PATH: process.env.PATH });

  it('names the one that is checked out, and no file that is another one there', async () => {
    const { dir, write } = await makeRepository({ 'content/a.svg': svg });
    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        cwd: dir,
        encoding: 'utf8',
      });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'Begin');
    const id = git('rev-parse', 'HEAD').trim();
    const host = await hostIn(dir);
    expect(await host.urlOf(imageAt('a.svg'))).toBe(`https://raw.example.com/${id}/docs/a.svg`);
    const blue = svg.replace('red', 'blue');
    await write({ 'content/a.svg': blue });
    await expect(host.urlOf(imageAt('a.svg', blue))).rejects.toThrow('a.svg is not committed as it is on disk');
  });

  it('needs a commit', async () => {
    const { dir } = await makeRepository({ 'content/a.svg': svg });
    await expect(hostIn(dir)).rejects.toThrow('no commit is checked out');
  });
});

describe('images of a whole run', () => {
  it('says which keys a bucket needs before anything is published', async () => {
    const parsed = parseConfiguration(
      'images: { host: s3, bucket: b, region: eu-west-1 }\n',
      'helpcentre.yml',
      '/nowhere',
    );
    if (!parsed.ok) throw new Error('the configuration is right');
    const made = imageHostFor(parsed.settings, '/nowhere', false, {});
    await expect(made).rejects.toBeInstanceOf(UsageError);
    await expect(made).rejects.toThrow('AWS_ACCESS_KEY_ID');
  });

  it('are fetched once by content: a second article, a renamed file and a moved one fetch nothing', async () => {
    const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
    onTestFinished(() => sandbox.close());
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    const repository = await makeRepository({
      'content/one.md': '# One\n\n![x](a.svg)\n',
      'content/a.svg': svg,
    });
    expect((await runIn(repository.dir, ['publish', '--yes'], { env })).code).toBe(0);
    await repository.remove('content/a.svg');
    await repository.write({
      'content/pictures/renamed.svg': svg,
      'content/one.md': '# One\n\n![x](pictures/renamed.svg)\n',
      'content/two.md': '# Two\n\n![x](pictures/renamed.svg)\n',
    });
    const before = sandbox.log.length;
    expect((await runIn(repository.dir, ['publish', '--yes'], { env })).code).toBe(0);
    const written = sandbox.log.slice(before).filter((entry) => entry.method !== 'GET');
    // The article whose image only moved is not written at all; the new one carries Intercom's own copy.
    expect(written.map((entry) => entry.method)).toEqual(['POST']);
    const [, two] = sandbox.world.articles();
    expect(sandbox.world.body(two?.id ?? '')).toContain('/i/o/');
  });
});
