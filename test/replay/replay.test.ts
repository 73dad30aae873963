import { execFile, spawnSync } from 'node:child_process';
import fs, { createReadStream, existsSync, readFileSync } from 'node:fs';
import { access, lstat, mkdir, open, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import type { Host } from '../../src/model/host.ts';
import { recorded } from '../../src/replay/recorded.ts';
import { type Candidate, replayed } from '../../src/replay/replay.ts';
import { makeRepository } from '../kit/repository.ts';

/** The real one, as it is before anything watches it: what another program writes is written with it. */
const another = { writeFile: fs.writeFileSync, rm: fs.rmSync };

type Run = (host: Host, dir: string) => Promise<unknown>;

/** A repository in which a run is carried out, and may be said again. */
async function scene(run: Run, files: Readonly<Record<string, string>> = {}) {
  const { dir, write, remove } = await makeRepository({ 'content/a.md': 'A', 'content/b.md': 'B', ...files });
  const written: string[] = [];
  const sink = (name: string) => ({
    write: (text: string) => void written.push(`${name} ${text}`),
    isTTY: false,
    columns: 80,
  });
  const host: Host = {
    cwd: dir,
    env: {},
    stdout: sink('out'),
    stderr: sink('err'),
    readStdin: async () => 'typed',
    confirm: async () => true,
    interactive: false,
    // Well after the files were written.
    now: () => Date.now() + 60_000,
    sleep: async () => undefined,
    random: () => 0.5,
    signal: new AbortController().signal,
  };
  const candidate: Candidate = { folder: dir, key: 'key', seal: { secret: Buffer.alloc(32, 7), maker: 'build' } };
  const carryOut = async (given: Host): Promise<number> => {
    await readFile(path.join(dir, 'helpcentre.yml'));
    await run(given, dir);
    return 3;
  };
  return {
    dir,
    write,
    remove,
    host,
    candidate,
    written,
    record: (given: Partial<Host> = {}) => recorded(candidate, { ...host, ...given }, carryOut),
    replay: (given: Candidate = candidate) => replayed(given, host),
  };
}

const reading: Run = async ({ stdout, stderr }, dir) => {
  for (const name of await readdir(path.join(dir, 'content'))) {
    stdout.write(`${name} ${await readFile(path.join(dir, 'content', name), 'utf8')}\n`);
  }
  stderr.write('done\n');
};

describe('a run that only looked', () => {
  test('is said again, on both streams, with its exit code', async () => {
    const { record, replay, written } = await scene(reading);
    expect(await replay()).toBeNull();
    expect(await record()).toBe(3);
    const first = written.splice(0);
    expect(first).toEqual(['out a.md A\n', 'out b.md B\n', 'err done\n']);
    expect(await replay()).toBe(3);
    expect(written).toEqual(first);
  });

  test('is not said again by another key, another build or another person', async () => {
    const { record, replay, candidate } = await scene(reading);
    await record();
    const { seal } = candidate;
    expect(await replay({ ...candidate, key: 'other' })).toBeNull();
    expect(await replay({ ...candidate, seal: { ...seal, maker: 'other' } })).toBeNull();
    expect(await replay({ ...candidate, seal: { ...seal, secret: Buffer.alloc(32, 8) } })).toBeNull();
    expect(await replay()).toBe(3);
  });

  test('is not said again from what is garbage, cut off, or was changed', async () => {
    const { record, replay, dir, write } = await scene(reading);
    await record();
    const name = '.helpcentre/cache/runs/key';
    const kept = await readFile(path.join(dir, name));
    const changed = Buffer.from(kept.toString('latin1').replace('"code":3', '"code":0'), 'latin1');
    for (const bytes of [Buffer.alloc(0), Buffer.from('{}'), kept.subarray(0, 100), kept.subarray(0, -1), changed]) {
      await write({ [name]: bytes });
      expect(await replay()).toBeNull();
    }
    await write({ [name]: kept });
    expect(await replay()).toBe(3);
  });

  test('is kept out of git', async () => {
    const { record, dir } = await scene(reading);
    await record();
    expect(await readFile(path.join(dir, '.helpcentre/cache/runs/.gitignore'), 'utf8')).toBe('*\n');
  });

  test('takes the place of the oldest of many', async () => {
    const { record, replay, candidate, dir, write } = await scene(reading);
    const old = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`.helpcentre/cache/runs/old-${at}/x`, 'x']));
    await write(old);
    await record();
    const names = (await readdir(path.join(dir, '.helpcentre/cache/runs'))).filter((name) => !name.startsWith('.'));
    expect(names).toHaveLength(16);
    expect(names).toContain(candidate.key);
    expect(await replay()).toBe(3);
  });

  test('is not kept where it read no configuration of its folder', async () => {
    const { dir, host, candidate, replay } = await scene(reading);
    await recorded(candidate, host, async () => 0);
    expect(existsSync(path.join(dir, '.helpcentre'))).toBe(false);
    expect(await replay()).toBeNull();
  });
});

