import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCheckout } from '../../src/action/github/checkout.ts';
import { openGit } from '../../src/git/bot-git.ts';
import { gitIn } from '../../src/git/git.ts';
import { gitEnvironment } from '../../src/git/git-environment.ts';
import { git, makeClonedOrigin } from '../kit/git-origin.ts';
import { bareRepositoryIn, marksIn, tellingGit } from '../kit/hostile-git.ts';
import { isWindows } from '../kit/system.ts';

/**
 * Each guard by itself: here it is the checkout's own settings and hooks that name programs, so that none of them is
 * kept away by naming the store alone.
 */
async function checkout() {
  const dir = await realpath(await mkdtemp(path.join(tmpdir(), 'helpcentre-guards-')));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const origin = await makeClonedOrigin(dir, { 'a.md': 'Text.\n' });
  const marks = path.join(dir, 'marks');
  await mkdir(marks);
  /** A program that leaves a mark. */
  const program = async (name: string): Promise<string> => {
    const file = path.join(dir, `${name}.sh`);
    await writeFile(file, `#!/bin/sh\ntouch ${marks}/${name}\nexit 1\n`);
    await chmod(file, 0o755);
    return file;
  };
  const hook = async (store: string, name: string): Promise<void> => {
    await mkdir(path.join(store, 'hooks'), { recursive: true });
    await writeFile(path.join(store, 'hooks', name), `#!/bin/sh\ntouch ${marks}/${name}\n`);
    await chmod(path.join(store, 'hooks', name), 0o755);
  };
  const set = (...settings: readonly (readonly [string, string])[]): Promise<void> =>
    settings.reduce<Promise<void>>(
      (before, [key, value]) => before.then(async () => void (await git(origin.clone, 'config', key, value))),
      Promise.resolve(),
    );
  return { dir, origin, marks, program, hook, set };
}

type Made = Awaited<ReturnType<typeof checkout>>;

const env = { PATH: process.env.PATH ?? '' };
const push = ['push', 'origin', 'HEAD:refs/heads/other'];

interface Guard {
  readonly name: string;
  /** Puts programs into the checkout's own settings. */
  readonly prepare: (made: Made) => Promise<void>;
  readonly run: readonly string[];
}

const guards: readonly Guard[] = [
  { name: 'a hook before a push', prepare: ({ hook, origin }) => hook(`${origin.clone}/.git`, 'pre-push'), run: push },
  {
    name: 'a hook of a folder that the settings name',
    async prepare({ hook, origin, set }) {
      await hook(`${origin.clone}/mine`, 'reference-transaction');
      await set(['core.hooksPath', `${origin.clone}/mine/hooks`]);
    },
    run: ['update-ref', 'refs/helpcentre/a', 'HEAD'],
  },
  {
    name: 'a monitor of files',
    prepare: async ({ set, program }) => set(['core.fsmonitor', await program('fsmonitor')]),
    run: ['status'],
  },
  {
    name: 'a lister of borrowed references',
    async prepare({ dir, origin, set, program }) {
      await git(dir, 'clone', '--quiet', '--bare', origin.bare, 'lent.git');
      await writeFile(path.join(origin.clone, '.git/objects/info/alternates'), path.join(dir, 'lent.git/objects'));
      await set(['core.alternateRefsCommand', await program('alternates')]);
      await git(origin.bare, 'commit-tree', 'HEAD^{tree}', '-p', 'HEAD', '-m', 'Next').then((commit) =>
        git(origin.bare, 'update-ref', 'refs/heads/main', commit),
      );
    },
    run: ['fetch', 'origin'],
  },
  {
    name: 'a program as a remote',
    prepare: async ({ set, program }) =>
      set(['remote.origin.url', `ext::${await program('ext')}`], ['protocol.ext.allow', 'always']),
    run: ['fetch', 'origin'],
  },
  {
    name: 'a signer of pushes',
    async prepare({ origin, set, program }) {
      await git(origin.bare, 'config', 'receive.certNonceSeed', 'seed');
      await set(['push.gpgSign', 'true'], ['gpg.program', await program('gpg')], ['user.signingKey', 'A']);
    },
    run: push,
  },
];

describe.skipIf(isWindows).each(guards)('of a checkout, $name', ({ prepare, run }) => {
  it('is run by git as a person starts it', async () => {
    const made = await checkout();
    await prepare(made);
    await git(made.origin.clone, '-c', 'protocol.file.allow=always', ...run).catch(() => undefined);
    expect(await marksIn(made.marks)).not.toEqual([]);
  });

  it('is not run by the Action', async () => {
    const made = await checkout();
    await prepare(made);
    await openGit(made.origin.clone, env, null).run(run);
    expect(await marksIn(made.marks)).toEqual([]);
  });
});

