import { recordedRemote, unfinished } from '../body/recorded-remote.ts';
import { linksToHeading } from '../body/references.ts';
import type { Locale } from '../model/article.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Change } from '../model/plan.ts';
import type { RecordedArticle, RecordedLocale } from '../model/recorded.ts';
import type { RemoteArticle } from '../model/remote.ts';
import type { ArticleWrite } from '../model/workspace.ts';
import { brokenIn, brokenPictures } from './copies.ts';
import { entryAfter, takeCopies, textsOf } from './entry-after.ts';
import { lackingLinks } from './left-out-links.ts';
import type { NewPicture } from './pictures-of.ts';
import { releaseDrafts } from './release-drafts.ts';
import { sendArticle } from './send-article.ts';
import { waitsForHeading } from './waits-for-heading.ts';
import { entryBefore, type World } from './world.ts';
import { NotReadyError, writeOf } from './write-of.ts';

/**
 * Creates an article of a circle as a draft, with the links that are not known yet left out, so that it has
 * an id to link to. No reader sees it.
 *
 * @returns null when that worked: the article is written again later, whole; else what went wrong
 */
export async function draftArticle(world: World, change: Change): Promise<Outcome | null> {
  const article = desiredOf(world, change);
  const write = await writeOf(world, change, article, 'draft');
  const answer = await sendArticle(world, change, article, write);
  world.known.set(change.key, { id: answer.id, remote: answer });
  world.drafted.add(change.key);
  const locales = Object.entries(article.locales).map(([locale, wanted]): [Locale, RecordedLocale] => [
    locale,
    {
      ...textsOf(world, wanted),
      desired: unfinished,
      ...(recordedRemote(answer, locale) ?? { remote: unfinished }),
    },
  ]);
  const entry: RecordedArticle = {
    id: answer.id,
    url: answer.url,
    updatedAt: answer.updatedAt,
    locales: Object.fromEntries(locales),
  };
  const images = takeCopies(world, change.key, write, answer);
  await world.record({ of: 'article', key: change.key, ...replaced(world, change, answer.id), entry, images });
  return null;
}

/**
 * Writes an article: one request with everything in it, a create where it does not exist yet.
 *
 * @returns null where it links to a heading that another article of its circle gets in this run: it is settled after that
 * @throws IntercomError, ImageHostError, PictureError or NotReadyError; nothing was recorded then
 */
export async function writeArticle(world: World, change: Change): Promise<Outcome | null> {
  const article = desiredOf(world, change);
  const released = await releaseDrafts(world, change, article, (part) => writeArticle(world, part));
  if (released !== null) return released;
  const write = await writeOf(world, change, article, 'whole');
  const isAnchored = Object.values(article.locales).some(({ body }) => linksToHeading(body));
  const waits = isAnchored && waitsForHeading(world, article);
  const answer = await sendArticle(world, change, article, write);
  world.unwritten.delete(change.key);
  const note = noteOf(world, change, article, write, answer);
  world.known.set(change.key, { id: answer.id, remote: answer });
  if (waits) {
    // Cut off before the other one, the next run writes both again.
    await note(answer, false);
    world.waiting.set(change.key, write);
    return null;
  }
  // Where no link leads to a heading, none can lead elsewhere now, and the text is not put together again to see that.
  const again = isAnchored ? headingsWrite(world, change, article, write) : Promise.resolve(null);
  const second = await again.catch(async (error: unknown) => {
    await note(answer, false);
    throw error;
  });
  // Cut off before the second write, the next run goes on with it.
  await note(answer, second === null);
  const settled = second === null ? answer : await settleHeadings(world, change, article, second);
  if (settled !== answer) await note(settled, true);
  return outcomeOf(world, change, article, write, settled);
}

/**
 * Settles the links of an article that waited for headings of others: with one more write where they lead elsewhere by
 * now, else with a note alone.
 *
 * Where what it waited for was not written, the next run writes it again.
 *
 * @returns null where it did not wait
 */
export async function settleArticle(world: World, change: Change): Promise<Outcome | null> {
  const sent = world.waiting.get(change.key);
  const answer = world.known.get(change.key)?.remote ?? null;
  if (sent === undefined || answer === null) return null;
  const article = desiredOf(world, change);
  // It is out, and what it waited for could not be published: that has been noted.
  if (waitsForHeading(world, article)) return outcomeOf(world, change, article, sent, answer);
  const note = noteOf(world, change, article, sent, answer);
  const write = await writeOf(world, change, article, 'whole');
  const isSettled = sameHeadings(sent, write);
  const settled = isSettled ? answer : await settleHeadings(world, change, article, write);
  await note(settled, true);
  return outcomeOf(world, change, article, write, settled);
}

/**
 * Writes an article again, without the links to what could not be published after all: no reader is to follow them. The
 * next run puts them back.
 *
 * @returns null: its outcome is told already
 */