/** Every way in which the program, or a library, may look at a file that is there. */
const looks: readonly (readonly [string, Run])[] = [
  ['readFile', (_, dir) => readFile(path.join(dir, 'content/a.md'))],
  ['readFileSync', async (_, dir) => readFileSync(path.join(dir, 'content/a.md'))],
  ['readFile with a callback', (_, dir) => promisify(fs.readFile)(path.join(dir, 'content/a.md'))],
  ['open', async (_, dir) => (await open(path.join(dir, 'content/a.md'))).close()],
  ['openSync', async (_, dir) => fs.closeSync(fs.openSync(path.join(dir, 'content/a.md'), fs.constants.O_RDONLY))],
  ['a stream', (_, dir) => createReadStream(path.join(dir, 'content/a.md')).toArray()],
  ['a file address', (_, dir) => readFile(new URL(`file://${dir}/content/a.md`))],
  [
    'bytes of a path',
    async (_, dir) => readFileSync(new Uint8Array(Buffer.from(path.join(dir, 'content/a.md'))) as Buffer),
  ],
  ['a relative path', (_, dir) => readFile(path.relative(process.cwd(), path.join(dir, 'content/a.md')))],
];

describe('a file that was read', () => {
  test.each(looks)('by %s, decides', async (_, run) => {
    const { record, replay, write, remove } = await scene(run);
    await record();
    expect(await replay()).toBe(3);
    await write({ 'content/b.md': 'of no matter' });
    expect(await replay()).toBe(3);
    await write({ 'content/a.md': 'a' });
    expect(await replay()).toBeNull();
    await write({ 'content/a.md': 'A' });
    expect(await replay()).toBe(3);
    await remove('content/a.md');
    expect(await replay()).toBeNull();
  });
});

/** Ways to ask for what is not there. */
const misses: readonly (readonly [string, Run])[] = [
  ['stat', (_, dir) => stat(path.join(dir, 'none')).catch(() => null)],
  ['lstat', (_, dir) => lstat(path.join(dir, 'none')).catch(() => null)],
  ['lstatSync that throws nothing', async (_, dir) => fs.lstatSync(path.join(dir, 'none'), { throwIfNoEntry: false })],
  ['existsSync', async (_, dir) => existsSync(path.join(dir, 'none'))],
  ['access', (_, dir) => access(path.join(dir, 'none')).catch(() => null)],
  ['readFile', (_, dir) => readFile(path.join(dir, 'none')).catch(() => null)],
  ['open', (_, dir) => open(path.join(dir, 'none')).catch(() => null)],
  ['realpath', (_, dir) => realpath(path.join(dir, 'none')).catch(() => null)],
  ['realpath.native', (_, dir) => promisify(fs.realpath.native)(path.join(dir, 'none')).catch(() => null)],
  ['readdir', (_, dir) => readdir(path.join(dir, 'none')).catch(() => null)],
];

describe('something that was not there', () => {
  test.each(misses)('when %s asked, decides', async (_, run) => {
    const { record, replay, dir } = await scene(run);
    await record();
    expect(await replay()).toBe(3);
    await mkdir(path.join(dir, 'none'));
    expect(await replay()).toBeNull();
  });
});

/** Looks that the system refuses in another way than by saying that nothing is there. */
const refused: readonly (readonly [string, Run])[] = [
  ['a name that is too long', (_, dir) => lstat(path.join(dir, 'a'.repeat(300))).catch(() => null)],
  ['links in a circle', (_, dir) => stat(path.join(dir, 'circle')).catch(() => null)],
  ['a file behind links in a circle', (_, dir) => readFile(path.join(dir, 'circle/file')).catch(() => null)],
  ['what can be no path', (_, dir) => stat(path.join(dir, 'a\0b')).catch(() => null)],
];

describe('a look that is refused', () => {
  test.each(refused)('for %s, ends no run', async (_, run) => {
    const { record, replay, dir } = await scene(run);
    fs.symlinkSync('circle', path.join(dir, 'circle'));
    expect(await record()).toBe(3);
    expect(await replay()).toBe(3);
  });
});

