import { graded } from '../compile/grade.ts';
import { sinceOf, typeFeatures, versionHas } from '../intercom/versions.ts';
import type { ApiVersion } from '../model/api-version.ts';
import type { Locale } from '../model/article.ts';
import { typeNames, typeOfId, type UnlistedType, unlistedTypes } from '../model/article-type.ts';
import type { Desired } from '../model/desired.ts';
import type { Sent } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { RemoteArticle } from '../model/remote.ts';
import { withCommas } from '../model/with-commas.ts';
import type { WorkspaceReader } from '../model/workspace.ts';
import type { Sources } from './sources.ts';
import { changed } from './stale-translations.ts';

/** Whether a version of the API has articles of a type. */
export function hasType(version: ApiVersion, type: UnlistedType): boolean {
  return versionHas(version, typeFeatures[type]);
}

/**
 * Sources as the version of the API can take them. What it does not know is left alone, in the lockfile too, and that is
 * said once for each type, where the first of them says what it is.
 *
 * @param sections what the lockfile records
 */
export function withinTypes(sources: Sources, sections: readonly Recorded[]): Sources {
  const { desired, settings, problems } = sources;
  const unknown = unlistedTypes.filter((type) => !hasType(settings.apiVersion, type));
  const within = withoutTypes(desired, sections, unknown);
  if (within === desired) return sources;
  const found = unknown.flatMap((type) => {
    const ofType = desired.articles.filter((article) => article.type === type);
    const since = sinceOf(typeFeatures[type]);
    const several = `${withCommas(ofType.length)} ${typeNames[type]}s are`;
    const whose = ofType.length === 1 ? `one ${typeNames[type]} is` : several;
    const place = ofType[0]?.places?.type;
    return ofType.length === 0
      ? []
      : [problem('type-unsupported', { whose, version: settings.apiVersion, since }, place)];
  });
  return changed(sources, { desired: within, problems: [...problems, ...graded(found, settings.problems)] });
}

/**
 * Sources without those of types of which nobody can say what there is: left alone, like what is recorded of such types.
 *
 * @returns the same where there is none
 */
export function withoutTypes(
  desired: Desired,
  sections: readonly Pick<Recorded, 'articles'>[],
  unknown: readonly UnlistedType[],
): Desired {
  const left = desired.articles.filter(({ type }) => type !== undefined && unknown.includes(type));
  const entries = sections.flatMap(({ articles }) => Object.entries(articles));
  const kept = entries.flatMap(([key, { id }]) => (unknown.some((type) => type === typeOfId(id)) ? [key] : []));
  if (left.length + kept.length === 0) return desired;
  const skipped = new Set([...desired.skipped, ...left.map(({ key }) => key), ...kept]);
  return {
    ...desired,
    articles: desired.articles.filter((article) => !left.includes(article)),
    skipped: [...skipped].sort(),
  };
}

/** Types of articles that no help centre has, as far as sources, lockfile or a run that was cut off know any. */
export function typesAmong(
  { articles }: Pick<Desired, 'articles'>,
  recorded: Recorded,
  sent: readonly Sent[],
): readonly UnlistedType[] {
  const ids = Object.values(recorded.articles).map(({ id }) => typeOfId(id));
  const named = new Set([...articles, ...sent].map(({ type }) => type));
  return unlistedTypes.filter((type) => named.has(type) || ids.includes(type));
}

/** All articles of some types that no help centre has. @throws IntercomError */
export async function unlistedOf(
  client: Pick<WorkspaceReader, 'unlisted'>,
  types: readonly UnlistedType[],
  locale: Locale,
): Promise<readonly RemoteArticle[]> {
  return (await Promise.all(types.map((type) => client.unlisted(type, locale)))).flat();
}
