import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ImportCommandOptions, importCommand } from '../../src/cli/import.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { inventHost, type RunResult, runIn } from '../kit/run-in.ts';

interface Bench {
  readonly dir: string;
  readonly sandbox: Sandbox;
  readonly run: (...argv: readonly string[]) => Promise<RunResult>;
  /** Imports in memory, ended by what is thrown before the n-th file is written. */
  readonly killedAt: (write: number, options?: ImportCommandOptions) => Promise<void>;
  readonly read: (file: string) => Promise<string>;
  /** Files below the folder, but for those of a run. */
  readonly files: () => Promise<readonly string[]>;
  /** Requests to the API since the last call. */
  readonly requests: () => readonly string[];
}

async function bench(options: Partial<SandboxOptions> = {}): Promise<Bench> {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const sandbox = await startSandbox({ dir: null, ...options });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  let seen = 0;
  return {
    dir,
    sandbox,
    run: (...argv) => runIn(dir, argv, { env, hurry: 100 }),
    async killedAt(write, more = {}) {
      let written = 0;
      const { host } = inventHost(dir, { env });
      const beforeWrite = (): void => {
        written += 1;
        if (written >= write) throw new Error('killed');
      };
      await expect(importCommand(host, more, { beforeWrite })).rejects.toThrow('killed');
    },
    read: (file) => readFile(path.join(dir, file), 'utf8'),
    async files() {
      const found = await readdir(dir, { recursive: true, withFileTypes: true });
      return found
        .filter((entry) => !entry.isDirectory())
        .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
        .filter((file) => !file.startsWith('.helpcentre/'))
        .sort();
    },
    requests() {
      const api = sandbox.log.slice(seen).map((entry) => `${entry.method} ${entry.path}`);
      seen = sandbox.log.length;
      return api;
    },
  };
}

const png = (seed: number): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
    Buffer.from([seed]),
  ]);

/** Serves images as Intercom's own hosts do, on this machine, and counts. */
async function imageServer(answer: (path: string) => Buffer | string | number = () => png(1)) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push((request.url ?? '').split('?')[0] ?? '');
    const made = answer(asked.at(-1) ?? '');
    if (typeof made === 'number') response.writeHead(made).end();
    else response.end(made);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let reads = 0;
  return {
    asked,
    base,
    img(name: string, alt = '') {
      reads += 1;
      return `<div class="intercom-container"><img src="${base}/i/o/acme/1/${name}?expires=${reads}&amp;signature=${reads}&amp;req=${reads}"${alt === '' ? '' : ` alt="${alt}"`}></div>`;
    },
  };
}

const p = (text: string): string => `<p class="no-margin">${text}</p>`;

/** Billing with a section and two articles that link to each other, one of them in French too; one article outside. */
async function smallWorkspace(sandbox: Sandbox) {
  const { world } = sandbox;
  const billing = await world.createCollection({ name: 'Billing & plans' });
  const invoices = await world.createCollection({ name: 'Invoices', parentId: billing.id });
  await world.createCollection({ name: 'Nothing yet' });
  const plans = await world.createArticle({ title: 'Our plans', body: '', state: 'published', parentId: billing.id });
  const old = await world.createArticle({
    title: 'Old invoices: where are they?',
    description: 'Where they went.',
    body: `<h1 id="h_0123456789">Where they are</h1>${p('Ask <b>Ada</b>.')}`,
    state: 'published',
    parentId: invoices.id,
  });
  const oldUrl = `https://help.example.com/en/articles/${old.id}-old`;
  await world.plantBody(
    plans.id,
    `${p(`See <a href="${oldUrl}#h_0123456789" target="_blank" class="intercom-content-link">the old ones</a>.`)}`,
  );
  await world.editArticle(plans.id, { locale: 'fr', title: 'Nos formules', state: 'published' });
  await world.plantBody(plans.id, p('Voilà.'), 'fr');
  const welcome = await world.createArticle({ title: 'Welcome!', body: p('Hello.'), state: 'draft' });
  return { billing, invoices, plans, old, welcome };
}

