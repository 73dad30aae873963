import { chmod, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CheckOptions, check } from '../../src/cli/check.ts';
import { checkLinks } from '../../src/use-cases/check-links.ts';
import { makeContext } from '../../src/use-cases/context.ts';
import { fixFiles } from '../../src/use-cases/fix-files.ts';
import { problemAddress } from '../../src/use-cases/problem-address.ts';
import { gatherSources } from '../../src/use-cases/sources.ts';
import { makeRepository, type TestRepository } from '../kit/repository.ts';
import { inventHost, runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';
import { startWeb } from '../links/loopback-web.ts';
import { sarifLog } from '../report/sarif-log.ts';

const source = (body: string, front = 'title: A'): string => `---\n${front}\n---\n${body}`;

async function textOf({ dir }: TestRepository, file = 'content/a.md'): Promise<string> {
  return await readFile(path.join(dir, file), 'utf8');
}

describe('problems', () => {
  test('a file with ten problems shows ten', async () => {
    const lines = Array.from({ length: 10 }, (_, index) => `[Link ${index}](missing-${index}.md)\n`).join('\n');
    const { dir } = await makeRepository({ 'content/a.md': source(lines) });
    const { code, stdout } = await runIn(dir, ['check']);
    expect(code).toBe(1);
    expect(stdout.match(/^content\/a\.md:\d+:1 error link to "missing-\d\.md"/gm)).toHaveLength(10);
    expect(stdout).toMatch(/\n1 source: 10 errors\n$/);
  });

  test('ten mistakes in front matter too', async () => {
    const front = Array.from({ length: 10 }, (_, index) => `titl${index}: x`).join('\n');
    const { dir } = await makeRepository({ 'content/a.md': source('text\n', front) });
    const { stdout } = await runIn(dir, ['check']);
    expect(stdout.match(/^content\/a\.md:\d+:1 error unknown key "titl\d"/gm)).toHaveLength(10);
  });

  test('the mark stands under what it means, behind wide characters and far into a long line', async () => {
    const { dir } = await makeRepository({
      'content/a.md': source(`日本語 [x](gone.md)\n\n${'word '.repeat(30)}[y](lost.md) ${'word '.repeat(30)}\n`),
    });
    const { stdout } = await runIn(dir, ['check']);
    expect(stdout).toContain('  4 | 日本語 [x](gone.md)\n    |        ^^^^^^^^^^^^\n');
    expect(stdout).toContain('  6 | …word word word word [y](lost.md) word word');
    expect(stdout).toContain(`\n    | ${' '.repeat(21)}^^^^^^^^^^^^\n`);
  });

  test('with --strict a warning is an error', async () => {
    const { dir } = await makeRepository({ 'content/a.md': source('~~old~~\n') });
    expect(await runIn(dir, ['check'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 source: 1 warning\n'),
    });
    const strict = await runIn(dir, ['check', '--strict']);
    expect(strict).toMatchObject({ code: 1, stdout: expect.stringContaining('1 source: 1 error\n') });
    expect(strict.stdout).toContain('content/a.md:4:1 error Intercom has no strikethrough');
  });

  test('only what is in the paths is shown', async () => {
    const { dir } = await makeRepository({
      'content/a.md': source('[x](gone.md)\n'),
      'content/b/b.md': source('[x](gone.md)', 'title: B'),
    });
    const { stdout } = await runIn(dir, ['check', 'content/b']);
    expect(stdout).not.toContain('content/a.md');
    expect(stdout).toContain('content/b/b.md:4:1 error');
    expect(stdout).toContain('a source ends without a line end');
  });

  test('sources that cannot be read are counted with the others, and of paths what is in them', async () => {
    const { dir } = await makeRepository({
      'content/a.md': '---\ntitle: [\n---\nText.\n',
      'content/b/_collection.yml': 'nam: B\n',
      'content/b/b.md': source('Text.\n'),
      'content/c.md': source('Text.\n'),
    });
    expect((await runIn(dir, ['check'])).stdout).toMatch(/\n3 sources: 2 errors in 2 files\n$/);
    expect((await runIn(dir, ['check', 'content/a.md'])).stdout).toMatch(/\n1 source: 1 error\n$/);
    expect((await runIn(dir, ['check', 'content/b', 'content/c.md'])).stdout).toMatch(/\n2 sources: \d errors?\n$/);
  });
});

describe('formats', () => {
  const files = { 'content/a b.md': source('[x](gone.md)\n\n~~old~~\n') };

  test('json is one document, the same as with --json', async () => {
    const { dir } = await makeRepository(files);
    const { code, stdout } = await runIn(dir, ['check', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      problems: [{ code: 'dead-link', explained: problemAddress('dead-link') }, { code: 'strikethrough' }],
    });
    expect((await runIn(dir, ['check', '--json'])).stdout).toBe(stdout);
  });

  test('github is a workflow command a problem, from the root of the checkout', async () => {
    const { dir } = await makeRepository({});
    const nested = await makeRepository({ 'docs/helpcentre.yml': '', 'docs/content/a.md': source('[x](gone.md)\n') });
    const expected = (file: string) =>
      `::error file=${file},line=4,col=1,endLine=4,endColumn=13,title=dead-link::link to "gone.md", which does not exist%0ACorrect the path, or remove the link.%0A${problemAddress('dead-link')}\n1 source: 1 error\n`;
    const docs = path.join(nested.dir, 'docs');
    const argv = ['check', '--format', 'github'];
    expect((await runIn(docs, argv)).stdout).toBe(expected('content/a.md'));
    expect((await runIn(docs, argv, { env: { GITHUB_WORKSPACE: nested.dir } })).stdout).toBe(
      expected('docs/content/a.md'),
    );
    expect((await runIn(docs, argv, { env: { GITHUB_WORKSPACE: dir } })).stdout).toBe(expected('content/a.md'));
  });

  test('sarif is a log that viewers read', async () => {
    const { dir } = await makeRepository(files);
    const { code, stdout } = await runIn(dir, ['check', '--format', 'sarif', '--strict']);
    expect(code).toBe(1);
    const [run] = sarifLog.parse(JSON.parse(stdout)).runs;
    expect(run.results.map((one) => [one.ruleId, one.level])).toEqual([
      ['dead-link', 'error'],
      ['strikethrough', 'error'],
    ]);
    expect(run.results[0]?.locations[0].physicalLocation.artifactLocation.uri).toBe('content/a%20b.md');
  });

  test('a log is written where there is no configuration', async () => {
    const repository = await makeRepository({});
    await repository.remove('helpcentre.yml');
    const { code, stdout } = await runIn(repository.dir, ['check', '--format', 'sarif']);
    expect(code).toBe(1);
    expect(sarifLog.parse(JSON.parse(stdout)).runs[0].results[0]?.ruleId).toBe('no-configuration');
  });

  test('two formats at once are wrong usage', async () => {
    const { dir } = await makeRepository(files);
    const both = await runIn(dir, ['check', '--json', '--format', 'sarif']);
    expect(both.code).toBe(64);
    expect(JSON.parse(both.stdout)).toMatchObject({ error: { code: 'two-formats' } });
    expect((await runIn(dir, ['check', '--format', 'xml'])).code).toBe(64);
  });
});

describe('--fix', () => {
  test.each<[string, string, string]>([
    ['a title that is repeated', source('\n# A\n\nText.\n'), source('\nText.\n')],
    ['a title that is repeated, underlined', source('A\n===\nText.\n'), source('Text.\n')],
    ['an alert in small letters', source('> [!Note]\n> Text.\n'), source('> [!NOTE]\n> Text.\n')],
    ['an alert with text behind it', source('> [!tip] Text.\n> More.\n'), source('> [!TIP]\n> Text.\n> More.\n')],
    ['an alert in a list', source('1. > [!NOTE] **Text.**\n'), source('1. > [!NOTE]\n   > **Text.**\n')],
    ['typographic quotes', source('Text.\n', 'title: “A”'), source('Text.\n', 'title: "A"')],
    ['typographic quotes that break a value', source('Text.\n', 'title: “A: b”'), source('Text.\n', 'title: "A: b"')],
    ['a quote that is closed by another', source('Text.\n', 'title: "A”'), source('Text.\n', 'title: "A"')],
    ['single typographic quotes', source('Text.\n', 'title: ‘Don’t: do’'), source('Text.\n', "title: 'Don’t: do'")],
    ['Windows line ends', source('Text.\n').replaceAll('\n', '\r\n'), source('Text.\n')],
    ['a byte order mark', `\ufeff${source('Text.\n')}`, source('Text.\n')],
    ['a missing last line end', source('Text.'), source('Text.\n')],
    [
      'all at once',
      `\ufeff${source('# A\n\n> [!Note] One.\n\n日本 text', 'title: “A”').replaceAll('\n', '\r\n')}`,
      source('> [!NOTE]\n> One.\n\n日本 text\n', 'title: "A"'),
    ],
  ])('mends %s, and says so once', async (_, before, after) => {
    const repository = await makeRepository({ 'content/a.md': before });
    expect((await runIn(repository.dir, ['check'])).stdout).toMatch(
      /can be fixed with check --fix: .*\n[\s\S]*can be fixed with --fix\)\n$/,
    );
    expect(await textOf(repository)).toBe(before);
    const first = await runIn(repository.dir, ['check', '--fix', '--strict']);
    expect(first).toMatchObject({ code: 0, stdout: 'fixed content/a.md\n1 source: no problems left\n' });
    expect(await textOf(repository)).toBe(after);
    const second = await runIn(repository.dir, ['check', '--fix', '--strict']);
    expect(second).toMatchObject({ code: 0, stdout: '1 source: no problems left\n' });
  });

  test.each<[string, string | Uint8Array]>([
    ['a repeated title with an id of its own', source('# A {#here}\n\nText.\n')],
    ['a repeated title that a link asks for', source('# A\n\n[Up](#a)\n')],
    ['a repeated title with nothing below', source('# A\n')],
    ['a repeated title in HTML', source('<h1>A</h1>\n\nText.\n')],
    ['a repeated title right below something', source('<!-- note -->\n# A\n\nText.\n')],
    ['an alert that would become a heading', source('> [!NOTE] # Text\n')],
    ['an alert that would become a list', source('> [!NOTE] - Text\n')],
    ['an alert of another kind', source('> [!Hint] Text\n')],
    ['quotes inside a value', source('Text.\n', 'title: The “big” one')],
    ['quotes around a part of a value', source('Text.\n', 'title: “One” and “two”')],
    ['quotes in a block of text', source('Text.\n', 'title: A\ndescription: |\n  “Quoted”')],
    ['other mistakes in YAML', source('Text.\n', 'title: “A”\nstate: [draft')],
    ['a file that is not UTF-8', Buffer.from([0x41, 0xff, 0x0d, 0x0a])],
    ['an empty file', ''],
  ])('leaves %s alone', async (_, text) => {
    const repository = await makeRepository({ 'content/a.md': text });
    const before = await readFile(path.join(repository.dir, 'content/a.md'));
    const { stdout } = await runIn(repository.dir, ['check', '--fix']);
    expect(stdout).not.toMatch(/^fixed/m);
    expect(await readFile(path.join(repository.dir, 'content/a.md'))).toEqual(before);
  });

  test('what is left is shown, and ends with 1', async () => {
    const repository = await makeRepository({ 'content/a.md': source('> [!Note]\n> [x](gone.md)\n') });
    const { code, stdout } = await runIn(repository.dir, ['check', '--fix']);
    expect(code).toBe(1);
    expect(stdout).toContain('content/a.md:5:3 error link to "gone.md"');
    expect(stdout).toMatch(/\nfixed content\/a\.md\n1 source: 1 error left\n$/);
  });

  test('as JSON it names the files', async () => {
    const { dir } = await makeRepository({ 'content/a.md': source('Text.') });
    const { stdout } = await runIn(dir, ['check', '--fix', '--json']);
    expect(JSON.parse(stdout)).toEqual({
      formatVersion: 1,
      ok: true,
      problems: [],
      fixed: { changed: ['content/a.md'], left: {} },
    });
  });

  test('only files in the paths are changed', async () => {
    const repository = await makeRepository({
      'content/a.md': source('Text.'),
      'content/b.md': source('Text.', 'title: B'),
    });
    await runIn(repository.dir, ['check', '--fix', 'content/b.md']);
    expect(await textOf(repository)).toBe(source('Text.'));
    expect(await textOf(repository, 'content/b.md')).toBe(source('Text.\n', 'title: B'));
  });

  test('a snippet is mended once for all that include it', async () => {
    const include = '::include{file="_snippets/note.md"}\n';
    const repository = await makeRepository({
      'content/a.md': source(include),
      'content/b.md': source(include, 'title: B'),
      'content/_snippets/note.md': '> [!Note] Text.\n',
    });
    await runIn(repository.dir, ['check', '--fix']);
    expect(await textOf(repository, 'content/_snippets/note.md')).toBe('> [!NOTE]\n> Text.\n');
  });

  test.skipIf(isWindows)('the mode of a file stays, and a link stays a link to the file it mends', async () => {
    const repository = await makeRepository({ 'content/_shared/a.md': source('Text.') });
    const file = path.join(repository.dir, 'content/_shared/a.md');
    await chmod(file, 0o640);
    await symlink('_shared/a.md', path.join(repository.dir, 'content/a.md'));
    await symlink('_shared/a.md', path.join(repository.dir, 'content/b.md'));
    await runIn(repository.dir, ['check', '--fix']);
    expect(await textOf(repository, 'content/_shared/a.md')).toBe(source('Text.\n'));
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await textOf(repository)).toBe(source('Text.\n'));
  });

  test.skipIf(isWindows)('a link out of the content folder is not followed', async () => {
    const repository = await makeRepository({
      'content/b.md': source('Text.\n', 'title: B'),
      'outside.md': source('Text.'),
    });
    await symlink('../outside.md', path.join(repository.dir, 'content/a.md'));
    await runIn(repository.dir, ['check', '--fix']);
    expect(await textOf(repository, 'outside.md')).toBe(source('Text.'));
  });

  test('a file that was changed since it was read is left alone', async () => {
    const repository = await makeRepository({ 'content/a.md': source('Text.') });
    const context = makeContext(inventHost(repository.dir).host, {});
    const result = await gatherSources(context);
    if (!result.ok) throw new Error('there are sources');
    await writeFile(path.join(repository.dir, 'content/a.md'), source('Edited.'));
    const fixed = await fixFiles(result.sources.untidy, result.sources);
    expect(fixed).toEqual({ changed: [], left: new Map([['content/a.md', 'it has changed since it was read']]) });
    expect(await textOf(repository)).toBe(source('Edited.'));
  });
});

