import { graded } from '../compile/grade.ts';
import { versionHas } from '../intercom/versions.ts';
import type { DesiredArticle } from '../model/desired.ts';
import { problem } from '../model/problem.ts';
import type { Remote } from '../model/remote.ts';
import { withCommas } from '../model/with-commas.ts';
import type { WorkspaceReader } from '../model/workspace.ts';
import type { Sources } from './sources.ts';
import { changed } from './stale-translations.ts';

/**
 * Sources as the version of the API can take them: before 2.16 nothing of an article's reach is sent, and that is said
 * once, where it is named first.
 */
export function withinReach(sources: Sources): Sources {
  const { desired, settings, problems, repository, reachPlaces } = sources;
  const named = desired.articles.filter(({ reach }) => reach !== undefined);
  if (named.length === 0 || versionHas(settings.apiVersion, 'fin')) return sources;
  const keys = (['fin', 'audiences', 'tags'] as const).filter((key) =>
    named.some(({ reach }) => reach?.[key] !== undefined),
  );
  const places = repository.sources.flatMap((source) => keys.flatMap((key) => source.places[key] ?? []));
  const labels = named.flatMap(({ reach }) => [reach?.audiences?.place, reach?.tags?.place]);
  const place = [...places, ...labels, reachPlaces?.audiences, reachPlaces?.tags].find((one) => one !== undefined);
  const whose = named.length === 1 ? 'one article' : `${withCommas(named.length)} articles`;
  const args = {
    keys: keys.map((key) => `"${key}"`).join(' and '),
    whose: `${whose} ${keys.length === 1 ? 'is' : 'are'}`,
    version: settings.apiVersion,
  };
  return changed(sources, {
    desired: { ...desired, articles: desired.articles.map(withoutReach) },
    problems: [...problems, ...graded([problem('reach-unsupported', args, place)], settings.problems)],
  });
}

function withoutReach(article: DesiredArticle): DesiredArticle {
  const { reach, ...rest } = article;
  return reach === undefined ? article : rest;
}

/**
 * The audiences and tags of a workspace, where sources name any: each is a listing of its own.
 *
 * @throws IntercomError
 */
export async function labelsFor(
  client: Pick<WorkspaceReader, 'audiences' | 'tags'>,
  { desired, settings }: Pick<Sources, 'desired' | 'settings'>,
): Promise<Pick<Remote, 'audiences' | 'tags'>> {
  if (!versionHas(settings.apiVersion, 'fin')) return {};
  const names = (key: 'audiences' | 'tags'): boolean =>
    desired.articles.some(({ reach }) => (reach?.[key]?.names.length ?? 0) > 0);
  const [audiences, tags] = await Promise.all([
    names('audiences') ? client.audiences() : null,
    names('tags') ? client.tags() : null,
  ]);
  return { ...(audiences === null ? {} : { audiences }), ...(tags === null ? {} : { tags }) };
}
