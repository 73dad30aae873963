import type { ContentPath, Problem, Settings } from '../model.ts';
import { problem } from '../problem.ts';
import { localise } from './locales.ts';
import type { SourceAddress } from './source.ts';

/** Which article and locale each path is. */
export interface ArticlePaths {
  readonly addresses: ReadonlyMap<ContentPath, SourceAddress>;
  readonly broken: readonly ContentPath[];
  readonly problems: readonly Problem[];
}

/**
 * Groups paths into articles by the names alone.
 *
 * @param paths of all sources
 * @param settings `locale` and `locales` count
 * @param root content folder as named in problems
 */
export function articlePaths(
  paths: readonly ContentPath[],
  settings: Pick<Settings, 'locale' | 'locales'>,
  root: string,
): ArticlePaths {
  const located = paths.map((path) => ({ path, ...localise(path, settings.locales, settings.locale) }));
  const keys = new Map<string, ContentPath>();
  for (const { path, stem, locale } of located) {
    if (locale === settings.locale && !keys.has(stem)) keys.set(stem, path);
  }
  const addresses = new Map<ContentPath, SourceAddress>();
  const taken = new Map<string, ContentPath>();
  const problems: Problem[] = [];
  const broken: ContentPath[] = [];
  for (const { path, stem, locale } of located) {
    const place = { file: `${root}/${path}`, line: 1, column: 1 };
    const article = keys.get(stem);
    const slot = `${locale}:${stem}`;
    const other = taken.get(slot);
    if (article === undefined) {
      problems.push(problem('lonely-locale', { path, locale, expected: `${stem}.md` }, place));
      broken.push(`${stem}.md`);
    } else if (other !== undefined) {
      problems.push(problem('path-twice', { path, other }, place));
      broken.push(article);
    } else {
      taken.set(slot, path);
      addresses.set(path, { path, article, locale });
    }
  }
  return { addresses, broken, problems };
}
