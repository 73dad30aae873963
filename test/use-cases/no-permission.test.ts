import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/** Somebody who is not root: root may read everything. */
const nobody = 65_534;

async function asNobody<T>(run: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(nobody);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

/** What `check` finds where one file may not be read. */
async function problemsWithout(file: string, text: string | Uint8Array) {
  const { dir } = await makeRepository({
    'helpcentre.yml': 'locales: suffix\n',
    'content/a.md': '# A\n\nText.\n\n![x](box/x.png)\n\n:::include{file=_s/s.md}\n:::\n',
    'content/bad.md': '# Bad\n\n[x](nowhere.md)\n',
    'content/box/b.md': '# B\n\nText.\n',
    [file]: text,
  });
  await chmod(dir, 0o755);
  await chmod(path.join(dir, file), 0o000);
  const { code, stdout, stderr } = await asNobody(() => runIn(dir, ['check', '--json']));
  expect([code, stderr]).toEqual([1, '']);
  const { problems } = JSON.parse(stdout) as { problems: readonly Problem[] };
  return problems.filter(({ severity }) => severity === 'error');
}

it.each([
  ['content/secret.md', '# Secret\n'],
  ['content/box/b.fr.md', '# B\n'],
  ['content/box/_collection.yml', 'name: Box\n'],
])(
  '%s without permission to read it is one located error, and every other file is still checked',
  async (file, text) => {
    const errors = await problemsWithout(file, text);
    expect(errors).toContainEqual(
      expect.objectContaining({
        code: 'unreadable',
        message: `${file} cannot be read: the system does not allow it`,
        place: { file, line: 1, column: 1 },
      }),
    );
    expect(errors.map(({ place }) => place?.file)).toContain('content/bad.md');
  },
);

it.each([
  ['content/_s/s.md', 'Snippet.\n'],
  ['content/box/x.png', new Uint8Array(100)],
])('%s without permission to read it is an error of what uses it', async (file, text) => {
  const errors = await problemsWithout(file, text);
  const own = errors.filter(({ message }) => message.includes('it cannot be read: the system does not allow it'));
  expect(own.map(({ place }) => place?.file)).toEqual(['content/a.md']);
  expect(errors.map(({ place }) => place?.file)).toContain('content/bad.md');
});

it('a repository that can only be read is planned and built into another folder', async () => {
  const { dir } = await makeRepository({ 'helpcentre.yml': 'state: published\n', 'content/a.md': '# A\n\nText.\n' });
  const other = await mkdtemp(path.join(tmpdir(), 'elsewhere-'));
  onTestFinished(() => rm(other, { recursive: true, force: true }));
  await chmod(other, 0o777);
  await chmod(dir, 0o555);
  onTestFinished(() => chmod(dir, 0o755));
  const runs = [
    ['plan', '--offline', '--out', path.join(other, 'plan.json')],
    ['preview', '--build', path.join(other, 'site')],
  ];
  for (const argv of runs) expect(await asNobody(() => runIn(dir, argv))).toMatchObject({ code: 0 });
  expect((await readdir(other)).sort()).toEqual(['plan.json', 'site']);
  expect(await readdir(dir)).not.toContain('.helpcentre');
});
