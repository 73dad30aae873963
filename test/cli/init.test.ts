import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Ask } from '../../src/cli/ask.ts';
import { init } from '../../src/cli/init.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost, runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';

/** A folder with nothing in it. */
async function emptyFolder(): Promise<string> {
  const { dir, remove } = await makeRepository({});
  await remove('helpcentre.yml');
  return dir;
}

async function filesIn(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort();
}

const plainFiles = [
  '.github/workflows/help-centre.yml',
  '.gitignore',
  'AGENTS.md',
  'content/getting-started/_collection.yml',
  'content/getting-started/welcome.md',
  'helpcentre.yml',
];

describe('in an empty folder', () => {
  test('what it writes has no problems, and publishes to the sandbox', async () => {
    const dir = await emptyFolder();
    const { code, stdout, stderr } = await runIn(dir, ['init']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await filesIn(dir)).toEqual(plainFiles);
    for (const file of plainFiles) expect(stdout).toContain(`created ${file}\n`);
    expect(await runIn(dir, ['check', '--strict'])).toMatchObject({ code: 0, stdout: '1 source: no problems\n' });
    const published = await runIn(dir, ['publish', '--sandbox', '--yes']);
    expect(published).toMatchObject({ code: 0, stdout: expect.stringContaining('Published: 1 created') });
    expect(await readFile(path.join(dir, '.gitignore'), 'utf8')).toBe('.helpcentre/\n');
  });

  test('the next steps fit into 80 columns', async () => {
    const { stdout } = await runIn(await emptyFolder(), ['init', '--workflow', 'staging,import,schedule']);
    const [, next = ''] = stdout.split('\nNext\n');
    expect(next).toMatch(/^ {2}1\. /);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('its answers come from options', async () => {
    const dir = await emptyFolder();
    const options = ['--content', 'docs/help: articles', '--locale', 'fr', '--region', 'eu', '--branch', 'release/1'];
    expect((await runIn(dir, ['init', ...options])).code).toBe(0);
    const settings = parse(await readFile(path.join(dir, 'helpcentre.yml'), 'utf8'));
    expect(settings).toEqual({ content: 'docs/help: articles', locale: 'fr', region: 'eu', state: 'draft' });
    const workflow = parse(await readFile(path.join(dir, '.github/workflows/help-centre.yml'), 'utf8'));
    expect(workflow.on.push.branches).toEqual(['release/1']);
    expect((await runIn(dir, ['check', '--strict'])).code).toBe(0);
  });

  test.each([
    ['en', 'welcome.fr.md beside welcome.md is its French text'],
    ['fr', 'welcome.de.md beside welcome.md is its German text'],
  ])('the example of another language is another one than %s', async (locale, example) => {
    const dir = await emptyFolder();
    await runIn(dir, ['init', '--locale', locale]);
    expect(await readFile(path.join(dir, 'helpcentre.yml'), 'utf8')).toContain(example);
  });

  test('each setting that is offered in a comment is one', async () => {
    const dir = await emptyFolder();
    await runIn(dir, ['init']);
    const file = path.join(dir, 'helpcentre.yml');
    const text = await readFile(file, 'utf8');
    const offered = text.replace(/^# (\w+: .*)$/gm, '$1');
    expect(offered.match(/^\w+:/gm)).toEqual([
      'content:',
      'locale:',
      'region:',
      'state:',
      'author:',
      'images:',
      'variables:',
    ]);
    await writeFile(file, offered);
    expect((await runIn(dir, ['check', '--strict'])).code).toBe(0);
  });

  test('without a workflow it says how to publish by hand', async () => {
    const dir = await emptyFolder();
    const { stdout } = await runIn(dir, ['init', '--workflow', 'none']);
    expect(await filesIn(dir)).toEqual(plainFiles.filter((file) => !file.includes('workflows')));
    expect(stdout).toContain('helpcentre doctor');
    expect(stdout).not.toContain('GitHub');
  });

  test('before an import there is no example article that would be published beside what is imported', async () => {
    const dir = await emptyFolder();
    await runIn(dir, ['init', '--workflow', 'pull-request,import']);
    expect(await filesIn(dir)).toEqual([
      '.github/workflows/help-centre-import.yml',
      '.github/workflows/help-centre.yml',
      '.gitignore',
      'AGENTS.md',
      'content/.gitkeep',
      'helpcentre.yml',
    ]);
    // The push of these files runs the publishing workflow before anything is imported.
    const published = await runIn(dir, ['publish', '--sandbox', '--yes']);
    expect(published).toMatchObject({ code: 0, stdout: expect.stringContaining('No changes') });
  });

  test('in another language the next steps work too', async () => {
    const dir = await emptyFolder();
    await runIn(dir, ['init', '--locale', 'fr']);
    const published = await runIn(dir, ['publish', '--sandbox', '--yes']);
    expect(published).toMatchObject({ code: 0, stdout: expect.stringContaining('1 created, 1 collection written') });
  });

  test('forks beside another workflow leaves no second workflow that waits for nothing', async () => {
    const dir = await emptyFolder();
    await runIn(dir, ['init', '--workflow', 'pull-request']);
    const { stdout } = await runIn(dir, ['init', '--workflow', 'forks', '--json']);
    expect(await filesIn(dir)).not.toContain('.github/workflows/help-centre-comment.yml');
    expect(JSON.parse(stdout).next[0]).toBe(
      '.github/workflows/help-centre.yml is another workflow, so the ones for pull requests from forks were not written: delete it and run "npx helpcentre init --workflow forks" again, or keep it.',
    );
    await rm(path.join(dir, '.github/workflows/help-centre.yml'));
    await runIn(dir, ['init', '--workflow', 'forks']);
    await runIn(dir, ['init', '--workflow', 'forks']);
    expect(await filesIn(dir)).toContain('.github/workflows/help-centre-comment.yml');
  });

  test('with --json it prints one document', async () => {
    const { stdout } = await runIn(await emptyFolder(), ['init', '--json', '--workflow', 'none']);
    expect(JSON.parse(stdout)).toMatchObject({
      created: expect.arrayContaining(['helpcentre.yml']),
      added: [],
      left: [],
    });
  });

  test('a folder that does not exist yet is made', async () => {
    const dir = await emptyFolder();
    expect(await runIn(dir, ['init', '--cwd', 'new/folder'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('created new/folder/helpcentre.yml\n'),
    });
  });
});

describe('what exists', () => {
  test('is left as it is, and named', async () => {
    const files = { 'helpcentre.yml': 'content: docs\n', '.github/workflows/help-centre.yml': 'mine\n' };
    const { dir } = await makeRepository(files);
    const { code, stdout } = await runIn(dir, ['init']);
    expect(code).toBe(0);
    for (const [file, text] of Object.entries(files)) {
      expect(stdout).toContain(`left ${file} alone: it exists\n`);
      expect(await readFile(path.join(dir, file), 'utf8')).toBe(text);
    }
    expect(await filesIn(dir)).toEqual([
      '.github/workflows/help-centre.yml',
      '.gitignore',
      'AGENTS.md',
      'helpcentre.yml',
    ]);
  });

  test('run twice, the second time changes nothing', async () => {
    const dir = await emptyFolder();
    await runIn(dir, ['init']);
    const contents = () => Promise.all(plainFiles.map((file) => readFile(path.join(dir, file), 'utf8')));
    const before = await contents();
    const { stdout } = await runIn(dir, ['init', '--region', 'eu']);
    expect(await contents()).toEqual(before);
    expect(stdout).not.toContain('created');
    expect(stdout).not.toContain('added');
  });

  test('articles of others get no example among them', async () => {
    const { dir, remove } = await makeRepository({ 'content/mine.md': '# Mine\n' });
    await remove('helpcentre.yml');
    await runIn(dir, ['init']);
    expect(await filesIn(path.join(dir, 'content'))).toEqual(['mine.md']);
    expect((await runIn(dir, ['check'])).code).toBe(0);
  });

  test.each([
    ['without a last line end', 'dist', 'dist\n.helpcentre/\n'],
    ['with Windows line ends', 'dist\r\n', 'dist\r\n.helpcentre/\r\n'],
    ['with the line', '/.helpcentre/\n', '/.helpcentre/\n'],
    ['that is empty', '', '.helpcentre/\n'],
  ])('a .gitignore %s gets the line once', async (_, before, after) => {
    const { dir } = await makeRepository({ '.gitignore': before });
    await runIn(dir, ['init']);
    expect(await readFile(path.join(dir, '.gitignore'), 'utf8')).toBe(after);
  });

  test.skipIf(isWindows)('a link that leads nowhere is not written through', async () => {
    const dir = await emptyFolder();
    await symlink('elsewhere.yml', path.join(dir, 'helpcentre.yml'));
    expect((await runIn(dir, ['init'])).stdout).toContain('left helpcentre.yml alone');
    expect(await filesIn(dir)).not.toContain('elsewhere.yml');
  });
});

describe('in a folder of a larger repository', () => {
  test('the workflow goes to the root, for that folder alone', async () => {
    const dir = await emptyFolder();
    await mkdir(path.join(dir, '.git'));
    await mkdir(path.join(dir, 'packages/help'), { recursive: true });
    const { stdout } = await runIn(path.join(dir, 'packages/help'), ['init']);
    expect(stdout).toContain('created ../../.github/workflows/help-centre-packages-help.yml\n');
    const text = await readFile(path.join(dir, '.github/workflows/help-centre-packages-help.yml'), 'utf8');
    const workflow = parse(text);
    expect(workflow.on.push.paths).toContain('packages/help/**');
    expect(workflow.jobs.publish.steps.at(-1).with['working-directory']).toBe('packages/help');
    expect(await filesIn(path.join(dir, 'packages/help'))).toContain('.gitignore');
  });

  test('the branch is the one of the remote, else the main one that is checked out', async () => {
    const dir = await emptyFolder();
    const branchAfter = async () => {
      await rm(path.join(dir, '.github'), { recursive: true, force: true });
      await runIn(dir, ['init']);
      return parse(await readFile(path.join(dir, '.github/workflows/help-centre.yml'), 'utf8')).on.push.branches[0];
    };
    await mkdir(path.join(dir, '.git/refs/remotes/origin'), { recursive: true });
    await writeFile(path.join(dir, '.git/HEAD'), 'ref: refs/heads/some-work\n');
    expect(await branchAfter()).toBe('main');
    await writeFile(path.join(dir, '.git/HEAD'), 'ref: refs/heads/master\n');
    expect(await branchAfter()).toBe('master');
    await writeFile(path.join(dir, '.git/refs/remotes/origin/HEAD'), 'ref: refs/remotes/origin/production\n');
    expect(await branchAfter()).toBe('production');
  });
});

describe('answers that cannot be', () => {
  test.each([
    [['--content', '../elsewhere'], 'expected a folder inside the repository'],
    [['--locale', 'klingon'], "expected a locale of Intercom's help centres"],
    [['--branch', 'a b'], '"a b" is not the name of a branch'],
    [['--region', 'mars'], 'expected us, eu or au'],
    [['--workflow', 'pull-request,forks'], 'choose only one of'],
    [['--workflow', 'push'], 'expected some of'],
  ])('%j is wrong usage, and nothing is written', async (argv, words) => {
    const dir = await emptyFolder();
    const { code, stderr } = await runIn(dir, ['init', ...argv]);
    expect({ code, stderr }).toEqual({ code: 64, stderr: expect.stringContaining(words) });
    expect(await filesIn(dir)).toEqual([]);
  });
});

describe('on a terminal', () => {
  /** Answers by question, and the questions that were asked. */
  function person(answers: Readonly<Record<string, unknown>>): { ask: () => Promise<Ask>; asked: string[] } {
    const asked: string[] = [];
    const answer = (question: string, offered: unknown) => {
      asked.push(question);
      return Promise.resolve((answers[question] ?? offered) as never);
    };
    return {
      asked,
      ask: () =>
        Promise.resolve({
          text: (question, offered) => answer(question, offered),
          one: (question, options) => answer(question, options[0]?.value),
          some: (question) => answer(question, []),
        }),
    };
  }

  test('it asks what is not given, and offers what it would do by itself', async () => {
    const dir = await emptyFolder();
    const { host } = inventHost(dir, { answer: true });
    const { ask, asked } = person({ 'Where is the Intercom workspace?': 'au' });
    expect(await init(host, { locale: 'de' }, ask)).toBe(0);
    expect(asked).toEqual([
      'Folder of the articles',
      'Where is the Intercom workspace?',
      'How do you want to publish?',
      'What else? (space chooses, enter goes on)',
    ]);
    expect(parse(await readFile(path.join(dir, 'helpcentre.yml'), 'utf8'))).toMatchObject({
      region: 'au',
      locale: 'de',
    });
    expect(await filesIn(dir)).toEqual(plainFiles);
  });

  test('nothing more is asked of somebody who publishes elsewhere', async () => {
    const { host } = inventHost(await emptyFolder(), { answer: true });
    const { ask, asked } = person({ 'How do you want to publish?': 'none' });
    await init(host, {}, ask);
    expect(asked.at(-1)).toBe('How do you want to publish?');
  });

  test.each([[{ yes: true }], [{ json: true }]])('%j asks nothing', async (options) => {
    const { host } = inventHost(await emptyFolder(), { answer: true });
    const { ask, asked } = person({});
    await init(host, options, ask);
    expect(asked).toEqual([]);
  });

  test('in a pipe, and so in CI, nothing is asked', async () => {
    const { host } = inventHost(await emptyFolder());
    const { ask, asked } = person({});
    await init(host, {}, ask);
    expect(asked).toEqual([]);
  });
});

describe('in a repository of another tool', () => {
  const tool = { 'mkdocs.yml': 'site_name: x\n', 'docs/a.md': '# A\n\n!!! note\n    Text, and [gone](gone.md).\n' };

  async function repository(): Promise<string> {
    const { dir, remove } = await makeRepository(tool);
    await remove('helpcentre.yml');
    return dir;
  }

  test('it writes the configuration that adopt would, no example, and says what would be published', async () => {
    const dir = await repository();
    const { code, stdout } = await runIn(dir, ['init', '--region', 'eu']);
    expect(code).toBe(0);
    expect(stdout).toContain('MkDocs, told by mkdocs.yml\n\n  articles     1 would be published\n');
    expect(await readFile(path.join(dir, 'helpcentre.yml'), 'utf8')).toBe(
      'flavour: mkdocs\ncontent: docs\nproblems: { dead-link: warning }\nstate: draft\nregion: eu\n',
    );
    expect(await filesIn(dir)).toEqual([
      '.github/workflows/help-centre.yml',
      '.gitignore',
      'AGENTS.md',
      'docs/a.md',
      'helpcentre.yml',
      'mkdocs.yml',
    ]);
    expect((await runIn(dir, ['publish', '--sandbox', '--yes'])).code).toBe(0);
  });

  test('a person is asked, and may begin a new help centre beside it', async () => {
    const asked: string[] = [];
    const ask: Ask = {
      text: async (_, offered) => offered,
      one: async (question, options) => {
        asked.push(question);
        return (options.find(({ value }) => value === 'no' || value === 'none') ?? options[0])?.value as never;
      },
      some: async () => [],
    };
    const dir = await repository();
    const { host } = inventHost(dir, { answer: true });
    expect(await init(host, { cwd: dir }, async () => ask)).toBe(0);
    expect(asked[0]).toBe('MkDocs, told by mkdocs.yml, with its texts in docs. Take them as they are?');
    expect(parse(await readFile(path.join(dir, 'helpcentre.yml'), 'utf8'))).toMatchObject({ content: 'content' });
  });

  test('a folder that is named is a new help centre', async () => {
    const dir = await repository();
    await runIn(dir, ['init', '--content', 'help']);
    expect(parse(await readFile(path.join(dir, 'helpcentre.yml'), 'utf8'))).toMatchObject({ content: 'help' });
  });
});
