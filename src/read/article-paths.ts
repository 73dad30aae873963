import * as posix from 'node:path/posix';
import type { ContentPath, Locale } from '../model/article.ts';
import { localise } from '../model/localised-path.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import { shownFile } from '../model/shown-file.ts';
import { withoutSourceEnding } from '../model/source-path.ts';
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
 * @param paired articles of translations whose path is another than theirs
 */
export function articlePaths(
  paths: readonly ContentPath[],
  settings: Pick<Settings, 'locale' | 'locales'>,
  root: string,
  paired: ReadonlyMap<ContentPath, ContentPath> = new Map(),
): ArticlePaths {
  const portable = paths.filter(isPortable);
  const located = portable.map((path) => ({ path, ...localise(path, settings.locales, settings.locale) }));
  const keys = articleKeys(located, settings.locale);
  const hasEnding = ({ path, stem }: (typeof located)[number]): boolean =>
    posix.extname(path) === posix.extname(keys.get(stem) ?? '');
  const inOrder = [...located.filter(hasEnding), ...located.filter((one) => !hasEnding(one))];
  const addresses = new Map<ContentPath, SourceAddress>();
  const taken = new Map<string, ContentPath>();
  const start = (path: ContentPath): Place => ({ file: shownFile(root, path), line: 1, column: 1 });
  const problems = paths
    .filter((path) => !isPortable(path))
    .map((path) => problem('path-not-portable', { path }, start(path)));
  const broken = paths.filter((path) => !isPortable(path));
  for (const { path, stem, locale } of settings.locales === 'i18n' ? inOrder : located) {
    const article = keys.get(stem) ?? paired.get(path);
    const slot = `${locale}:${article ?? stem}`;
    const other = taken.get(slot);
    if (article === undefined) {
      problems.push(problem('lonely-locale', { path, locale, expected: `${stem}.md` }, start(path)));
      broken.push(`${stem}.md`);
    } else if (other !== undefined && settings.locales === 'i18n' && locale !== settings.locale) {
      // Docusaurus pairs by the whole name: another ending is left from before.
      problems.push(problem('lonely-locale', { path, locale, expected: path }, start(path)));
    } else if (other !== undefined) {
      const shown = other === path ? `${other} (in another Unicode form)` : other;
      problems.push(problem('path-twice', { path, other: shown }, start(path)));
      // Either may be the name that the article was published under.
      broken.push(article, ...(locale === settings.locale ? [path, other] : []));
    } else {
      taken.set(slot, path);
      addresses.set(path, { path, article, locale });
    }
  }
  return { addresses, broken: [...new Set(broken)], problems };
}

/**
 * Whether a path means the same on every system, so that it can stand in the lockfile: `a\b.md` and `Q:a.md`
 * are one file here and a folder or a drive elsewhere.
 */
export function isPortable(path: ContentPath): boolean {
  return !/^[A-Za-z]:|\\/.test(path);
}

/** The path of each article's source in the default locale, by stem: `a.md` comes before `a.en.md`. */
function articleKeys(
  located: readonly { readonly path: ContentPath; readonly stem: string; readonly locale: Locale }[],
  defaultLocale: Locale,
): ReadonlyMap<string, ContentPath> {
  const keys = new Map<string, ContentPath>();
  for (const { path, stem, locale } of located) {
    if (locale === defaultLocale && (!keys.has(stem) || withoutSourceEnding(path) === stem)) keys.set(stem, path);
  }
  return keys;
}
