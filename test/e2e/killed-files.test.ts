import { mkdir, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runBuilt } from '../kit/built-command.ts';
import { git } from '../kit/git-origin.ts';
import { writeFiles } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';
import { type TestBed, testBed } from '../sandbox/start.ts';

const hook = new URL('./photo-hook.mjs', import.meta.url).href;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const files = {
  'helpcentre.yml': 'state: published\n',
  'content/guides/a.md': '---\ntitle: A\n---\n\nText.\n\n![One](one.png)\n',
  'content/guides/one.png': png,
};

type Files = ReadonlyMap<string, string>;

/** Files of a folder, without those of git. */
async function filesIn(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !name.startsWith('.git/'));
  return new Map(
    await Promise.all(
      names.sort().map(async (name) => [name, await readFile(path.join(folder, name), 'latin1')] as const),
    ),
  );
}

/** Names of what `git add --all` would commit. */
async function toCommit(folder: string): Promise<readonly string[]> {
  const printed = await git(folder, 'status', '--porcelain', '-z', '--untracked-files=all');
  return printed.split('\0').flatMap((row) => (row === '' ? [] : [row.slice(3)]));
}

/** What is half made anywhere. */
const leftIn = (all: Files): readonly string[] =>
  [...all.keys()].filter((name) => /(^|\/)\.helpcentre(\/tmp\/|-)/.test(name) && !name.endsWith('.gitignore'));

/** A command, what is in the repository before it, and what people do in Intercom before it. */
interface Scene {
  readonly argv: readonly string[];
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly isPublished: boolean;
  readonly editByHand: (bed: TestBed) => Promise<void>;
}

const scenes: readonly Scene[] = [
  { argv: ['publish', '--yes'], files, isPublished: false, editByHand: async () => undefined },
  {
    argv: ['pull'],
    files,
    isPublished: true,
    editByHand: async (bed) => {
      const { world } = bed.sandbox;
      const id = world.articles()[0]?.id ?? '';
      await world.editArticle(id, { body: `${world.body(id)}<p>More.</p>` });
      await world.renameCollection(world.collections()[0]?.id ?? '', { name: 'Guides of ours' });
    },
  },
  {
    argv: ['import', '--yes'],
    files: {},
    isPublished: false,
    editByHand: async (bed) => {
      const guides = await bed.collection({ name: 'Guides' });
      await bed.article({
        title: 'A',
        body: '<p>Text.</p>',
        state: 'published',
        parent_id: Number(guides.id),
        parent_type: 'collection',
      });
    },
  },
];

async function prepare({ files, isPublished, editByHand }: Scene) {
  const home = await realpath(await mkdtemp(path.join(tmpdir(), 'helpcentre-killed-')));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const repository = path.join(home, 'repository');
  await mkdir(repository);
  await writeFiles(repository, { 'README.md': 'Ours.\n', ...files });
  const bed = await testBed({ rateLimit: 100_000 });
  const env = { INTERCOM_BASE_URL: bed.sandbox.url, INTERCOM_ACCESS_TOKEN: bed.sandbox.token };
  if (isPublished) {
    const published = await runIn(repository, ['publish', '--yes'], { env });
    expect(published.code, published.stdout + published.stderr).toBe(0);
    await rm(path.join(repository, '.helpcentre'), { recursive: true });
  }
  await editByHand(bed);
  await git(repository, 'init', '--quiet');
  await git(repository, 'add', '--all');
  await git(repository, 'commit', '--quiet', '--message', 'Begin');
  return { home, repository, env };
}

// What a system without links and modes does is the same; Windows has no paths that begin with /.
describe.skipIf(isWindows).each([
  ['one disk', {}],
  ['its own files on another disk', { SPLIT_DISKS: '1' }],
] as const)('killed at any moment, on %s,', (_, split) => {
  it.each(scenes.map((scene) => [scene.argv[0], scene] as const))(
    '%s leaves nothing half made that git would commit, and nothing at all after the next run',
    async (_, scene) => {
      const { home, repository, env } = await prepare(scene);
      const photos = path.join(home, 'photos');
      const before = await filesIn(repository);
      const told = { PHOTO_OF: repository, PHOTOS: photos, NODE_OPTIONS: `--import ${hook}`, ...split };
      const whole = await runBuilt(scene.argv, { cwd: repository, env: { ...env, ...told } });
      expect(whole.code, whole.stdout + whole.stderr).toBe(0);
      const end = await filesIn(repository);
      const committed = await toCommit(repository);
      expect(committed.length).toBeGreaterThan(0);
      expect(leftIn(end)).toEqual([]);

      const seen = new Set<string>();
      const shapes = new Set<string>();
      for (const photo of (await readdir(photos)).sort()) {
        const folder = path.join(photos, photo);
        const there = await filesIn(folder);
        const look = JSON.stringify([...there].filter(([name]) => !/^\.helpcentre\/(?!\.gitignore)/.test(name)));
        if (!seen.has(look)) {
          seen.add(look);
          for (const name of await toCommit(folder)) {
            const text = there.get(name);
            if (name === 'helpcentre.lock.json') JSON.parse(text ?? '');
            else expect([before.get(name), end.get(name)], `${photo}: ${name}`).toContain(text);
          }
        }
        const shape = leftIn(there)
          .map((name) => name.replace(/[0-9a-f]{8}-[0-9a-f-]+/g, 'X'))
          .join();
        if (shape === '' || shapes.has(shape)) continue;
        shapes.add(shape);
        const next = await runIn(folder, scene.argv, { env });
        expect(next.code, next.stdout + next.stderr).toBe(0);
        expect(leftIn(await filesIn(folder)), photo).toEqual([]);
        expect(committed).toEqual(expect.arrayContaining([...(await toCommit(folder))]));
      }
      expect(shapes.size).toBeGreaterThan(0);
      expect(seen.size).toBeGreaterThan(1);
    },
  );
});
