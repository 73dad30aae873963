import type { Locale } from '../model/article.ts';
import type { Desired } from '../model/desired.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Remote } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import { somePaths } from '../model/some-paths.ts';

/**
 * Says once what switched-off languages mean for texts in other languages than the sources' own: Intercom drops them, or
 * refuses the articles they are in, one by one and at every run.
 *
 * @param severity as the configuration has it
 */
export function languagesOff(
  desired: Pick<Desired, 'articles' | 'collections' | 'locale'>,
  remote: Pick<Remote, 'languages'> | null,
  severity: Settings['problems'][string] | undefined,
): readonly Problem[] {
  if (remote?.languages !== 'off') return [];
  const texts = textsElsewhere(desired);
  const [first] = texts;
  if (first === undefined) return [];
  const locales = [...new Set(texts.map(({ locale }) => locale))].sort().join(', ');
  const paths = [...new Set(texts.map(({ path }) => path))];
  const found = problem('languages-off', { locales, count: paths.length, paths: somePaths(paths, 'and') }, first.place);
  return [severity === undefined ? found : { ...found, severity: severity === 'off' ? 'warning' : severity }];
}

interface TextElsewhere {
  readonly locale: Locale;
  readonly path: string;
  readonly place: Place | undefined;
}

function textsElsewhere({ articles, collections, locale: own }: Parameters<typeof languagesOff>[0]): TextElsewhere[] {
  const inArticles = articles.flatMap(({ locales }) =>
    Object.entries(locales).map(([locale, { path, start }]) => ({ locale, path, place: start })),
  );
  const inCollections = collections.flatMap(({ key, translations, places }) =>
    Object.keys(translations).map((locale) => {
      const place = places?.translations?.[locale];
      return { locale, path: place?.file ?? `the collection ${key}`, place };
    }),
  );
  return [...inArticles, ...inCollections].filter(({ locale }) => locale !== own);
}