describe.skipIf(isWindows)('where one guard is missing', () => {
  const tell = (cwd: string, args: readonly string[], own: Record<string, string>): Promise<string> =>
    new Promise((resolve) => execFile('git', [...args], { cwd, env: own }, (_, _out, stderr) => resolve(stderr)));
  const start = { passed: [], settings: [], protocols: ['file'], takesAnyOwner: true };
  const settingNames = /^GIT_CONFIG_/;

  async function without(folder: string, taken: RegExp): Promise<Record<string, string>> {
    const whole = await gitEnvironment(folder, env, start);
    return Object.fromEntries(Object.entries(whole ?? {}).filter(([name]) => !taken.test(name)));
  }

  it.each([/^GIT_ALLOW_PROTOCOL$/, settingNames])('a program is no remote: %s', async (taken) => {
    const { origin, marks, set, program } = await checkout();
    await set(['remote.origin.url', `ext::${await program('ext')}`], ['protocol.ext.allow', 'always']);
    const said = await tell(origin.clone, ['fetch', 'origin'], await without(origin.clone, taken));
    expect(said).toContain("transport 'ext' not allowed");
    expect(await marksIn(marks)).toEqual([]);
  });

  it('a bare repository among the files is none: without the name of the store', async () => {
    const { origin, marks } = await checkout();
    const docs = path.join(origin.clone, 'docs');
    await bareRepositoryIn(docs, marks);
    const said = await tell(docs, ['rev-parse', '--git-dir'], await without(docs, /^GIT_(DIR|WORK_TREE)$/));
    expect(said).toContain('cannot use bare repository');
  });

  it('a bare repository among the files is none: without any setting', async () => {
    const { origin, marks } = await checkout();
    const docs = path.join(origin.clone, 'docs');
    await bareRepositoryIn(docs, marks);
    await tell(docs, ['status'], await without(docs, settingNames));
    expect(await marksIn(marks)).toEqual([]);
  });
});

describe.skipIf(isWindows)('the Action’s git', () => {
  it('fetches nothing in a submodule, wherever its settings lead', async () => {
    const { dir, origin, set } = await checkout();
    const other = path.join(dir, 'other');
    await git(dir, 'clone', '--quiet', origin.bare, other);
    await git(origin.clone, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'inner');
    await git(other, 'commit', '--quiet', '--allow-empty', '--message', 'Next');
    await set(['fetch.recurseSubmodules', 'true']);
    const inner = path.join(origin.clone, 'inner');
    const before = await git(inner, 'rev-parse', 'origin/main');
    await openGit(origin.clone, env, null).run(['fetch', 'origin']);
    expect(await git(inner, 'rev-parse', 'origin/main')).toBe(before);
  });

  it('asks nobody for a password, and starts no program that asks', async () => {
    const { origin, marks, set, program } = await checkout();
    await set(['core.askPass', await program('asked')]);
    const input = 'protocol=https\nhost=example.com\n\n';
    const told = { ...env, SSH_ASKPASS: await program('asked-too'), GIT_ASKPASS: await program('asked-first') };
    await openGit(origin.clone, told, null).run(['credential', 'fill'], { input });
    expect(await marksIn(marks)).toEqual([]);
  });

  it('gives the token to no server but the job’s own', async () => {
    const { dir, origin, set } = await checkout();
    await set(['remote.origin.url', 'http://127.0.0.1:9/acme/help.git']);
    const note = path.join(dir, 'note');
    const bin = await tellingGit(dir, note, '/usr/bin/git');
    const told = { PATH: `${bin}:${env.PATH}` };
    for (const server of ['https://github.com', 'http://127.0.0.1:10', 'http://127.0.0.1:9']) {
      const found = await openCheckout(origin.clone, { ...told, GITHUB_SERVER_URL: server }, 'push-me');
      await rm(note);
      await found?.git.run(['fetch', 'origin']);
      const isOwn = server === 'http://127.0.0.1:9';
      expect((await readFile(note, 'utf8')).includes('AUTHORIZATION'), server).toBe(isOwn);
    }
  });
});

// Only root can give a file away.
it.skipIf(process.getuid?.() !== 0)(
  'a repository of somebody else’s is read only where the person trusts it',
  async () => {
    const { dir, origin } = await checkout();
    const store = path.join(origin.clone, '.git');
    await chown(store, 12_345, 12_345);
    const told = { ...env, HOME: dir };
    expect(await gitIn(origin.clone, told).committed(['a.md'])).toBeNull();
    await writeFile(path.join(dir, '.gitconfig'), `[safe]\n\tdirectory = ${origin.clone}\n`);
    expect((await gitIn(origin.clone, told).committed(['a.md']))?.size).toBe(1);
  },
);
