import { twinForm } from '../html/twin.ts';
import type { Desired } from '../model/desired.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Remote, RemoteArticle } from '../model/remote.ts';
import type { Pair } from './match.ts';

/**
 * Names articles that nothing manages and that are in all but their id a managed one: two publishes of the same new
 * sources at once make each article twice, and the lockfile keeps one of the two. So do more articles than sources that are
 * alike. They are named and never touched.
 */
export function leftTwins(pairs: readonly Pair[], remote: Remote | null, desired: Desired): readonly Problem[] {
  if (remote === null) return [];
  const managed = new Set(pairs.flatMap((pair) => pair.remote?.id ?? pair.recorded?.id ?? []));
  const named = new Set(desired.articles.flatMap(({ id }) => id ?? []));
  const strays = new Map<string, RemoteArticle[]>();
  for (const article of remote.articles) {
    if (managed.has(article.id) || named.has(article.id)) continue;
    const place = placeOf(article);
    strays.set(place, [...(strays.get(place) ?? []), article]);
  }
  if (strays.size === 0) return [];
  return pairs.flatMap(({ key, remote: own, adopted }) => {
    if (own === null || adopted === 'named') return [];
    const place = placeOf(own);
    const near = strays.get(place) ?? [];
    if (near.length === 0) return [];
    const form = twinForm(textOf(own));
    const twins = near.filter((one) => twinForm(textOf(one)) === form);
    const [first] = twins;
    if (first === undefined) return [];
    // Where sources are alike, each is named once.
    strays.set(
      place,
      near.filter((one) => !twins.includes(one)),
    );
    const list = twins.map((one) => `article ${one.id}${addressOf(one)}`).join(', ');
    return [problem('twin-left', { path: key, id: first.id, twins: list })];
  });
}

const placeOf = (article: RemoteArticle): string =>
  JSON.stringify([article.parentId, article.locales[article.defaultLocale]?.title.trim()]);

const textOf = ({ locales, defaultLocale }: RemoteArticle): string => locales[defaultLocale]?.body ?? '';

function addressOf({ url, locales, defaultLocale }: RemoteArticle): string {
  const address = locales[defaultLocale]?.url ?? url;
  return address === null ? ' (a draft)' : ` (${address})`;
}