describe('a whole import into an empty folder', () => {
  it('writes collections, sources, a configuration and the lockfile, and ends with 0 changes', async () => {
    const { run, read, files, sandbox, requests } = await bench();
    await smallWorkspace(sandbox);
    const result = await run('import');
    // A slow machine is told how far it is.
    expect({ ...result, stderr: result.stderr.replace(/^\d+ of \d+ \w+\n/gm, '') }).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(
      result.stdout,
    ).toBe(`Imported from Sandbox (${sandbox.world.articles().length > 0 ? workspaceIn(result) : ''}) into content/
Wrote helpcentre.yml, because there was none.
  articles          3
  locales           2  3 en, 1 fr
  collections       3
  images            0  0 downloaded
  pure Markdown     4
  with HTML blocks  0
  failed            0

Plan: 0 changes. 3 articles in Intercom say what the files say.
`);
    expect(requests()).toEqual([
      'GET /me',
      'GET /help_center/help_centers',
      'GET /help_center/collections?page=1&per_page=150',
      'GET /articles?page=1&per_page=250',
      'GET /admins',
      'GET /internal_articles?page=1&per_page=250',
      'GET /content_snippets?page=1&per_page=50',
      expect.stringMatching(/^GET \/help_center\/help_centers\/\d+\/redirects\?page=1/),
    ]);
    expect(await files()).toEqual([
      'content/billing-plans/_collection.yml',
      'content/billing-plans/invoices/_collection.yml',
      'content/billing-plans/invoices/old-invoices-where-are-they.md',
      'content/billing-plans/our-plans.fr.md',
      'content/billing-plans/our-plans.md',
      'content/nothing-yet/_collection.yml',
      'content/welcome.md',
      'helpcentre.lock.json',
      'helpcentre.yml',
    ]);
    expect(await read('content/billing-plans/_collection.yml')).toBe('name: Billing & plans\norder: 0\n');
    expect(await read('content/billing-plans/our-plans.md')).toBe(
      '---\ntitle: Our plans\n---\n\nSee [the old ones](./invoices/old-invoices-where-are-they.md#where-they-are).\n',
    );
    expect(await read('content/billing-plans/our-plans.fr.md')).toBe('---\ntitle: Nos formules\n---\n\nVoilà.\n');
    expect(await read('content/billing-plans/invoices/old-invoices-where-are-they.md')).toBe(
      '---\ntitle: "Old invoices: where are they?"\ndescription: Where they went.\n---\n\n## Where they are\n\nAsk **Ada**.\n',
    );
    expect(await read('content/welcome.md')).toBe('---\ntitle: Welcome!\nstate: draft\n---\n\nHello.\n');
    expect(await read('helpcentre.yml')).toContain('content: content\nlocale: en\nregion: us\nstate: published\n');
    const plan = await run('plan', '--detailed-exitcode');
    expect(plan).toMatchObject({ code: 0, stdout: expect.stringContaining('No changes; 3 unchanged') });
  });

  it('is managed from then on: an edit of one file is one update, and nothing else is written', async () => {
    const { run, dir, sandbox, requests, read } = await bench();
    const { plans } = await smallWorkspace(sandbox);
    await run('import');
    await writeFile(
      path.join(dir, 'content/billing-plans/our-plans.md'),
      `${await read('content/billing-plans/our-plans.md')}\nMore.\n`,
    );
    requests();
    expect(await run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(requests().filter((one) => !one.startsWith('GET'))).toEqual([`PUT /articles/${plans.id}`]);
    expect(sandbox.world.body(plans.id, 'fr')).toBe(p('Voilà.'));
  });

  it('puts locales into folders where the configuration says so', async () => {
    const { run, files, sandbox, dir } = await bench();
    await smallWorkspace(sandbox);
    await writeFile(path.join(dir, 'helpcentre.yml'), 'content: docs\nlocales: folder\nauthor: ada@example.com\n');
    const { code, stdout } = await run('import');
    expect(stdout).toContain('Plan: 0 changes.');
    expect(code).toBe(0);
    expect((await files()).filter((file) => file.endsWith('.md'))).toEqual([
      'docs/billing-plans/invoices/old-invoices-where-are-they.md',
      'docs/billing-plans/our-plans.md',
      'docs/fr/billing-plans/our-plans.md',
      'docs/welcome.md',
    ]);
    expect(await readFile(path.join(dir, 'docs/welcome.md'), 'utf8')).toContain('author: tom@example.com\n');
  });

  it('says what it came to as one JSON document', async () => {
    const { run, sandbox } = await bench();
    await smallWorkspace(sandbox);
    const { stdout, stderr, code } = await run('import', '--json');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      content: 'content/',
      wroteConfiguration: 'helpcentre.yml',
      articles: 3,
      texts: 4,
      locales: { en: 3, fr: 1 },
      collections: 3,
      images: { downloaded: 0, present: 0, failed: [] },
      pureMarkdown: 4,
      withHtml: { texts: 0, blocks: 0 },
      failed: [],
      cameRound: true,
      plan: { changes: [], collections: [], held: [], unchanged: 3 },
      problems: [],
    });
  });

  it('of a workspace without articles is an empty one', async () => {
    const { run, files } = await bench();
    expect(await run('import')).toMatchObject({ code: 0, stdout: expect.stringContaining('Plan: 0 changes.') });
    expect(await files()).toEqual(['helpcentre.lock.json', 'helpcentre.yml']);
  });
});

