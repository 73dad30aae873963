import { gitIn } from '../git/git.ts';
import { withProblems } from '../plan/plan.ts';
import { recordedOf } from '../record/lockfile.ts';
import { asPlanned } from './as-planned.ts';
import { hasLocalTarget, sandboxFolder } from './connect.ts';
import type { Context } from './context.ts';
import { type ReadBlob, textsForMoves, unseenMoves } from './gone-texts.ts';
import type { KnownLockfile } from './lock.ts';
import { recordedNow } from './past.ts';
import { contentOf, type Looked, type PlanOptions, planOf, sectionsOf, withoutImageHost } from './plan-of.ts';
import type { Promoted } from './promoted-part.ts';
import { withOffers } from './redirects.ts';
import type { Sources } from './sources.ts';
import { withoutTarget } from './target.ts';

/**
 * Makes the plan for one section of the lockfile, without asking the workspace that it is of.
 *
 * @param id of that workspace; nothing was published to one that the lockfile does not know
 * @param blob reads what was last published; see `textsForMoves`
 */
export async function planSection(
  context: Context,
  given: Sources,
  known: KnownLockfile,
  id: string,
  options: PlanOptions & { readonly promoted?: Promoted | null },
  blob: ReadBlob = gitIn(given.folder, context.host.env).blob,
): Promise<Looked> {
  const noted = recordedOf(known.read.lockfile, id);
  const sections = sectionsOf(known, noted);
  const policy = { policy: options.staleTranslations, blob };
  const sources = await asPlanned(context, given, sections, policy);
  const lockFolder = sandboxFolder(context, given.folder) ?? sources.folder;
  const { recorded, history } = await recordedNow(context, sources, lockFolder, {
    workspace: id,
    remote: null,
    recorded: noted,
  });
  const fit = hasLocalTarget(context) ? withoutImageHost(options) : options;
  const texts = await textsForMoves(sources, recorded, blob);
  const plan = planOf(sources, recorded, null, contentOf(known, id), fit, texts);
  const more = [...unseenMoves(plan, texts, history), ...withoutTarget(known.read.lockfile, sources.settings)];
  const told = withOffers(context, sources, plan, recorded, null);
  const found = { sources: told, recorded, remote: null, plan: withProblems(plan, more) };
  return options.part === undefined ? found : { ...found, part: options.part };
}
