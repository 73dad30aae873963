import path from 'node:path';
import { type ConfigurationResult, readConfiguration } from '../config/settings.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Lockfile } from '../model/recorded.ts';
import type { Settings } from '../model/settings.ts';
import { UsageError } from '../model/usage-error.ts';
import { lockfileName } from '../record/lockfile.ts';
import { readFacts } from '../record/read-facts.ts';
import { type Context, standOf } from './context.ts';

/**
 * Reads the configuration for the target that was named, or the only one there is. A sandbox stands in for it: the
 * settings are the target's, and neither its id nor its token counts.
 *
 * @param file the configuration, where it is another one than the options name
 */
export async function readSettings(
  context: Pick<Context, 'options' | 'cwd' | 'host'>,
  file = context.options.config,
): Promise<ConfigurationResult> {
  const { sandbox, target } = context.options;
  const read = await readConfiguration(context.cwd, file, standOf(context), target);
  const found = read.ok ? { ...read, settings: await withFacts(read.settings, read.folder) } : read;
  if (!found.ok || sandbox === undefined || sandbox === false) return found;
  const { target: _, targets: __, ...settings } = found.settings;
  return { ...found, settings: { ...settings, targets: {} } };
}

/** What the lockfile knows of the workspace that is meant: the target's, or the only one that was asked. */
async function withFacts(settings: Settings, folder: string): Promise<Settings> {
  const known = await readFacts(path.join(folder, lockfileName));
  const { target } = settings;
  const [only, ...more] = known.values();
  const facts = target === undefined ? (more.length === 0 ? only : undefined) : known.get(target.workspace);
  return facts === undefined ? settings : { ...settings, facts };
}

/**
 * Stops what needs a workspace where there are several and none was named: which one is meant nobody can know.
 *
 * @throws UsageError
 */
export function demandTarget({ target, targets }: Pick<Settings, 'target' | 'targets'>): void {
  const names = Object.keys(targets);
  if (target !== undefined || names.length === 0) return;
  throw new UsageError(
    'which-target',
    `helpcentre.yml has several targets, and none was named: ${names.join(', ')}`,
    'Name one with --target NAME.',
    64,
  );
}

/**
 * The workspace that a run may talk to: the target's, or the one that was named by its id.
 *
 * @param named id that a person gave besides
 * @returns undefined where nobody said
 * @throws UsageError where both are said and are not the same
 */
export function expectedWorkspace({ target }: Pick<Settings, 'target'>, named?: string): string | undefined {
  if (target === undefined || named === undefined || named === target.workspace) return target?.workspace ?? named;
  throw new UsageError(
    'other-target',
    `the target "${target.name}" is the workspace ${target.workspace}, and ${named} was named`,
    'Leave the id out, or name the target that it belongs to.',
    64,
  );
}

/** Sections of the lockfile that no target names: ids that a run for a target would never find. */
export function withoutTarget({ workspaces }: Lockfile, { targets }: Pick<Settings, 'targets'>): readonly Problem[] {
  const named = new Set(Object.values(targets).map(({ workspace }) => workspace));
  if (named.size === 0) return [];
  const known = Object.entries(targets).map(([name, { workspace }]) => `${name} (${workspace})`);
  return Object.entries(workspaces).flatMap(([workspace, { articles }]) => {
    const count = Object.keys(articles).length;
    if (named.has(workspace) || count === 0) return [];
    return [problem('workspace-without-target', { workspace, count, known: known.join(', ') })];
  });
}