/** What a run does that is more than looking, or cannot be looked at again. */
const more: readonly (readonly [string, Run])[] = [
  ['writes a file', (_, dir) => writeFile(path.join(dir, 'content/c.md'), '')],
  ['writes a journal of its own', (_, dir) => mkdir(path.join(dir, '.helpcentre/journal'), { recursive: true })],
  ['notes links', (_, dir) => mkdir(path.join(dir, '.helpcentre/cache/links'), { recursive: true })],
  ['removes a file', (_, dir) => rm(path.join(dir, 'content/b.md'))],
  ['opens a file to write', async (_, dir) => (await open(path.join(dir, 'content/b.md'), 'a')).close()],
  ['reads a file that is made by it', (_, dir) => readFile(path.join(dir, 'content/c.md'), { flag: 'a+' })],
  ['looks through folders in folders', (_, dir) => readdir(path.join(dir, 'content'), { recursive: true })],
  [
    'opens folders in folders',
    async (_, dir) => (await fs.promises.opendir(path.join(dir, 'content'), { recursive: true })).close(),
  ],
  ['makes a folder', async (_, dir) => fs.mkdirSync(path.join(dir, 'new'))],
  ['asks for the time', async (host) => host.now()],
  ['draws by chance', async (host) => host.random()],
  ['reads what is typed', (host) => host.readStdin()],
  ['asks a question', (host) => host.confirm('?')],
  ['starts a program in another way', async () => spawnSync(process.execPath, ['--version'])],
  [
    'asks the network',
    () =>
      new Promise((resolve) => {
        net.connect(9, '127.0.0.1').on('error', resolve);
      }),
  ],
  ['asks by fetch', () => fetch('http://127.0.0.1:49151/').catch(() => null)],
  [
    'is told of what it did not ask for',
    async ({ hears }) =>
      hears?.({
        ...{ method: 'GET', url: 'http://127.0.0.1:9/', headers: { authorization: 'Bearer undefined' }, status: 200 },
        ...{ tokenVariable: 'TOKEN', body: new Uint8Array() },
      }),
  ],
  ['starts a thread', () => new Worker('', { eval: true }).terminate()],
  ['waits', (host) => host.sleep(1)],
  [
    'sees a file before and after another program removes it',
    async (_, dir) => {
      await stat(path.join(dir, 'content/b.md'));
      another.rm(path.join(dir, 'content/b.md'));
      await stat(path.join(dir, 'content/b.md')).catch(() => null);
    },
  ],
  [
    'reads a file that another program removes',
    async (_, dir) => {
      await readFile(path.join(dir, 'content/b.md'));
      another.rm(path.join(dir, 'content/b.md'));
    },
  ],
];

test.each(more)('a run that %s is never said again', async (_, run) => {
  const { record, replay } = await scene(run);
  expect(await record()).toBe(3);
  expect(await replay()).toBeNull();
});

test('what changes while a run reads it, or just before, is not taken for what the run saw', async () => {
  const { record, replay } = await scene(async (_, dir) => {
    await readFile(path.join(dir, 'content/a.md'));
    another.writeFile(path.join(dir, 'content/a.md'), 'other');
  });
  await record({ now: () => Date.now() });
  expect(await replay()).toBeNull();
});

test('an address that is no file is refused as it is without', async () => {
  const { record } = await scene(async () => {
    expect(existsSync(new URL('https://example.com/'))).toBe(false);
  });
  expect(await record()).toBe(3);
});

/** How a token comes into what a run says or looks at: it was given as an argument, say. */
const leaks: readonly (readonly [string, Readonly<Record<string, string>>, Run])[] = [
  [
    'prints it',
    { INTERCOM_ACCESS_TOKEN: 'abcdef-0123456789' },
    async ({ stdout }) => stdout.write('no abcdef-0123456789'),
  ],
  ['prints its end', { MY_SECRET: 'abcdef-0123456789-x' }, async ({ stderr }) => stderr.write('…def-0123456789-x?')],
  [
    'prints it in an address',
    { API_KEY: 'a/b+c=d:e' },
    async ({ stdout }) => stdout.write('http://x/a%2Fb%2Bc%3Dd%3Ae'),
  ],
  ['looks at it', { ANY_NAME: 'dG9rOjVkZjQ3' }, (_, dir) => stat(path.join(dir, 'dG9rOjVkZjQ3')).catch(() => null)],
];

test.each(leaks)('a run that has a secret in it and %s is not kept', async (_, env, run) => {
  const { record, replay, dir } = await scene(run);
  expect(await record({ env })).toBe(3);
  expect(await replay()).toBeNull();
  expect(existsSync(path.join(dir, '.helpcentre'))).toBe(false);
});

