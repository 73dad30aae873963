import { centreNamed } from '../model/centre-of.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { DesiredCollection } from '../model/desired.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { RemoteHelpCentre } from '../model/remote.ts';
import { nearestName } from '../text/nearest.ts';

/**
 * Chooses the help centre that is published to.
 *
 * @param centres all of the workspace
 * @param wanted identifier or id from the configuration; null: the workspace's default
 * @returns null where the workspace has none, or none that fits; then there is a problem
 */
export function chooseHelpCentre(
  centres: readonly RemoteHelpCentre[],
  wanted: string | null,
): { readonly centre: RemoteHelpCentre | null; readonly problems: readonly Problem[] } {
  if (wanted !== null) {
    const centre = centreNamed(centres, wanted);
    return { centre, problems: centre === null ? [problem('unknown-help-centre', unknown(wanted, centres))] : [] };
  }
  const centre = centres.find((candidate) => candidate.isDefault === true) ?? centres[0] ?? null;
  const unsure = centres.length > 1 && centres.every((candidate) => candidate.isDefault === null);
  return { centre, problems: unsure && centre ? [problem('help-centre-unsure', { chosen: centre.identifier })] : [] };
}

function unknown(wanted: string, centres: readonly RemoteHelpCentre[]) {
  const identifiers = centres.map(({ identifier }) => identifier);
  return { wanted, known: identifiers.join(', '), nearest: nearestName(wanted, identifiers) };
}

/**
 * Finds the collections that cannot be in the help centre that their top folder names: there is none of that name, or
 * another folder gives it another name, and one collection would be planned as two.
 *
 * @param main the help centre of `helpcentre.yml`
 * @returns keys of those collections and of all in them
 */
export function misplacedCollections(
  collections: readonly DesiredCollection[],
  centres: readonly RemoteHelpCentre[],
  main: RemoteHelpCentre | null,
): { readonly keys: ReadonlySet<CollectionKey>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const bad = new Set<string>();
  const namedBy = new Map<string, { readonly wanted: string; readonly folder: string }>();
  for (const { helpCentre: wanted, folder = '' } of collections) {
    if (wanted === undefined || bad.has(wanted)) continue;
    const centre = centreNamed(centres, wanted);
    const first = namedBy.get(centre?.id ?? '');
    if (centre === null) {
      problems.push(problem('folder-help-centre', { folder, ...unknown(wanted, centres) }));
    } else if (centre.id === main?.id || (first !== undefined && first.wanted !== wanted)) {
      const other = first === undefined ? null : `${first.folder}/_collection.yml`;
      problems.push(problem('help-centre-again', { folder, wanted, other }));
    } else {
      namedBy.set(centre.id, { wanted, folder });
      continue;
    }
    bad.add(wanted);
  }
  const keys = collections.filter(({ helpCentre }) => helpCentre !== undefined && bad.has(helpCentre));
  return { keys: new Set(keys.map(({ key }) => key)), problems };
}
