import { withoutSignature } from '../body/canonical/url.ts';
import { desiredFingerprint } from '../body/fingerprint.ts';
import { imageSources } from '../body/references.ts';
import { sameBody } from '../body/same-body.ts';
import { tagsOf, valueIn, withValue } from '../body/tags.ts';
import type { Locale, State } from '../model/article.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { Change } from '../model/plan.ts';
import type { ArticleWrite } from '../model/workspace.ts';
import { isIntercoms, sourcesOf } from './pictures-of.ts';
import { entryBefore, type World } from './world.ts';

/**
 * The write with Intercom's own copies in place of pictures that cannot be had any more, in texts whose body is the one
 * that was published last: a title is put right, and an article hidden, although the picture's address is dead by now.
 *
 * @param failed addresses as they are sent
 * @returns null where a body with one of them changed, or Intercom has another one: then nobody knows what it has a copy of
 */
export function withKeptCopies(
  world: World,
  change: Change,
  article: DesiredArticle,
  write: ArticleWrite,
  failed: ReadonlySet<string>,
): ArticleWrite | null {
  const locales: Record<Locale, ArticleWrite['locales'][Locale]> = {};
  for (const [locale, text] of Object.entries(write.locales)) {
    if (text.body === undefined || !sourcesOf(text.body).some((url) => failed.has(url))) {
      locales[locale] = text;
      continue;
    }
    const theirs = world.known.get(change.key)?.remote?.locales[locale]?.body;
    const body = theirs === undefined ? null : withCopies(text.body, imageSources(theirs));
    const isKept = body !== null && theirs !== undefined && sameBody(body, theirs);
    if (!isKept || !hasBodyAsPublished(world, change, article, locale)) return null;
    locales[locale] = { ...text, body };
  }
  return { ...write, locales };
}

/** The n-th picture of the body sent is the n-th of the one that Intercom has. null where one has no copy. */
function withCopies(body: string, stored: readonly string[]): string | null {
  if (sourcesOf(body).length !== stored.length) return null;
  let [made, from, index] = ['', 0, 0];
  for (const tag of tagsOf(body)) {
    if (tag.name !== 'img' || tag.closes) continue;
    const copy = stored[index] ?? '';
    index += 1;
    if (isIntercoms(valueIn(tag, 'src') ?? '')) continue;
    if (!isIntercoms(copy)) return null;
    made += body.slice(from, tag.start) + withValue(tag, 'src', withoutSignature(copy));
    from = tag.start + tag.text.length;
  }
  return made + body.slice(from);
}

/**
 * Whether the body of a text is the one that was published last, to the letter: the fingerprint that was recorded then
 * comes out again from this body with a title, a description or a state that Intercom still has.
 */
function hasBodyAsPublished(world: World, change: Change, article: DesiredArticle, locale: Locale): boolean {
  const known = world.known.get(change.key);
  const theirs = known?.remote?.locales[locale];
  const wanted = article.locales[locale];
  if (known === undefined || theirs === undefined || wanted === undefined) return false;
  const before = entryBefore(world, change, known.id).entry?.locales[locale]?.desired;
  const { author, parent, type, owner } = article;
  const own = { ...(type === undefined ? {} : { type }), ...(owner === undefined ? {} : { owner }) };
  const { title, description, state, body } = wanted;
  const about = { title, description, state, author, parent, body, ...own };
  // As the source names it: its identifier or its id.
  const centres = [null, ...world.remote.helpCentres.flatMap(({ id, identifier }) => [id, identifier])];
  const helpCentre = centres.find((one) => desiredFingerprint({ ...about, helpCentre: one }) === wanted.fingerprint);
  if (helpCentre === undefined) return false;
  const states: readonly State[] = ['published', 'draft'];
  const versions = [title, theirs.title].flatMap((titleThen) =>
    [description, theirs.description].flatMap((descriptionThen) =>
      states.map((stateThen) => ({ title: titleThen, description: descriptionThen, state: stateThen })),
    ),
  );
  return versions.some((then) => desiredFingerprint({ ...about, ...then, helpCentre }) === before);
}
