import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parseArticleUrl } from '../../src/body/article-url.ts';
import { decompile } from '../../src/dialect/decompile.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { isDeep } from '../kit/depth.ts';
import { type RunResult, runIn } from '../kit/run-in.ts';

async function folder(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

async function started(): Promise<{ sandbox: Sandbox; run: (dir: string, ...argv: string[]) => Promise<RunResult> }> {
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  return { sandbox, run: (dir, ...argv) => runIn(dir, argv, { env }) };
}

/** Every file of a content folder; images by their content, since each sandbox gives them other addresses. */
async function contentOf(dir: string): Promise<Readonly<Record<string, string>>> {
  const root = path.join(dir, 'content');
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const entries = files.map(async (file) => [path.relative(root, file), await readFile(file, 'latin1')] as const);
  return Object.fromEntries((await Promise.all(entries)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What readers see of a workspace: each text with its title, links by the title that they lead to. */
function shownIn(sandbox: Sandbox): readonly string[] {
  const articles = sandbox.world.articles();
  const titles = new Map(articles.map((article) => [article.id, article.contents[article.defaultLocale]?.title]));
  const names = {
    link: (href: string) => {
      const url = parseArticleUrl(href);
      return url === null ? href : `${url.locale} ${titles.get(url.id)} ${url.fragment}`;
    },
    image: () => 'image',
    headingIds: 'left-out' as const,
  };
  return articles
    .flatMap((article) =>
      Object.entries(article.contents).map(([key, content]) => {
        const locale = key as keyof typeof article.contents;
        const body = decompile(sandbox.world.body(article.id, locale) ?? '', names).markdown;
        return `${locale} ${content?.title} ${content?.description} ${content?.state}\n${body}`;
      }),
    )
    .sort();
}

it('what was published and imported into an empty folder says the same, and is a fixed point', async () => {
  const [original, imported, again] = [await folder(), await folder(), await folder()];
  for (const name of ['content', 'helpcentre.yml', 'i18n']) {
    await cp(path.join('content-example', name), path.join(original, name), { recursive: true });
  }
  const first = await started();
  expect((await first.run(original, 'publish', '--yes')).code).toBe(0);
  const one = await first.run(imported, 'import');
  expect(one).toMatchObject({ code: 0, stdout: expect.stringContaining('Plan: 0 changes.') });
  expect(one.stdout).toContain('failed             0');

  const second = await started();
  expect((await second.run(imported, 'check')).stdout).toContain('no problems');
  await rm(path.join(imported, 'helpcentre.lock.json'));
  expect((await second.run(imported, 'publish', '--yes')).code).toBe(0);
  expect(shownIn(second.sandbox)).toEqual(shownIn(first.sandbox));

  expect(await second.run(again, 'import')).toMatchObject({ code: 0 });
  expect(await contentOf(again)).toEqual(await contentOf(imported));

  // What the original has in normal form already came back as it was, but for names of files.
  const source = await readFile(path.join(original, 'content/repairs/messages/quiet-hours.md'), 'utf8');
  const back = await readFile(path.join(imported, 'content/repairs/messages-to-customers/set-quiet-hours.md'), 'utf8');
  const text = (file: string): string => file.replace(/^state: .*\n/m, '').replaceAll(/\]\([^)]*\)/g, '](…)');
  expect(text(back)).toBe(text(source).replaceAll('{{product}}', 'Mendwick'));
});

/** A page of the list, or the thousand articles of a large help centre. */
const many = isDeep ? 1000 : 250;
const said = many.toLocaleString('en');

it('many articles in three languages are one listing and one download an image, then 0 changes', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push((request.url ?? '').split('?')[0] ?? '');
    response.end(
      Buffer.concat([
        Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
        Buffer.from(asked.at(-1) ?? ''),
      ]),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const images = `http://127.0.0.1:${(server.address() as AddressInfo).port}/i/o/acme`;
  const dir = await folder();
  const { sandbox, run } = await started();
  const { world } = sandbox;
  const collections = await Promise.all(['One', 'Two', 'Three'].map((name) => world.createCollection({ name })));
  const ids: string[] = [];
  for (let n = 0; n < many; n += 1) {
    const parentId = collections[n % 3]?.id;
    const title = `Article ${n % (many / 2)}`;
    const made = await world.createArticle({
      title,
      state: 'published',
      ...(parentId === undefined ? {} : { parentId }),
    });
    ids.push(made.id);
    for (const locale of ['en', 'fr', 'de'] as const) {
      if (locale !== 'en')
        await world.editArticle(made.id, { locale, title: `${title} ${locale}`, state: 'published' });
      const link = `<a href="https://help.example.com/${locale}/articles/${ids[(n * 7) % ids.length]}-x">next</a>`;
      const image =
        n % 20 === 0
          ? `<div class="intercom-container"><img src="${images}/${n}/${n}.png?expires=${n}&amp;signature=${locale}&amp;req=1"></div>`
          : '';
      await world.plantBody(
        made.id,
        `<h1>Text ${n}</h1><p class="no-margin">In ${locale}, see ${link}.</p>${image}`,
        locale,
      );
    }
  }
  const before = sandbox.log.length;
  const { code, stdout } = await run(dir, 'import');
  expect(stdout).toMatch(new RegExp(`^ *articles +${said}$`, 'm'));
  expect(stdout).toContain(`${said} en, ${said} de, ${said} fr`);
  expect(stdout).toMatch(new RegExp(`^ *pure Markdown +${(3 * many).toLocaleString('en')}$`, 'm'));
  expect(stdout).toContain(`Plan: 0 changes. ${said} articles`);
  expect(code).toBe(0);
  const requests = sandbox.log
    .slice(before)
    .map(({ method, path: asks }) => `${method} ${asks.split('?')[0]?.replace(/\/\d+\//, '/ID/')}`);
  expect(requests.sort()).toEqual([
    'GET /admins',
    ...Array.from({ length: many / 250 }, () => 'GET /articles'),
    // Whether there is more to be had, which is only said.
    'GET /content_snippets',
    'GET /help_center/collections',
    'GET /help_center/help_centers',
    'GET /help_center/help_centers/ID/redirects',
    'GET /internal_articles',
    'GET /me',
  ]);
  expect(asked).toHaveLength(Math.ceil(many / 20));
  expect(new Set(asked).size).toBe(Math.ceil(many / 20));
  expect((await run(dir, 'plan', '--detailed-exitcode')).stdout).toContain(`No changes; ${many} unchanged`);
  // The files are recognised by their bytes where the lockfile was lost.
  const content = await contentOf(dir);
  await rm(path.join(dir, 'helpcentre.lock.json'));
  expect(await run(dir, 'import')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`Plan: 0 changes. ${said}`),
  });
  expect(await contentOf(dir)).toEqual(content);
}, 180_000);
