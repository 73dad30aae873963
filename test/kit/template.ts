import { cp, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository, type TestRepository } from './repository.ts';

/** A repository and the workspace that it is published to. */
export interface Place {
  readonly repository: TestRepository;
  readonly sandbox: Sandbox;
}

/** Both as they were once: folders to copy. */
interface Template {
  readonly dir: string;
  /** Of the workspace: what Intercom gives out of it holds addresses with it. */
  readonly port: number;
}

const templates = new Map<string, Template>();

/**
 * A repository and its workspace in a state that several tests begin with. It is made for the first one in a process,
 * and copied for the others: what takes a publish and some starts of git takes a copy of files then.
 *
 * @param key says all that the state comes from; null: it is made for this test alone
 * @param make brings a place with nothing in it into the state
 */
export async function placeAsMade(
  key: string | null,
  options: Omit<SandboxOptions, 'dir' | 'port'>,
  make: (place: Place) => Promise<void>,
): Promise<Place> {
  const template = key === null ? undefined : templates.get(key);
  const copied = template && (await open(options, template));
  if (copied) return copied.place;
  const { place, workspace } = (await open(options, null)) ?? {};
  if (place === undefined || workspace === undefined) throw new Error('There is no free port');
  await make(place);
  if (key !== null && template === undefined) {
    const dir = await mkdtemp(path.join(inject('runFolder'), 'place-'));
    await copy(place.repository.dir, path.join(dir, 'repository'));
    await copy(workspace, path.join(dir, 'workspace'));
    templates.set(key, { dir, port: place.sandbox.port });
  }
  return place;
}

/** Copies a folder, but for what says which process uses it. */
const copy = (from: string, to: string): Promise<void> =>
  cp(from, to, { recursive: true, filter: (file) => !file.endsWith('sandbox.lock') });

/** New folders, or copies of a template's, with the workspace running. @returns null where its port is taken by now */
async function open(options: Omit<SandboxOptions, 'dir' | 'port'>, template: Template | null) {
  const repository = await makeRepository({});
  const { dir: workspace } = await makeRepository({});
  if (template !== null) {
    await copy(path.join(template.dir, 'repository'), repository.dir);
    await copy(path.join(template.dir, 'workspace'), workspace);
  }
  const port = template?.port ?? 0;
  const sandbox = await startSandbox({ ...options, dir: workspace, port }).catch((error: NodeJS.ErrnoException) => {
    if (template === null || error.code !== 'EADDRINUSE') throw error;
    return null;
  });
  if (sandbox === null) return null;
  onTestFinished(() => sandbox.close());
  return { place: { repository, sandbox }, workspace };
}
