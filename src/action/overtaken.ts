import path from 'node:path';
import { readConfiguration } from '../config/settings.ts';
import { gitText } from '../github/git.ts';
import type { Tip } from '../github/tip.ts';
import type { Job } from './job.ts';
import type { Home } from './lockfile.ts';

/**
 * Whether the branch has newer sources than the commit at hand: their own run publishes them, and this one would put
 * old texts over them. A newer lockfile alone is no matter.
 */
export async function isOvertaken(job: Job, home: Home, tip: Tip | null): Promise<boolean> {
  const { commit } = job;
  if (tip === null || tip.commit === commit || commit === '') return false;
  const watched = await sourcePaths(job, home);
  if (watched === null) return false;
  const changed = await gitText(home.git, ['diff', '--name-only', '-z', 'HEAD', tip.commit, '--', ...watched]);
  return changed.split('\0').some((name) => name !== '' && name !== home.path);
}

/** The configuration and the content folder, from the root of the checkout; null where they cannot be read. */
export async function sourcePaths({ context, inputs }: Job, { checkout }: Home): Promise<readonly string[] | null> {
  const file = path.resolve(context.cwd, inputs.config ?? 'helpcentre.yml');
  const found = await readConfiguration(context.cwd, file);
  if (!found.ok) return null;
  const content = path.posix.join(checkout.prefix, found.settings.content);
  return [path.posix.join(checkout.prefix, path.basename(file)), content];
}