function workspaceIn({ stdout }: RunResult): string {
  return /\(([a-z\d]+)\)/.exec(stdout)?.[1] ?? '';
}

describe('images', () => {
  it('are downloaded once by content, with readable names, and never a token', async () => {
    const { run, sandbox, files, read } = await bench();
    const server = await imageServer((name) => png(name.includes('b.png') ? 2 : 1));
    const { plans, old, welcome } = await smallWorkspace(sandbox);
    await sandbox.world.plantBody(plans.id, `${server.img('a.png', 'The form')}${server.img('b.png', 'The form')}`);
    await sandbox.world.plantBody(plans.id, server.img('a.png', 'Le formulaire'), 'fr');
    await sandbox.world.plantBody(old.id, server.img('same-as-a.png'));
    await sandbox.world.plantBody(welcome.id, server.img('b.png'));
    const result = await run('import');
    expect(result.stdout).toContain('Plan: 0 changes.');
    expect(result.code).toBe(0);
    expect(server.asked.sort()).toEqual(['a.png', 'b.png', 'same-as-a.png'].map((name) => `/i/o/acme/1/${name}`));
    const images = (await files()).filter((file) => file.includes('/images/'));
    expect(images).toEqual([expect.stringMatching(/the-form-[\da-f]{8}\.png$/), 'content/images/the-form.png']);
    expect(await read('content/billing-plans/our-plans.md')).toContain('![The form](../images/the-form.png)');
    expect(await read('content/billing-plans/our-plans.fr.md')).toContain('![Le formulaire](../images/the-form.png)');
    expect(await read('content/billing-plans/invoices/old-invoices-where-are-they.md')).toContain(
      '![](../../images/the-form.png)',
    );
    expect(await run('plan', '--detailed-exitcode')).toMatchObject({ code: 0 });
  });

  it('that cannot be had keep their address in the text and are named; the rest is imported', async () => {
    const { run, sandbox, read } = await bench();
    const server = await imageServer((name) => (name.includes('gone') ? 404 : '<html>no image</html>'));
    const { welcome } = await smallWorkspace(sandbox);
    await sandbox.world.plantBody(
      welcome.id,
      `${server.img('gone.png')}${server.img('page.png')}<div class="intercom-container"><img src="http://169.254.169.254/latest/meta-data"></div>`,
    );
    const { code, stdout } = await run('import');
    expect(stdout).toContain('Images that could not be downloaded; their addresses stay in the text: 3');
    expect(stdout).toContain('answers 404');
    expect(stdout).toContain('is not a PNG, JPEG, GIF or SVG');
    expect(stdout).toContain('is not on a host that images are taken from');
    expect(stdout).toContain('Plan: 0 changes.');
    expect(code).toBe(0);
    expect(await read('content/welcome.md')).toContain(`![](${server.base}/i/o/acme/1/gone.png)`);
  });

  it('are re-used by the next publish: what is Intercom’s already is not sent again', async () => {
    const { run, sandbox, read, dir } = await bench();
    const server = await imageServer();
    const { welcome } = await smallWorkspace(sandbox);
    const source = `${server.base}/one.png`;
    await sandbox.world.editArticle(welcome.id, { body: `<img src="${source}" alt="One">` });
    const before = server.asked.length;
    await run('import');
    await writeFile(path.join(dir, 'content/welcome.md'), `${await read('content/welcome.md')}\nMore.\n`);
    expect(await run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(server.asked).toHaveLength(before);
    expect(sandbox.world.body(welcome.id)).toContain('More.');
  });
});

describe('an import beside existing files', () => {
  it('touches none of them, and says what was in the way', async () => {
    const { run, sandbox, dir, read } = await bench();
    const { welcome } = await smallWorkspace(sandbox);
    await sandbox.world.plantBody(welcome.id, p('Hello from Intercom.'));
    await mkdir(path.join(dir, 'content/billing-plans'), { recursive: true });
    await writeFile(path.join(dir, 'helpcentre.yml'), 'state: published\n');
    await writeFile(path.join(dir, 'content/welcome.md'), '---\ntitle: Mine\n---\n\nMine.\n');
    await writeFile(path.join(dir, 'content/billing-plans/_collection.yml'), 'name: Billing & plans\norder: 7\n');
    const { code, stdout } = await run('import');
    expect(code).toBe(1);
    expect(stdout).toContain(
      'Not imported: 1\n  ! content/welcome.md\n    already exists, and is not what Intercom has',
    );
    expect(stdout).toContain('Plan: 0 changes in what was imported.');
    expect(stdout).toContain('content/\n  articles          2');
    expect(await read('helpcentre.yml')).toBe('state: published\n');
    expect(await read('content/welcome.md')).toBe('---\ntitle: Mine\n---\n\nMine.\n');
    expect(await read('content/billing-plans/_collection.yml')).toBe('name: Billing & plans\norder: 7\n');
    expect(await read('helpcentre.lock.json')).not.toContain('welcome.md');
  });

  it('does not link to a file that only has the name of an article', async () => {
    const { run, sandbox, dir, read } = await bench();
    const { welcome, plans } = await smallWorkspace(sandbox);
    await sandbox.world.plantBody(plans.id, p(`<a href="https://help.example.com/en/articles/${welcome.id}">Hi</a>`));
    await mkdir(path.join(dir, 'content'));
    await writeFile(path.join(dir, 'content/welcome.md'), 'Mine.\n');
    await run('import');
    expect(await read('content/billing-plans/our-plans.md')).toContain(
      `[Hi](https://help.example.com/en/articles/${welcome.id})`,
    );
  });

  it('leaves alone what is managed, or named by a front matter', async () => {
    const { run, sandbox, dir, read } = await bench();
    const { welcome } = await smallWorkspace(sandbox);
    await mkdir(path.join(dir, 'content'));
    await writeFile(path.join(dir, 'helpcentre.yml'), 'state: draft\n');
    await writeFile(path.join(dir, 'content/hello.md'), `---\ntitle: Welcome!\nid: ${welcome.id}\n---\n\nHello.\n`);
    const first = await run('import');
    expect(first.stdout).toContain(`Article ${welcome.id} was left as it is in its file: hello.md names its id`);
    const lockfile = await read('helpcentre.lock.json');
    const again = await run('import');
    expect(again.stdout).toContain('articles          0  2 more managed already');
    expect(await read('helpcentre.lock.json')).toBe(lockfile);
  });

  it('does not follow links out of the folder', async () => {
    const { run, sandbox, dir } = await bench();
    await smallWorkspace(sandbox);
    const outside = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
    onTestFinished(() => rm(outside, { recursive: true, force: true }));
    await mkdir(path.join(dir, 'content'));
    await symlink(outside, path.join(dir, 'content/billing-plans'));
    await symlink(path.join(outside, 'welcome.md'), path.join(dir, 'content/welcome.md'));
    const { code, stdout } = await run('import');
    expect(code).toBe(1);
    expect(stdout).toContain('articles          0\n');
    expect(stdout).toContain('Not imported: 3\n');
    expect(stdout).toContain('already exists, as a link. Move that elsewhere, then import again');
    expect(stdout).toContain('lies in "billing-plans", which is a link: nothing is written through links');
    expect(await readdir(outside)).toEqual([]);
  });

  it('is refused where the lockfile is of another workspace', async () => {
    const one = await bench();
    await smallWorkspace(one.sandbox);
    await one.run('import');
    const other = await bench({ seed: 2 });
    const env = { INTERCOM_BASE_URL: other.sandbox.url, INTERCOM_ACCESS_TOKEN: other.sandbox.token };
    expect((await runIn(one.dir, ['import'], { env })).code).toBe(1);
  });
});

describe('a chosen import', () => {
  it.each([
    [['--collection', 'invoices'], ['billing-plans/invoices/old-invoices-where-are-they.md'], 2],
    [
      ['--collection', 'Billing & plans > Invoices', 'Nothing yet'],
      ['billing-plans/invoices/old-invoices-where-are-they.md'],
      3,
    ],
    [['--state', 'draft'], ['welcome.md'], 0],
    [
      ['--state', 'published', '--collection', 'Invoices'],
      ['billing-plans/invoices/old-invoices-where-are-they.md'],
      2,
    ],
  ])('%j', async (argv, sources, collections) => {
    const { run, sandbox, files } = await bench();
    await smallWorkspace(sandbox);
    const { code, stdout } = await run('import', ...argv);
    expect(stdout).toContain('Plan: 0 changes.');
    expect(code).toBe(0);
    const found = await files();
    expect(found.filter((file) => file.endsWith('.md'))).toEqual(sources.map((file) => `content/${file}`));
    expect(found.filter((file) => file.endsWith('.yml')).length).toBe(collections + 1);
  });

  it('by ids goes on with the next: links to what is not there yet are addresses', async () => {
    const { run, sandbox, read } = await bench();
    const { plans, old } = await smallWorkspace(sandbox);
    await run('import', '--ids', plans.id);
    expect(await read('content/billing-plans/our-plans.md')).toContain(`articles/${old.id}-old#h_0123456789)`);
    const { code, stdout } = await run('import', '--ids', `${old.id}`);
    expect(code).toBe(0);
    expect(stdout).toContain('Plan: 0 changes.');
  });

  it.each([
    [['--collection', 'Bilings'], 'has no collection "Bilings"'],
    [['--ids', '123'], 'has no article "123"'],
    [['--ids', 'x'], 'expected numbers of articles'],
    [['--help-centre', 'nobodys'], 'nobodys'],
  ])('%j is a mistake that is named', async (argv, message) => {
    const { run, sandbox, files } = await bench();
    await smallWorkspace(sandbox);
    const { code, stderr } = await run('import', ...argv);
    expect(code).not.toBe(0);
    expect(stderr).toContain(message);
    expect(await files()).toEqual([]);
  });
});

describe('an import that is cut off', () => {
  const whole = async (): Promise<readonly (readonly [string, string])[]> => {
    const { run, sandbox, files, read } = await bench();
    await smallWorkspace(sandbox);
    await run('import');
    return Promise.all((await files()).map(async (file) => [file, await read(file)] as const));
  };

  it('goes on when it is run again, wherever it was cut off', async () => {
    const expected = await whole();
    for (let write = 1; write <= 8; write += 1) {
      const { run, sandbox, files, read, killedAt, dir } = await bench();
      await smallWorkspace(sandbox);
      await killedAt(write);
      if (write % 2 === 0) await rm(path.join(dir, '.helpcentre'), { recursive: true, force: true });
      const result = await run('import');
      expect(result).toMatchObject({ code: 0, stdout: expect.stringContaining('Plan: 0 changes.') });
      const ended = await Promise.all((await files()).map(async (file) => [file, await read(file)] as const));
      const timeless = (entries: typeof expected) =>
        entries.map(([file, text]) => [file, text.replaceAll(/127\.0\.0\.1:\d+|"updatedAt": \d+/g, '')]);
      expect(timeless(ended)).toEqual(timeless(expected));
      expect(await readdir(path.join(dir, '.helpcentre'))).not.toContain('import');
    }
  });

  it('does not download an image again', async () => {
    const { run, sandbox, killedAt } = await bench();
    const server = await imageServer((name) => png(name.length));
    const { plans, old } = await smallWorkspace(sandbox);
    await sandbox.world.plantBody(plans.id, server.img('a.png') + server.img('bb.png'));
    await sandbox.world.plantBody(old.id, server.img('ccc.png'));
    // The configuration and two images were written.
    await killedAt(4);
    const { stdout } = await run('import');
    expect(stdout).toContain('images            3  1 downloaded, 2 there already');
    expect(server.asked.length).toBeLessThanOrEqual(4);
  });

  it('keeps the names of its files, though a title changed meanwhile, and takes the new text', async () => {
    const { run, sandbox, files, read, killedAt } = await bench();
    const { old } = await smallWorkspace(sandbox);
    await killedAt(8);
    const file = 'content/billing-plans/invoices/old-invoices-where-are-they.md';
    expect(await files()).toContain(file);
    await sandbox.world.editArticle(old.id, { title: 'Hello', body: p('New.') });
    const { code, stdout } = await run('import');
    expect(stdout).toContain('Plan: 0 changes.');
    expect(code).toBe(0);
    expect(await read(file)).toBe('---\ntitle: Hello\ndescription: Where they went.\n---\n\nNew.\n');
    expect((await files()).filter((one) => one.endsWith('hello.md'))).toEqual([]);
  });
});

describe('an import that is asked to stop', () => {
  it('says so, and goes on when it is run again', async () => {
    const { run, sandbox, dir } = await bench();
    await smallWorkspace(sandbox);
    const stopping = new AbortController();
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    const { host } = inventHost(dir, { env, signal: stopping.signal });
    const beforeWrite = (file: string): void => {
      if (file.endsWith('our-plans.md')) stopping.abort();
    };
    await expect(importCommand(host, {}, { beforeWrite })).rejects.toMatchObject({ code: 'stopped' });
    expect(await run('import')).toMatchObject({ code: 0, stdout: expect.stringContaining('Plan: 0 changes.') });
  });

  it('by the person it asks imports nothing', async () => {
    const { sandbox, dir, files } = await bench();
    await smallWorkspace(sandbox);
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    expect(await runIn(dir, ['import'], { env, answer: false })).toMatchObject({
      code: 1,
      stdout: 'Nothing was imported.\n',
    });
    expect(await files()).toEqual([]);
    expect(await runIn(dir, ['import'], { env, answer: true })).toMatchObject({ code: 0 });
  });
});

describe('what no source can say', () => {
  it('is named: two collections of one name in one place', async () => {
    const { run, sandbox } = await bench();
    const { world } = sandbox;
    const one = await world.createCollection({ name: 'Billing' });
    const two = await world.createCollection({ name: 'Billing' });
    await world.createArticle({ title: 'First', body: p('1'), state: 'published', parentId: one.id });
    await world.createArticle({ title: 'Second', body: p('2'), state: 'published', parentId: two.id });
    const { code, stdout } = await run('import');
    expect(code).toBe(1);
    expect(stdout).toContain('Failed: 1\n  ! content/billing/second.md\n    Intercom has another collection');
    expect(stdout).toContain('~ update    billing/second.md  collection changed');
  });

  it('is named: an author of a translation alone', async () => {
    const { run, sandbox, dir, read } = await bench();
    const { plans } = await smallWorkspace(sandbox);
    const ada = sandbox.world.teammates().find(({ email }) => email === 'ada@example.com');
    await fetch(`${sandbox.url}/articles/${plans.id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ translated_content: { fr: { title: 'Nos formules', author_id: Number(ada?.id) } } }),
    });
    await writeFile(path.join(dir, 'helpcentre.yml'), 'state: published\nauthor: tom@example.com\n');
    const { code, stdout } = await run('import');
    expect(code).toBe(1);
    expect(stdout).toContain('! content/billing-plans/our-plans.fr.md\n    Intercom has another author');
    expect(await read('content/billing-plans/our-plans.md')).not.toContain('author');
  });
});

describe('what an import makes of odd content', () => {
  it('keeps names in the folder, whatever titles say', async () => {
    const { run, sandbox, files, dir } = await bench();
    const { world } = sandbox;
    const odd = [
      '../../etc/passwd',
      'CON',
      'a/b',
      '.git',
      'x'.repeat(250),
      '\u202egnp.exe',
      '🎉',
      'README',
      'nul\u0000',
      '_x',
      'A/B',
      'key: "value" # no',
      "- 'list'",
      '---',
      'aux.md',
    ];
    const evil = await world.createCollection({ name: '../..' });
    const inner = await world.createCollection({ name: '.git', parentId: evil.id });
    for (const [index, title] of odd.entries()) {
      await world.createArticle({
        title,
        body: p(`Number ${index}.`),
        state: 'published',
        parentId: index % 2 === 0 ? inner.id : evil.id,
      });
    }
    const { code, stdout } = await run('import');
    expect(stdout).toContain('Plan: 0 changes.');
    expect(code).toBe(0);
    const sources = (await files()).filter((file) => file.endsWith('.md'));
    expect(sources).toHaveLength(odd.length);
    expect(new Set(sources.map((file) => file.toLowerCase())).size).toBe(odd.length);
    for (const file of sources)
      expect(file).toMatch(/^content\/collection\/(?:git\/)?[\p{L}\p{N}][\p{L}\p{N}-]*\.md$/u);
    expect((await readdir(path.dirname(dir))).filter((name) => name === 'etc')).toEqual([]);
    expect(await run('plan', '--detailed-exitcode')).toMatchObject({ code: 0 });
  });

  it('marks what the API does not give out, says so, and never writes it back', async () => {
    const { run, sandbox, read, dir } = await bench();
    const { welcome } = await smallWorkspace(sandbox);
    const body = `${p('Before.')}<p><b>Could not display content</b></p>${p('After.')}`;
    await sandbox.world.plantBody(welcome.id, body);
    const { code, stdout } = await run('import');
    expect(stdout).toContain(
      'Marked: a block that Intercom does not give out. Never published while the mark is there: 1\n  ! content/welcome.md\n    1 block',
    );
    expect(stdout).toContain('Plan: 0 changes.');
    expect(code).toBe(0);
    const text = await read('content/welcome.md');
    expect(text).toContain('\n<!-- undisplayed: ');
    expect((await run('plan')).stdout).toContain('No changes');
    await writeFile(path.join(dir, 'content/welcome.md'), text.replace('After', 'Later'));
    const held = await run('publish', '--yes', '--on-drift', 'overwrite');
    expect(held.code).toBe(1);
    expect(held.stdout).toContain('! welcome.md  has a block that Intercom does not give out');
    await rm(path.join(dir, 'content/welcome.md'));
    expect((await run('publish', '--yes')).stdout).toContain('Unpublish the article in Intercom.');
    expect(sandbox.world.body(welcome.id)).toBe(body);
    await writeFile(path.join(dir, 'content/welcome.md'), text.replaceAll(/<!--.*-->\n\n/g, ''));
    expect((await run('publish', '--yes')).code).toBe(0);
    expect(sandbox.world.body(welcome.id)).not.toContain('Could not display');
  });

  it('keeps what no source can say as it is in Intercom, names it, and fails', async () => {
    const { run, sandbox, read } = await bench();
    const { welcome } = await smallWorkspace(sandbox);
    await sandbox.world.plantBody(welcome.id, p('<a href="helpcentre:article/en/old.md">Old</a>'));
    const { code, stdout, stderr } = await run('import');
    expect(code).toBe(1);
    expect(stdout).toContain('failed            1');
    expect(stdout).toContain('Failed: 1\n  ! content/welcome.md\n');
    expect(stderr).toContain('helpcentre:article');
    expect(await read('content/welcome.md')).toContain('[Old](helpcentre:article/en/old.md)');
    // It is managed all the same, so that mending the file mends the article and makes no second one.
    expect(await read('helpcentre.lock.json')).toContain(`"id": "${welcome.id}"`);
  });

  it('tries plainer forms of a text that does not come round, and names what none of them can say', async () => {
    const { run, sandbox, read, dir } = await bench();
    const { welcome, old } = await smallWorkspace(sandbox);
    // With this setting no source can say a callout.
    await writeFile(path.join(dir, 'helpcentre.yml'), 'flatten: [callouts]\n');
    const callout = `<div class="intercom-interblocks-callout" style="background-color: #e3e7fa80; border-color: #334bfa33;">${p('Mind.')}</div>`;
    const link = p(`<a href="https://help.example.com/en/articles/${old.id}">Old</a>`);
    await sandbox.world.plantBody(welcome.id, `${callout}${link}`);
    const { code, stdout } = await run('import', '--json');
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(report).toMatchObject({
      pureMarkdown: 3,
      withHtml: { texts: 1, blocks: 1, reasons: { 'the whole text': 1 } },
      keptAsHtml: [{ name: 'content/welcome.md', reason: expect.stringMatching(/^as Markdown it compiles to "/) }],
      failed: [{ name: 'content/welcome.md', reason: expect.stringMatching(/^it compiles to "/) }],
      plan: { changes: [{ kind: 'update', key: 'welcome.md', reasons: ['body'] }], unchanged: 2 },
    });
    expect(await read('content/welcome.md')).toContain('<div class="intercom-interblocks-callout"');
    expect(sandbox.world.body(welcome.id)).toContain('Mind.');
  });

  it('takes a collection whose name looks like two', async () => {
    const { run, sandbox, read } = await bench();
    const { world } = sandbox;
    const settings = await world.createCollection({ name: 'Settings > Billing' });
    const inner = await world.createCollection({ name: 'In > it', parentId: settings.id });
    await world.createArticle({ title: 'A', body: p('A.'), state: 'published', parentId: inner.id });
    const { code, stdout } = await run('import');
    expect(stdout).toContain('Plan: 0 changes. 1 article in Intercom says what the files say.');
    expect(code).toBe(0);
    expect(await read('content/settings-billing/_collection.yml')).toContain('name: Settings > Billing\n');
    expect((await run('plan', '--detailed-exitcode')).code).toBe(0);
  });

  it('names blocks that Intercom does not give out in a text that is kept as one block of HTML too', async () => {
    const { run, sandbox, dir } = await bench();
    const { welcome } = await smallWorkspace(sandbox);
    await writeFile(path.join(dir, 'helpcentre.yml'), 'flatten: [callouts]\n');
    const callout =
      '<div class="intercom-interblocks-callout" style="background-color: #e3e7fa80; border-color: #334bfa33;">';
    const hidden = '<p class="no-margin"><b>Could not display content</b></p>';
    await sandbox.world.plantBody(welcome.id, `${callout}${p('Mind.')}</div>${hidden}`);
    const { stdout } = await run('import', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ undisplayed: [{ name: 'content/welcome.md', reason: '1 block' }] });
  });

  it('says which articles have no text in the default locale', async () => {
    const { run, sandbox, dir } = await bench();
    const { welcome } = await smallWorkspace(sandbox);
    await writeFile(path.join(dir, 'helpcentre.yml'), 'locale: fr\n');
    const { stdout, code } = await run('import');
    expect(stdout).toContain(`article ${welcome.id} "Welcome!"\n    has no text in fr, the default locale`);
    expect(code).toBe(1);
  });
});
