import { execFileSync } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readFile, realpath, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { runBuilt } from '../kit/built-command.ts';
import { oneIn } from '../kit/depth.ts';
import { countingFiles } from '../kit/loaded-files.ts';

const example = fileURLToPath(new URL('../../content-example', import.meta.url));
const commands = [
  ['check', '--json'],
  ['plan', '--offline'],
] as const;
let home = '';
let dir = '';
let counted = countingFiles('');
const git = (...args: readonly string[]): string => execFileSync('git', [...args], { cwd: dir, encoding: 'utf8' });
const commit = (): string => {
  git('add', '--all');
  return git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', 'change');
};

const variables = (): Readonly<Record<string, string>> => ({
  XDG_CACHE_HOME: path.join(home, 'cache'),
  ...counted.env,
});
const run = (argv: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  runBuilt(argv, { cwd: dir, env: { ...variables(), ...more } });
const isSaidAgain = (): Promise<boolean> => counted.isSaidAgain();

beforeAll(async () => {
  home = await realpath(await mkdtemp(path.join(tmpdir(), 'helpcentre-replay-')));
  dir = path.join(home, 'centre');
  counted = countingFiles(home);
  await counted.write();
  await cp(example, dir, { recursive: true, filter: (file) => !file.includes('.helpcentre') });
  git('init', '--quiet');
  commit();
  const sandbox = await startSandbox({ dir: null });
  const env = { ...variables(), INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: 'sandbox' };
  const published = await runBuilt(['publish', '--yes'], { cwd: dir, env });
  await sandbox.close();
  expect(published.code, published.stderr).toBe(0);
  commit();
  // What was written just before a run is not relied upon.
  await sleep(2_100);
  for (const argv of commands) {
    await run(argv);
    expect(await isSaidAgain(), argv.join(' ')).toBe(false);
  }
  await cp(at('.helpcentre/cache/runs'), path.join(home, 'runs'), { recursive: true });
}, 60_000);
afterAll(() => rm(home, { recursive: true, force: true }));

test('a command that only looks is said again without loading the compiler', async () => {
  for (const argv of commands) {
    const fresh = await run(argv, { HELPCENTRE_CACHE: 'off' });
    expect(await isSaidAgain()).toBe(false);
    expect(await run(argv)).toEqual(fresh);
    expect(await isSaidAgain(), argv.join(' ')).toBe(true);
  }
});

test('with other arguments, variables, width or terminal it is carried out', async () => {
  for (const [argv, env] of [
    [['check', '--json', '--errors-only'], {}],
    [['check'], {}],
    [['check', '--json'], { HELPCENTRE_THREADS: '1' }],
    [['check', '--json'], { NO_COLOR: '1' }],
    [['check', '--json'], { TZ: 'Asia/Tokyo' }],
  ] as const) {
    await run(argv, env);
    expect(await isSaidAgain(), `${argv.join(' ')} ${JSON.stringify(env)}`).toBe(false);
  }
});

const article = 'content/repairs/guarantees.md';
const at = (name: string): string => path.join(dir, name);
const replaceIn = async (name: string, from: RegExp, to: string): Promise<void> => {
  const text = await readFile(at(name), 'utf8');
  expect(text).toMatch(from);
  await writeFile(at(name), text.replace(from, to));
};

/** What may happen between two runs, and whether it may be said again: it must not where the second says something else. */
const events: readonly (readonly [string, () => Promise<unknown>, 'again' | 'anew'])[] = [
  ['nothing', async () => undefined, 'again'],
  ['only the time of a file', () => utimes(at(article), 1, 1), 'again'],
  ['a file beside the content', () => writeFile(at('notes.txt'), 'x'), 'again'],
  ['an article', () => appendFile(at(article), '\n[gone](nothing.md)\n'), 'anew'],
  ['an article, of the same length and time', sameLength, 'anew'],
  ['a new article', () => writeFile(at('content/new.md'), '---\ntitle: New\n---\n\nText.\n'), 'anew'],
  ['an article that goes', () => rm(at(article)), 'anew'],
  ['an article with another name', () => rename(at(article), at('content/repairs/promises.md')), 'anew'],
  ['a new folder', () => mkdir(at('content/later')), 'anew'],
  ['the configuration', () => appendFile(at('helpcentre.yml'), 'nonsense: true\n'), 'anew'],
  ['the lockfile', () => rm(at('helpcentre.lock.json')), 'anew'],
  ['redirects', () => writeFile(at('redirects.yml'), '- { from: /x, redirectTo: nowhere.md }\n'), 'anew'],
  ['a baseline of problems', () => writeFile(at('helpcentre.baseline.json'), '{}'), 'again'],
  ['a journal', () => writeFile(at('.helpcentre/journal'), '{}\n'), 'anew'],
  [
    'a commit',
    async () => git('-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '-q', '--allow-empty', '-m', 'x'),
    'again',
  ],
  ['a commit of the lockfile', lockfileCommit, 'anew'],
  ['no git any more', () => rename(at('.git'), path.join(home, 'git')), 'anew'],
  ['what was compiled is lost', () => rm(at('.helpcentre/cache/compiled'), { force: true }), 'again'],
];

async function sameLength(): Promise<void> {
  await replaceIn(article, /e/, 'ë'.normalize('NFD').slice(0, 1) === 'e' ? 'x' : 'y');
  await utimes(at(article), 1, 1);
}

async function lockfileCommit(): Promise<void> {
  await appendFile(at('helpcentre.lock.json'), '\n');
  commit();
  git('revert', '--no-edit', 'HEAD');
}

describe('what changes between two runs', () => {
  test.each(oneIn(3, events))('%s', async (_, happen, expected) => {
    const base = git('rev-parse', 'HEAD').trim();
    await happen();
    try {
      for (const argv of commands) {
        const said = await run(argv);
        const isAgain = await isSaidAgain();
        expect(said, argv.join(' ')).toEqual(await run(argv, { HELPCENTRE_CACHE: 'off' }));
        if (expected === 'again') expect(isAgain, argv.join(' ')).toBe(true);
        else if (argv[0] === 'plan') expect(isAgain, argv.join(' ')).toBe(false);
      }
    } finally {
      await rename(path.join(home, 'git'), at('.git')).catch(() => undefined);
      await rm(at('.helpcentre/journal'), { force: true });
      git('reset', '--quiet', '--hard', base);
      git('clean', '--quiet', '-fd', '--exclude', '.helpcentre');
    }
    // Everything is as it was, so what was kept of then holds once more.
    await cp(path.join(home, 'runs'), at('.helpcentre/cache/runs'), { recursive: true });
    await run(commands[1]);
    expect(await isSaidAgain()).toBe(true);
  });
});
