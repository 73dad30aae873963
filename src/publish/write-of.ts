import { singleLine } from '../body/fingerprint.ts';
import { withHeadingIds } from '../body/heading-ids.ts';
import { resolveReferences } from '../body/references.ts';
import { sameBody } from '../body/same-body.ts';
import type { Locale } from '../model/article.ts';
import { authorIdOf } from '../model/author-id.ts';
import type { DesiredArticle } from '../model/desired.ts';
import { type Change, type LocaleStep, stages } from '../model/plan.ts';
import type { RemoteArticle, RemoteLocale } from '../model/remote.ts';
import type { ArticleWrite, LocaleWrite } from '../model/workspace.ts';
import { imageUrls } from './image-urls.ts';
import { audiencesNamed, firstLanguageOf, staysInPlace, type World } from './world.ts';

/** Why an article cannot be written yet. */
export class NotReadyError extends Error {
  override readonly name = 'NotReadyError';
  readonly code = 'not-ready';
}

/**
 * What a write of an article carries, with links and images as far as they are known by now. Links that are not known
 * are left out, and their text stays.
 *
 * @param how `draft`: no reader sees it
 * @throws ImageHostError, or NotReadyError where something that a whole article needs is not there
 */
export async function writeOf(
  world: World,
  change: Change,
  article: DesiredArticle,
  how: 'draft' | 'whole',
): Promise<ArticleWrite> {
  const remote = world.known.get(change.key)?.remote ?? null;
  const isStage = remote !== null && stages(change);
  const author = authorIdOf(article.author, world.remote.teammates);
  const locales: Record<Locale, LocaleWrite> = {};
  for (const [locale, step] of Object.entries(change.locales)) {
    const write = await localeWrite(world, article, locale, step, remote, author, how);
    if (write !== null) locales[locale] = write;
  }
  const first = firstLanguageOf(world, change, article);
  const theirs = remote?.locales[first];
  // State and author go along even when the text of the first language itself is left alone.
  if (locales[first] === undefined && theirs !== undefined) {
    const isOurs = article.locales[first] !== undefined && !isStage;
    const state = isStage || remote?.drafts !== undefined ? {} : { state: theirs.state };
    locales[first] = { ...state, authorId: (isOurs ? author : null) ?? theirs.authorId };
  }
  // It moves when it is released.
  if (isStage) return { locales };
  const parentId = parentIdOf(world, article);
  // People can put an article into a collection of each help centre; a write names one, and takes it out of the others.
  const isThere = remote !== null && remote.parentId === parentId;
  const parent = staysInPlace(world, change) || isThere ? {} : { parentId };
  return { ...typeAndOwner(world, article), ...parent, ...audiencesOf(world, article), locales };
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
  const body = await resolved(world, article, locale, wanted.body);
  if (step.do === 'stage' && theirs?.state === 'published') {
    const text = { title: wanted.title, description: wanted.description, body, authorId };
    // Not published any more is something that only a release can do; and a draft that changes nothing is none.
    return wanted.state === 'draft' || isSameText(text, remote?.drafts?.[locale] ?? theirs) ? null : text;
  }
  const state = how === 'draft' || step.do === 'stage' ? 'draft' : wanted.state;
  const fin = article.reach?.fin === undefined ? {} : { fin: article.reach.fin };
  return { title: wanted.title, description: wanted.description, body, state, authorId, ...fin };
}

/** What an article is that no help centre has, and whom it belongs to. */
function typeAndOwner(world: World, { type, owner }: DesiredArticle): Pick<ArticleWrite, 'type' | 'ownerId'> {
  const ownerId = authorIdOf(owner ?? null, world.remote.teammates);
  return { ...(type === undefined ? {} : { type }), ...(ownerId === null ? {} : { ownerId }) };
}

/** The audiences that an article is written with; a source that names none leaves them as they are. */
function audiencesOf(world: World, { reach }: DesiredArticle): Pick<ArticleWrite, 'audiences'> {
  return reach?.audiences === undefined
    ? {}
    : { audiences: Object.values(audiencesNamed(world, reach.audiences.names)) };
}

function isSameText(text: Required<Omit<LocaleWrite, 'state' | 'fin'>>, theirs: RemoteLocale): boolean {
  return (
    singleLine(text.title) === singleLine(theirs.title) &&
    singleLine(text.description) === singleLine(theirs.description) &&
    text.authorId === theirs.authorId &&
    sameBody(text.body, theirs.body)
  );
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

async function resolved(world: World, { key, type }: DesiredArticle, locale: Locale, body: string): Promise<string> {
  const images = await imageUrls(world, body);
  const target = world.links.targetFrom(key, locale);
  const linked = resolveReferences(body, (reference) =>
    reference.kind === 'image' ? (images.get(reference.sha256) ?? null) : target(reference),
  );
  // Nothing leads to a heading of a snippet, and Intercom's Markdown has ids of its own alone.
  if (type === 'snippet') return linked;
  return withHeadingIds(linked, (slug) => world.links.headingId(key, locale, slug));
}

/**
 * Id of the collection that an article is to be in.
 *
 * @throws NotReadyError where it could not be made
 */
export function parentIdOf(world: World, article: DesiredArticle): string | null {
  if (article.parent === null) return null;
  const id = world.collectionIds.get(article.parent);
  if (id !== undefined) return id;
  const reason = world.failedCollections.get(article.parent);
  throw new NotReadyError(
    `its collection "${article.parent}" could not be made${reason === undefined ? '' : `: ${reason}`}`,
  );
}
