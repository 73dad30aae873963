import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { writeFiles } from './repository.ts';

const fixture = path.join(import.meta.dirname, '../intercom-sync/fixtures');

/** A copy of the repository of Intercom's connector that shows every construct, gone when the test is over. */
export async function connectorRepository(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const around = await realpath(await mkdtemp(path.join(tmpdir(), 'helpcentre-connector-')));
  onTestFinished(() => rm(around, { recursive: true, force: true }));
  const dir = path.join(around, 'repository');
  await cp(fixture, dir, { recursive: true });
  await writeFiles(dir, files);
  return dir;
}
