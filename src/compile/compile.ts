import type { ContentPath } from '../model/article.ts';
import { typeNamed } from '../model/article-type.ts';
import { byCodeUnit } from '../model/by-code-unit.ts';
import type { Desired } from '../model/desired.ts';
import { type Memo, noMemo } from '../model/memo.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Repository } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { type MadeArticle, makeArticle } from './articles.ts';
import { collectionTextProblems } from './collection-texts.ts';
import { desiredCollections } from './collections.ts';
import type { Unread } from './destinations.ts';
import { type ExternalLink, externalLinks } from './external-links.ts';
import { flavourUnset } from './flavour-unset.ts';
import { graded, severitiesOf } from './grade.ts';
import { destinationsOf } from './link.ts';
import { ordered } from './order.ts';
import { redirectsOf } from './redirects.ts';
import { compileSources } from './sources.ts';
import { isTitleLinked } from './title-linked.ts';
import { skippedSources, type Unit } from './unit.ts';
import { copiedPictures } from './writing/copied.ts';

export { compileSources, knownSources, withMissing } from './sources.ts';
export type { Unit } from './unit.ts';

/** What a caller may know besides the repository. */
export interface CompileOptions {
  /** Articles with a source that could not be read: links to them are not dead, and they count as failed. */
  readonly broken?: readonly ContentPath[];
  /** Where those sources stand. */
  readonly unread?: readonly Unread[];
  /** Sources compiled by themselves, by `compileSources`: what did not change since need not be compiled again. */
  readonly units?: ReadonlyMap<ContentPath, Unit>;
  /** What earlier runs worked out. */
  readonly memo?: Memo;
}

/** What sources come to, errors or not. */
export type Attempted = Pick<Desired, 'articles' | 'collections' | 'images'>;

/** What the sources ask for, and what is wrong with them. */
export interface CompileResult {
  readonly desired: Desired;
  /** As `desired`, with the articles that have errors as far as they go: to be looked at, never to be published. */
  readonly attempted: Attempted;
  /** By file, line and column. */
  readonly problems: readonly Problem[];
  /** Addresses on the web that bodies link to or show images from; one in a snippet once. Gathered when asked for. */
  readonly external: readonly ExternalLink[];
}

/**
 * Compiles the repository: every source by itself, then all links between them, then the articles and
 * collections they make. Articles with an error are left out and named in `failed`.
 *
 * @param repository everything that was read
 * @param settings the configuration
 */
export function compile(repository: Repository, settings: Settings, options: CompileOptions = {}): CompileResult {
  const memo = options.memo ?? noMemo;
  const units = options.units ?? compileSources(repository, settings, undefined, memo);
  const broken = new Set(options.broken ?? []);
  const destinations = destinationsOf(repository, units, settings, broken, options.unread);
  const made = [...grouped(units)].map(([key, group]) =>
    makeArticle(key, group, { repository, settings, destinations, memo }),
  );
  // Without the language that could not be read, the rest would look as if that were gone.
  const complete = made.filter((one) => one.article !== null && !broken.has(one.key));
  const failed = new Set([...broken, ...made.filter((one) => one.article === null).map((one) => one.key)]);
  const published = partsOf(complete, repository);
  const old = redirectsOf(repository, published, settings.locale, broken);
  return {
    attempted: complete.length === made.length ? published : partsOf(made, repository),
    desired: {
      locale: settings.locale,
      ...published,
      ...old.made,
      failed: [...failed].sort(byCodeUnit),
      skipped: [...skippedSources(repository)].sort(byCodeUnit),
    },
    problems: withSafeFixes(
      ordered([
        ...made.flatMap((one) => one.problems),
        ...graded(
          [
            ...twins(complete, units),
            ...collectionTextProblems(repository.collections),
            ...stagedNothing(settings, [...units.keys(), ...broken]),
            ...old.problems,
            ...copiedPictures([...units.values()], repository, settings),
            ...flavourUnset(
              [...units.values()].map(({ body }) => body.foreign),
              settings,
            ),
          ],
          severitiesOf(settings),
        ),
      ]),
      repository,
      units,
    ),
    get external() {
      return externalLinks([...units.values()]);
    },
  };
}

/** The articles of some sources, and the collections and images that they need. */
function partsOf(made: readonly MadeArticle[], repository: Repository): Attempted {
  const shown = made.filter((one) => one.attempt !== null);
  const articles = shown.flatMap((one) => one.attempt ?? []);
  return {
    articles: articles.sort((a, b) => byCodeUnit(a.key, b.key)),
    collections: desiredCollections(
      shown.map((one) => one.address),
      repository,
    ),
    images: imagesOf(shown, repository),
  };
}

/** Leaves out the fix for a repeated title that links ask for. */
function withSafeFixes(
  problems: readonly Problem[],
  { root }: Repository,
  units: ReadonlyMap<ContentPath, Unit>,
): readonly Problem[] {
  return problems.map((found) => {
    if (found.code !== 'title-repeated' || found.fix === undefined) return found;
    const path = (found.place?.file ?? '').slice(root.length + 1);
    if (!isTitleLinked(path, units.values())) return found;
    const { fix: _, ...rest } = found;
    return rest;
  });
}

function grouped(units: ReadonlyMap<ContentPath, Unit>): ReadonlyMap<ContentPath, readonly Unit[]> {
  const groups = new Map<ContentPath, Unit[]>();
  for (const unit of units.values()) {
    const { article } = unit.source;
    groups.set(article, [...(groups.get(article) ?? []), unit]);
  }
  return groups;
}

/** Files and folders that are to be staged and are not there: their changes would be published at once. */
function stagedNothing({ stage }: Pick<Settings, 'stage'>, paths: readonly ContentPath[]): Problem[] {
  if (stage === true) return [];
  return stage
    .filter((part) => !paths.some((path) => path === part || path.startsWith(`${part}/`)))
    .map((part) => problem('stage-nothing', { part }));
}

function imagesOf(made: readonly MadeArticle[], { files }: Repository): Desired['images'] {
  const wanted = new Set(made.flatMap((one) => one.images));
  const found = [...files.values()].flatMap((facts) =>
    facts.kind === 'image' && wanted.has(facts.sha256)
      ? [[facts.sha256, { path: facts.path, bytes: facts.bytes, mediaType: facts.mediaType }] as const]
      : [],
  );
  // Of two files with the same content the first by path counts.
  return Object.fromEntries(found.sort((a, b) => byCodeUnit(b[1].path, a[1].path)));
}

/** Two articles of one collection that readers cannot tell apart. */
function twins(made: readonly MadeArticle[], units: ReadonlyMap<ContentPath, Unit>): Problem[] {
  const first = new Map<string, ContentPath>();
  const problems: Problem[] = [];
  for (const { article } of [...made].sort((a, b) => byCodeUnit(a.key, b.key))) {
    for (const [locale, { title, path }] of Object.entries(article?.locales ?? {})) {
      const kind = article?.type === undefined ? null : typeNamed(article.type);
      const slot = JSON.stringify([article?.type, article?.parent, locale, title.toLowerCase()]);
      const other = first.get(slot);
      if (other === undefined) first.set(slot, path);
      else problems.push(problem('title-twice', { title, other, kind }, units.get(path)?.titlePlace));
    }
  }
  return problems;
}
