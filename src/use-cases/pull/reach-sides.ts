import { labelsOf, reachIn, remoteReach } from '../../body/reach.ts';
import type { FieldSides } from '../../import/pull/merge-source.ts';
import type { DesiredArticle } from '../../model/desired.ts';
import { type Fin, finAgents } from '../../model/reach.ts';
import type { RemoteArticle, RemoteLocale } from '../../model/remote.ts';
import type { Source } from '../../model/repository.ts';
import type { Planned } from '../plan-of.ts';

/** An article whose source is in the default locale. */
interface ReachInput {
  readonly article: DesiredArticle;
  readonly planned: Planned;
  readonly remote: RemoteArticle;
  readonly source: Source;
}

type Sides = Omit<FieldSides, 'key' | 'holdsVariable'> & { readonly part: 'fin' | 'audiences' | 'tags' };

/**
 * What a source names of its article's reach, on its three sides. What it does not name stays as it is in Intercom, and
 * so do tags that others put on.
 */
export function reachSides({ article, planned, remote, source }: ReachInput, theirs: RemoteLocale): readonly Sides[] {
  const { reach } = article;
  if (reach === undefined) return [];
  const recorded = Object.values(planned.recorded.articles).find(({ id }) => id === remote.id)?.reach;
  const now = reachIn(reach, recorded, remoteReach(theirs, remote), labelsOf(planned.remote));
  const sides: Sides[] = [];
  if (reach.fin !== undefined && now.fin !== undefined) {
    const value = { ...source.fields.fin, ...changedSwitches(recorded?.fin, now.fin) };
    const three = { base: said(recorded?.fin), ours: said(reach.fin) ?? '', theirs: said(now.fin) ?? '' };
    sides.push({ part: 'fin', ...three, value });
  }
  for (const part of ['audiences', 'tags'] as const) {
    const [ours, current] = [reach[part]?.names, now[part]];
    if (ours === undefined || current === undefined) continue;
    const before = recorded?.[part];
    const names = Object.keys(current).sort();
    const three = {
      base: before === undefined ? null : listed(Object.keys(before)),
      ours: listed(ours),
      theirs: listed(names),
    };
    sides.push({ part, ...three, value: names });
  }
  return sides;
}

const said = (fin: Fin | undefined): string | null =>
  fin === undefined ? null : finAgents.map((agent) => `${agent} ${fin[agent]}`).join(', ');

const listed = (names: readonly string[]): string => [...names].sort().join('\n');

/** Only what was turned is written: the rest may come from a folder, or from the configuration. */
function changedSwitches(before: Fin | undefined, now: Fin): Fin {
  return Object.fromEntries(
    finAgents.filter((agent) => before?.[agent] !== now[agent]).map((agent) => [agent, now[agent]]),
  );
}
