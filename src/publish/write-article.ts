import { authorIdOf } from '../author-id.ts';
import { fingerprint } from '../html/fingerprint.ts';
import { withHeadingIds } from '../html/heading-ids.ts';
import { listReferences, resolveReferences } from '../html/references.ts';
import type {
  Change,
  ContentPath,
  DesiredArticle,
  Locale,
  LocaleStep,
  Outcome,
  RecordedArticle,
  RecordedLocale,
  RemoteArticle,
} from '../model.ts';
import type { ArticleWrite, LocaleWrite } from '../workspace.ts';
import { copiesOf } from './copies.ts';
import { imageUrls } from './image-urls.ts';
import { recordedRemote } from './recorded-remote.ts';
import { entryOf, firstLanguageOf, type World } from './world.ts';

/** What is recorded of a locale that was only drafted so far: equal to nothing, so that it is written again. */
const unfinished = fingerprint('unfinished');

/** Why an article cannot be written yet. */
export class NotReadyError extends Error {
  override readonly name = 'NotReadyError';
  readonly code = 'not-ready';
}

/**
 * Creates an article of a circle as a draft, with the links that are not known yet left out, so that it has
 * an id to link to. No reader sees it.
 *
 * @returns null when that worked: the article is written again later, whole; else what went wrong
 */
export async function draftArticle(world: World, change: Change): Promise<Outcome | null> {
  const article = desiredOf(world, change);
  const write = await writeOf(world, change, article, 'draft');
  await world.journal.append({ intent: change.key });
  const answer = await created(world, article, write);
  world.known.set(change.key, { id: answer.id, remote: answer });
  world.drafted.add(change.key);
  const locales = Object.entries(article.locales).map(([locale, wanted]): [Locale, RecordedLocale] => [
    locale,
    { source: wanted.blob, desired: unfinished, remote: recordedRemote(answer, locale) ?? unfinished },
  ]);
  const entry: RecordedArticle = {
    id: answer.id,
    url: answer.url,
    updatedAt: answer.updatedAt,
    locales: Object.fromEntries(locales),
  };
  const images = takeCopies(world, change.key, write, answer);
  await world.record({ of: 'article', key: change.key, ...replaced(world, change), entry, images });
  return null;
}

/**
 * Writes an article: one request with everything in it, a create where it does not exist yet.
 *
 * @throws IntercomError, ImageHostError or NotReadyError; nothing was recorded then
 */
export async function writeArticle(world: World, change: Change): Promise<Outcome> {
  const article = desiredOf(world, change);
  const known = world.known.get(change.key);
  const write = await writeOf(world, change, article, 'whole');
  let answer: RemoteArticle;
  if (known === undefined) {
    await world.journal.append({ intent: change.key });
    answer = await created(world, article, write);
  } else {
    answer = await world.writer.updateArticle(known.id, write, firstLanguageOf(world, article));
  }
  const images = takeCopies(world, change.key, write, answer);
  const note = (at: RemoteArticle): Promise<void> =>
    world.record({
      of: 'article',
      key: change.key,
      ...(change.from === undefined ? {} : { from: change.from }),
      ...replaced(world, change),
      entry: entryAfter(world, change, article, at),
      images,
    });
  world.known.set(change.key, { id: answer.id, remote: answer });
  await note(answer);
  const settled = await settleHeadings(world, change, article, write, answer);
  if (settled !== answer) await note(settled);
  const lost = Object.keys(write.locales).filter((locale) => settled.locales[locale] === undefined);
  if (lost.length > 0) return { result: 'failed', change, message: notKept(lost), requestId: null };
  return { result: 'done', change, id: settled.id, url: settled.url };
}

/**
 * Creates an article. In a help centre that had nothing in it yet only the answer tells the first language: where it is
 * another than was thought, every text is sent once more, to where it belongs.
 */
async function created(world: World, article: DesiredArticle, write: ArticleWrite): Promise<RemoteArticle> {
  const first = firstLanguageOf(world, article);
  const answer = await world.writer.createArticle(write, first);
  const centre = article.parent === null ? world.plan.helpCentre : world.helpCentreOf(article.parent);
  if (centre !== null) world.firstLanguages.set(centre, answer.defaultLocale);
  if (answer.defaultLocale === first || write.locales[answer.defaultLocale] === undefined) return answer;
  return world.writer.updateArticle(answer.id, write, answer.defaultLocale);
}

/** Where a help centre has not got a language, Intercom takes the write and drops that part without a word. */
function notKept(locales: readonly Locale[]): string {
  return `Intercom did not keep ${locales.join(', ')}: turn on the language in the help centre's settings, or mark its source with "sync: false". The rest was published.`;
}

/**
 * Writes an article a second time when Intercom put ids of its own on the headings that the article's links lead to.
 * If those do not hold still either, that is said once and links to headings lead to the page from then on. There is
 * never a third write: a link with a heading that is gone opens the page.
 */
async function settleHeadings(
  world: World,
  change: Change,
  article: DesiredArticle,
  sent: ArticleWrite,
  answer: RemoteArticle,
): Promise<RemoteArticle> {
  const write = await writeOf(world, change, article, 'whole');
  if (world.headingsMove || sameHeadings(sent, write)) return answer;
  if (world.drafted.has(change.key)) {
    // The ids that came back with its draft were sent along, and not kept.
    noticeMovingHeadings(world);
    return answer;
  }
  const settled = await world.writer.updateArticle(answer.id, write, answer.defaultLocale);
  world.known.set(change.key, { id: settled.id, remote: settled });
  if (!sameHeadings(write, await writeOf(world, change, article, 'whole'))) noticeMovingHeadings(world);
  return settled;
}

