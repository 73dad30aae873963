import { type Choice, choose, type Selection } from '../../import/choose.ts';
import type { ImportSoFar } from '../../import/journal.ts';
import { type Layout, layOut } from '../../import/layout.ts';
import { localePath } from '../../import/locale-path.ts';
import type { ContentPath, Locale } from '../../model/article.ts';
import { articleIdPattern } from '../../model/article-type.ts';
import { remoteCentresById } from '../../model/centre-of.ts';
import { localeOf } from '../../model/help-centre-locales.ts';
import type { Recorded } from '../../model/recorded.ts';
import type { Remote, RemoteArticle, RemoteHelpCentre } from '../../model/remote.ts';
import type { Repository } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';
import { UsageError } from '../../model/usage-error.ts';
import { namingOf, placesOf } from './flavour.ts';
import type { ImportCentres } from './target.ts';

/** An article that is imported, and where its sources are to stand. */
export interface ChosenArticle {
  readonly remote: RemoteArticle;
  /** Path of the source in the default locale. */
  readonly key: ContentPath;
  /** Default locale first. */
  readonly paths: ReadonlyMap<Locale, ContentPath>;
}

/** An article that is not imported, and why. */
export interface LeftArticle {
  readonly id: string;
  readonly title: string;
  readonly why: 'managed' | 'named' | 'no-default-locale' | 'file-there';
  /** A clause for a person. */
  readonly reason: string;
}

/** What is imported, and where to. */
export interface Chosen extends Pick<Choice, 'collections' | 'elsewhere'> {
  readonly articles: readonly ChosenArticle[];
  readonly left: readonly LeftArticle[];
  /** Texts in languages that their help centre does not show, by locale. */
  readonly hiddenLocales: ReadonlyMap<Locale, number>;
  readonly layout: Layout;
  /** Path of every article that has a source, or gets one. */
  readonly sources: ReadonlyMap<string, ChosenArticle>;
  /** The help centre that an article is in, by its id. */
  readonly centreOf: (id: string) => RemoteHelpCentre | null;
}

/** What choosing looks at. */
export interface ChoosingInput {
  readonly remote: Remote;
  readonly centres: ImportCentres;
  readonly settings: Settings;
  readonly recorded: Recorded;
  readonly repository: Repository;
  readonly soFar: ImportSoFar;
  readonly selection: Selection;
}

/**
 * Decides what is imported and where it stands. Articles that have a source already are left alone.
 *
 * @throws UsageError for a name or id that nothing has
 */
export function chooseAll(input: ChoosingInput): Chosen {
  const { remote, centres, settings, repository, soFar, selection } = input;
  const choice = choose(remote, centres.only, selection);
  if (choice.unknown.length > 0) throw unknownNames(choice.unknown, centres.only);
  const all = choose(remote, null, { collections: [], ids: [], state: null });
  const centreOf = remoteCentresById(remote, centres.main);
  const known = knownKeys(input);
  const naming = namingOf(settings);
  const layout = layOut({
    collections: all.collections,
    articles: all.articles,
    settings,
    present: repository.collections,
    knownKeys: new Map([...soFar.articles, ...known.managed, ...known.named]),
    knownFolders: new Map([...soFar.collections, ...knownFolders(input)]),
    helpCentres: remote.helpCentres,
    main: centres.main,
    ...(naming === undefined ? {} : { naming }),
  });
  const articles: ChosenArticle[] = [];
  const left: LeftArticle[] = [];
  const hiddenLocales = new Map<Locale, number>();
  for (const article of choice.articles) {
    const reason = whyLeft(article, known, settings);
    if (reason !== null) left.push({ id: article.id, title: titleOf(article, settings), ...reason });
    else {
      const placed = placedArticle(article, layout, settings, centreOf(article.id));
      articles.push(placed);
      for (const locale of Object.keys(article.locales)) {
        if (!placed.paths.has(locale)) hiddenLocales.set(locale, (hiddenLocales.get(locale) ?? 0) + 1);
      }
    }
  }
  const { elsewhere } = choice;
  const foreign = foreignCentres(left, articles, centreOf);
  const collections = choice.collections.filter(
    ({ helpCentreId: centre }) => centre === centres.main?.id || !foreign.has(centre ?? ''),
  );
  const sources = new Map([
    ...presentArticles(all.articles, known, repository, settings),
    ...articles.map((one) => [one.remote.id, one] as const),
  ]);
  return {
    ...{ collections, elsewhere, articles, left, hiddenLocales, layout, sources },
    centreOf,
  };
}

