import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FlavourName, flavourNames } from '../../src/model/flavour-name.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const tools = flavourNames.filter((name) => name !== 'github');
const texts = ['Where they are', 'Où êtes-vous ?', 'Was ist „neu“?', '中文', 'Steps', 'Steps'];
const ids = texts.map((_, at) => `h_000000000${at}`);
const p = (text: string): string => `<p class="no-margin">${text}</p>`;

/** Two articles: one has headings, the other leads to each of them, and each leads to itself. */
async function imported(flavour: FlavourName) {
  const repository = await makeRepository({});
  await repository.remove('helpcentre.yml');
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const { world } = sandbox;
  const goal = await world.createArticle({ title: 'Goal', state: 'published' });
  const from = await world.createArticle({ title: 'From', state: 'published' });
  const link = (href: string, text: string): string =>
    `<a href="${href}" target="_blank" class="intercom-content-link">${text}</a>`;
  const headings = texts.map((text, at) => `<h2 id="${ids[at]}">${text}</h2>${p('Text.')}`).join('');
  await world.plantBody(goal.id, `${headings}${p(`Up to ${link(`#${ids[1]}`, 'it')}.`)}`);
  const address = `https://help.example.com/en/articles/${goal.id}-goal`;
  const links = ids.map((id, at) => p(`See ${link(`${address}#${id}`, `no. ${at}`)}.`)).join('');
  await world.plantBody(from.id, `${p('First.')}${links}`);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env, hurry: 100 });
  const report = JSON.parse((await run('import', '--json', '--flavour', flavour)).stdout);
  const ending = flavour === 'mintlify' ? 'mdx' : 'md';
  const folder = { hugo: 'content', obsidian: 'content', starlight: 'src/content/docs', github: 'content' } as const;
  const at = (name: string): string =>
    path.join(repository.dir, flavour in folder ? folder[flavour as keyof typeof folder] : 'docs', `${name}.${ending}`);
  const read = (name: string) => readFile(at(name), 'utf8');
  return { report, run, read, world, from, goal };
}

const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\[no\. \d\]\([^()#]*#?([^()"]*)/g)].map(([, anchor = '']) => decodeURIComponent(anchor).trim());

describe('links to headings of an import', () => {
  it.each(tools)('are read back by %s as the same', async (flavour) => {
    const { report, run, read } = await imported(flavour);
    expect(report).toMatchObject({ failed: [], keptAsHtml: [], cameRound: true });
    expect(anchorsOf(await read('from'))).toHaveLength(texts.length);
    expect((await run('plan', '--detailed-exitcode')).stdout).toContain('No changes; 2 unchanged');
    expect(JSON.parse((await run('check', '--json')).stdout).problems).toEqual([]);
  });

  it('have the anchors of the tool, and headings that it has none for are written with theirs', async () => {
    const mkdocs = await imported('mkdocs');
    expect(anchorsOf(await mkdocs.read('from'))).toEqual([
      ...['where-they-are', 'ou-etes-vous', 'was-ist-neu', '中文', 'steps', 'steps_1'],
    ]);
    expect(await mkdocs.read('goal')).toContain('\n## 中文 { #中文 }\n');
    expect(await mkdocs.read('goal')).toContain('Up to [it](#ou-etes-vous).');
    const vitepress = await imported('vitepress');
    expect(anchorsOf(await vitepress.read('from'))).toEqual([
      ...['where-they-are', 'ou-etes-vous', 'was-ist-„neu', '中文', 'steps', 'steps-1'],
    ]);
    const gitbook = await imported('gitbook');
    expect(await gitbook.read('goal')).toContain('## Où êtes-vous ? <a href="#où-êtes-vous-" id="où-êtes-vous-"></a>');
    const mintlify = await imported('mintlify');
    expect(await mintlify.read('goal')).toContain('## Was ist „neu“? {#was-ist-neu}');
    expect(await mintlify.read('goal')).toContain('## 中文\n');
  });

  it('name the headings that Obsidian cannot tell apart', async () => {
    const { report, read } = await imported('obsidian');
    expect(anchorsOf(await read('from'))).toEqual([
      ...['Where they are', 'Où êtes vous', 'Was ist „neu“', '中文', 'Steps', 'steps-1'],
    ]);
    expect(report.notes).toContain(
      'Obsidian cannot tell 1 heading that links lead to from another of the same words: such a link opens the page alone.',
    );
  });

  it('stay as they are when somebody edits another paragraph in Intercom', async () => {
    const { run, read, world, from } = await imported('mkdocs');
    const before = await read('from');
    const { body } = world.articles().find(({ id }) => id === from.id)?.contents.en ?? { body: '' };
    await world.plantBody(from.id, body.replace('First.', 'First of all.'));
    expect((await run('pull')).code).toBe(0);
    expect(await read('from')).toBe(before.replace('First.', 'First of all.'));
  });
});
