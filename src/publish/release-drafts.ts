import { reachDifferences } from '../body/reach.ts';
import type { Locale } from '../model/article.ts';
import { authorIdOf } from '../model/author-id.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Change, LocaleStep } from '../model/plan.ts';
import type { RecordedArticle } from '../model/recorded.ts';
import type { RemoteArticle } from '../model/remote.ts';
import { entryAfter } from './entry-after.ts';
import { demandDrafts } from './stage-write.ts';
import { entryBefore, staysInPlace, type World } from './world.ts';
import { parentIdOf } from './write-of.ts';

/**
 * Lets the drafts of an article go live that were staged: a write over a draft would not. A draft that does not say what
 * the source says by now is staged again first.
 *
 * @param stage carries out a change that stages
 * @returns the outcome where that was all, or it failed; null where the rest of the article is still to be written
 * @throws IntercomError or NotReadyError
 */
export async function releaseDrafts(
  world: World,
  change: Change,
  article: DesiredArticle,
  stage: (change: Change) => Promise<Outcome | null>,
): Promise<Outcome | null> {
  const before = world.known.get(change.key)?.remote ?? null;
  const locales = before === null ? [] : waiting(change, article, before);
  if (before === null || locales.length === 0) return null;
  const { id } = before;
  const entry = entryBefore(world, change, id).entry;
  const stale = locales.filter((locale) => {
    const wanted = article.locales[locale]?.fingerprint;
    return entry?.locales[locale]?.staged?.desired !== wanted;
  });
  if (stale.length > 0) {
    const outcome = await stage(part(change, stale, 'stage'));
    if (outcome?.result === 'failed') return outcome;
    world.waiting.delete(change.key);
  }
  const drafted = world.known.get(change.key)?.remote ?? before;
  await demandDrafts(world, drafted);
  const named = world.remote.languages === 'off' ? null : locales;
  const live = await world.writer.publishDraft(id, named, before.defaultLocale);
  world.known.set(change.key, { id, remote: { ...live, ...draftsWithout(drafted, locales) } });
  const isWhole = isAll(world, change, article, locales, live);
  const after = entryAfter(world, part(change, locales, 'write'), article, isWhole ? [] : locales, live);
  await world.record({
    ...{ of: 'article', key: change.key, images: {} },
    ...(change.from === undefined ? {} : { from: change.from }),
    entry: isWhole ? after : withStaged(after, world.entries.get(change.from ?? change.key)),
  });
  if (!isWhole) return null;
  world.unwritten.delete(change.key);
  return { result: 'done', change, id, url: live.url };
}

/** What goes on with a release that is cut off here: its texts were staged as they went out. */
function withStaged(after: RecordedArticle, before: RecordedArticle | undefined): RecordedArticle {
  const locales = Object.entries(after.locales).map(([locale, text]) => {
    const staged = before?.locales[locale]?.staged;
    return [locale, staged === undefined ? text : { ...text, staged }];
  });
  return { ...after, locales: Object.fromEntries(locales) };
}

/** Languages that are to be published, and have a draft. */
function waiting({ locales }: Change, article: DesiredArticle, { drafts }: RemoteArticle): readonly Locale[] {
  return Object.entries(locales).flatMap(([locale, step]) =>
    step.do === 'write' && article.locales[locale]?.state === 'published' && drafts?.[locale] !== undefined
      ? [locale]
      : [],
  );
}

/** The drafts that are still there once some are published: those of languages that wait on. */
function draftsWithout({ drafts = {} }: RemoteArticle, out: readonly Locale[]): Pick<RemoteArticle, 'drafts'> {
  const left = Object.entries(drafts).filter(([locale]) => !out.includes(locale));
  return left.length === 0 ? {} : { drafts: Object.fromEntries(left) };
}

function part(change: Change, locales: readonly Locale[], deed: LocaleStep['do']): Change {
  const steps = Object.entries(change.locales).flatMap(([locale, step]): [Locale, LocaleStep][] =>
    locales.includes(locale) ? [[locale, { ...step, do: deed }]] : [],
  );
  return { ...change, locales: Object.fromEntries(steps) };
}

/** Whether an article is as its source wants it once its drafts are out. */
function isAll(
  world: World,
  change: Change,
  article: DesiredArticle,
  out: readonly Locale[],
  live: RemoteArticle,
): boolean {
  const author = authorIdOf(article.author, world.remote.teammates);
  const isRest = Object.entries(change.locales).some(
    ([locale, step]) => !out.includes(locale) && ['write', 'withdraw', 'stage'].includes(step.do),
  );
  const { tags: _, ...reach } = article.reach ?? {};
  const labels = { audiences: world.remote.audiences ?? [], tags: [] };
  const isReached = out.every((locale) => {
    const theirs = live.locales[locale];
    return theirs === undefined || reachDifferences(reach, undefined, theirs, labels).length === 0;
  });
  const isInPlace = staysInPlace(world, change) || live.parentId === parentIdOf(world, article);
  return (
    !isRest &&
    isInPlace &&
    isReached &&
    out.every((locale) => author === null || live.locales[locale]?.authorId === author)
  );
}
