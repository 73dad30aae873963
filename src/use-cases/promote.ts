import { UsageError } from '../model/usage-error.ts';
import { ProblemsError } from './connect.ts';
import type { Context } from './context.ts';
import type { ReadBlob } from './gone-texts.ts';
import type { KnownLockfile } from './lock.ts';
import { planSection } from './plan-section.ts';
import { differencesIn, type Promoted } from './promoted-part.ts';
import type { Sources } from './sources.ts';
import { readSettings } from './target.ts';

/**
 * Looks what of the sources is on another target just so, by the fingerprints that the lockfile has of it: on it is what
 * a plan for it would leave as it is. What the two targets have otherwise by the configuration (`state`, `helpCentre`)
 * is therefore no difference, and every byte of an article and of what it shows is one.
 *
 * @param sources read for the target that is published to
 * @param from name of the target that is promoted; undefined: everything is published, wherever else it is
 * @throws UsageError, ProblemsError where there is none, or it is the same
 */
export async function promotedFrom(
  context: Context,
  sources: Sources,
  known: KnownLockfile,
  { from, blob }: { readonly from: string | undefined; readonly blob: ReadBlob | undefined },
): Promise<Promoted | null> {
  if (from === undefined) return null;
  const { target } = sources.settings;
  if (target === undefined || target.name === from) throw nothingToPromote(from, target?.name);
  const found = await readSettings({ ...context, options: { ...context.options, target: from } });
  if (!found.ok) throw new ProblemsError(found.problems);
  const workspace = found.settings.target?.workspace ?? '';
  if (!Object.hasOwn(known.read.lockfile.workspaces, workspace)) {
    const what = `nothing was published to "${from}" yet, as far as the lockfile knows`;
    throw new UsageError('not-published', what, `Publish there first: helpcentre publish --target ${from}`);
  }
  const there = sources.under(found.settings);
  const { plan } = await planSection(context, there, known, workspace, { allowRemovals: true }, blob);
  return { from, ...differencesIn(plan) };
}

function nothingToPromote(from: string, target: string | undefined): UsageError {
  const what = target === from ? `"${from}" cannot be promoted to itself` : `"${from}" cannot be promoted to no target`;
  return new UsageError('bad-promote', what, 'Name the other target with --target NAME.', 64);
}
