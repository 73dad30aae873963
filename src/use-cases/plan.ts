import { recallFingerprints } from '../body/fingerprint.ts';
import { withoutLinksTo } from '../body/unlinked.ts';
import type { ContentPath } from '../model/article.ts';
import type { Desired } from '../model/desired.ts';
import { namedIn } from '../model/first-language.ts';
import type { Plan, PlanMode } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { stopsEverything } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import type { WorkspaceReader } from '../model/workspace.ts';
import { makePlan, withDigest } from '../plan/plan.ts';
import { withSent } from '../plan/sent.ts';
import type { MarkdownTexts } from '../plan/similarity.ts';
import { withReleased } from '../plan/staged.ts';
import type { SourceText } from '../plan/suspects.ts';
import { atThisTime } from './at-this-time.ts';
import { type Connection, hasLocalTarget, ProblemsError } from './connect.ts';
import type { Context } from './context.ts';
import { withDrafts } from './drafts.ts';
import type { ReadBlob } from './gone-texts.ts';
import { outOfReach } from './local-images.ts';
import { type KnownLockfile, readKnown, recordedFor } from './lock.ts';
import { memoFor } from './memo-for.ts';
import { isChosenIn, partOf } from './part.ts';
import { missingHistory, recordedNow } from './past.ts';
import type { Named } from './paths.ts';
import { gatherSources, type Sources } from './sources.ts';
import { withTranslations } from './stale-translations.ts';
import { stagingProblems, withWaiting } from './waiting.ts';
import { snapshotOf } from './wrong-region.ts';

/** Everything that a plan was made from, and the plan. */
export interface Planned {
  readonly sources: Sources;
  readonly remote: Remote;
  readonly known: KnownLockfile;
  readonly recorded: Recorded;
  readonly plan: Plan;
  /** What was chosen; absent for all. */
  readonly part?: Named;
}

/** What a person can change about a plan from the command line. */
export interface PlanOptions {
  readonly onDrift?: Settings['onDrift'];
  readonly allowRemovals?: boolean;
  /** Id of the workspace to expect; refuse any other, and without a token its section of the lockfile counts. */
  readonly workspace?: string;
  /** `demanded`: an article whose local images Intercom has no way to get is an error, and left out. */
  readonly imageHost?: 'demanded';
  /** `keep`: translations that are behind are planned as they are, whatever the configuration says. */
  readonly staleTranslations?: 'keep';
  /** Whether it stages what it can, or releases what is staged. Absent: as the sources say. */
  readonly mode?: PlanMode;
  /** What of the plan is meant: the rest is looked at and not carried out. Absent for all of it. */
  readonly part?: Named;
}

/** A plan to look at, with what it was made from. */
export interface Looked extends Pick<Planned, 'sources' | 'recorded' | 'plan' | 'part'> {
  /** null: Intercom was not asked. */
  readonly remote: Remote | null;
}

/** Sources that are fit to plan with. @throws ProblemsError when the repository cannot be read at all */
export async function sourcesOrThrow(context: Context): Promise<Sources> {
  const result = await gatherSources(context);
  if (!result.ok) throw new ProblemsError(result.problems);
  return result.sources;
}

/**
 * Takes the snapshot and makes the plan. Only reads.
 *
 * @param blob reads a text that was published; by default from the repository that the help centre is in
 * @throws ProblemsError, IntercomError
 */
export async function planAgainst(
  context: Context,
  sources: Sources,
  connection: Connection<WorkspaceReader>,
  options: PlanOptions,
  blob?: ReadBlob,
): Promise<Planned> {
  const { settings } = sources;
  const known = await readKnown(context, connection.lockFolder, connection.ownFolder);
  const listed = namedIn(await snapshotOf(context, connection, settings), settings.locale);
  const remote = await withDrafts(listed, connection.client, known, sources.desired);
  const looked = await planKnown(context, sources, { known, remote, lockFolder: connection.lockFolder }, options, blob);
  return { ...looked, known, remote };
}

/**
 * Makes the plan of the sources, the lockfile and its history, and Intercom as it answered.
 *
 * @throws ProblemsError when the workspace is another one than is meant
 */
export async function planKnown(
  context: Context,
  given: Sources,
  {
    known,
    remote,
    lockFolder,
  }: { readonly known: KnownLockfile; readonly remote: Remote; readonly lockFolder: string },
  options: PlanOptions,
  blob?: ReadBlob,
): Promise<Looked> {
  const { id: workspace } = remote.workspace;
  recallFingerprints(remote.articles, await memoFor(context, given.folder));
  const noted = recordedFor(known, remote, options.workspace);
  const sections = sectionsOf(known, noted);
  const policy = { policy: options.staleTranslations, blob };
  const sources = atThisTime(context, await withTranslations(context, given, sections, policy));
  const before = withReleased(withSent(noted, known.sent.get(workspace) ?? [], remote), remote);
  const { recorded, history } = await recordedNow(context, sources, lockFolder, {
    workspace,
    remote,
    recorded: before,
  });
  const fit = hasLocalTarget(context) ? withoutImageHost(options) : options;
  const plan = planOf(sources, recorded, remote, contentOf(known, workspace), fit);
  const found = { sources, remote, recorded, plan: withProblems(plan, missingHistory(plan, remote, history)) };
  return options.part === undefined ? found : { ...found, part: options.part };
}

