import path from 'node:path';
import { applyFixes } from '../../compile/apply-fixes.ts';
import { factsOf } from '../../disk/links.ts';
import { removeOwn } from '../../disk/own-file.ts';
import { makeFolders, ownFolderName } from '../../disk/own-folder.ts';
import { addFile } from '../../disk/replace-file.ts';
import { localePath } from '../../import/locale-path.ts';
import type { ContentPath } from '../../model/article.ts';
import type { Problem } from '../../model/problem.ts';
import { shownFile } from '../../model/shown-file.ts';
import { hasSourceEnding } from '../../model/source-path.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Context } from '../context.ts';
import { sourcesOf } from '../plan.ts';
import { planOffline } from '../plan-offline.ts';
import { inItsForm, readSourceFile, type SourceFile, writeSourceFile } from '../pull/files.ts';
import type { Sources } from '../sources.ts';
import { type ContentFile, contentFile, contentPath } from './content-file.ts';
import type { FreshSources } from './fresh-sources.ts';
import { holdCheckout } from './hold-checkout.ts';
import { type MovedPaths, movedIncludes, movedLinks } from './moved-links.ts';
import { hasErrors, tryChanges } from './try-changes.ts';
import { changedMeanwhile } from './write-file.ts';

/** What became of a move. */
export interface Move {
  /** false: what it would come to does not compile, and nothing was written. */
  readonly isMoved: boolean;
  /** Old path → new path, of every language. */
  readonly moved: MovedPaths;
  /** Other files whose links were put right. */
  readonly relinked: readonly ContentPath[];
  readonly problems: readonly Problem[];
}

/** One file of a move, or one with a link to it. */
interface Step {
  readonly file: SourceFile;
  readonly before: ContentFile;
  readonly after: ContentFile;
  readonly text: string;
}

/**
 * Moves an article with all its languages, and puts right what links to it and what it links to. The article in Intercom
 * stays the same one: that the next plan sees a move is looked at before anything is written.
 *
 * @param from the article's own file
 * @param to where it goes; nothing may be there
 * @param workspace whose section of the lockfile counts, where it has several
 * @throws UsageError where it is no article, something is in the way, or the plan would not see a move
 * @throws ProblemsError, LinkedFileError
 */
export async function moveArticle(
  context: Context,
  fresh: FreshSources,
  { from, to, workspace }: { readonly from: string; readonly to: string; readonly workspace?: string | undefined },
): Promise<Move> {
  const sources = sourcesOf(await fresh.gather(context));
  const moved = await pathsOf(sources, await contentPath(from, sources), (await contentFile(to, sources)).path);
  const release = await holdCheckout(context, sources.folder);
  try {
    const steps = await stepsOf(sources, moved);
    const own = steps.filter(({ before }) => moved.has(before.path));
    const tried = await tryChanges(context, fresh, sources, {
      put: steps.map(({ after, text }) => ({ ...after, text })),
      gone: own.map(({ before }) => before),
    });
    const problems = [...tried.own, ...tried.elsewhere];
    const relinked = steps.filter((step) => !own.includes(step)).map(({ before }) => before.path);
    if (hasErrors(problems)) return { isMoved: false, moved, relinked, problems };
    await demandMove(context, tried.sources, moved, workspace);
    await carryOut(steps, sources);
    return { isMoved: true, moved, relinked, problems };
  } finally {
    await release();
  }
}

/** Where each language of the article goes. @throws UsageError */
async function pathsOf(sources: Sources, from: ContentPath, to: ContentPath): Promise<MovedPaths> {
  const { repository, settings, folder } = sources;
  const refuse = (why: string, help: string): never => {
    throw new UsageError('not-movable', `"${from}" is not moved: ${why}`, help);
  };
  const texts = repository.sources.filter(({ article }) => article === from);
  const one = repository.sources.find((source) => source.path === from);
  if (one !== undefined && one.article !== from)
    refuse(`it is a translation of "${one.article}"`, `Move "${one.article}": its translations move with it.`);
  if (texts.length === 0) refuse('it is no article that can be read', 'Search for it by a word of its title.');
  if (!hasSourceEnding(to)) refuse(`"${to}" is no name of an article`, 'Name a path that ends in .md.');
  const moved = new Map<ContentPath, ContentPath>();
  for (const { path: old, locale } of texts) {
    if (old !== localePath(from, locale, settings))
      refuse(`its translation "${old}" has a path of its own`, 'Move the files by hand, and name them in "moved".');
    const goal = localePath(to, locale, settings);
    const isFree = (await factsOf(path.join(folder, settings.content, goal))) === null;
    if (!isFree) refuse(`"${goal}" is there already`, 'Name another path.');
    moved.set(old, goal);
  }
  return moved;
}

/** Every file that changes, with the text that it gets. @throws UsageError where one was changed meanwhile */
async function stepsOf(sources: Sources, moved: MovedPaths): Promise<readonly Step[]> {
  const { repository, settings, folder, texts } = sources;
  const fixes = movedLinks(sources, moved);
  const steps: Step[] = [];
  for (const old of new Set([...moved.keys(), ...fixes.keys()])) {
    const absolute = texts.get(old)?.absolute;
    const goal = moved.get(old);
    const before: ContentFile = { path: old, absolute: absolute ?? path.join(folder, settings.content, old) };
    const file = await readSourceFile(old, sources);
    if (file === null) throw changedMeanwhile(before);
    const linked = applyFixes(file.text, fixes.get(old) ?? [], shownFile(repository.root, old));
    const after = goal === undefined ? before : await contentFile(goal, sources);
    steps.push({ file, before, after, text: goal === undefined ? linked : movedIncludes(linked, old, goal) });
  }
  return steps;
}

/** Makes sure that the plan sees a move where it would otherwise see a removal. @throws UsageError, ProblemsError */
async function demandMove(context: Context, tried: Sources, moved: MovedPaths, workspace?: string): Promise<void> {
  const [[from, to] = ['', '']] = moved;
  const { plan, recorded } = await planOffline(context, tried, {}, workspace);
  if (!Object.hasOwn(recorded.articles, from)) return;
  if (plan.changes.some((change) => change.key === to && change.from === from)) return;
  throw new UsageError(
    'move-unseen',
    `"${from}" was not moved: the plan would not know it again at "${to}", and make another article of it`,
    `Commit what was last published, so that git has its text, or write "${from}: ${to}" below "moved" in helpcentre.yml.`,
  );
}

/** New files first: whatever ends this in between, no text is lost. */
async function carryOut(steps: readonly Step[], { folder }: Sources): Promise<void> {
  const own = path.join(folder, ownFolderName);
  const isMoving = ({ before, after }: Step): boolean => before.absolute !== after.absolute;
  for (const { file, after, text } of steps.filter(isMoving)) {
    await makeFolders(path.dirname(after.absolute), folder);
    await addFile(after.absolute, inItsForm(file, text), { root: folder, own });
  }
  for (const step of steps.filter((one) => !isMoving(one))) {
    if (!(await writeSourceFile(step.file, step.text))) throw changedMeanwhile(step.before);
  }
  for (const { before } of steps.filter(isMoving)) await removeOwn(before.absolute, folder);
}
