import type { ContentPath, Fingerprint } from '../../model/article.ts';
import { byCodeUnit } from '../../model/by-code-unit.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { Repository } from '../../model/repository.ts';
import { severitiesOf } from '../grade.ts';
import { resolveLocal } from '../paths.ts';
import type { Unit } from '../unit.ts';

/** Pictures that lie in the content folder twice, at the first place where each but the first is shown. */
export function copiedPictures(
  units: readonly Unit[],
  { files }: Repository,
  settings: Parameters<typeof severitiesOf>[0],
): readonly Problem[] {
  if (severitiesOf(settings)['picture-copied'] === 'off') return [];
  const shown = new Map<ContentPath, Problem['place']>();
  for (const { body } of units) {
    for (const { kind, target, from, place } of body.targets) {
      const { path } = kind === 'image' ? resolveLocal(from, target) : { path: null };
      if (path !== null && !shown.has(path)) shown.set(path, place);
    }
  }
  const first = new Map<Fingerprint, ContentPath>();
  return [...shown]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([path, place]) => {
      const facts = files.get(path);
      if (facts?.kind !== 'image') return [];
      const other = first.get(facts.sha256);
      if (other === undefined) first.set(facts.sha256, path);
      return other === undefined ? [] : [problem('picture-copied', { target: path, other }, place)];
    });
}
