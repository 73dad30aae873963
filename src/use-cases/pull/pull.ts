import { gitIn } from '../../git/git.ts';
import { localePath } from '../../import/locale-path.ts';
import type { ContentPath } from '../../model/article.ts';
import type { Held } from '../../model/plan.ts';
import type { Pull, PulledSource, PullLeft, PullOffer } from '../../model/pulled.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { WorkspaceReader } from '../../model/workspace.ts';
import { plannedCollectionIds } from '../../plan/collections.ts';
import { type Connection, connectReader } from '../connect.ts';
import type { Context } from '../context.ts';
import { holdRunLock } from '../hold-run-lock.ts';
import { refuseConnectorLayout } from '../managed.ts';
import { demandSources, type Named, namedPaths } from '../paths.ts';
import { demandFit, planAgainst, sourcesOrThrow } from '../plan.ts';
import type { Planned } from '../plan-of.ts';
import type { Sources } from '../sources.ts';
import { pullArticle } from './article.ts';
import { languageOffers, takeLanguages } from './collection-languages.ts';
import { pullCollections } from './collections.ts';
import { committedIn } from './committed.ts';
import { textCompiler } from './compiler.ts';
import { type PulledImages, type PulledText, pullImages } from './images.ts';
import { leftAlone } from './left.ts';
import { pullNames } from './names.ts';
import { writeNewLocales } from './new-locales.ts';
import { offersOf } from './offers.ts';
import { recordPull } from './record.ts';

/** What a pull may do. */
export interface PullRunOptions {
  /** Only say what would be pulled: nothing is written, the lockfile neither. */
  readonly check?: boolean;
  /** Write sources for new locales, and for articles that people made in managed collections. */
  readonly new?: boolean;
  /** Told of each source that an edit goes into, as it was and as it becomes, written or not. */
  readonly onMerged?: (path: ContentPath, before: string, after: string) => void;
}

/**
 * Takes edits that were made in Intercom into the Markdown they belong to, and notes in the lockfile what was taken.
 * Only what Intercom has otherwise than the lockfile says is touched.
 *
 * @param paths files and folders, as a person in the host's working folder names them, or sources as the plan names
 *   them; none: everything
 * @throws ProblemsError, UsageError, IntercomError, LockfileError
 */
export async function pullArticles(context: Context, paths: readonly string[], options: PullRunOptions): Promise<Pull> {
  const pull = await pullEdits(context, paths, options);
  if (options.new !== true || options.check === true) return pull;
  const { withNewArticles } = await import('./new-articles.ts');
  return withNewArticles(context, pull);
}

async function pullEdits(context: Context, paths: readonly string[], options: PullRunOptions): Promise<Pull> {
  const sources = await sourcesOrThrow(context);
  refuseConnectorLayout(sources.settings, 'pull');
  const wanted = demandSources(await namedPaths(paths, sources, context, { gone: true, keys: true }));
  const connection = await connectReader(context, sources.settings, sources.folder);
  const release = options.check === true ? async () => undefined : await holdRunLock(connection, context);
  try {
    const planned = await planAgainst(context, sources, connection, { onDrift: 'fail', staleTranslations: 'keep' });
    demandFit(planned);
    return await pullFrom(context, planned, connection, wanted, options);
  } finally {
    await release();
    await connection.close();
  }
}