export async function unlinkArticle(world: World, change: Change): Promise<null> {
  const article = desiredOf(world, change);
  const write = await writeOf(world, change, article, 'whole');
  const answer = await sendArticle(world, change, article, write);
  world.known.set(change.key, { id: answer.id, remote: answer });
  await noteOf(world, change, article, write, answer)(answer, true);
  return null;
}

function noteOf(world: World, change: Change, article: DesiredArticle, write: ArticleWrite, answer: RemoteArticle) {
  const images = takeCopies(world, change.key, write, answer);
  return (at: RemoteArticle, isWhole: boolean): Promise<void> => {
    const lacking = lackingLinks(world, change, article);
    const again = isWhole ? [...brokenIn(write, at), ...lacking] : Object.keys(write.locales);
    return world.record({
      of: 'article',
      key: change.key,
      ...(change.from === undefined ? {} : { from: change.from }),
      ...replaced(world, change, answer.id),
      entry: entryAfter(world, change, article, again, at),
      images,
    });
  };
}

function outcomeOf(
  world: World,
  change: Change,
  article: DesiredArticle,
  write: ArticleWrite,
  settled: RemoteArticle,
): Outcome {
  const lost = Object.keys(write.locales).filter((locale) => settled.locales[locale] === undefined);
  if (lost.length > 0) return { result: 'failed', change, message: notKept(lost), requestId: null };
  if (brokenIn(write, settled).length > 0) {
    const message = brokenImage(brokenPictures(world, article, write, settled));
    return { result: 'failed', change, message, requestId: null };
  }
  return { result: 'done', change, id: settled.id, url: settled.url };
}

function brokenImage(pictures: readonly NewPicture[]): string {
  const named = pictures.map(({ name, at }) => `${name} at ${at}`).join(', ');
  return `Intercom could not fetch an image and shows a placeholder in its place${named === '' ? '' : ` (${named})`}: look whether its address opens, then run again. The rest was published.`;
}

/** Where a help centre does not have a language, Intercom takes the write and drops that part without a word. */
function notKept(locales: readonly Locale[]): string {
  return `Intercom did not keep ${locales.join(', ')}: turn on the language in the help centre's settings, or mark its source with "sync: false". The rest was published.`;
}

/**
 * The second write of an article: where Intercom put ids of its own on the headings that the article's links lead to.
 * null: its links lead there already, or cannot.
 */
async function headingsWrite(
  world: World,
  change: Change,
  article: DesiredArticle,
  sent: ArticleWrite,
): Promise<ArticleWrite | null> {
  const write = await writeOf(world, change, article, 'whole');
  if (world.headingsMove || sameHeadings(sent, write)) return null;
  if (!world.drafted.has(change.key)) return write;
  // The ids that came back with its draft were sent along, and not kept.
  noticeMovingHeadings(world);
  return null;
}

/**
 * Writes an article a second time, with the ids of its headings. If those do not hold still either, that is said once
 * and links to headings lead to the page from then on. There is never a third write: a link with a heading that is gone
 * opens the page.
 */
async function settleHeadings(
  world: World,
  change: Change,
  article: DesiredArticle,
  write: ArticleWrite,
): Promise<RemoteArticle> {
  const settled = await sendArticle(world, change, article, write);
  world.known.set(change.key, { id: settled.id, remote: settled });
  if (!sameHeadings(write, await writeOf(world, change, article, 'whole'))) noticeMovingHeadings(world);
  return settled;
}

function noticeMovingHeadings(world: World): void {
  if (world.headingsMove) return;
  world.headingsMove = true;
  world.onNotice('Intercom gives headings new ids at every write, so links to headings lead to the page instead.');
}

/**
 * Whether a write leads to the same headings as the one before it. Addresses may differ: a draft that went out has a better
 * one now. What it does not carry is there already, word for word: so it is with a draft that says the same.
 */
function sameHeadings(before: ArticleWrite, { locales: now }: ArticleWrite): boolean {
  const headingsIn = (body: string): string =>
    [...body.matchAll(/ href="[^"#]*(#[^"]*)?"/g)].map(([, heading]) => heading ?? '').join(' ');
  return Object.entries(before.locales).every(([locale, { body }]) => {
    const next = now[locale]?.body;
    return body === undefined || next === undefined || headingsIn(body) === headingsIn(next);
  });
}

/** The part of a recording that says which article another takes the place of. */
function replaced(world: World, change: Change, id: string): { readonly replaces?: string } {
  const { replaces } = entryBefore(world, change, id);
  return replaces === undefined ? {} : { replaces };
}

function desiredOf(world: World, change: Change): DesiredArticle {
  const article = world.articlesByKey.get(change.key);
  if (article === undefined) throw new NotReadyError(`${change.key} is in the plan and not among the sources`);
  return article;
}
