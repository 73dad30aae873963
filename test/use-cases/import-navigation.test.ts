import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FlavourName, flavourNames } from '../../src/model/flavour-name.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { type Entry, readNavigation } from './read-navigation.ts';

const tools = flavourNames.filter((name) => name !== 'github');
const contents: Readonly<Record<Exclude<FlavourName, 'github'>, string>> = {
  ...{ docusaurus: 'docs', starlight: 'src/content/docs', mkdocs: 'docs', gitbook: 'docs', mintlify: 'docs' },
  ...{ hugo: 'content', jekyll: 'docs', obsidian: 'content', vitepress: 'docs' },
};

/** As Intercom has it. Nothing here stands in the order of its name. */
const navigation: readonly Entry[] = [
  'Welcome',
  'About us',
  [
    'Zeta plans',
    [
      'Paying late',
      'Any card',
      ['Über invoices: 2026', ['Old ones', ['Deep & [last]', ['Bottom']]]],
      ['Alpha', ['Made up']],
    ],
  ],
  ['Account', ['Sign in', 'Leave']],
];

async function fill({ world }: Sandbox): Promise<void> {
  await world.setMultilingual(true);
  await world.setLocales(['en', 'fr']);
  const write = async (entries: readonly Entry[], parentId?: string): Promise<void> => {
    const parent = parentId === undefined ? {} : { parentId };
    for (const entry of entries) {
      if (typeof entry === 'string') {
        const { id } = await world.createArticle({ title: entry, state: 'published', ...parent });
        await world.plantBody(id, `<p class="no-margin">About ${entry}.</p>`);
        if (!['Paying late', 'Bottom'].includes(entry)) continue;
        await world.editArticle(id, { locale: 'fr', title: `${entry}, en français`, state: 'published' });
        await world.plantBody(id, '<p class="no-margin">Voilà.</p>', 'fr');
      } else {
        const { id } = await world.createCollection({ name: entry[0], ...parent });
        if (entry[0] === 'Zeta plans') {
          await world.renameCollection(id, { description: 'What it costs.' });
          await world.renameCollection(id, { locale: 'fr', name: 'Formules' });
        }
        await write(entry[1], id);
      }
    }
  };
  await write(navigation);
}

async function imported(flavour: FlavourName, before: Readonly<Record<string, string>> = {}) {
  const repository = await makeRepository(before);
  if (!('helpcentre.yml' in before)) await repository.remove('helpcentre.yml');
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  await fill(sandbox);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env, hurry: 100 });
  const report = JSON.parse((await run('import', '--json', '--flavour', flavour)).stdout);
  const read = (file: string) => readFile(path.join(repository.dir, file), 'utf8');
  return { report, run, read, sandbox, dir: repository.dir };
}