async function pullFrom(
  context: Context,
  found: Planned,
  connection: Connection<WorkspaceReader>,
  wanted: Named,
  options: PullRunOptions,
): Promise<Pull> {
  const isCheck = options.check === true;
  const isAsked = askedFor(wanted, found);
  const edited = found.plan.held.filter(({ why }) => why === 'drift' || why === 'conflict');
  const drifted = edited.filter(({ key, fields }) => fields === undefined && isAsked(key));
  const folders = edited.filter((held) => held.fields !== undefined && isAskedCollection(held, wanted, found));
  const names = pullNames(found);
  const collectionIds = plannedCollectionIds(found.plan, found.recorded);
  const offers = [
    ...offersOf({ planned: found, names, collectionIds }, isAsked),
    ...languageOffers(found, collectionIds, (folder) => wanted.has(folder)),
  ];
  const isNew = options.new === true && !isCheck;
  const texts = isCheck ? [] : textsOf(drifted, isNew ? offers : [], found);
  const images = await pullImages(context, connection, found, names, texts);
  const { planned } = images;
  const { client } = connection;
  const git = gitIn(planned.sources.folder, context.host.env);
  const compiler = textCompiler(planned.sources);
  const committed = committedIn(pathsOf(drifted, planned), planned.sources.settings, git);
  const world = { planned, compiler, names, git, committed, reader: client, collectionIds };
  const pulled: PulledSource[] = [];
  const left: PullLeft[] = leftAlone(planned).filter(({ key }) => isAsked(key));
  const collections = await pullCollections(folders, planned, isCheck);
  const languages = await takeLanguages(isNew ? offers : [], planned);
  left.push(...collections.left, ...languages.left);
  try {
    for (const held of drifted) {
      stopIfAsked(context);
      const result = await pullArticle(held, world, isCheck, options.onMerged);
      pulled.push(...result.pulled);
      left.push(...result.left);
    }
    if (isNew) {
      const added = await writeNewLocales(offers, world, connection.ownFolder);
      pulled.push(...added.pulled);
      left.push(...added.left);
    }
  } finally {
    // What is in a file is noted, whatever came after it.
    const compiled = withUnits(planned, compiler.compiled);
    const taken = [...collections.taken, ...languages.taken];
    if (!isCheck) await recordPull(context, connection, compiled, pulled, images.copies, taken);
  }
  const { workspace } = planned.remote;
  return {
    workspace: { id: workspace.id, name: workspace.name },
    ...{ isCheck, left, images: images.paths, problems: problemsOf(planned) },
    offers: offers.filter(({ kind }) => !isNew || kind === 'article'),
    pulled: [...collections.pulled, ...languages.pulled, ...pulled.map((one) => withImageNotes(one, images))].sort(
      (a, b) => (a.path < b.path ? -1 : 1),
    ),
  };
}

/** Of the plan's: a pull removes nothing, so what holds back removals is none of its problems. */
function problemsOf({ plan }: Planned): Planned['plan']['problems'] {
  return plan.problems.filter(({ code }) => !code.startsWith('guard-'));
}

/** What was pulled so far is in the lockfile. @throws UsageError */
function stopIfAsked({ host }: Context): void {
  if (!host.signal.aborted) return;
  throw new UsageError('stopped', 'the pull was stopped', 'What was pulled stays. Run it again to go on from there.');
}

function withImageNotes(pulled: PulledSource, { failed }: PulledImages): PulledSource {
  const notes = failed.flatMap(({ path, note }) => (path === pulled.path ? [note] : []));
  return notes.length === 0 ? pulled : { ...pulled, notes: [...pulled.notes, ...notes] };
}

/** What was compiled as it stands in the files now need not be compiled again. */
function withUnits(planned: Planned, compiled: Sources['units']): Planned {
  const { sources } = planned;
  return { ...planned, sources: { ...sources, units: new Map([...sources.units, ...compiled]) } };
}

/** The bodies that are pulled, with the sources they go into. */
function textsOf(drifted: readonly Held[], offers: readonly PullOffer[], { sources, remote }: Planned): PulledText[] {
  const articles = new Map(remote.articles.map((article) => [article.id, article]));
  const merged = drifted.flatMap(({ key, id }) =>
    sources.repository.sources
      .filter(({ article }) => article === key)
      .map(({ path, locale }) => ({ path, body: articles.get(id ?? '')?.locales[locale]?.body ?? '' })),
  );
  const added = offers.flatMap(({ id, locale, key }) =>
    key === null
      ? []
      : [{ path: localePath(key, locale, sources.settings), body: articles.get(id)?.locales[locale]?.body ?? '' }],
  );
  return [...merged, ...added];
}

function pathsOf(drifted: readonly Held[], { sources }: Planned): readonly string[] {
  const keys = new Set(drifted.map(({ key }) => key));
  return sources.repository.sources.flatMap(({ article, path }) => (keys.has(article) ? [path] : []));
}

/** Whether a collection is among what a person named, by its folder or its file. */
function isAskedCollection({ key }: Held, wanted: Named, { sources }: Planned): boolean {
  const folder = sources.desired.collections.find((one) => one.key === key)?.folder;
  return folder === undefined ? wanted.has('') : wanted.has(folder);
}

/** Whether an article is among what a person named, by any of its files. */
function askedFor(wanted: Named, { sources }: Planned): (key: string) => boolean {
  const files = new Map<string, string[]>();
  for (const { article, path } of sources.repository.sources) files.set(article, [...(files.get(article) ?? []), path]);
  return (key) => [key, ...(files.get(key) ?? [])].some((file) => wanted.has(file));
}
