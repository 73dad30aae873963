import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bareRepositoryIn, marksIn } from '../kit/hostile-git.ts';
import { isWindows } from '../kit/system.ts';
import { buildOnce, makeScene, type Scene } from './action-scene.ts';

buildOnce();

const text = '---\ntitle: A\n---\n\nText.\n';
const files = { 'docs/helpcentre.yml': 'state: published\nmaxRemovals: 100%\n', 'docs/content/a.md': text };
const folders = ['docs', 'docs/content'] as const;

/** Files of a folder, as a commit takes them. */
async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const plain = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      plain.map(async (file) => [path.relative(folder, file).split(path.sep).join('/'), await readFile(file, 'utf8')]),
    ),
  );
}

/** Commits to main what git takes for a bare repository. @returns the folder of marks */
async function poison(scene: Scene, where: (typeof folders)[number]): Promise<string> {
  const home = path.dirname(scene.origin.root);
  const marks = path.join(home, 'marks');
  const made = path.join(home, 'poison');
  await mkdir(made);
  await bareRepositoryIn(made, marks);
  const under = Object.entries(await filesIn(made)).map(([name, content]) => [`${where}/${name}`, content]);
  await scene.origin.commit('main', Object.fromEntries(under));
  return marks;
}

const inputs = { 'working-directory': 'docs' };

describe.skipIf(isWindows).each(folders)('a bare repository committed in %s', (where) => {
  it('starts nothing in the Action: it plans, publishes, records and looks for drift as without it', async () => {
    const scene = await makeScene(files, {}, 'the bundle');
    const marks = await poison(scene, where);
    await scene.origin.commit('more', { 'docs/content/b.md': '---\ntitle: B\n---\n\nMore.\n' });
    const pull = await scene.openPull('more');
    const planned = await scene.onPull(pull, { inputs });
    expect(await marksIn(marks)).toEqual([]);
    expect(planned.annotations).toEqual([]);
    expect(planned.outputs).toMatchObject({ changes: '2', errors: '0' });
    expect(scene.github.comments[0]?.body).toContain('| create | `b.md` | B |');

    const published = await scene.onPush(await scene.merge(pull), { inputs });
    expect(await marksIn(marks)).toEqual([]);
    expect(published.annotations).toEqual([]);
    expect(published.outputs).toMatchObject({ published: '2', failed: '0' });
    expect(await scene.origin.show('main', 'docs/helpcentre.lock.json')).toContain('b.md');

    const drift = await scene.onSchedule({ inputs: { ...inputs, drift: 'pull-request' } });
    expect(await marksIn(marks)).toEqual([]);
    expect(drift.code).toBe(0);
  });
});