test('a run that was stopped is never said again', async () => {
  const stopping = new AbortController();
  const { record, replay } = await scene(async () => stopping.abort());
  expect(await record({ signal: stopping.signal })).toBe(3);
  expect(await replay()).toBeNull();
});

test('a run that keeps what it compiled is still one that only looks', async () => {
  const { record, replay } = await scene(async (_, dir) => {
    await mkdir(path.join(dir, '.helpcentre/cache'), { recursive: true });
    await writeFile(path.join(dir, '.helpcentre/cache/compiled'), String(Math.random()));
  });
  await record();
  expect(await replay()).toBe(3);
});

describe.each(['.helpcentre/tmp', '.helpcentre/tmp/content', '.helpcentre/cache/compiled', '.helpcentre/cache/runs/x'])(
  'what a configuration has a run read in %s',
  (folder) => {
    test('decides', async () => {
      const { record, replay, write } = await scene(
        async (_, dir) => {
          for (const name of await readdir(path.join(dir, folder))) await readFile(path.join(dir, folder, name));
          await mkdir(path.join(dir, '.helpcentre/tmp'), { recursive: true });
        },
        { [`${folder}/a.md`]: 'A', '.helpcentre/tmp/.gitignore': '*\n' },
      );
      await record();
      expect(await replay()).toBe(3);
      await write({ [`${folder}/a.md`]: 'other' });
      expect(await replay()).toBeNull();
      await write({ [`${folder}/a.md`]: 'A' });
      expect(await replay()).toBe(3);
      await write({ [`${folder}/b.md`]: 'B' });
      expect(await replay()).toBeNull();
    });
  },
);

test('a run that asked which moments have passed holds until the next, and not before it was', async () => {
  let now = Date.now() + 60_000;
  const { record, host, candidate } = await scene(async ({ nowAmong }) => {
    expect(nowAmong?.([now - 5, now + 1_000, now + 2_000])).toBe(now);
  });
  await record({ now: () => now });
  const began = now;
  for (const [later, code] of [
    [0, 3],
    [999, 3],
    [1_000, null],
    [5_000, null],
    [-1, null],
  ] as const) {
    now = began + later;
    expect(await replayed(candidate, { ...host, now: () => now }), String(later)).toBe(code);
  }
});

test('a run after every moment does not hold before them, where the clock was set back', async () => {
  let now = Date.now() + 60_000;
  const { record, host, candidate } = await scene(async ({ nowAmong }) => nowAmong?.([now - 5_000]));
  await record({ now: () => now });
  const began = now;
  for (const [later, code] of [
    [0, 3],
    [86_400_000, 3],
    [-6_000, null],
  ] as const) {
    now = began + later;
    expect(await replayed(candidate, { ...host, now: () => now }), String(later)).toBe(code);
  }
});

test('a program whose folder is a file by now ends no run', async () => {
  const { record, replay, dir, write, remove } = await scene((_, home) => {
    const [cwd, env] = [path.join(home, 'content'), { PATH: process.env['PATH'] ?? '' }];
    return new Promise((resolve) => execFile('git', ['--version'], { cwd, env }, resolve));
  });
  await record();
  expect(await replay()).toBe(3);
  await remove('content');
  await write({ content: 'a file' });
  expect(fs.statSync(path.join(dir, 'content')).isFile()).toBe(true);
  expect(await replay()).toBeNull();
});

describe('a program that was asked', () => {
  const git = (dir: string, ...args: readonly string[]) => promisify(execFile)('git', [...args], { cwd: dir });
  const asking: Run = ({ stdout }, dir) =>
    new Promise((resolve) => {
      const env = { PATH: process.env['PATH'] ?? '', HOME: dir };
      const child = execFile('git', ['cat-file', '--batch-check'], { cwd: dir, env }, (_, printed) => {
        stdout.write(printed);
        resolve(undefined);
      });
      child.stdin?.end('HEAD:file.txt\n');
    });

  test('is asked again, and decides', async () => {
    const { record, replay, dir, written, write } = await scene(asking, { 'file.txt': 'one' });
    const commit = async (): Promise<void> => {
      await git(dir, 'add', '--all');
      await git(dir, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', 'x');
    };
    await git(dir, 'init', '--quiet');
    await commit();
    await record();
    expect(written.splice(0).join('')).toContain(' blob 3');
    expect(await replay()).toBe(3);
    expect(written.join('')).toContain(' blob 3');
    await write({ 'file.txt': 'another' });
    expect(await replay()).toBe(3);
    await commit();
    expect(await replay()).toBeNull();
  });
});
