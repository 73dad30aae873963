import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { git } from '../kit/git-origin.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const many = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [
    `content/a${index}.md`,
    `# Title ${index}\n\nText number ${index} is here.\n`,
  ]),
);

async function scene(files: Readonly<Record<string, string>> = many) {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const repository = await makeRepository(files);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env });
  const writes = () => sandbox.log.filter((entry) => entry.method !== 'GET').length;
  return { sandbox, repository, run, writes };
}

describe('a saved plan', () => {
  it('is carried out exactly, without asking', async () => {
    const { run, writes } = await scene();
    expect((await run('plan', '--out', 'plan.json')).code).toBe(0);
    const published = await run('publish', '--plan', 'plan.json');
    expect(published.code, published.stderr).toBe(0);
    expect(writes()).toBe(12);
  });

  it('stops the run, and says what differs, when something moved since', async () => {
    const { run, writes, repository } = await scene();
    await run('plan', '--out', 'plan.json');
    await repository.write({ 'content/a3.md': '# Title 3\n\nAnother text.\n' });
    await repository.remove('content/a4.md');
    const result = await run('publish', '--plan', 'plan.json');
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('a3.md  create, for other reasons or with another text');
    expect(result.stderr).toContain('a4.md  create then, nothing now');
    expect(result.stderr).toContain('nothing was published');
    expect(writes()).toBe(0);
  });

  it('is refused when it was changed by hand, is none, or is of a newer format', async () => {
    const { run, writes, repository } = await scene();
    await run('plan', '--out', 'plan.json');
    const file = path.join(repository.dir, 'plan.json');
    const text = await readFile(file, 'utf8');
    expect(text).not.toContain('sandbox"');
    for (const [changed, message] of [
      [text.replace('"a0.md"', '"a99.md"'), 'it was changed after it was saved'],
      ['{}', 'it was not written by'],
      ['no JSON', 'it is not valid JSON'],
      [text.replace('"formatVersion": 1', '"formatVersion": 2'), 'it has format 2'],
    ] as const) {
      await writeFile(file, changed);
      const result = await run('publish', '--plan', 'plan.json');
      expect(result.code).toBe(1);
      expect(result.stderr).toContain(message);
    }
    expect(writes()).toBe(0);
  });
});

describe('paths on the command line', () => {
  it('are all from the folder that the person stands in, --out and --plan too', async () => {
    const { repository, sandbox } = await scene();
    const above = path.dirname(repository.dir);
    const folder = path.basename(repository.dir);
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    const out = `${folder}/plan.json`;
    const planned = await runIn(above, ['plan', `${folder}/content/a1.md`, '--cwd', folder, '--out', out], { env });
    expect(planned.code, planned.stderr).toBe(0);
    expect(planned.stdout).toContain('1 to create');
    expect(planned.stderr).toContain(`helpcentre publish ${folder}/content/a1.md --plan ${out} --cwd ${folder}`);
    const published = await runIn(above, ['publish', `${folder}/content/a1.md`, '--cwd', folder, '--plan', out], {
      env,
    });
    expect(published.code, published.stderr).toBe(0);
  });
});

describe('an offline plan', () => {
  it('knows a file that was renamed and edited, by its text in git', async () => {
    const { run, repository } = await scene();
    const text = 'A paragraph that is long enough to be known again after an edit of one word.';
    await repository.write({ 'content/long.md': `# Long\n\n${text}\n` });
    await run('publish', '--yes');
    await git(repository.dir, 'init', '--quiet');
    await git(repository.dir, 'add', '--all');
    await git(repository.dir, 'commit', '--quiet', '--message', 'All');
    await repository.remove('content/long.md');
    await repository.write({ 'content/longer.md': `# Long\n\n${text.replace('one', 'another')}\n` });
    const { stdout } = await runIn(repository.dir, ['plan', '--offline'], {});
    expect(stdout).toMatch(/> move {6}longer\.md +from long\.md/);
    expect(stdout).not.toContain('to create');
    expect((await run('plan')).stdout).toMatch(/> move {6}longer\.md +from long\.md/);
  });

  it('takes no other text for a renamed file', async () => {
    const { run, repository } = await scene();
    await run('publish', '--yes');
    await git(repository.dir, 'init', '--quiet');
    await git(repository.dir, 'add', '--all');
    await git(repository.dir, 'commit', '--quiet', '--message', 'All');
    await repository.remove('content/a1.md');
    await repository.write({ 'content/z.md': '# Something else\n\nNothing of it was there before.\n' });
    const { stdout } = await runIn(repository.dir, ['plan', '--offline'], {});
    expect(stdout).toContain('1 to create');
    expect(stdout).toContain('1 to unpublish');
  });

  it('of a sandbox goes by the lockfile of the sandbox', async () => {
    const { dir } = await makeRepository({ 'content/a.md': '# A\n\nText.\n' });
    for (const sandbox of [['--sandbox'], ['--sandbox', 'elsewhere']]) {
      expect((await runIn(dir, ['publish', '--yes', ...sandbox])).code).toBe(0);
      expect((await runIn(dir, ['plan', '--offline', ...sandbox])).stdout).toContain('No changes; 1 unchanged');
    }
    expect((await runIn(dir, ['plan', '--offline'])).stdout).toContain('1 to create');
  });

  it('needs no token and no request, and says that Intercom was not asked', async () => {
    const { run, repository, sandbox } = await scene();
    await run('publish', '--yes');
    await repository.write({ 'content/a3.md': '# Title 3\n\nAnother text.\n', 'content/new.md': '# New\n\nNew.\n' });
    await repository.remove('content/a4.md');
    const before = sandbox.log.length;
    const result = await runIn(repository.dir, ['plan', '--offline'], {});
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('Offline plan: 1 to create, 1 to update, 1 to unpublish; 10 unchanged');
    expect(result.stdout).toContain('Intercom was not asked');
    expect(result.stdout).toContain('a3.md  source changed');
    expect(sandbox.log.length).toBe(before);
  });

  it('finds a file that moved unedited', async () => {
    const { run, repository } = await scene();
    await run('publish', '--yes');
    await repository.remove('content/a5.md');
    await repository.write({ 'content/moved.md': many['content/a5.md'] ?? '' });
    expect((await runIn(repository.dir, ['plan', '--offline'], {})).stdout).toContain('move      moved.md  from a5.md');
  });
});

