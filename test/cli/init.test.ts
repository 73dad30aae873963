import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Ask } from '../../src/cli/ask.ts';
import { init } from '../../src/cli/init.ts';
import { makeRepository, writeFiles } from '../kit/repository.ts';
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

/** Answers by question, one for each time where they are several, and the questions that were asked. */
function person(answers: Readonly<Record<string, unknown>>): { ask: () => Promise<Ask>; asked: string[] } {
  const asked: string[] = [];
  const answer = (question: string, offered: unknown) => {
    const said = answers[question];
    const times = asked.filter((one) => one === question).length;
    asked.push(question);
    return Promise.resolve(((Array.isArray(said) ? said[times] : said) ?? offered) as never);
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

const editorFiles = [
  '.schemas/helpcentre-collection.json',
  '.schemas/helpcentre-redirects.json',
  '.schemas/helpcentre.json',
  '.vscode/extensions.json',
  '.vscode/helpcentre.code-snippets',
  '.vscode/settings.json',
];

const plainFiles = [
  '.github/workflows/help-centre.yml',
  '.gitignore',
  ...editorFiles,
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
    expect(next).toMatch(
      /^ {2}npx helpcentre doctor .*\n {2}npx helpcentre import .*\n\nTo publish to readers\n {2}1\. /,
    );
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
    expect(stdout.slice(stdout.indexOf('\nNext\n'))).not.toContain('GitHub');
  });

  test('before an import there is no example article that would be published beside what is imported', async () => {
    const dir = await emptyFolder();
    await runIn(dir, ['init', '--workflow', 'pull-request,import']);
    expect(await filesIn(dir)).toEqual([
      '.github/workflows/help-centre-import.yml',
      '.github/workflows/help-centre.yml',
      '.gitignore',
      ...editorFiles,
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
      ...editorFiles,
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

  test('the branch is the one of the remote, else one with a usual name, else the one that is checked out', async () => {
    const dir = await emptyFolder();
    const branchAfter = async () => {
      await rm(path.join(dir, '.github'), { recursive: true, force: true });
      await runIn(dir, ['init']);
      return parse(await readFile(path.join(dir, '.github/workflows/help-centre.yml'), 'utf8')).on.push.branches[0];
    };
    await mkdir(path.join(dir, '.git/refs/remotes/origin'), { recursive: true });
    await writeFile(path.join(dir, '.git/HEAD'), 'ref: refs/heads/some-work\n');
    expect(await branchAfter()).toBe('some-work');
    await writeFile(path.join(dir, '.git/packed-refs'), `# pack-refs\n${'1'.repeat(40)} refs/remotes/origin/main\n`);
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
      'Write this?',
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
    expect(asked.slice(-2)).toEqual(['How do you want to publish?', 'Write this?']);
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
    expect(stdout).toContain('  tool        MkDocs (told by mkdocs.yml)\n');
    expect(stdout).toContain('What would be published\n  articles     1 would be published\n');
    expect(await readFile(path.join(dir, 'helpcentre.yml'), 'utf8')).toBe(
      'flavour: mkdocs\ncontent: docs\nproblems: { dead-link: warning }\nstate: draft\nregion: eu\n',
    );
    expect(await filesIn(dir)).toEqual([
      '.github/workflows/help-centre.yml',
      '.gitignore',
      ...editorFiles.filter((file) => !file.endsWith('.code-snippets')),
      'AGENTS.md',
      'docs/a.md',
      'helpcentre.yml',
      'mkdocs.yml',
    ]);
    expect((await runIn(dir, ['publish', '--sandbox', '--yes'])).code).toBe(0);
  });

  test('a person is not asked what was found, and may begin a new help centre beside it all the same', async () => {
    const dir = await repository();
    const { host } = inventHost(dir, { answer: true });
    const { ask, asked } = person({ 'Write this?': ['change', 'yes'], 'Take the Markdown that is here?': 'no' });
    expect(await init(host, { region: 'eu' }, ask)).toBe(0);
    expect(asked).toEqual([
      'Their language',
      'How do you want to publish?',
      'What else? (space chooses, enter goes on)',
      'Write this?',
      'Take the Markdown that is here?',
      ...[
        'Folder of the articles',
        'Their language',
        'Where is the Intercom workspace?',
        'How do you want to publish?',
      ],
      ...['What else? (space chooses, enter goes on)', 'Branch that is published', 'Write this?'],
    ]);
    expect(parse(await readFile(path.join(dir, 'helpcentre.yml'), 'utf8'))).toMatchObject({
      content: 'content',
      region: 'eu',
    });
  });

  test('a person who says no gets nothing written', async () => {
    const dir = await repository();
    const { host, printed } = inventHost(dir, { answer: true });
    expect(await init(host, {}, person({ 'Write this?': 'no' }).ask)).toBe(0);
    expect(await filesIn(dir)).toEqual(['docs/a.md', 'mkdocs.yml']);
    expect(printed().stdout).toContain('  + helpcentre.yml, new\n');
    expect(printed().stdout).toMatch(/\nhelpcentre\.yml\n {2}flavour: mkdocs\n[\s\S]*\nNothing was written\.\n$/);
  });

  test('a folder that is named is a new help centre', async () => {
    const dir = await repository();
    await runIn(dir, ['init', '--content', 'help']);
    expect(parse(await readFile(path.join(dir, 'helpcentre.yml'), 'utf8'))).toMatchObject({ content: 'help' });
  });
});

describe('where the repository is', () => {
  /** A picture of one dot. */
  const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

  async function repositoryAt(url: string, more: Readonly<Record<string, string | Uint8Array>> = {}) {
    const files = {
      '.git/config': `[remote "origin"]\n\turl = ${url}\n`,
      '.git/HEAD': 'ref: refs/heads/main\n',
      ...more,
    };
    const { dir, remove } = await makeRepository(files);
    await remove('helpcentre.yml');
    return dir;
  }

  test.each([
    [
      'https://x:secret@gitlab.acme.dev/kb/docs.git',
      'GitLab: gitlab.acme.dev/kb/docs',
      'guides/gitlab.md',
      'host: url',
    ],
    ['git@bitbucket.org:kb/docs.git', 'Bitbucket: bitbucket.org/kb/docs', 'guides/bitbucket.md', 'host: url'],
    ['https://codeberg.org/kb/docs', 'another host: codeberg.org/kb/docs', null, 'host: none'],
  ])('on %s no workflow of GitHub is written, and the recipe is named', async (url, shown, recipe, images) => {
    const dir = await repositoryAt(url, { 'docs/a.md': '# A\n\n![x](a.gif)\n', 'docs/a.gif': dot });
    const { code, stdout } = await runIn(dir, ['init', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain(`  repository  ${shown} (the remote "origin")\n`);
    expect(stdout).not.toContain('secret');
    expect(stdout.replace(/\s+/g, ' ').includes(recipe ?? 'recipe')).toBe(recipe !== null);
    expect((await filesIn(dir)).filter((file) => file.includes('workflows'))).toEqual([]);
    expect(await readFile(path.join(dir, 'helpcentre.yml'), 'utf8')).toContain(images);
  });

  test('a workflow that is asked for is written, and it is said that it does not run there', async () => {
    const dir = await repositoryAt('git@gitlab.com:a/b.git');
    const { stdout } = await runIn(dir, ['init', '--workflow', 'pull-request', '--json']);
    const { next, created, commands, found } = JSON.parse(stdout);
    expect(created).toContain('.github/workflows/help-centre.yml');
    expect(next[0]).toContain('This repository is on GitLab');
    expect(commands).toEqual(['npx helpcentre check', 'npx helpcentre publish --sandbox']);
    expect(found).toContainEqual({ what: 'branch', value: 'main', how: 'it is checked out' });
  });

  test('a person is not asked how to publish where that is no question', async () => {
    const { host } = inventHost(await repositoryAt('git@gitlab.com:a/b.git'), { answer: true });
    const { ask, asked } = person({});
    await init(host, {}, ask);
    expect(asked).toEqual([
      ...['Folder of the articles', 'Their language', 'Where is the Intercom workspace?', 'Write this?'],
    ]);
  });

  test("a repository of Intercom's own connector is read as it is", async () => {
    const dir = await repositoryAt('git@github.com:a/b.git', { 'intercom-sync.yaml': 'locales: [en]\n' });
    expect(await runIn(dir, ['init'])).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('(connector-layout)'),
    });
    expect(await filesIn(dir)).not.toContain('helpcentre.yml');
  });
});

describe('with a token', () => {
  test('it says what doctor says of it, and does not fail where that does', async () => {
    const env = { INTERCOM_ACCESS_TOKEN: 'not-a-token', INTERCOM_BASE_URL: 'http://127.0.0.1:9' };
    const { code, stdout } = await runIn(await emptyFolder(), ['init', '--json'], { env, hurry: 1000 });
    const { checks, commands } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(checks[0]).toMatchObject({ name: 'configuration', state: 'ok' });
    expect(checks.at(-1).state).toBe('error');
    expect(commands).toEqual(['npx helpcentre check', 'npx helpcentre plan']);
  });
});

describe('editors', () => {
  const settings = '{\n  // mine\n  "a": 1\n}\n';

  test('settings of one’s own get ours and no other change; what cannot be added is to be pasted', async () => {
    const dir = await emptyFolder();
    await writeFiles(dir, {
      '.vscode/settings.json': settings,
      '.vscode/extensions.json': '{}',
      '.idea/jsonSchemas.xml': '<x/>',
    });
    const { stdout } = await runIn(dir, ['init']);
    expect(stdout).toContain('added yaml.schemas to .vscode/settings.json\n');
    expect(await readFile(path.join(dir, '.vscode/settings.json'), 'utf8')).toMatch(
      /^\{\n {2}\/\/ mine\n {2}"a": 1,\n {2}"yaml.schemas"/,
    );
    expect(stdout).toContain('Put "redhat.vscode-yaml" among the "recommendations" of .vscode/extensions.json.');
    expect(stdout).toContain(
      'Put this into the <map> of .idea/jsonSchemas.xml, which was left as it is:\n        <entry',
    );
    expect(await readFile(path.join(dir, '.idea/jsonSchemas.xml'), 'utf8')).toBe('<x/>');
  });

  test('settings that have schemas already are left, with the lines to paste', async () => {
    const dir = await emptyFolder();
    const before = '{ "yaml.schemas": { "x.json": "x.yml" } }';
    await writeFiles(dir, { '.vscode/settings.json': before });
    const { stdout } = await runIn(dir, ['init']);
    expect(stdout).toContain('Put this into .vscode/settings.json, which was left as it is:\n  "yaml.schemas": {\n');
    expect(await readFile(path.join(dir, '.vscode/settings.json'), 'utf8')).toBe(before);
  });

  test.each([
    ['none', []],
    ['vscode', ['.vscode/settings.json']],
    ['jetbrains', ['.idea/jsonSchemas.xml']],
  ])('--editors %s', async (editors, files) => {
    const dir = await emptyFolder();
    expect((await runIn(dir, ['init', '--editors', editors])).code).toBe(0);
    const wired = (await filesIn(dir)).filter((file) => /settings\.json|jsonSchemas/.test(file));
    expect(wired).toEqual(files);
    expect((await runIn(dir, ['init', '--editors', 'emacs'])).code).toBe(64);
  });

  test('in a folder of a larger repository they are wired at the root, which editors open', async () => {
    const dir = await emptyFolder();
    await mkdir(path.join(dir, '.git'));
    await mkdir(path.join(dir, 'packages/help'), { recursive: true });
    await runIn(path.join(dir, 'packages/help'), ['init']);
    const wired = JSON.parse(await readFile(path.join(dir, '.vscode/settings.json'), 'utf8'))['yaml.schemas'];
    expect(wired['./.schemas/helpcentre-redirects.json']).toBe('packages/help/content/redirects.yml');
  });

  test('--schemas writes ours anew, and no other file', async () => {
    const dir = await emptyFolder();
    await runIn(dir, ['init']);
    const file = path.join(dir, '.schemas/helpcentre.json');
    const now = await readFile(file, 'utf8');
    await writeFile(file, now.replace('"title":"helpcentre.yml"', '"title":"older"'));
    await writeFile(path.join(dir, '.schemas/helpcentre-collection.json'), '{}');
    const { stdout } = await runIn(dir, ['init', '--schemas']);
    expect(stdout).toContain('renewed our part of .schemas/helpcentre.json\n');
    expect(stdout).toContain('left .schemas/helpcentre-collection.json alone: it exists\n');
    expect(await readFile(file, 'utf8')).toBe(now);
  });

  test.skipIf(isWindows)('a folder of settings behind a link is not written through, and the rest is', async () => {
    const dir = await emptyFolder();
    await mkdir(path.join(dir, 'elsewhere'));
    await symlink('elsewhere', path.join(dir, '.vscode'));
    const { code, stdout } = await runIn(dir, ['init']);
    expect(code).toBe(0);
    expect(stdout).toContain('.vscode/extensions.json is behind a link, which is not written through.');
    expect(await readdir(path.join(dir, 'elsewhere'))).toEqual([]);
    expect(await filesIn(dir)).toContain('helpcentre.yml');
  });
});
