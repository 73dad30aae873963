import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FlavourName, flavourNames } from '../../src/model/flavour-name.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const p = (text: string): string => `<p class="no-margin">${text}</p>`;
const gap = '<p class="no-margin"></p>';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c48901', 'hex');

async function imageAddress(): Promise<string> {
  const server = createServer((_, response) => response.end(png));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/i/o/acme/1/screen.png?expires=1&amp;signature=1&amp;req=1`;
}

const callout = (inner: string): string =>
  `<div class="intercom-interblocks-callout" style="background-color: #feedaf80; border-color: #fbc91633;">${inner}</div>`;

/** Collections in each other, articles that link to each other, a draft, a second language, every construct. */
async function helpCentre({ world }: Sandbox): Promise<void> {
  await world.setMultilingual(true);
  await world.setLocales(['en', 'fr']);
  const billing = await world.createCollection({ name: 'Billing & plans' });
  const invoices = await world.createCollection({ name: 'Invoices', parentId: billing.id });
  const plans = await world.createArticle({ title: 'Our plans', body: '', state: 'published', parentId: billing.id });
  const old = await world.createArticle({
    title: 'Old invoices: where?',
    description: 'Where they went.',
    body: `<h1 id="h_0123456789">Where they are</h1>${p('Ask <b>Ada</b> about {{x}}, a &lt; b.')}`,
    state: 'published',
    parentId: invoices.id,
  });
  const image = `<div class="intercom-container"><img src="${await imageAddress()}" alt="The screen" width="300"></div>`;
  await world.plantBody(
    plans.id,
    [
      p(
        `See <a href="https://help.example.com/en/articles/${old.id}-old#h_0123456789" target="_blank" class="intercom-content-link">the old ones</a>.`,
      ),
      gap,
      callout(p('<b>Mind</b>') + gap + p('Keep it.')),
      gap,
      image,
      gap,
      `<details><summary><h2>More</h2></summary><div class="collapsible-section-content">${p('Inside.')}</div></details>`,
      gap,
      '<div class="intercom-container"><a class="intercom-h2b-button" target="_blank" href="https://example.com/start">Start</a></div>',
      '<p class="intercom-align-center no-margin">Centred.</p>',
      `<ul><li>${p('one')}<ul><li>${p('two')}</li></ul></li></ul>`,
    ].join(''),
  );
  await world.editArticle(plans.id, { locale: 'fr', title: 'Nos formules', state: 'published' });
  await world.plantBody(plans.id, p('Voilà.'), 'fr');
  await world.createArticle({ title: 'Welcome', body: `<h1 id="welcome">Welcome</h1>${p('Hello.')}`, state: 'draft' });
  await world.createArticle({ title: 'Index', body: p('import this {now}'), state: 'published', parentId: billing.id });
}

async function imported(flavour: FlavourName, before: Readonly<Record<string, string>> = {}) {
  const repository = await makeRepository(before);
  if (!('helpcentre.yml' in before)) await repository.remove('helpcentre.yml');
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  await helpCentre(sandbox);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env, hurry: 100 });
  const result = await run('import', '--json', '--flavour', flavour);
  const read = (file: string) => readFile(path.join(repository.dir, file), 'utf8');
  const files = async () =>
    (await readdir(repository.dir, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(repository.dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
      .filter((file) => !/^\.helpcentre\/|^helpcentre\./.test(file))
      .sort();
  return { result, run, read, files, dir: repository.dir };
}

describe('import in the Markdown of a tool', () => {
  it.each(flavourNames)('comes round for %s: a second plan has no changes', async (flavour) => {
    const { result, run } = await imported(flavour);
    const report = JSON.parse(result.stdout);
    expect(report).toMatchObject({ failed: [], keptAsHtml: [], left: [], cameRound: true, texts: 5 });
    expect(report.problems).toEqual([]);
    expect((await run('plan', '--detailed-exitcode')).stdout).toContain('No changes; 4 unchanged');
    const check = await run('check', '--errors-only');
    expect(check, check.stdout).toMatchObject({ code: 0 });
  });

  it('lays Docusaurus out as it has it', async () => {
    const { read, files } = await imported('docusaurus');
    expect(await files()).toEqual([
      'docs/billing-plans/_category_.json',
      'docs/billing-plans/_collection.yml',
      'docs/billing-plans/index-article.md',
      'docs/billing-plans/invoices/_category_.json',
      'docs/billing-plans/invoices/_collection.yml',
      'docs/billing-plans/invoices/old-invoices-where.md',
      'docs/billing-plans/our-plans.md',
      'docs/welcome.md',
      'i18n/fr/docusaurus-plugin-content-docs/current.json',
      'i18n/fr/docusaurus-plugin-content-docs/current/billing-plans/our-plans.md',
      'static/images/the-screen.png',
    ]);
    expect(await read('helpcentre.yml')).toContain(
      'flavour: docusaurus\ncontent: docs\nimages:\n  roots:\n    - static\nlocale: en\nlocales: i18n\nregion: us\nstate: published\n',
    );
    expect(await read('docs/billing-plans/our-plans.md')).toBe(`---
title: Our plans
sidebar_position: 1
---

See [the old ones](./invoices/old-invoices-where.md#where-they-are).

:::warning[Mind]

Keep it.

:::

<img src="/images/the-screen.png" width="300" alt="The screen" />

<details>
<summary>More</summary>

Inside.

</details>

<a className="button button--primary" href="https://example.com/start">Start</a>

{/* tight */}

<div align="center">

Centred.

</div>

- one
  - two
`);
    expect(await read('docs/billing-plans/index-article.md')).toContain('\n&#105;mport this \\{now\\}\n');
    expect(await read('docs/welcome.md')).toBe(
      '---\ntitle: Welcome\ndraft: true\nsidebar_position: 1\n---\n\n# Welcome\n\n## Welcome\n\nHello.\n',
    );
    expect(JSON.parse(await read('docs/billing-plans/_category_.json'))).toEqual({
      label: 'Billing & plans',
      position: 2,
      link: { type: 'generated-index' },
    });
  });

  it.each([
    [
      'starlight',
      'src/content/docs/billing-plans/our-plans.md',
      '(/billing-plans/invoices/old-invoices-where/#where-they-are)',
    ],
    ['mkdocs', 'docs/billing-plans/our-plans.md', '(./invoices/old-invoices-where.md#where-they-are)'],
    ['mintlify', 'docs/billing-plans/our-plans.mdx', '(/billing-plans/invoices/old-invoices-where#where-they-are)'],
    [
      'hugo',
      'content/billing-plans/our-plans.md',
      '({{< relref "./invoices/old-invoices-where.md#where-they-are" >}})',
    ],
    [
      'jekyll',
      'docs/billing-plans/our-plans.md',
      '({% link billing-plans/invoices/old-invoices-where.md %}#where-they-are)',
    ],
  ] as const)('writes links as %s has them', async (flavour, file, address) => {
    const { read } = await imported(flavour);
    expect(await read(file)).toContain(`See [the old ones]${address}.\n`);
  });

  it('writes the order for MkDocs, GitBook, Mintlify and Hugo', async () => {
    expect(await (await imported('mkdocs')).read('mkdocs.yml')).toContain(
      'nav:\n  - welcome.md\n  - Billing & plans:\n      - billing-plans/our-plans.md\n      - billing-plans/index-article.md\n      - Invoices:\n          - billing-plans/invoices/old-invoices-where.md\n',
    );
    expect(await (await imported('gitbook')).read('docs/SUMMARY.md')).toBe(
      '# Table of contents\n\n* [Welcome](welcome.md)\n\n## Billing & plans\n\n* [Our plans](billing-plans/our-plans.md)\n* [Index](billing-plans/index.md)\n* [Invoices]()\n  * [Old invoices: where?](billing-plans/invoices/old-invoices-where.md)\n',
    );
    expect(JSON.parse(await (await imported('mintlify')).read('docs/docs.json')).navigation.languages[0].pages).toEqual(
      [
        'welcome',
        {
          group: 'Billing & plans',
          pages: [
            'billing-plans/our-plans',
            'billing-plans/index-article',
            { group: 'Invoices', pages: ['billing-plans/invoices/old-invoices-where'] },
          ],
        },
      ],
    );
    expect(await (await imported('hugo')).read('content/billing-plans/invoices/_index.md')).toBe(
      '---\ntitle: Invoices\nweight: 3\n---\n',
    );
  });

  it('never writes over a file of the tool, and says so', async () => {
    const { result, read } = await imported('mkdocs', {
      'helpcentre.yml': 'flavour: mkdocs\ncontent: docs\nstate: published\n',
      'mkdocs.yml': 'site_name: Mine\n',
    });
    expect(await read('mkdocs.yml')).toBe('site_name: Mine\n');
    expect(JSON.parse(result.stdout).notes).toContain(
      'mkdocs.yml was there already and was left as it is: write the new pages into it.',
    );
  });

  it('refuses another flavour than the configuration has', async () => {
    const { result } = await imported('mkdocs', { 'helpcentre.yml': 'flavour: hugo\n' });
    expect(result.code).toBe(64);
    expect(result.stdout + result.stderr).toContain('helpcentre.yml says \\"flavour: hugo\\"');
  });

  it('names drafts that the tool would show', async () => {
    const { result } = await imported('gitbook');
    expect(JSON.parse(result.stdout).notes).toContain(
      '1 draft says "state: draft", which GitBook does not read: it shows it too.',
    );
  });

  it('goes on from files that another run has written', async () => {
    const { run, files, dir } = await imported('hugo');
    const before = await files();
    await mkdir(path.join(dir, 'elsewhere'));
    await writeFile(path.join(dir, 'elsewhere/helpcentre.yml'), '');
    expect((await run('import', '--json')).code).toBe(0);
    expect((await files()).filter((file) => !file.startsWith('elsewhere/'))).toEqual(before);
  });
});
