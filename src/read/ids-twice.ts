import type { ContentPath } from '../model/article.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Source } from '../model/repository.ts';

/** Two articles that claim one id: said at both, so that either can be mended. */
export function idsTwice(sources: readonly Source[]): { broken: readonly ContentPath[]; problems: readonly Problem[] } {
  const claims = new Map<string, Source[]>();
  for (const source of sources) {
    if (source.fields.id !== undefined) claims.set(source.fields.id, [...(claims.get(source.fields.id) ?? []), source]);
  }
  const problems: Problem[] = [];
  const broken: ContentPath[] = [];
  for (const [id, claimants] of claims) {
    for (const source of claimants) {
      const other = claimants.find((claimant) => claimant.article !== source.article);
      if (other === undefined) continue;
      const at = other.places.id;
      problems.push(problem('id-twice', { id, other: at ? `${at.file}:${at.line}` : other.path }, source.places.id));
      broken.push(source.article);
    }
  }
  return { broken, problems };
}
