import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openGit } from '../../src/git/bot-git.ts';
import { gitEnvironment } from '../../src/git/git-environment.ts';
import { git, makeOrigin } from '../kit/git-origin.ts';
import { bareRepositoryIn, marksIn } from '../kit/hostile-git.ts';
import { isWindows } from '../kit/system.ts';

/**
 * Each guard by itself: here it is the checkout's own settings and hooks that name programs, so that none of them is
 * kept away by naming the store alone.
 */
async function checkout() {
  const dir = await realpath(await mkdtemp(path.join(tmpdir(), 'helpcentre-guards-')));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const origin = await makeOrigin(dir, { 'a.md': 'Text.\n' });
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
  {
    name: 'a hook of a submodule',
    async prepare({ dir, origin, hook, set }) {
      const other = path.join(dir, 'other');
      await git(dir, 'clone', '--quiet', origin.bare, other);
      const add = ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'inner'];
      await git(origin.clone, ...add);
      await git(origin.clone, 'commit', '--quiet', '--message', 'Add');
      await git(other, 'commit', '--quiet', '--allow-empty', '--message', 'Next');
      await hook(`${origin.clone}/.git/modules/inner`, 'reference-transaction');
      await set(['fetch.recurseSubmodules', 'true']);
    },
    run: ['fetch', 'origin'],
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
    await set(['remote.origin.url', `ext::${await program('ext')}`]);
    if (taken === settingNames) await set(['protocol.ext.allow', 'always']);
    const said = await tell(origin.clone, ['fetch', 'origin'], await without(origin.clone, taken));
    expect(said).toContain("transport 'ext' not allowed");
    expect(await marksIn(marks)).toEqual([]);
  });

  it.each([/^GIT_(DIR|WORK_TREE)$/, settingNames])('a bare repository among the files is none: %s', async (taken) => {
    const { origin, marks } = await checkout();
    const docs = path.join(origin.clone, 'docs');
    await bareRepositoryIn(docs, marks);
    await tell(docs, ['status'], await without(docs, taken));
    expect(await marksIn(marks)).toEqual([]);
  });
});