/** What the lockfile records, of the workspace at hand first. */
export function sectionsOf({ read }: KnownLockfile, first: Recorded): readonly Recorded[] {
  return [first, ...Object.values(read.lockfile.workspaces)];
}

/** A plan that says more, of what only the use case knows. */
export function withProblems(plan: Plan, found: readonly Problem[]): Plan {
  const { digest: _, ...rest } = plan;
  return found.length === 0 ? plan : withDigest({ ...rest, problems: [...plan.problems, ...found] });
}

export function contentOf({ read }: KnownLockfile, workspace: string): string | undefined {
  const { workspaces } = read.lockfile;
  return Object.hasOwn(workspaces, workspace) ? workspaces[workspace]?.content : undefined;
}

/** A workspace on this machine gets local images from here. */
export function withoutImageHost({ imageHost: _, ...options }: PlanOptions): PlanOptions {
  return options;
}

/** The plan of three states that are known. Asks nobody. */
export function planOf(
  sources: Sources,
  recorded: Recorded,
  remote: Remote | null,
  content: string | undefined,
  options: PlanOptions,
  texts?: MarkdownTexts,
): Plan {
  const { desired, settings, authorPlace } = sources;
  const plan = makePlan({
    texts,
    sourcesOf: sourceTexts(sources),
    desired,
    recorded,
    remote,
    settings: options.onDrift === undefined ? settings : { ...settings, onDrift: options.onDrift },
    allowRemovals: options.allowRemovals === true,
    otherContent: content !== undefined && content !== settings.content,
    ...(authorPlace === undefined ? {} : { authorPlace }),
    ...(options.imageHost === 'demanded' ? { unpublishable: outOfReach(sources, [recorded]) } : {}),
    ...(options.part === undefined ? {} : { isChosen: isChosenIn(options.part, desired) }),
  });
  const whole = withProblems(plan, stagingProblems(sources, options.mode));
  const isStopped = [...sources.problems, ...whole.problems].some(stopsEverything);
  const stopped = isStopped ? withoutChanges(whole) : whole;
  const chosen = options.part === undefined ? stopped : partOf(stopped, options.part, desired);
  return isStopped ? chosen : withWaiting(chosen, sources, recorded, remote, options);
}

/** What stands in the sources of an article, those with errors too. */
function sourceTexts({ repository, unread, unreadTexts, texts }: Sources): (key: ContentPath) => readonly SourceText[] {
  const all = new Map<ContentPath, SourceText[]>();
  const add = (article: ContentPath, text: SourceText): unknown =>
    all.set(article, [...(all.get(article) ?? []), text]);
  for (const { article, locale, blob, body, fields } of repository.sources) {
    const text = `${fields.title ?? ''}\n${body}`;
    add(article, { locale, blob, text, ...(fields.id === undefined ? {} : { id: fields.id }) });
  }
  for (const { path, article, locale } of unread) {
    add(article, { locale, blob: texts.get(path)?.blob ?? '', text: unreadTexts.get(path) ?? null });
  }
  return (key) => all.get(key) ?? [];
}

/**
 * A plan without changes where the configuration or the workspace as a whole is not as it should be: what was planned
 * for the articles would be for the wrong place.
 */
function withoutChanges({ digest: _, ...rest }: Plan): Plan {
  return withDigest({ ...rest, collections: [], changes: [] });
}

/**
 * Stops a command that writes where the configuration or the workspace as a whole is not as it should be.
 *
 * @throws ProblemsError
 */
export function demandFit(planned: Pick<Planned, 'sources' | 'plan'>): void {
  const { sources, plan } = planned;
  const found = [...sources.problems, ...plan.problems].filter(stopsEverything);
  if (found.length > 0) throw new ProblemsError(found);
}

/** What the sources ask for, without the links that a plan says lead nowhere yet. */
export function desiredBy(
  { unlinked = [] }: Plan,
  { desired, settings }: Pick<Sources, 'desired' | 'settings'>,
): Desired {
  return { ...desired, articles: withoutLinksTo(desired.articles, new Set(unlinked), settings.helpCentre) };
}

/** Problems of the sources and of the plan, as one list: of the chosen part, where one was chosen. */
export function allProblems({ sources, plan, part }: Pick<Planned, 'sources' | 'plan' | 'part'>): readonly Problem[] {
  const all = [...sources.problems, ...plan.problems];
  return part === undefined ? all : all.filter(({ place }) => place === undefined || part.hasFile(place.file));
}
