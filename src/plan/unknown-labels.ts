import type { ContentPath } from '../model/article.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { labelNamed, type ReachPlaces } from '../model/reach.ts';
import type { Remote } from '../model/remote.ts';
import { nearestName } from '../text/nearest.ts';

/** Articles that name what the workspace does not have. */
export interface UnknownLabels {
  readonly keys: ReadonlySet<ContentPath>;
  readonly problems: readonly Problem[];
}

export const noLabels: UnknownLabels = { keys: new Set(), problems: [] };

/**
 * Articles with an audience or a tag that the workspace does not have: to publish one without would let Fin answer
 * everybody with it. A problem for each place that names it, with the name that is nearest.
 *
 * @param places of what the configuration names
 * @param createTags whether tags that are missing are made
 */
export function unknownLabels(
  articles: readonly DesiredArticle[],
  remote: Remote,
  places: ReachPlaces,
  createTags: boolean,
): UnknownLabels {
  const keys = new Set<ContentPath>();
  const problems = new Map<string, Problem>();
  for (const { key, reach } of articles) {
    for (const kind of ['audiences', 'tags'] as const) {
      const there = remote[kind];
      // Nobody asked for them.
      if (there === undefined || (kind === 'tags' && createTags)) continue;
      for (const name of reach?.[kind]?.names ?? []) {
        if (labelNamed(name, there) !== null) continue;
        keys.add(key);
        const place = reach?.[kind]?.place ?? places[kind];
        const nearest = nearestName(
          name,
          there.map((label) => label.name),
        );
        const code = kind === 'tags' ? 'unknown-tag' : 'unknown-audience';
        problems.set(JSON.stringify([kind, name, place]), problem(code, { name, nearest }, place));
      }
    }
  }
  return { keys, problems: [...problems.values()] };
}