describe('the form of files', () => {
  test('is said once a run, at the first file', async () => {
    const windows = source('Text.\n').replaceAll('\n', '\r\n');
    const { dir } = await makeRepository({ 'content/b.md': windows, 'content/a.md': windows, 'content/c.md': windows });
    const { stdout } = await runIn(dir, ['check']);
    expect(stdout.match(/line-ends/g)).toHaveLength(1);
    expect(stdout).toContain('content/a.md:1:1 warning 3 sources have Windows line ends (line-ends)');
  });

  test('can be switched off', async () => {
    const { dir } = await makeRepository({
      'helpcentre.yml': 'problems: { line-ends: off, last-line-end: error }\n',
      'content/a.md': source('Text.').replaceAll('\n', '\r\n'),
    });
    const { code, stdout } = await runIn(dir, ['check']);
    expect(code).toBe(1);
    expect(stdout).not.toContain('line-ends)');
    expect(stdout).toContain('error a source ends without a line end');
  });

  test('is no matter for a plan', async () => {
    const { dir } = await makeRepository({ 'content/a.md': source('Text.').replaceAll('\n', '\r\n') });
    const { stdout, stderr } = await runIn(dir, ['plan', '--offline']);
    expect(stdout + stderr).not.toContain('line end');
  });
});