function noticeMovingHeadings(world: World): void {
  if (world.headingsMove) return;
  world.headingsMove = true;
  world.onNotice('Intercom gives headings new ids at every write, so links to headings lead to the page instead.');
}

/** Whether two writes lead to the same headings. Addresses may differ: a draft that went out has a better one now. */
function sameHeadings(a: ArticleWrite, b: ArticleWrite): boolean {
  const headingsIn = (body: string): string =>
    [...body.matchAll(/ href="[^"#]*(#[^"]*)?"/g)].map(([, heading]) => heading ?? '').join(' ');
  return Object.entries(a.locales).every(
    ([locale, { body }]) => body === undefined || headingsIn(body) === headingsIn(b.locales[locale]?.body ?? ''),
  );
}

/** The article that was deleted in Intercom and is created again. */
function replaced(world: World, change: Change): { readonly replaces?: string } {
  const before = change.kind === 'recreate' ? entryOf(world, change.key, change.from) : null;
  return before === null ? {} : { replaces: before.id };
}

function desiredOf(world: World, change: Change): DesiredArticle {
  const article = world.articlesByKey.get(change.key);
  if (article === undefined) throw new NotReadyError(`${change.key} is in the plan and not among the sources`);
  return article;
}

async function writeOf(
  world: World,
  change: Change,
  article: DesiredArticle,
  how: 'draft' | 'whole',
): Promise<ArticleWrite> {
  const remote = world.known.get(change.key)?.remote ?? null;
  const parentId = parentIdOf(world, article);
  const author = authorIdOf(article.author, world.remote.teammates);
  const locales: Record<Locale, LocaleWrite> = {};
  for (const [locale, step] of Object.entries(change.locales)) {
    const write = await localeWrite(world, article, locale, step, remote, author, how);
    if (write !== null) locales[locale] = write;
  }
  const first = firstLanguageOf(world, article);
  const theirs = remote?.locales[first];
  // State and author go along even when the text of the first language itself is left alone.
  if (locales[first] === undefined && theirs !== undefined) {
    const isOurs = article.locales[first] !== undefined;
    locales[first] = { state: theirs.state, authorId: (isOurs ? author : null) ?? theirs.authorId };
  }
  const keptElsewhere = remote !== null && change.locales[world.desired.locale] === undefined;
  return keptElsewhere ? { locales } : { parentId, locales };
}

async function localeWrite(
  world: World,
  article: DesiredArticle,
  locale: Locale,
  step: LocaleStep,
  remote: RemoteArticle | null,
  author: string | null,
  how: 'draft' | 'whole',
): Promise<LocaleWrite | null> {
  const theirs = remote?.locales[locale];
  if (step.do === 'withdraw') {
    // The whole text goes along: what becomes of a translation's omitted fields is not documented.
    return theirs === undefined ? null : { ...textOf(theirs), state: 'draft', authorId: theirs.authorId };
  }
  const wanted = article.locales[locale];
  if (wanted === undefined || step.do === 'forget') return null;
  const authorId = author ?? theirs?.authorId ?? world.remote.workspace.tokenOwnerId;
  const body = await resolved(world, article.key, locale, wanted.body, how);
  const state = how === 'draft' ? 'draft' : wanted.state;
  return { title: wanted.title, description: wanted.description, body, state, authorId };
}

const textOf = (theirs: {
  title: string;
  description: string;
  body: string;
}): Pick<LocaleWrite, 'title' | 'description' | 'body'> => ({
  title: theirs.title,
  description: theirs.description,
  body: theirs.body,
});

async function resolved(
  world: World,
  key: ContentPath,
  locale: Locale,
  body: string,
  how: 'draft' | 'whole',
): Promise<string> {
  const images = await imageUrls(world, body);
  const target = world.links.targetFrom(key, locale);
  if (how === 'whole') {
    for (const reference of listReferences(body)) {
      if (reference.kind === 'article' && target(reference) === null) {
        throw new NotReadyError(`it links to ${reference.key}, which could not be published`);
      }
    }
  }
  const linked = resolveReferences(body, (reference) =>
    reference.kind === 'image' ? (images.get(reference.sha256) ?? null) : target(reference),
  );
  return withHeadingIds(linked, (slug) => world.links.headingId(key, locale, slug));
}

function parentIdOf(world: World, article: DesiredArticle): string | null {
  if (article.parent === null) return null;
  const id = world.collectionIds.get(article.parent);
  if (id !== undefined) return id;
  const reason = world.failedCollections.get(article.parent);
  throw new NotReadyError(
    `its collection "${article.parent}" could not be made${reason === undefined ? '' : `: ${reason}`}`,
  );
}

function entryAfter(world: World, change: Change, article: DesiredArticle, answer: RemoteArticle): RecordedArticle {
  const before = entryOf(world, change.key, change.from);
  const locales: Record<Locale, RecordedLocale> = {};
  for (const [locale, wanted] of Object.entries(article.locales)) {
    const step = change.locales[locale];
    const remote = recordedRemote(answer, locale);
    const old = before?.locales[locale];
    if (step !== undefined && step.do !== 'forget' && remote !== null) {
      locales[locale] = { source: wanted.blob, desired: wanted.fingerprint, remote };
    } else if (old !== undefined) {
      locales[locale] = old;
    }
  }
  return { id: answer.id, url: answer.url, updatedAt: answer.updatedAt, locales };
}

function takeCopies(
  world: World,
  key: ContentPath,
  write: ArticleWrite,
  answer: RemoteArticle,
): Readonly<Record<string, string>> {
  const copies = copiesOf(world, key, write, answer);
  for (const [sha256, url] of Object.entries(copies)) world.copies.set(sha256, url);
  return copies;
}