/**
 * Help centres in another language, of which no article can be imported: their collections would be folders with
 * nothing in them, beside those of the repository that they are imported into.
 */
function foreignCentres(
  left: readonly LeftArticle[],
  articles: readonly ChosenArticle[],
  centreOf: Chosen['centreOf'],
): ReadonlySet<string> {
  const taken = new Set(articles.map(({ remote }) => centreOf(remote.id)?.id));
  const speechless = left.flatMap(({ id, why }) => (why === 'no-default-locale' ? (centreOf(id)?.id ?? []) : []));
  return new Set(speechless.filter((centre) => !taken.has(centre)));
}

function unknownNames(names: readonly string[], centre: RemoteHelpCentre | null): UsageError {
  const where = centre === null ? 'the workspace' : `the help centre "${centre.identifier}"`;
  const shown = names.map((name) => `"${name}"`).join(', ');
  return new UsageError(
    'not-in-intercom',
    `${where} has no ${names.every((name) => articleIdPattern.test(name)) ? 'article' : 'collection'} ${shown}`,
    'Collections are named in the default language (or "Billing > Invoices"), articles by the number in their address.',
    64,
  );
}

interface KnownKeys {
  /** By the lockfile, by id. */
  readonly managed: ReadonlyMap<string, ContentPath>;
  /** By the `id` of a front matter. */
  readonly named: ReadonlyMap<string, ContentPath>;
}

function knownKeys({ recorded, repository }: ChoosingInput): KnownKeys {
  const managed = new Map(Object.entries(recorded.articles).map(([key, entry]) => [entry.id, key]));
  const named = repository.sources.flatMap(({ fields, article }) =>
    fields.id === undefined || managed.has(fields.id) ? [] : [[fields.id, article] as const],
  );
  return { managed, named: new Map(named) };
}

function knownFolders({ recorded }: ChoosingInput): readonly (readonly [string, ContentPath])[] {
  return Object.values(recorded.collections).flatMap(({ id, folder }) => (folder === undefined ? [] : [[id, folder]]));
}

function whyLeft(
  article: RemoteArticle,
  known: KnownKeys,
  { locale }: Settings,
): Pick<LeftArticle, 'why' | 'reason'> | null {
  const managed = known.managed.get(article.id);
  if (managed !== undefined) return { why: 'managed', reason: `is already managed: ${managed}` };
  const named = known.named.get(article.id);
  if (named !== undefined) return { why: 'named', reason: `${named} names its id` };
  if (article.locales[locale] !== undefined) return null;
  return { why: 'no-default-locale', reason: `has no text in ${locale}, the default locale` };
}

function titleOf(article: RemoteArticle, { locale }: Settings): string {
  return (article.locales[locale] ?? article.locales[article.defaultLocale])?.title ?? '';
}

function placedArticle(
  remote: RemoteArticle,
  layout: Layout,
  settings: Settings,
  centre: RemoteHelpCentre | null,
): ChosenArticle {
  const key = layout.keys.get(remote.id) ?? `article-${remote.id}${placesOf(settings.flavour)?.ending ?? '.md'}`;
  const shown = Object.keys(remote.locales).filter(
    (locale) => localeOf(locale) === locale && (centre?.locales == null || centre.locales.includes(locale)),
  );
  const locales = new Set([settings.locale, ...shown.sort()]);
  return { remote, key, paths: new Map([...locales].map((locale) => [locale, localePath(key, locale, settings)])) };
}

/** Articles that have sources already: others may link to them. */
function presentArticles(
  articles: readonly RemoteArticle[],
  known: KnownKeys,
  repository: Repository,
  settings: Settings,
): readonly (readonly [string, ChosenArticle])[] {
  const paths = new Map<ContentPath, Map<Locale, ContentPath>>();
  for (const { article, locale, path, fields } of repository.sources) {
    if (fields.sync === false) continue;
    const ofArticle = paths.get(article) ?? new Map<Locale, ContentPath>();
    paths.set(article, ofArticle.set(locale, path));
  }
  return articles.flatMap((remote) => {
    const key = known.managed.get(remote.id) ?? known.named.get(remote.id);
    const present = key === undefined ? undefined : paths.get(key);
    if (key === undefined || present === undefined || !present.has(settings.locale)) return [];
    return [[remote.id, { remote, key, paths: present }] as const];
  });
}
