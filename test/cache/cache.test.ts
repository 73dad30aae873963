import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Cache, openCache } from '../../src/cache/cache.ts';

async function folderAndHome() {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-cache-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const [folder, home] = [path.join(dir, 'repository'), path.join(dir, 'home')];
  await mkdir(folder);
  const opened = async (build = 'one', env: Record<string, string> = { HOME: home }): Promise<Cache> => {
    const cache = await openCache(folder, build, env);
    if (cache === null) throw new Error('no cache');
    return cache;
  };
  const file = path.join(folder, '.helpcentre/cache/compiled');
  const filled = async () => {
    const cache = await opened();
    cache.keep(cache.key('a', { b: 1 }), { fact: 'ä' }, 'a text\nof two lines');
    cache.keep(cache.key('c'), 'only facts');
    await cache.save();
  };
  const found = (cache: Cache) => {
    const kept = cache.recall(cache.key('a', { b: 1 }));
    const text = kept?.text() ?? null;
    return kept === null || text === null ? null : { facts: kept.facts, text };
  };
  return { folder, home, file, opened, filled, found };
}

test('what is kept is there in the next run, and git does not see it', async () => {
  const { folder, opened, filled, found } = await folderAndHome();
  await filled();
  const next = await opened();
  expect(found(next)).toEqual({ facts: { fact: 'ä' }, text: 'a text\nof two lines' });
  expect(next.recall(next.key('c'))?.facts).toBe('only facts');
  expect(next.recall(next.key('a', { b: 2 }))).toBeNull();
  expect(await readFile(path.join(folder, '.helpcentre/.gitignore'), 'utf8')).toBe('*\n');
  expect(await readdir(path.join(folder, '.helpcentre/cache'))).toContain('compiled');
});

test('another build knows nothing of it, and carries nothing of it along', async () => {
  const { opened, filled, found } = await folderAndHome();
  await filled();
  const other = await opened('two');
  expect(found(other)).toBeNull();
  other.keep(other.key('a', { b: 1 }), 'of two');
  await other.save();
  expect(found(await opened('two'))?.facts).toBe('of two');
  expect(found(await opened('one'))).toBeNull();
});

test('a file that was written with another secret is not believed: it may have come with the repository', async () => {
  const { home, opened, filled, found } = await folderAndHome();
  await filled();
  const stranger = await opened('one', { HOME: path.join(home, 'other') });
  expect(found(stranger)).toBeNull();
});

test('cut off anywhere it counts as not there, and so does what has a byte changed in it or in the index', async () => {
  const { file, opened, filled, found } = await folderAndHome();
  await filled();
  const whole = await readFile(file);
  const other = Buffer.from('"only facts"');
  const isOther = (at: number): boolean => at >= whole.indexOf(other) && at < whole.indexOf(other) + other.length;
  for (let at = 0; at < whole.length; at += 1) {
    await writeFile(file, whole.subarray(0, at));
    expect(found(await opened()), `cut at ${at}`).toBeNull();
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await writeFile(file, changed);
    const next = await opened();
    expect(found(next) === null, `changed at ${at}`).toBe(!isOther(at));
    expect(next.recall(next.key('c')) === null || !isOther(at), `changed at ${at}`).toBe(true);
  }
  await filled();
  expect(found(await opened())).not.toBeNull();
});

test('garbage, a folder or a link in its place is no error, and a link is not followed', async () => {
  const { folder, file, opened, filled, found } = await folderAndHome();
  const elsewhere = path.join(folder, 'precious');
  await writeFile(elsewhere, 'precious');
  await mkdir(path.dirname(file), { recursive: true });
  await symlink(elsewhere, file);
  await filled();
  expect(await readFile(elsewhere, 'utf8')).toBe('precious');
  await rm(file, { force: true });
  await mkdir(file);
  await filled();
  expect(found(await opened())).toBeNull();
});

test('two runs at once leave what one of them kept', async () => {
  const { opened, found } = await folderAndHome();
  const runs = await Promise.all([opened(), opened(), opened()]);
  for (const [index, run] of runs.entries()) run.keep(run.key('a', { b: 1 }), { index });
  await Promise.all(runs.map((run) => run.save()));
  expect([{ index: 0 }, { index: 1 }, { index: 2 }]).toContainEqual(found(await opened())?.facts);
});

test('runs that start at once agree on one secret', async () => {
  const { home, opened } = await folderAndHome();
  await Promise.all(Array.from({ length: 8 }, () => opened()));
  expect(await readdir(path.join(home, '.cache/helpcentre'))).toEqual(['seal']);
  expect((await stat(path.join(home, '.cache/helpcentre/seal'))).mode & 0o077).toBe(0);
});

test('what nobody asks for is dropped after a while, and the rest stays', async () => {
  const { opened, filled, found } = await folderAndHome();
  await filled();
  for (let round = 0; round < 25; round += 1) {
    const run = await opened();
    run.recall(run.key('c'));
    run.keep(run.key('round', round), 'new');
    await run.save();
  }
  const last = await opened();
  expect(found(last)).toBeNull();
  expect(last.recall(last.key('c'))?.facts).toBe('only facts');
});

test('nothing is kept where there is no home, and where nothing can be written a run goes on', async () => {
  const { folder, opened, found, filled } = await folderAndHome();
  expect(await openCache(folder, 'one', {})).toBeNull();
  if (process.getuid?.() !== 0) {
    await chmod(folder, 0o500);
    await filled();
    await chmod(folder, 0o700);
    expect(found(await opened())).toBeNull();
  }
});
