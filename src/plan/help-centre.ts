import type { Problem, RemoteHelpCentre } from '../model.ts';
import { problem } from '../problem.ts';

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
    const centre = centres.find((candidate) => candidate.identifier === wanted || candidate.id === wanted) ?? null;
    const known = centres.map((candidate) => candidate.identifier).join(', ');
    return { centre, problems: centre === null ? [problem('unknown-help-centre', { wanted, known })] : [] };
  }
  const centre = centres.find((candidate) => candidate.isDefault === true) ?? centres[0] ?? null;
  const unsure = centres.length > 1 && centres.every((candidate) => candidate.isDefault === null);
  return { centre, problems: unsure && centre ? [problem('help-centre-unsure', { chosen: centre.identifier })] : [] };
}