describe('--check-links', () => {
  const links = [
    '[ok](https://a.example/ok) [gone](https://a.example/gone#part)',
    '',
    '![image](//a.example/gone.png)',
    '',
    '[again](https://a.example/gone) [wall](https://a.example/wall) [mail](mailto:a@a.example) [here](#)',
    '',
  ].join('\n');
  const answers: Readonly<Record<string, number>> = { '/gone': 404, '/gone.png': 410, '/wall': 403 };

  /** Looks on some days, counted from now; what the last look came to. */
  async function looked(
    options: CheckOptions = {},
    days: readonly number[] = [0, 1],
    change?: (dir: string) => unknown,
  ) {
    const { dir } = await makeRepository({ 'content/a.md': source(links) });
    const web = await startWeb({
      answer: (request, response) => response.writeHead(answers[request.url ?? ''] ?? 200).end(),
    });
    let last = { code: -1, stdout: '', stderr: '' };
    const asked: number[] = [];
    for (const day of days) {
      const { host, printed } = inventHost(dir, { ahead: () => day * 86_400_000, hurry: 1_000 });
      // The clock is to be at noon: days are counted from there.
      const clocked = { ...host, now: () => Date.UTC(2026, 10, 1 + day, 12) };
      const before = web.requests.length;
      const code = await check(clocked, [], { checkLinks: true, ...options }, (found, sources, context) =>
        checkLinks(found, sources, context, { web: web.parts }),
      );
      asked.push(web.requests.length - before);
      last = { code, ...printed() };
      await change?.(dir);
    }
    return { ...last, asked, requests: web.requests };
  }

  test('dead ones are warnings where they are written, the others one line', async () => {
    const { code, stdout, requests } = await looked();
    expect(code).toBe(0);
    expect(stdout.match(/^content\/.*external-link-dead\)$/gm)).toEqual([
      'content/a.md:4:28 warning https://a.example/gone#part answers 404 (external-link-dead)',
      'content/a.md:6:1 warning https://a.example/gone.png answers 410 (external-link-dead)',
      'content/a.md:8:1 warning https://a.example/gone answers 404 (external-link-dead)',
    ]);
    expect(stdout).toContain('\n4 addresses on the web: 2 dead, 1 could not be checked (--verbose says why)\n');
    expect(requests.filter((one) => one === 'HEAD a.example/gone')).toHaveLength(2);
  });

  test('they are errors with --strict, and what could not be checked never is', async () => {
    const { code, stdout } = await looked({ strict: true, json: true });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      problems: [{ severity: 'error' }, { severity: 'error' }, { severity: 'error' }],
      links: { looked: 4, failedOnce: [], unchecked: [{ url: 'https://a.example/wall', reason: 'answers 403' }] },
    });
  });

  test('what failed once is named, and is no problem before it fails on another day', async () => {
    for (const days of [[0], [0, 0], [0, 0, 0]]) {
      const { code, stdout } = await looked({ strict: true }, days);
      expect(code).toBe(0);
      expect(
        stdout,
      ).toBe(`4 addresses on the web: 2 failed for the first time, 1 could not be checked (--verbose says why)
  content/a.md:4:28 https://a.example/gone answers 404
  content/a.md:6:1 https://a.example/gone.png answers 410
  They count as dead when they fail again on another day.
1 source: no problems
`);
    }
    expect(JSON.parse((await looked({ json: true }, [0])).stdout)).toMatchObject({
      links: { dead: 0, failedOnce: [{ reason: 'answers 404' }, { reason: 'answers 410' }] },
    });
  });

  test('what is alive is not asked for again for a week', async () => {
    // Each of the three others takes HEAD and GET.
    expect((await looked({}, [0, 1, 6, 7])).asked).toEqual([7, 6, 6, 7]);
  });

  test('a memory that is no such thing counts as none', async () => {
    for (const content of [
      '',
      '{}',
      'null',
      '{"version":1,"links":{"https://a.example/gone":{"is":"failed"}}}',
      '\0'.repeat(99),
    ]) {
      const ruin = (dir: string) => writeFile(path.join(dir, '.helpcentre/cache/links'), content);
      const { stdout, stderr } = await looked({}, [0, 1], ruin);
      expect([stdout.split('\n')[0], stderr]).toEqual([
        '4 addresses on the web: 2 failed for the first time, 1 could not be checked (--verbose says why)',
        '',
      ]);
    }
  });

  test('with --verbose each that could not be checked is named', async () => {
    expect((await looked({ verbose: true })).stderr).toBe('https://a.example/wall answers 403\n');
  });

  test('nothing on this machine or its network is asked for', async () => {
    const { dir } = await makeRepository({
      'content/a.md': source(
        '<http://127.0.0.1/> <http://localhost/> <http://10.0.0.1/> <http://169.254.169.254/latest>\n',
      ),
    });
    const { code, stdout, stderr } = await runIn(dir, ['check', '--check-links', '--verbose', '--strict']);
    expect(code).toBe(0);
    expect(stdout).toBe('4 addresses on the web: 4 could not be checked (--verbose says why)\n1 source: no problems\n');
    expect(stderr.match(/ leads to an address that is not public$/gm)).toHaveLength(4);
  });

  test('without the option nothing is asked for', async () => {
    const { requests, stdout } = await looked({ checkLinks: false });
    expect(requests).toEqual([]);
    expect(stdout).toBe('1 source: no problems\n');
  });
});

test('--fix writes the words that are used, and what looks like a key is not printed', async () => {
  const secret = `ghp_${'Ab3dE6gH9jK2'.repeat(3)}`;
  const { dir } = await makeRepository({
    'helpcentre.yml': 'terms: { log in: [sign in] }\n',
    'content/a.md': `# A\n\nSign in with ${secret}, then sign\nin again. It is \\"sign in\\".\n`,
  });
  const { code, stdout } = await runIn(dir, ['check', '--fix']);
  expect(code).toBe(0);
  expect(stdout).toContain('this looks like a token of GitHub');
  expect(stdout).not.toContain(secret.slice(4, 12));
  const text = await readFile(path.join(dir, 'content/a.md'), 'utf8');
  expect(text).toBe(`# A\n\nLog in with ${secret}, then log in again. It is \\"log in\\".\n`);
  for (const format of ['json', 'sarif', 'github']) {
    expect((await runIn(dir, ['check', '--format', format])).stdout).not.toContain(secret.slice(4, 12));
  }
});