describe('the guards', () => {
  it('hold back more removals than allowed, and let them through when told to', async () => {
    const { run, repository, writes } = await scene();
    await run('publish', '--yes');
    const before = writes();
    for (let index = 0; index < 5; index += 1) await repository.remove(`content/a${index}.md`);
    const held = await run('publish', '--yes');
    expect(held.code).toBe(1);
    expect(held.stderr).toContain('readers would lose 5 of 12 articles in one run, and the limit is 30%');
    expect(held.stdout).toContain('5 held back');
    expect(held.stdout).toContain('--allow-removals');
    expect(writes()).toBe(before);
    const allowed = await run('publish', '--yes', '--allow-removals');
    expect(allowed.code, allowed.stderr).toBe(0);
    expect(writes()).toBe(before + 5);
  });

  it('remove nothing that may have moved into a source with an error, and everything else', async () => {
    const { run, repository, sandbox, writes } = await scene();
    await run('publish', '--yes');
    const before = writes();
    await repository.remove('content/a1.md', 'content/a3.md');
    await repository.write({
      'content/a2.md': '---\ntitel: x\n---\n',
      'content/new/a1.md': '---\ntitel: x\n---\nWholly unlike words.\n',
    });
    const held = await run('publish', '--yes', '--allow-removals');
    expect(held.code).toBe(1);
    expect(held.stderr).toContain('1 removal is held back: what is gone may have moved to new/a1.md');
    expect(writes()).toBe(before + 1);
    expect(sandbox.world.articles().filter(({ contents }) => contents.en?.state === 'draft')).toHaveLength(1);
  });

  it('remove nothing when no source is found, or the content folder is another one', async () => {
    const { run, repository, writes } = await scene();
    await run('publish', '--yes');
    const before = writes();
    await repository.write({ 'other/x.md': '# X\n\nX.\n', 'empty/readme.md': 'nothing' });
    await repository.write({ 'helpcentre.yml': 'state: published\ncontent: empty\n' });
    const empty = await run('publish', '--yes', '--allow-removals');
    expect(empty.code).toBe(1);
    expect(empty.stderr).toContain('no source was found, so nothing is removed');
    await repository.write({ 'helpcentre.yml': 'state: published\ncontent: other\n' });
    const other = await run('plan', '--allow-removals');
    expect(other.code).toBe(1);
    expect(other.stderr).toContain('the lockfile was written for another content folder, so nothing is removed');
    expect(writes()).toBe(before);
  });
});

describe('an edit made in Intercom', () => {
  it('holds the article back, named with who and when and how to go on; the others are published', async () => {
    const { run, repository, sandbox } = await scene();
    await run('publish', '--yes');
    const article = sandbox.world.articles().find((one) => one.contents.en?.title === 'Title 1');
    await sandbox.world.editArticle(article?.id ?? '', { body: '<p>Edited by a colleague.</p>' });
    await repository.write({ 'content/a2.md': '# Title 2\n\nEdited here.\n' });
    const result = await run('publish', '--yes');
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/! a1\.md {2}edited in Intercom by .+ on \d+ \w+ \d{4}/);
    expect(result.stdout).toContain(
      'Merge the edit into the file with "helpcentre pull a1.md", or overwrite it with --on-drift',
    );
    expect(result.stdout).toContain('1 updated, 1 held back');
    expect(sandbox.world.body(article?.id ?? '')).toContain('Edited by a colleague.');
    const kept = await run('publish', '--yes', '--on-drift', 'keep');
    expect(kept.code).toBe(0);
    expect(sandbox.world.body(article?.id ?? '')).toContain('Edited by a colleague.');
    expect((await run('publish', '--yes', '--on-drift', 'overwrite')).code).toBe(0);
    expect(sandbox.world.body(article?.id ?? '')).toContain('Text number 1 is here.');
  });

  it('takes over an article that a new source names by its id', async () => {
    const { run, repository, sandbox } = await scene({});
    const theirs = await sandbox.world.createArticle({ title: 'By hand', body: '<p>Old.</p>', state: 'published' });
    await repository.write({ 'content/a.md': `---\ntitle: From git\nid: ${theirs.id}\n---\n\nNew.\n` });
    const result = await run('publish', '--yes');
    expect(result.stdout).toContain('adopt     a.md  ');
    expect(sandbox.world.articles().length).toBe(1);
    expect(sandbox.world.body(theirs.id)).toContain('New.');
    await repository.write({ 'content/b.md': '---\ntitle: B\nid: 999999\n---\n\nx\n' });
    const missing = await run('plan');
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('names article 999999, which is not in the workspace');
  });
});
