import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const source = (title: string, body: string): string => `---\ntitle: ${title}\n---\n${body}\n`;
const links = (number: number): string =>
  Array.from({ length: number }, (_, at) => `[Link](gone-${at}.md)\n`).join('\n');

/** 24 errors in two files, and a warning. */
const flood = {
  'content/a.md': source('A', links(20)),
  'content/b.md': source('B', `${links(4)}\n~~old~~`),
  'content/c.md': source('C', 'Text.'),
};
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

/** Places at the head of a finding, and those of others that are the same. */
const everyPlace = /^(?: {4})?content\//gm;
const placesIn = (problems: readonly { readonly places?: readonly object[] }[]): number =>
  problems.reduce((sum, { places = [{}] }) => sum + places.length, 0);

describe('more problems than are read', () => {
  test('are a page with counts, whose last line is the reason for exit code 1', async () => {
    const { dir } = await makeRepository(flood);
    const { code, stdout } = await runIn(dir, ['check']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^24 errors\n\n {2}24 dead-link {2}link to "…", which does not exist\n/);
    expect(stdout.match(/^ {4}content\//gm)).toHaveLength(4);
    expect(stdout).toContain('  20 errors  content/a.md\n  4 errors  content/b.md\n');
    expect(lastLine(stdout)).toBe('3 sources: 24 errors in 2 files, 1 warning');
  });

  test('are all printed with --all, and always in JSON', async () => {
    const { dir } = await makeRepository(flood);
    expect((await runIn(dir, ['check', '--all'])).stdout.match(everyPlace)).toHaveLength(25);
    expect(placesIn(JSON.parse((await runIn(dir, ['check', '--json', '--max', '1'])).stdout).problems)).toBe(25);
  });

  test('are so many with --max, errors first, and the rest is counted', async () => {
    const { dir } = await makeRepository({ 'content/0.md': source('0', '~~old~~'), ...flood });
    const { stdout } = await runIn(dir, ['check', '--max', '2']);
    expect(stdout.match(/^content\/\S+ \w+/gm)).toEqual(['content/a.md:4:1 error', 'content/a.md:6:1 error']);
    expect(stdout).toContain('… and 24 more problems: --all prints every one.');
    expect((await runIn(dir, ['check', '--max', '2', '--all'])).code).toBe(64);
  });

  test('without warnings with --errors-only, which counts them', async () => {
    const { dir } = await makeRepository({ 'content/b.md': source('B', '[x](gone.md)\n\n~~old~~') });
    const { stdout } = await runIn(dir, ['check', '--errors-only']);
    expect(stdout).not.toContain('strikethrough');
    expect(lastLine(stdout)).toBe('1 source: 1 error, 1 warning not shown');
  });

  test('are a page before the question of publish, and so is what it would do', async () => {
    const more = Array.from({ length: 30 }, (_, at) => [`content/new-${at}.md`, source(`New ${at}`, 'Text.')]);
    const { dir } = await makeRepository({ ...flood, ...Object.fromEntries(more) });
    const { code, stdout, stderr } = await runIn(dir, ['publish', '--sandbox'], { answer: false });
    expect(code).toBe(1);
    expect(stderr.match(/^ {4}content\//gm)).toHaveLength(4);
    expect(stdout).toContain('  … and 11 more to create (--all prints every one)\n');
    const all = await runIn(dir, ['publish', '--sandbox', '--all'], { answer: false });
    expect(all.stderr.match(everyPlace)).toHaveLength(25);
    expect(all.stdout.match(/^ {2}\+ create/gm)).toHaveLength(31);
    const plan = await runIn(dir, ['plan', '--sandbox', '--offline']);
    expect(plan.stderr.match(/^ {4}content\//gm)).toHaveLength(4);
    expect(lastLine(plan.stdout)).toBe('24 errors in 2 files');
    const published = await runIn(dir, ['publish', '--sandbox', '--yes']);
    expect(published.code).toBe(1);
    expect(lastLine(published.stdout)).toBe('24 errors in 2 files');
  });
});

describe('a baseline', () => {
  const baseline = ['check', '--baseline', 'baseline.json'];

  test('accepts what is there today, wherever it moves to; what is new fails', async () => {
    const { dir } = await makeRepository(flood);
    const written = await runIn(dir, ['check', '--write-baseline', 'baseline.json']);
    expect(written).toMatchObject({ code: 0 });
    expect(written.stdout).toContain('baseline.json accepts 24 errors in 2 files, 1 warning.');
    await writeFile(path.join(dir, 'content/a.md'), source('A', `New.\n\nLines.\n\n${links(20)}`));
    expect(await runIn(dir, baseline)).toMatchObject({
      code: 0,
      stdout: '3 sources: no problems; 25 accepted by the baseline\n',
    });
    await writeFile(path.join(dir, 'content/c.md'), source('C', '[x](gone-1.md)'));
    const { code, stdout } = await runIn(dir, baseline);
    expect(code).toBe(1);
    expect(stdout).toContain('content/c.md:4:1 error link to "gone-1.md"');
    expect(lastLine(stdout)).toBe('3 sources: 1 error; 25 accepted by the baseline');
  });

  test('says that it holds more than there is', async () => {
    const { dir } = await makeRepository(flood);
    await runIn(dir, ['check', '--write-baseline', 'baseline.json']);
    await writeFile(path.join(dir, 'content/a.md'), source('A', 'Text.'));
    const { stdout } = await runIn(dir, baseline);
    expect(lastLine(stdout)).toBe(
      '3 sources: no problems; 5 accepted by the baseline; 20 that it accepts are gone, so write it anew',
    );
    expect((await runIn(dir, [...baseline, 'content/b.md'])).stdout).not.toContain('gone');
  });

  test('is the same from another folder, in plan and in publish', async () => {
    const { dir } = await makeRepository(flood);
    await runIn(dir, ['check', '--write-baseline', 'baseline.json']);
    const elsewhere = path.join(dir, 'content');
    const argv = ['check', '--cwd', '..', '--baseline', '../baseline.json'];
    expect((await runIn(elsewhere, argv)).stdout).toBe('3 sources: no problems; 25 accepted by the baseline\n');
    const planned = await runIn(dir, ['plan', '--sandbox', '--offline', '--baseline', 'baseline.json']);
    expect(planned).toMatchObject({ code: 0, stderr: expect.stringContaining('25 accepted by the baseline') });
    const published = await runIn(dir, ['publish', '--sandbox', '--yes', '--baseline', 'baseline.json']);
    expect(published.code).toBe(0);
  });

  test('is all in JSON, where what it accepts is marked', async () => {
    const { dir } = await makeRepository(flood);
    await runIn(dir, ['check', '--write-baseline', 'baseline.json']);
    const { ok, problems } = JSON.parse((await runIn(dir, [...baseline, '--json'])).stdout);
    expect(ok).toBe(true);
    expect(placesIn(problems)).toBe(25);
    expect(problems[0]).toMatchObject({ accepted: true });
  });

  test('is never written over anything else, nor read from it', async () => {
    const { dir } = await makeRepository({ ...flood, 'notes.json': '{}' });
    const taken = await runIn(dir, ['check', '--write-baseline', 'notes.json']);
    expect(taken).toMatchObject({ code: 1, stderr: expect.stringContaining('(baseline-taken)') });
    expect(await readFile(path.join(dir, 'notes.json'), 'utf8')).toBe('{}');
    const bad = await runIn(dir, ['check', '--baseline', 'notes.json']);
    expect(bad).toMatchObject({ code: 1, stderr: expect.stringContaining('(bad-baseline)') });
    const none = await runIn(dir, baseline);
    expect(none.stderr).toContain('helpcentre check --write-baseline baseline.json');
    expect((await runIn(dir, ['check', 'content/a.md', '--write-baseline', 'baseline.json'])).code).toBe(64);
  });
});
