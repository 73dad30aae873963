import type { ContentPath } from '../model/article.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { FileFacts } from '../model/repository.ts';
import { readable, resolveLocal } from './paths.ts';
import type { Unit } from './unit.ts';

/** What images are looked for in. */
export interface ImageInput {
  readonly articles: readonly DesiredArticle[];
  /** Sources compiled by themselves, by path. */
  readonly units: ReadonlyMap<ContentPath, Unit>;
  readonly files: ReadonlyMap<ContentPath, FileFacts>;
}

/** An article that cannot be written, since Intercom has no way to get its images. */
export interface OutOfReach {
  readonly key: ContentPath;
  /** One an image, at its first place. */
  readonly problems: readonly Problem[];
}

/**
 * Finds the articles that would have to be written with local images of which Intercom has no copy yet. Without an
 * image host they fail.
 *
 * @param recorded what the lockfile says of the workspace, or of each where it is not known which is published to
 */
export function imagesOutOfReach(
  { articles, units, files }: ImageInput,
  recorded: readonly Pick<Recorded, 'articles' | 'images'>[],
): readonly OutOfReach[] {
  return articles.flatMap(({ key, locales }) => {
    const problems = Object.entries(locales).flatMap(([locale, { path, fingerprint }]) => {
      const waiting = recorded.filter((one) => one.articles[key]?.locales[locale]?.desired !== fingerprint);
      const isThere = (sha256: string): boolean => waiting.every(({ images }) => Object.hasOwn(images, sha256));
      return problemsIn(units.get(path), files, isThere);
    });
    return problems.length === 0 ? [] : [{ key, problems }];
  });
}

function problemsIn(
  unit: Unit | undefined,
  files: ImageInput['files'],
  isThere: (sha256: string) => boolean,
): readonly Problem[] {
  const found = new Map<string, Problem>();
  for (const { kind, target, from, place } of unit?.body.targets ?? []) {
    const isLocal = kind === 'image' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target);
    const facts = isLocal ? files.get(resolveLocal(from, target).path ?? '') : undefined;
    if (facts?.kind !== 'image' || isThere(facts.sha256) || found.has(facts.sha256)) continue;
    found.set(facts.sha256, problem('image-unreachable', { target: readable(target) }, place));
  }
  return [...found.values()];
}