describe('what an import writes for a tool', () => {
  it.each(tools)(
    'shows collections and articles of %s in the order and with the names of Intercom',
    async (flavour) => {
      const { report, run, dir } = await imported(flavour);
      expect(report).toMatchObject({ failed: [], left: [], problems: [], cameRound: true });
      expect(await readNavigation(flavour, path.join(dir, contents[flavour]), dir)).toEqual(navigation);
      expect((await run('plan', '--detailed-exitcode')).stdout).toContain('No changes; 9 unchanged');
      const check = JSON.parse((await run('check', '--json')).stdout);
      expect(
        check.problems.map(({ code, message }: { code: string; message: string }) => `${code}: ${message}`),
      ).toEqual([]);
    },
  );

  it.each(['docusaurus', 'mkdocs', 'gitbook', 'mintlify', 'hugo', 'jekyll'] as const)(
    'is read back from the files of %s alone with the same names',
    async (flavour) => {
      const { run, dir } = await imported(flavour);
      const files = await readdir(dir, { recursive: true });
      for (const file of files) if (file.endsWith('_collection.yml')) await rm(path.join(dir, file));
      const plan = JSON.parse((await run('plan', '--json')).stdout);
      // Not every tool has descriptions of collections.
      const told = ({ kind, reasons }: { kind: string; reasons: readonly string[] }): string => `${kind} ${reasons}`;
      // One of them is in a section that nobody named in French.
      expect(plan.problems.map(({ code }: { code: string }) => code)).toEqual(['collection-unnamed']);
      expect(plan.changes.map(told).filter((one: string) => one !== 'record same-in-intercom')).toEqual([]);
      const known = ['record same-in-intercom', 'update description'];
      expect(plan.collections.map(told).filter((one: string) => !known.includes(one))).toEqual([]);
    },
  );

  it('puts other languages where each tool looks for them, with the names of collections', async () => {
    const docusaurus = await imported('docusaurus');
    const folder = 'i18n/fr/docusaurus-plugin-content-docs/current';
    expect(await docusaurus.read(`${folder}/zeta-plans/paying-late.md`)).toContain('title: Paying late, en français');
    expect(JSON.parse(await docusaurus.read(`${folder}.json`))).toMatchObject({
      'sidebar.defaultSidebar.category.Zeta plans': { message: 'Formules' },
    });
    const hugo = await imported('hugo');
    expect(await hugo.read('content/zeta-plans/_index.fr.md')).toBe('---\ntitle: Formules\nweight: 3\n---\n');
    expect(await hugo.read('content/zeta-plans/paying-late.fr.md')).toContain('weight: 1');
    expect(await hugo.read('hugo.yaml')).toContain(
      'defaultContentLanguage: en\nlanguages:\n  en:\n    languageName: English\n    weight: 1\n  fr:\n    languageName: Français\n    weight: 2\n',
    );
    const mkdocs = await (await imported('mkdocs')).read('mkdocs.yml');
    expect(mkdocs).toContain('docs_structure: suffix');
    expect(mkdocs).toContain('nav_translations:\n            Zeta plans: Formules\n');
    expect(await (await imported('gitbook')).read('docs/fr/SUMMARY.md')).toContain(
      '## Formules\n\n* [Paying late, en français](zeta-plans/paying-late.md)\n',
    );
    const [, french] = JSON.parse(await (await imported('mintlify')).read('docs/docs.json')).navigation.languages;
    expect(french).toMatchObject({
      language: 'fr',
      pages: [{ group: 'Formules', pages: ['fr/zeta-plans/paying-late', {}] }],
    });
    const starlight = JSON.parse(await (await imported('starlight')).read('sidebar.json'));
    expect(starlight[2]).toMatchObject({ label: 'Zeta plans', translations: { fr: 'Formules' } });
    const vitepress = JSON.parse(await (await imported('vitepress')).read('docs/sidebar.json'));
    expect(vitepress['/fr/'][0]).toMatchObject({
      text: 'Formules',
      items: [{ text: 'Paying late, en français', link: '/fr/zeta-plans/paying-late' }, {}],
    });
  });

  it('says which lines a configuration that is a program needs', async () => {
    const { report, run, dir } = await imported('starlight');
    const lines = [
      "import sidebar from './sidebar.json' with { type: 'json' };",
      'starlight({',
      '  sidebar,',
      "  locales: { root: { label: 'English', lang: 'en' }, fr: { label: 'Français', lang: 'fr' } },",
      '}),',
    ];
    const sentence = 'astro.config.mjs gives Starlight the order and the names of collections with these lines:';
    expect(report.byHand).toEqual([{ sentence, lines }]);
    await rm(path.join(dir, 'helpcentre.lock.json'));
    expect((await run('import')).stdout).toContain(`\n\n${sentence}\n${lines.map((line) => `    ${line}\n`).join('')}`);
    expect((await imported('vitepress')).report.byHand).toEqual([
      {
        sentence: 'docs/.vitepress/config.mts gives VitePress the order and the names of collections with these lines:',
        lines: ["import sidebar from '../sidebar.json';", 'themeConfig: { sidebar },', lines[3]?.trim()],
      },
    ]);
    expect((await imported('docusaurus')).report.byHand).toEqual([
      {
        sentence: 'docusaurus.config.js names the languages to Docusaurus with this line:',
        lines: ["i18n: { defaultLocale: 'en', locales: ['en', 'fr'] },"],
      },
    ]);
  });

  it('says nothing of the files of a tool where nothing is new, and of collections that are known', async () => {
    const { run, sandbox } = await imported('docusaurus');
    expect(JSON.parse((await run('import', '--json')).stdout)).toMatchObject({ notes: [], byHand: [] });
    const [first] = sandbox.world.collections();
    await sandbox.world.createArticle({ title: 'New', body: '', state: 'published', parentId: first?.id ?? '' });
    expect(JSON.parse((await run('import', '--json')).stdout)).toMatchObject({ texts: 1, notes: [] });
  });

  it('leaves a configuration of the tool that has another name', async () => {
    const { report, read } = await imported('hugo', {
      'helpcentre.yml': 'flavour: hugo\nstate: published\n',
      'config.toml': 'title = "Mine"\n',
    });
    expect(await read('config.toml')).toBe('title = "Mine"\n');
    await expect(read('hugo.yaml')).rejects.toThrow('ENOENT');
    expect(report.notes).toContain(
      'config.toml was there already and was left as it is: write the languages and "unsafe: true" for HTML into it.',
    );
  });
});
