import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCheckout } from '../../src/action/github/checkout.ts';
import { fetchTip, fileAt } from '../../src/action/github/tip.ts';
import { blobId } from '../../src/git/blob-id.ts';
import { openGit } from '../../src/git/bot-git.ts';
import { gitIn } from '../../src/git/git.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { git, makeClonedOrigin } from '../kit/git-origin.ts';
import { bareRepositoryIn, marksIn, tellingGit } from '../kit/hostile-git.ts';
import { runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';

const text = '---\ntitle: A\n---\n\nText.\n';
const secrets = {
  INTERCOM_ACCESS_TOKEN: 'secret-1',
  GITHUB_TOKEN: 'secret-2',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret-3',
  NODE_AUTH_TOKEN: 'secret-4',
  INPUT_TOKEN: 'secret-5',
  'INPUT_GITHUB-TOKEN': 'secret-6',
  AWS_SECRET_ACCESS_KEY: 'secret-7',
  MY_OWN: 'secret-8',
};

/** A checkout whose folder `docs` is a help centre, and for git a bare repository that runs programs. */
async function hostile(where: 'docs' | 'docs/content' = 'docs') {
  const dir = await realpath(await mkdtemp(path.join(tmpdir(), 'helpcentre-hostile-')));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const origin = await makeClonedOrigin(dir, {
    'docs/helpcentre.yml': 'state: published\n',
    'docs/content/a.md': text,
  });
  const docs = path.join(origin.clone, 'docs');
  const marks = path.join(dir, 'marks');
  await bareRepositoryIn(path.join(origin.clone, where), marks);
  return { dir, origin, docs, marks };
}

const env = { PATH: process.env.PATH ?? '' };

describe.skipIf(isWindows)('a bare repository among the files', () => {
  it('is believed by git itself, so that the tests after this one mean something', async () => {
    const { docs, marks } = await hostile();
    await git(docs, 'fetch').catch(() => undefined);
    await git(docs, 'status').catch(() => undefined);
    expect((await marksIn(marks)).length).toBeGreaterThan(0);
  });

  it.each(['docs', 'docs/content'] as const)('in %s is not what a pull reads from', async (where) => {
    const { docs, origin, marks } = await hostile(where);
    for (const folder of [docs, path.join(docs, 'content')]) {
      const here = gitIn(folder, env);
      const file = path.relative(folder, path.join(docs, 'content/a.md'));
      expect((await here.committed([file]))?.get(file)).toBe(blobId(Buffer.from(text)));
      expect((await here.blob(blobId(Buffer.from(text))))?.toString()).toBe(text);
      expect(await here.blob('1'.repeat(40))).toBeNull();
    }
    expect(await marksIn(marks)).toEqual([]);
    expect(origin.bare).not.toBe('');
  });

  it.each(['docs', 'docs/content'] as const)('in %s is no checkout of the Action', async (where) => {
    const { docs, origin, marks } = await hostile(where);
    const checkout = await openCheckout(path.join(docs, where === 'docs' ? '.' : 'content'), env, 'secret');
    expect(checkout?.prefix).toBe(`${where}/`);
    const here = checkout?.git ?? openGit(docs, env, null);
    expect((await here.run(['remote', 'get-url', 'origin'])).stdout.trim()).toBe(origin.bare);
    const tip = await fetchTip(here, 'main');
    expect(await fileAt(here, tip?.commit ?? '', 'docs/content/a.md')).toBe(text);
    expect((await here.run(['push', '-n', 'origin', 'HEAD:refs/heads/other'])).code).toBe(0);
    expect(await marksIn(marks)).toEqual([]);
  });

  it('where there is no checkout around it is none either', async () => {
    const dir = await realpath(await mkdtemp(path.join(tmpdir(), 'helpcentre-hostile-')));
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    const marks = path.join(dir, 'marks');
    await bareRepositoryIn(path.join(dir, 'repo'), marks);
    expect(await openCheckout(path.join(dir, 'repo'), env, 'secret')).toBeNull();
    expect(await gitIn(path.join(dir, 'repo'), env).blob('1'.repeat(40))).toBeNull();
    expect(await gitIn(path.join(dir, 'repo'), env).committed(['a.md'])).toBeNull();
    expect(await marksIn(marks)).toEqual([]);
  });

  it('runs nothing in any local command, and no git that it brings, as pull once did', async () => {
    const { docs, marks } = await hostile();
    const brought = path.join(docs, 'node_modules/.bin');
    await mkdir(brought, { recursive: true });
    await writeFile(path.join(brought, 'git'), `#!/bin/sh\ntouch ${marks}/brought-git\nexec /usr/bin/git "$@"\n`, {
      mode: 0o755,
    });
    const led = { ...env, ...secrets, PATH: [brought, '.', env.PATH].join(path.delimiter) };
    await runIn(docs, ['publish', '--sandbox', '--yes'], { env });
    await writeFile(path.join(docs, 'content/a.md'), `${text}\nMore.\n`);
    // Only a text that both sides changed is looked for in git, and fetched where a clone left it out.
    const sandbox = await startSandbox({ dir: path.join(docs, '.helpcentre/sandbox') });
    await sandbox.world.editArticle(sandbox.world.articles()[0]?.id ?? '', { body: '<p>Text.</p><p>Theirs.</p>' });
    await sandbox.close();
    const ran: string[] = [];
    for (const argv of [
      'check --fix',
      'plan --offline',
      'plan --sandbox',
      'diff --sandbox',
      'doctor --sandbox',
      'preview --sandbox --build site',
      'init --yes',
      'pull --sandbox',
      'import --sandbox --yes',
      'publish --sandbox --yes --on-drift overwrite',
    ]) {
      await runIn(docs, argv.split(' '), { env: led });
      for (const mark of await marksIn(marks)) ran.push(`${argv}: ${mark}`);
      await rm(marks, { recursive: true });
      await mkdir(marks);
    }
    expect(ran).toEqual([]);
  });
});

describe.skipIf(isWindows)('a checkout', () => {
  it('may be a worktree or a submodule, whose .git is a file', async () => {
    const { dir, origin, docs } = await hostile();
    const tree = path.join(dir, 'tree');
    await git(origin.clone, 'worktree', 'add', '--quiet', tree, '-b', 'tree');
    expect((await openCheckout(path.join(tree, 'docs'), env, null))?.prefix).toBe('docs/');
    expect((await gitIn(path.join(tree, 'docs'), env).committed(['content/a.md']))?.size).toBe(1);
    const outer = path.join(dir, 'outer');
    await mkdir(outer);
    await git(outer, 'init', '--quiet');
    await git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', origin.bare, 'help');
    const inner = path.join(outer, 'help/docs');
    expect((await openCheckout(inner, env, null))?.prefix).toBe('docs/');
    expect((await gitIn(inner, env).committed(['content/a.md']))?.size).toBe(1);
    expect(docs).not.toBe(inner);
  });
});

describe.skipIf(isWindows)('what git is given', () => {
  it('are no secrets, except what opens the remote to the commands that speak with it', async () => {
    const { dir, docs, origin } = await hostile();
    const note = path.join(dir, 'note');
    const bin = await tellingGit(dir, note, '/usr/bin/git');
    const told = { ...secrets, PATH: `${bin}:${env.PATH}`, HOME: dir };
    await gitIn(docs, told).committed(['content/a.md']);
    await git(origin.clone, 'remote', 'set-url', 'origin', 'https://127.0.0.1:9/acme/help.git');
    const checkout = await openCheckout(docs, { ...told, GITHUB_SERVER_URL: 'https://127.0.0.1:9' }, 'push-me');
    for (const args of [
      ['rev-parse', 'HEAD'],
      ['ls-tree', 'HEAD'],
      ['ls-remote', 'origin'],
      ['fetch', 'origin'],
    ]) {
      await checkout?.git.run(args);
    }
    const runs = (await readFile(note, 'utf8')).split(/^## /m).slice(1);
    expect(runs.length).toBeGreaterThan(5);
    for (const one of runs) {
      expect(one).not.toContain('secret-');
      expect(/AUTHORIZATION/.test(one), one.split('\n')[0]).toBe(/^(ls-remote|fetch)/.test(one));
    }
  });

  it('is the person’s own git, and none that a repository brings', async () => {
    const { dir, docs, origin } = await hostile();
    const note = path.join(dir, 'note');
    const brought = path.join(origin.clone, 'node_modules/.bin');
    await mkdir(brought, { recursive: true });
    for (const folder of [brought, docs]) {
      await writeFile(path.join(folder, 'git'), `#!/bin/sh\ntouch ${note}\n`, { mode: 0o755 });
    }
    const led = { PATH: [brought, '.', '', './bin', docs, env.PATH].join(path.delimiter) };
    expect((await gitIn(docs, led).committed(['content/a.md']))?.size).toBe(1);
    expect((await openCheckout(docs, led, null))?.prefix).toBe('docs/');
    await expect(readFile(note)).rejects.toThrow('ENOENT');
  });
});
