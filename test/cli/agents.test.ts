import { copyFile, link, mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { flavourNames } from '../../src/model/flavour-name.ts';
import { problemCodes } from '../../src/model/problem.ts';
import { frontMatterSchema } from '../../src/read/front-matter-schema.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';

const guideOf = (dir: string): Promise<string> => readFile(path.join(dir, 'AGENTS.md'), 'utf8');
const picture = path.join(import.meta.dirname, '../../content-example/content');

async function guideFor(configuration: string, files: Readonly<Record<string, string>> = {}) {
  const { dir, write } = await makeRepository({ 'helpcentre.yml': configuration, 'content/.gitkeep': '', ...files });
  const { code, stdout } = await runIn(dir, ['init', '--agents']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'created AGENTS.md\n' });
  return { dir, write, guide: await guideOf(dir) };
}

/** A file of the example, of which there are pictures. */
async function somePicture(): Promise<string> {
  const names = await readdir(picture, { recursive: true });
  return path.join(picture, names.find((name) => name.endsWith('.png')) ?? '');
}

describe('the guide', () => {
  test('names every key of front matter, and no other', async () => {
    const { guide } = await guideFor('');
    const [, part = ''] = /### Front matter\n([\s\S]*?)\n### /.exec(guide) ?? [];
    const keys = [...part.matchAll(/^- `(\w+)`: /gm)].map(([, key]) => key);
    expect(keys.sort()).toEqual(Object.keys(frontMatterSchema.shape).sort());
  });

  test('names problems by codes that there are', async () => {
    const { guide } = await guideFor('');
    const [, part = ''] = /### Problems\n([\s\S]*)$/.exec(guide) ?? [];
    const named = [...part.matchAll(/^- `([\w-]+)`: /gm)].map(([, code]) => code);
    expect(named.length).toBeGreaterThan(10);
    const codes: readonly string[] = problemCodes().map(({ code }) => code);
    expect(named.filter((code) => !codes.includes(code ?? ''))).toEqual([]);
  });

  test('has commands that run', async () => {
    const { dir, guide } = await guideFor('', { 'content/billing/refunds.md': '# Refunds\n\nText.\n' });
    const blocks = [...guide.matchAll(/^npx helpcentre (.*?)(?: +#.*)?$/gm)].map(([, argv = '']) => argv);
    const others = [...guide.matchAll(/[`"]npx helpcentre (.*?)[`"]/g)].map(([, argv = '']) => argv);
    expect(blocks.length).toBeGreaterThan(3);
    for (const argv of [...blocks, ...others])
      expect(await runIn(dir, argv.split(' ')), argv).toMatchObject({ code: 0 });
  });

  test.each(flavourNames)('shows Markdown that is read without a problem: %s', async (flavour) => {
    const { dir, write, guide } = await guideFor(`flavour: ${flavour}\nimages: { host: github }\n`);
    const [, text = ''] = /````markdown\n([\s\S]*?)````/.exec(guide) ?? [];
    expect(text.split('\n').length).toBeGreaterThan(25);
    await write({
      'content/guides/example.md': `---\ntitle: Example\n---\n\n${text}`,
      'content/guides/setup.md': '---\ntitle: Setup\n---\n\n## First steps\n\nText.\n',
      ...(flavour === 'github' ? { 'content/guides/_snippets/plan.md': 'The **Workshop** plan.\n' } : {}),
    });
    await mkdir(path.join(dir, 'content/guides/images'));
    await copyFile(await somePicture(), path.join(dir, 'content/guides/images/screen.png'));
    expect(await runIn(dir, ['check', '--strict'])).toMatchObject({ code: 0, stdout: '2 sources: no problems\n' });
  });

  test('says how this repository is laid out', async () => {
    const { guide } = await guideFor(
      'content: help\nlocale: fr\nlocales: folder\nflavour: mkdocs\nstate: published\nvariables: { product: Acme }\n',
    );
    expect(guide).toContain('The articles in `help/` are an Intercom help centre');
    expect(guide).toContain('The language is `fr`; `de/refunds.md` is the German text of `fr/refunds.md`');
    expect(guide).toContain('The Markdown of MkDocs: its own callouts');
    expect(guide).toContain('- Readers see an article as soon as it is published');
    expect(guide).toContain('- `{{product}}` in a text: write the variable, not its value.');
  });

  test('keeps to its markers whatever a configuration names', async () => {
    const { dir } = await guideFor('content: "a\\n<!-- helpcentre:end -->\\nb"\n');
    expect(await runIn(dir, ['init', '--agents'])).toMatchObject({ code: 0, stdout: 'AGENTS.md is up to date\n' });
  });
});

describe('helpcentre init', () => {
  test('writes it once, and changes nothing when it runs again', async () => {
    const { dir, remove } = await makeRepository({});
    await remove('helpcentre.yml');
    expect((await runIn(dir, ['init'])).stdout).toContain('created AGENTS.md\n');
    const guide = await guideOf(dir);
    expect((await runIn(dir, ['init'])).stdout).toContain('left AGENTS.md alone: it exists\n');
    expect(await runIn(dir, ['init', '--agents'])).toMatchObject({ code: 0, stdout: 'AGENTS.md is up to date\n' });
    expect(await guideOf(dir)).toBe(guide);
  });

  test('appends it to one that is there, aloud, and has CLAUDE.md lead to it', async () => {
    const { dir } = await makeRepository({ 'AGENTS.md': '# Ours\n', 'CLAUDE.md': '\ufeff# Claude\r\n' });
    const { stdout } = await runIn(dir, ['init']);
    expect(stdout).toContain('added the guide for assistants to AGENTS.md\nadded @AGENTS.md to CLAUDE.md\n');
    expect(await guideOf(dir)).toMatch(/^# Ours\n\n<!-- helpcentre:begin -->\n/);
    const claude = (): Promise<string> => readFile(path.join(dir, 'CLAUDE.md'), 'utf8');
    expect(await claude()).toBe('\ufeff# Claude\r\n\r\n@AGENTS.md\r\n');
    await runIn(dir, ['init', '--agents']);
    expect(await claude()).toBe('\ufeff# Claude\r\n\r\n@AGENTS.md\r\n');
  });

  test.each(['See @AGENTS.md.\n', '@./AGENTS.md', '\ufeff@AGENTS.md\n'])(
    'adds nothing to a CLAUDE.md of %j',
    async (text) => {
      const { dir } = await makeRepository({ 'CLAUDE.md': text });
      expect((await runIn(dir, ['init', '--agents'])).stdout).toBe('created AGENTS.md\n');
      expect(await readFile(path.join(dir, 'CLAUDE.md'), 'utf8')).toBe(text);
    },
  );

  test('writes none with --no-agents', async () => {
    const { dir } = await makeRepository({ 'CLAUDE.md': '# Claude\n' });
    await runIn(dir, ['init', '--no-agents']);
    expect(await readdir(dir)).not.toContain('AGENTS.md');
    expect(await readFile(path.join(dir, 'CLAUDE.md'), 'utf8')).toBe('# Claude\n');
  });

  test('keeps it out of the help centre where that is the whole folder', async () => {
    const { dir, remove } = await makeRepository({});
    await remove('helpcentre.yml');
    expect((await runIn(dir, ['init', '--content', '.'])).stdout).toContain('created AGENTS.md\n');
    expect((await runIn(dir, ['check', '--strict'])).stdout).toBe('1 source: no problems\n');
  });

  test('keeps it out of a help centre of another tool that is the whole folder', async () => {
    const { dir, remove } = await makeRepository({
      'docs.json': '{ "name": "Acme", "navigation": { "pages": ["index"] } }\n',
      'index.mdx': '# Hello\n\nText.\n',
    });
    await remove('helpcentre.yml');
    expect((await runIn(dir, ['init'])).stdout).toContain('created AGENTS.md\n');
    expect(await readFile(path.join(dir, 'helpcentre.yml'), 'utf8')).toContain('/AGENTS.md');
    expect((await runIn(dir, ['check'])).stdout).toContain('1 source: ');
  });

  test('writes the rest where there can be none, and says why', async () => {
    const { dir } = await makeRepository({ 'helpcentre.yml': 'content: .\n', 'a.md': '# A\n' });
    const { code, stdout, stderr } = await runIn(dir, ['init']);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        'AGENTS.md was not written: it would be in the content folder, and be published as an article. Add "/AGENTS.md" to "ignore" in helpcentre.yml.\n',
    });
    expect(stdout).toContain('created .github/workflows/help-centre.yml\n');
    expect(await readdir(dir)).not.toContain('AGENTS.md');
  });
});

describe('helpcentre init --agents', () => {
  test('renews its own part, and no other line', async () => {
    const { dir, write } = await makeRepository({ 'AGENTS.md': '\ufeff# Ours\r\n' });
    await runIn(dir, ['init', '--agents']);
    const before = `${await guideOf(dir)}\r\n  More of ours, without an end`;
    await write({ 'helpcentre.yml': 'state: published\ncontent: articles\n', 'AGENTS.md': before });
    const { stdout } = await runIn(dir, ['init', '--agents', '--json']);
    expect(JSON.parse(stdout)).toEqual({
      formatVersion: 1,
      ...{ found: [], configuration: null, created: [], added: [] },
      renewed: ['AGENTS.md'],
      ...{ left: [], byHand: [], commands: [], next: [] },
    });
    expect(await guideOf(dir)).toBe(before.replaceAll('`content/', '`articles/'));
    expect((await readdir(dir)).sort()).toEqual(['.helpcentre', 'AGENTS.md', 'helpcentre.yml']);
  });

  test.each([
    ['content: .\n', 'guide-published'],
    ['contnt: a\n', 'unknown-key'],
  ])('writes nothing with the configuration %j', async (configuration, code) => {
    const { dir } = await makeRepository({ 'helpcentre.yml': configuration });
    const result = await runIn(dir, ['init', '--agents', '--json']);
    expect({ code: result.code, error: JSON.parse(result.stdout).error }).toMatchObject({ code: 1, error: { code } });
    expect(await readdir(dir)).toEqual(['helpcentre.yml']);
  });

  test('is not for a folder without a configuration, nor for one of the connector', async () => {
    const { dir, write, remove } = await makeRepository({});
    await remove('helpcentre.yml');
    expect((await runIn(dir, ['init', '--agents'])).stderr).toContain('(no-configuration)');
    await write({ 'intercom-sync.yaml': 'version: 1\nmanaged_folder: intercom\nlocales:\n- en\n' });
    expect((await runIn(dir, ['init', '--agents'])).stderr).toContain('(connector-layout)');
  });

  test('says where markers are broken, what to do, and writes nothing', async () => {
    const text = '# Ours\n\n<!-- helpcentre:begin -->\n';
    const { dir } = await makeRepository({ 'AGENTS.md': text, 'CLAUDE.md': '# Claude\n' });
    const { code, stderr } = await runIn(dir, ['init', '--agents']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `error AGENTS.md:3: "<!-- helpcentre:begin -->" stands there without "<!-- helpcentre:end -->"; nothing was written (guide-markers)
  → Leave one line "<!-- helpcentre:begin -->" and below it one line "<!-- helpcentre:end -->", or delete both, and run again.
`,
    });
    expect(await guideOf(dir)).toBe(text);
    expect(await readFile(path.join(dir, 'CLAUDE.md'), 'utf8')).toBe('# Claude\n');
  });

  test('takes no other answer', async () => {
    const { dir } = await makeRepository({});
    expect(await runIn(dir, ['init', '--agents', '--locale', 'fr'])).toMatchObject({ code: 64 });
  });

  test.skipIf(isWindows)('does not write through a link', async () => {
    const { dir } = await makeRepository({ 'docs/agents.md': '# Elsewhere\n' });
    await symlink('docs/agents.md', path.join(dir, 'AGENTS.md'));
    const { code, stderr } = await runIn(dir, ['init', '--agents']);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('it is a link, which is not') });
    expect(await readFile(path.join(dir, 'docs/agents.md'), 'utf8')).toBe('# Elsewhere\n');
  });

  test.skipIf(isWindows)('does not write through a second name of a file', async () => {
    const { dir } = await makeRepository({ 'docs/agents.md': '# Elsewhere\n' });
    await link(path.join(dir, 'docs/agents.md'), path.join(dir, 'AGENTS.md'));
    expect((await runIn(dir, ['init', '--agents'])).code).toBe(1);
    expect(await readFile(path.join(dir, 'docs/agents.md'), 'utf8')).toBe('# Elsewhere\n');
  });

  test.skipIf(isWindows)('takes a CLAUDE.md that is a link to it as it is, and names any other', async () => {
    const { dir } = await makeRepository({ 'other.md': '# Other\n' });
    await symlink('AGENTS.md', path.join(dir, 'CLAUDE.md'));
    expect(await runIn(dir, ['init', '--agents'])).toMatchObject({ stderr: '', stdout: 'created AGENTS.md\n' });
    expect(await readlink(path.join(dir, 'CLAUDE.md'))).toBe('AGENTS.md');
    const other = await makeRepository({ 'other.md': '# Other\n' });
    await symlink('other.md', path.join(other.dir, 'CLAUDE.md'));
    expect((await runIn(other.dir, ['init', '--agents'])).stderr).toBe(
      'CLAUDE.md is a link, which is not written through. Add the line "@AGENTS.md" where it leads.\n',
    );
    expect(await readFile(path.join(other.dir, 'other.md'), 'utf8')).toBe('# Other\n');
  });

  test('leaves a CLAUDE.md alone that there is not', async () => {
    const { dir } = await makeRepository({});
    await writeFile(path.join(dir, 'CLAUDE.local.md'), 'x');
    await runIn(dir, ['init', '--agents']);
    expect(await readdir(dir)).not.toContain('CLAUDE.md');
  });
});
