import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { imageReference } from '../../src/body/references.ts';
import type { Recorded } from '../../src/model/recorded.ts';
import { IntercomError, type WorkspaceWriter } from '../../src/model/workspace.ts';
import type { PictureCheck } from '../../src/publish/picture-check.ts';
import { templateImages } from '../../src/publish/template-images.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { pictureCheckFor } from '../../src/use-cases/picture-check-for.ts';
import { type Behaviour, forms, hangsUp, pictures, png, sends, status } from '../kit/pictures.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost, runIn } from '../kit/run-in.ts';
import { desiredOf, nothingRecorded, publishIn, writerFor } from '../kit/world.ts';
import { startWeb } from '../links/loopback-web.ts';

/** A picture server and a sandbox on this machine. */
async function servers() {
  const served = pictures();
  const server = createServer(served.answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  /** Titles of the articles that there are. */
  const titles = (): readonly string[] =>
    sandbox.world
      .articles()
      .map(({ contents }) => contents.en?.title ?? '')
      .sort();
  const bodies = (): string =>
    sandbox.world
      .articles()
      .map(({ id }) => sandbox.world.body(id))
      .join('\n')
      .replace(/\?expires=[^"]*/g, '');
  return { served, sandbox, url, env, titles, bodies };
}

const good = sends(forms.png, 'image/png');

describe('a picture server that fails, throttles and lies about types', () => {
  const behaviours: Readonly<Record<string, readonly [Behaviour, Behaviour?]>> = {
    good: [good],
    'called-text': [sends(png(1), 'text/plain')],
    moved: [status(302, { location: '/good' })],
    'trouble-once': [sends(png(2), 'image/png'), status(500)],
    'throttled-once': [sends(png(3), 'image/png'), status(429, { 'retry-after': '1' })],
    missing: [status(404)],
    forbidden: [status(403)],
    page: [sends(forms.page, 'image/png')],
    empty: [sends('', 'image/png')],
    trouble: [status(500)],
    throttled: [status(429, { 'retry-after': '3600' })],
    'hangs-up': [hangsUp],
  };
  const held: Readonly<Record<string, string>> = {
    missing: 'answers 404',
    forbidden: 'answers 403',
    page: 'answers with a web page, not with a picture, although its server calls it image/png',
    empty: 'is empty',
    trouble: 'answers 500',
    throttled: 'answers 429',
  };

  it('never leaves a broken picture, publishes the rest, and what was held once it is well again', async () => {
    const { served, sandbox, url, env, titles, bodies } = await servers();
    for (const [name, [then, once]] of Object.entries(behaviours)) served.set(`/${name}`, then, once);
    const files = Object.keys(behaviours).map((name) => [
      `content/${name}.md`,
      `# ${name}\n\nText.\n\n![x](${url}/${name})\n`,
    ]);
    const { dir } = await makeRepository({ ...Object.fromEntries(files), 'content/plain.md': '# plain\n' });
    const publish = () => runIn(dir, ['publish', '--yes'], { env, hurry: 50 });

    const first = await publish();
    expect(first.code).toBe(1);
    const isHeld = (name: string): boolean => held[name] !== undefined || name === 'hangs-up';
    expect(titles()).toEqual([...Object.keys(behaviours).filter((name) => !isHeld(name)), 'plain'].sort());
    for (const [name, reason] of Object.entries(held))
      expect(first.stdout).toContain(`content/${name}.md:5:1: the picture ${url}/${name} ${reason}.`);
    // Where nothing is known Intercom decides, and its words are tied to the picture.
    expect(first.stdout).toMatch(
      /Image could not be fetched: .*It means the picture \S+\/hangs-up at content\/hangs-up\.md:5:1\./,
    );
    const posts = sandbox.log.filter(({ method }) => method === 'POST');
    expect(posts).toHaveLength(titles().length + 1);
    expect(served.asked.filter((path) => path === '/missing')).toEqual(['/missing']);

    for (const name of Object.keys(behaviours)) served.set(`/${name}`, good);
    const before = sandbox.log.length;
    const second = await publish();
    expect([second.code, second.stderr.includes('Nothing is known')]).toEqual([0, false]);
    expect(titles()).toEqual([...Object.keys(behaviours), 'plain'].sort());
    expect(sandbox.log.slice(before).filter(({ method }) => method === 'POST')).toHaveLength(7);
    expect(bodies()).not.toContain('broken_image_placeholder');
    expect(bodies()).not.toContain(url);
  });

  it('is asked once for a picture that many articles show, and not again for what Intercom has', async () => {
    const { served, url, env, titles } = await servers();
    served.set('/p', good);
    const text = (title: string): string => `# ${title}\n\n![x](${url}/p)\n\n![y](local.png)\n`;
    const { dir, write } = await makeRepository({
      ...{ 'content/a.md': text('A'), 'content/b.md': text('B'), 'content/c.md': text('C') },
      'content/local.png': png(4),
    });
    expect((await runIn(dir, ['publish', '--yes'], { env })).code).toBe(0);
    expect(served.askedByUs).toEqual(['/p']);
    await write({ 'content/a.md': `${text('A')}\nMore.\n` });
    expect((await runIn(dir, ['publish', '--yes'], { env })).code).toBe(0);
    expect(served.askedByUs).toEqual(['/p', '/p']);
    expect(titles()).toEqual(['A', 'B', 'C']);
  });

  it('holds an update, and readers keep what they have', async () => {
    const { served, url, env, bodies } = await servers();
    served.set('/p', good);
    const { dir, write } = await makeRepository({ 'content/a.md': `# A\n\nOld.\n\n![x](${url}/p)\n` });
    expect((await runIn(dir, ['publish', '--yes'], { env })).code).toBe(0);
    served.set('/p', status(404));
    await write({ 'content/a.md': `# A\n\nNew.\n\n![x](${url}/p)\n` });
    const held = await runIn(dir, ['publish', '--yes'], { env });
    expect(held.code).toBe(1);
    expect(held.stdout).toContain('content/a.md:5:1: the picture');
    expect(bodies()).toContain('Old.');
    served.set('/p', good);
    expect((await runIn(dir, ['publish', '--yes'], { env })).code).toBe(0);
    expect(bodies()).toContain('New.');
  });

  it.each([
    [
      'a new title',
      (url: string) => `---\ntitle: New\n---\n\nOld.\n\n![x](${url}/p)\n`,
      { title: 'New', state: 'published' },
    ],
    [
      'a description, and hidden from readers',
      (url: string) => `---\ndescription: D\nstate: draft\n---\n\n# A\n\nOld.\n\n![x](${url}/p)\n`,
      { title: 'A', state: 'draft' },
    ],
  ])('sends %s although the picture is gone: Intercom has its copy', async (_, source, expected) => {
    const { served, sandbox, url, env, bodies } = await servers();
    served.set('/p', good);
    const { dir, write } = await makeRepository({ 'content/a.md': `# A\n\nOld.\n\n![x](${url}/p)\n` });
    expect((await runIn(dir, ['publish', '--yes'], { env })).code).toBe(0);
    const before = bodies();
    served.set('/p', status(404));
    await write({ 'content/a.md': source(url) });
    expect(await runIn(dir, ['publish', '--yes'], { env })).toMatchObject({ code: 0, stderr: '' });
    const [article] = sandbox.world.articles();
    expect(article?.contents.en).toMatchObject(expected);
    expect(bodies()).toBe(before);
    expect((await runIn(dir, ['plan'], { env })).stdout).toContain('No changes');
    // Another picture under a dead address is no copy of the one that was there.
    await write({ 'content/a.md': source(`${url}/other`) });
    expect((await runIn(dir, ['publish', '--yes'], { env })).code).toBe(1);
    expect(bodies()).toBe(before);
  });

  it('changes nothing where it is not to be asked', async () => {
    const { served, url, env } = await servers();
    const { dir } = await makeRepository({
      'helpcentre.yml': 'state: published\nimages: { check: off }\n',
      'content/a.md': `# A\n\n![x](${url}/p)\n`,
    });
    const { code, stdout } = await runIn(dir, ['publish', '--yes'], { env });
    expect(code).toBe(1);
    expect(stdout).toContain('Intercom said: Image could not be fetched');
    expect(served.askedByUs).toEqual([]);
  });
});

describe('what is known of an address', () => {
  const url = 'https://pictures.example/a.png';
  const desired = desiredOf({
    'a.md': { title: 'A', body: `<div class="intercom-container"><img src="${url}"></div>` },
  });
  const publishWith = async (pictures: PictureCheck) => {
    const sandbox = await startSandbox({ dir: null });
    onTestFinished(() => sandbox.close());
    const notices: string[] = [];
    const more = { pictures, onNotice: (notice: string) => void notices.push(notice) };
    const { outcomes } = await publishIn(writerFor(sandbox), desired, nothingRecorded, undefined, more);
    return { outcomes, notices };
  };
  const unknown = { is: 'unknown', reason: 'did not answer in time' } as const;

  it('a picture that nothing is known of is sent, which is said', async () => {
    const { outcomes, notices } = await publishWith({ isStrict: false, look: async () => unknown });
    expect(outcomes).toMatchObject([{ result: 'done' }]);
    expect(notices).toEqual([
      `Nothing is known of a picture that was sent: a.md: ${url} did not answer in time. With "check: strict" below "images" in helpcentre.yml its article is held back.`,
    ]);
  });

  it('it holds its article where the check is strict', async () => {
    const { outcomes, notices } = await publishWith({ isStrict: true, look: async () => unknown });
    expect(outcomes).toMatchObject([
      {
        result: 'failed',
        message: `a.md: the picture ${url} did not answer in time. Nothing was sent, since readers would have a broken picture for good. Run again once it can be had.`,
      },
    ]);
    expect(notices).toEqual([]);
  });

  it('nothing is sent of what nobody looked at because the run was to stop', async () => {
    const sandbox = await startSandbox({ dir: null });
    onTestFinished(() => sandbox.close());
    const stop = new AbortController();
    const look = async () => {
      stop.abort();
      return { is: 'unknown', reason: 'was not looked at: time ran out' } as const;
    };
    const more = { pictures: { isStrict: false, look }, signal: stop.signal };
    expect((await publishIn(writerFor(sandbox), desired, nothingRecorded, undefined, more)).outcomes).toEqual([]);
    expect(sandbox.world.articles()).toEqual([]);
  });

  it('says nothing of what nobody asks for', async () => {
    expect(await publishWith({ isStrict: true, look: async () => null })).toMatchObject({
      outcomes: [{ result: 'done' }],
      notices: [],
    });
  });
});

describe("Intercom's words about a picture", () => {
  const one = 'https://pictures.example/one.png?x=1&y=2';
  const two = 'https://pictures.example/two.png';
  const kept = 'https://downloads.intercomcdn.com/i/o/1/kept.png';
  const bodyOf = (...urls: readonly string[]): string =>
    urls.map((url) => `<div class="intercom-container"><img src="${url.replaceAll('&', '&amp;')}"></div>`).join('');

  test400(
    'the one that it names',
    'Failed to ingest image at url https://pictures.example/two.png.',
    [one, two],
    `It means the picture ${two} at a.md.`,
  );
  test400(
    'one with its query',
    `Failed to ingest image at url ${one}`,
    [one, two],
    `It means the picture ${one} at a.md.`,
  );
  test400(
    'one without it',
    'Image https://pictures.example/one.png is bad',
    [one, two],
    `It means the picture ${one} at a.md.`,
  );
  test400('the only new one', 'Image could not be fetched', [kept, two], `It means the picture ${two} at a.md.`);
  test400(
    'all new ones',
    'An image is invalid',
    [kept, one, two],
    `It means one of these: ${one} at a.md, ${two} at a.md.`,
  );
  test400('none of ours', 'Failed to ingest image at url https://else.example/a.png', [one], null);
  test400('no picture at all', 'Title is too long', [one], null);

  function test400(name: string, detail: string, urls: readonly string[], said: string | null): void {
    it(name, async () => {
      const sandbox = await startSandbox({ dir: null });
      onTestFinished(() => sandbox.close());
      const message = `Intercom did not accept the request (400, POST /articles). Intercom said: ${detail}`;
      const refusing: WorkspaceWriter = {
        ...writerFor(sandbox),
        createArticle: () =>
          Promise.reject(
            new IntercomError({
              method: 'POST',
              path: '/articles',
              status: 400,
              code: 'parameter_invalid',
              requestId: 'r1',
              detail,
              message,
            }),
          ),
      };
      const desired = desiredOf({ 'a.md': { title: 'A', body: bodyOf(...urls) } });
      const { outcomes } = await publishIn(refusing, desired, nothingRecorded);
      const whole = said === null ? message : `${message}${message.endsWith('.') ? '' : '.'} ${said}`;
      expect(outcomes).toMatchObject([{ result: 'failed', message: whole, requestId: 'r1' }]);
    });
  }
});

describe('pictures that a server has by their hash', () => {
  const template = (url: string): string => `${url}/{sha}.png`;
  const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

  it('a new picture that is not there yet holds its article, and is shown once it is', async () => {
    const { served, sandbox, url, bodies } = await servers();
    const { host } = inventHost('/nowhere', { hurry: 1_000 });
    const publishWith = async (bytes: Uint8Array, recorded: Recorded) => {
      const plain = desiredOf({
        'a.md': {
          title: 'A',
          body: `<div class="intercom-container"><img src="${imageReference(`sha256-${shaOf(bytes)}`)}"></div>`,
        },
      });
      const image = { path: 'a.png', bytes: bytes.length, mediaType: 'image/png' } as const;
      const desired = { ...plain, images: { [`sha256-${shaOf(bytes)}`]: image } };
      const check = pictureCheckFor({ images: { host: 'none' } }, { host }, true) ?? expect.fail('it is on');
      const more = { pictures: check, images: templateImages(template(url), null) };
      const published = await publishIn(writerFor(sandbox), desired, recorded, undefined, more);
      await check.close();
      return published;
    };
    const [old, changed] = [png(5), png(6)];
    served.set(`/${shaOf(old)}.png`, sends(old, 'image/png'));
    const first = await publishWith(old, nothingRecorded);
    expect(first.outcomes).toMatchObject([{ result: 'done' }]);
    const before = bodies();
    const second = await publishWith(changed, first.recorded);
    expect(second.outcomes).toMatchObject([
      { result: 'failed', message: expect.stringMatching(/^a\.md: the picture a\.png answers 404\./) },
    ]);
    expect(bodies()).toBe(before);
    served.set(`/${shaOf(changed)}.png`, sends(changed, 'image/png'));
    const third = await publishWith(changed, second.recorded);
    expect(third.outcomes).toMatchObject([{ result: 'done' }]);
    expect(bodies()).not.toBe(before);
    // The copies are in the lockfile: nobody asks for the pictures again.
    await publishWith(old, third.recorded);
    expect(served.askedByUs).toEqual([`/${shaOf(old)}.png`, `/${shaOf(changed)}.png`, `/${shaOf(changed)}.png`]);
  });
});

it('towards Intercom public pictures are asked for, towards this machine those on it alone', async () => {
  const web = await startWeb({ answer: (_, response) => sends(forms.png, 'image/png')(response) });
  const { host } = inventHost('/nowhere', { hurry: 1_000 });
  const look = async (loopback: boolean, ...urls: readonly string[]) => {
    const check = pictureCheckFor({ images: { host: 'none' } }, { host }, loopback, { web: web.parts });
    const states = await Promise.all(urls.map(async (url) => (await check?.look(url))?.is ?? null));
    await check?.close();
    return states;
  };
  const urls = ['https://pictures.example/a.png', 'http://127.0.0.1:1/a.png'];
  expect(await look(false, ...urls)).toEqual(['picture', 'broken']);
  expect(await look(true, ...urls)).toEqual([null, 'unknown']);
  expect(web.requests).toEqual(['GET pictures.example/a.png']);
  expect(pictureCheckFor({ images: { host: 'none', check: 'off' } }, { host }, false)).toBeNull();
  expect(pictureCheckFor({ images: { host: 'none', check: 'strict' } }, { host }, false)?.isStrict).toBe(true);
});
