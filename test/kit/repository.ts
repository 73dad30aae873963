import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A repository on disk for one test, gone when the test is over. */
export interface TestRepository {
  readonly dir: string;
  /** Writes files, by path from the repository's root. */
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  remove(...paths: readonly string[]): Promise<void>;
}

/** Makes a repository with an empty configuration, unless the files bring one. */
export async function makeRepository(files: Readonly<Record<string, string | Uint8Array>>): Promise<TestRepository> {
  // Where the system's own name for the folder is a link, programs print what it leads to.
  const dir = await realpath(await mkdtemp(path.join(tmpdir(), 'helpcentre-test-')));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const repository: TestRepository = {
    dir,
    write: (more) => writeFiles(dir, more),
    async remove(...paths) {
      for (const name of paths) await rm(path.join(dir, name), { recursive: true });
    },
  };
  await repository.write({ 'helpcentre.yml': 'state: published\n', ...files });
  return repository;
}

/** Writes files below a folder, by path. */
export async function writeFiles(dir: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(dir, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
