import { appendFile, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { runBuilt } from '../kit/built-command.ts';
import { countingFiles } from '../kit/loaded-files.ts';
import { writeFiles } from '../kit/repository.ts';

let home = '';
let dir = '';
let sandbox: Sandbox;
let counted = countingFiles('');

const run = (more: Readonly<Record<string, string>> = {}) => {
  const ours = { XDG_CACHE_HOME: path.join(home, 'cache'), INTERCOM_BASE_URL: sandbox.url };
  return runBuilt(['plan'], { cwd: dir, env: { ...ours, INTERCOM_ACCESS_TOKEN: 'sandbox', ...counted.env, ...more } });
};

/** Runs, and says what was printed, what was asked, and whether the program had to be loaded. */
async function looked(more: Readonly<Record<string, string>> = {}) {
  const before = sandbox.log.length;
  const result = await run(more);
  const asked = sandbox.log.slice(before).map(({ method, path: at }) => `${method} ${at}`);
  return { result, asked: asked.sort(), isSaidAgain: await counted.isSaidAgain() };
}

beforeAll(async () => {
  home = await realpath(await mkdtemp(path.join(tmpdir(), 'helpcentre-replay-')));
  dir = path.join(home, 'centre');
  counted = countingFiles(home);
  await counted.write();
  const articles = Array.from({ length: 5 }, (_, at) => [
    `content/a${at}.md`,
    `---\ntitle: A${at}\n---\n\nText ${at}.\n`,
  ]);
  await writeFiles(dir, { 'helpcentre.yml': 'state: published\n', ...Object.fromEntries(articles) });
  sandbox = await startSandbox({ dir: null });
  const env = {
    XDG_CACHE_HOME: path.join(home, 'cache'),
    INTERCOM_BASE_URL: sandbox.url,
    INTERCOM_ACCESS_TOKEN: 'sandbox',
  };
  expect((await runBuilt(['publish', '--yes'], { cwd: dir, env })).code).toBe(0);
  await sleep(2_100);
  expect((await looked()).isSaidAgain).toBe(false);
}, 60_000);
afterAll(async () => {
  await sandbox.close();
  await rm(home, { recursive: true, force: true });
});

test('a plan that would say the same asks the same and is said again', async () => {
  const fresh = await looked({ HELPCENTRE_CACHE: 'off' });
  const again = await looked();
  expect(fresh.isSaidAgain).toBe(false);
  expect(again).toEqual({ ...fresh, isSaidAgain: true });
  expect(again.result.stdout).toContain('No changes; 5 unchanged');
});

test('the token is in nothing that is kept', async () => {
  const runs = path.join(dir, '.helpcentre/cache/runs');
  const names = await readdir(runs);
  expect(names.length).toBeGreaterThan(1);
  await run({ INTERCOM_ACCESS_TOKEN: 'a-token-that-is-unknown' });
  for (const name of await readdir(runs)) {
    const text = await readFile(path.join(runs, name), 'utf8');
    expect(text).not.toMatch(/Bearer|sandbox"|a-token-that/);
  }
});

test('with another token it is carried out', async () => {
  const other = await looked({ INTERCOM_ACCESS_TOKEN: 'unknown' });
  expect(other.isSaidAgain).toBe(false);
  expect(other.result.stderr).toContain('401');
});

test('behind a proxy nothing is said again', async () => {
  const env = { HTTPS_PROXY: 'http://127.0.0.1:9' };
  await looked(env);
  expect((await looked(env)).isSaidAgain).toBe(false);
});

test('an article that changes here costs no question twice', async () => {
  const name = path.join(dir, 'content/a1.md');
  const before = await readFile(name, 'utf8');
  await appendFile(name, '\nMore.\n');
  const fresh = await looked({ HELPCENTRE_CACHE: 'off' });
  expect(fresh.result.stdout).toContain('1 to update');
  expect(await looked()).toEqual(fresh);
  await writeFile(name, before);
});

test('an edit in Intercom is seen', async () => {
  const [article] = sandbox.world.articles();
  await fetch(`${sandbox.url}/articles/${article?.id}`, {
    method: 'PUT',
    headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json', 'intercom-version': '2.16' },
    body: JSON.stringify({ title: 'By a colleague' }),
  });
  const seen = await looked();
  expect(seen.isSaidAgain).toBe(false);
  expect(seen.result.stdout).toContain('1 held back');
  expect(seen.result).toEqual((await looked({ HELPCENTRE_CACHE: 'off' })).result);
});
