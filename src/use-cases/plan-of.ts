import type { ContentPath } from '../model/article.ts';
import type { Change, Plan, PlanMode } from '../model/plan.ts';
import { stopsEverything } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import type { Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { makePlan, withDigest, withProblems } from '../plan/plan.ts';
import type { MarkdownTexts } from '../plan/similarity.ts';
import type { SourceText } from '../plan/suspects.ts';
import { outOfReach } from './local-images.ts';
import type { KnownLockfile } from './lock.ts';
import { isChosenIn, partOf } from './part.ts';
import type { Named } from './paths.ts';
import { type Promoted, promotedOf, unpromotedIn } from './promoted-part.ts';
import { withRedirects } from './redirects.ts';
import type { Sources } from './sources.ts';
import { stagingProblems, withWaiting } from './waiting.ts';

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
  /** Name of a target: only what was published there, just as it is, is published here. Absent for whatever there is. */
  readonly promote?: string;
}

/** A plan to look at, with what it was made from. */
export interface Looked extends Pick<Planned, 'sources' | 'recorded' | 'plan' | 'part'> {
  /** null: Intercom was not asked. */
  readonly remote: Remote | null;
}

/** What the lockfile records, of the workspace at hand first. */
export function sectionsOf({ read }: KnownLockfile, first: Recorded): readonly Recorded[] {
  return [first, ...Object.values(read.lockfile.workspaces)];
}

export function contentOf({ read }: KnownLockfile, workspace: string): string | undefined {
  const { workspaces } = read.lockfile;
  return Object.hasOwn(workspaces, workspace) ? workspaces[workspace]?.content : undefined;
}

/** Whether a plan looks for a way in which Intercom gets local images: its own connector brings them along. */
export function imageHostOf({ settings }: Pick<Sources, 'settings'>): Pick<PlanOptions, 'imageHost'> {
  return settings.layout === 'intercom-sync' ? {} : { imageHost: 'demanded' };
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
  options: PlanOptions & { readonly promoted?: Promoted | null },
  texts?: MarkdownTexts,
): Plan {
  const { desired, settings, authorPlace, reachPlaces } = sources;
  const { part, promoted = null } = options;
  const unpromoted = promoted === null ? null : unpromotedIn(promoted, desired, recorded);
  const isInPart = part === undefined ? null : isChosenIn(part, desired);
  const isChosen = (change: Pick<Change, 'key' | 'from'>): boolean =>
    (unpromoted === null || unpromoted(change) === null) && (isInPart === null || isInPart(change));
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
    ...(reachPlaces === undefined ? {} : { reachPlaces }),
    ...(options.imageHost === 'demanded' ? { unpublishable: outOfReach(sources, [recorded]) } : {}),
    ...(unpromoted === null && isInPart === null ? {} : { isChosen }),
    // A release creates nothing: a link to what is new is no more in what is staged.
    ...(options.mode === 'release' ? { isChosen: () => false } : {}),
  });
  const all = withProblems(forTarget(plan, settings), stagingProblems(sources, options.mode));
  const isStopped = [...sources.problems, ...all.problems].some(stopsEverything);
  const fit = isStopped ? withoutChanges(all) : all;
  const whole = promoted === null || unpromoted === null ? fit : promotedOf(fit, promoted, unpromoted);
  const chosen = part === undefined ? whole : partOf(whole, part, desired);
  if (isStopped) return chosen;
  const waiting = withWaiting(chosen, sources, recorded, remote, { mode: options.mode, isChosen });
  // Readers see a redirect at once: a run that stages, or releases what is staged, makes none.
  if (options.mode !== undefined) return waiting;
  const isWhole = unpromoted === null && (part === undefined || part.has(''));
  return withRedirects(waiting, sources, { desired, recorded, remote, isChosen, isWhole });
}

/** A plan that says which target it is for, so that it is no other's. */
function forTarget(plan: Plan, { target }: Pick<Settings, 'target'>): Plan {
  const { digest: _, ...rest } = plan;
  return target === undefined ? plan : withDigest({ ...rest, target: target.name });
}

/** What stands in the sources of an article, those with errors too. A text is read when it is asked for. */
function sourceTexts({ repository, unread, unreadTexts, texts }: Sources): (key: ContentPath) => readonly SourceText[] {
  const all = new Map<ContentPath, (() => SourceText)[]>();
  const add = (article: ContentPath, text: () => SourceText): void => {
    const before = all.get(article);
    if (before === undefined) all.set(article, [text]);
    else before.push(text);
  };
  for (const source of repository.sources) add(source.article, () => sourceText(source));
  for (const { path, article, locale } of unread)
    add(article, () => ({ locale, blob: texts.get(path)?.blob ?? '', text: unreadTexts.get(path) ?? null }));
  return (key) => (all.get(key) ?? []).map((text) => text());
}

function sourceText({ locale, blob, body, fields }: Source): SourceText {
  const text = `${fields.title ?? ''}\n${body}`;
  return { locale, blob, text, ...(fields.id === undefined ? {} : { id: fields.id }) };
}

/**
 * A plan without changes where the configuration or the workspace as a whole is not as it should be: what was planned
 * for the articles would be for the wrong place.
 */
function withoutChanges({ digest: _, ...rest }: Plan): Plan {
  return withDigest({ ...rest, collections: [], changes: [] });
}
