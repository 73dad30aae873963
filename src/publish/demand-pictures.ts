import type { DesiredArticle } from '../model/desired.ts';
import type { PictureState } from '../model/picture-state.ts';
import type { Change } from '../model/plan.ts';
import { type ArticleWrite, IntercomError } from '../model/workspace.ts';
import { withKeptCopies } from './kept-pictures.ts';
import { type NewPicture, newPictures } from './pictures-of.ts';
import type { World } from './world.ts';

/** An article has a picture that Intercom would show as broken. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly code: 'picture-broken' | 'cancelled';

  /** @param code `cancelled`: nobody knows, because the run was asked to stop */
  constructor(code: PictureError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** A picture that is sent although nothing is known of it, and what to say of that. */
interface Unseen {
  readonly name: string;
  readonly said: string;
}

/** A picture, and what is wrong with it. */
type Wrong = NewPicture & { readonly state: Exclude<PictureState, { readonly is: 'picture' }> };

/**
 * Makes sure that Intercom can fetch what a write shows: a picture that it cannot have at that moment stays broken in the
 * article for good, even once its address is well again. Intercom is asked for nothing.
 *
 * @returns what is to be sent: Intercom's own copies stand in it for pictures that it had; and those that nothing is known of
 * @throws PictureError where one cannot be had, or the run was asked to stop; nothing was sent then
 */
export async function demandPictures(
  world: World,
  change: Change,
  article: DesiredArticle,
  write: ArticleWrite,
): Promise<{ readonly write: ArticleWrite; readonly unseen: readonly Unseen[] }> {
  const { pictures } = world;
  if (pictures === undefined) return { write, unseen: [] };
  const asked = newPictures(world, article, write).filter(({ isFile }) => !(isFile && world.images.isSure));
  const looked = await Promise.all(
    asked.map(async (picture) => ({
      ...picture,
      state: await pictures.look(picture.url),
    })),
  );
  const wrong = looked.flatMap(({ state, ...picture }): Wrong[] =>
    state === null || state.is === 'picture' ? [] : [{ ...picture, state }],
  );
  // What was not looked at is not sent either: it was not begun.
  if (world.signal.aborted && wrong.some(({ state }) => state.is === 'unknown'))
    throw new PictureError('cancelled', 'the run was stopped before its pictures were looked at');
  if (wrong.length === 0) return { write, unseen: [] };
  const kept = withKeptCopies(world, change, article, write, new Set(wrong.map(({ url }) => url)));
  if (kept !== null) return { write: kept, unseen: [] };
  const failed = wrong.filter(({ state }) => state.is === 'broken' || pictures.isStrict);
  if (failed.length > 0) throw new PictureError('picture-broken', failedText(failed));
  return { write, unseen: wrong.map(({ name, at, state }) => ({ name, said: `${at}: ${name} ${state.reason}` })) };
}

function failedText(failed: readonly Wrong[]): string {
  const found = failed.map(({ at, name, state }) => `${at}: the picture ${name} ${state.reason}.`).join(' ');
  const passes = failed.every(({ state }) => state.is === 'unknown' || state.mayPass === true);
  const next = passes
    ? 'Run again once it can be had.'
    : 'Correct the address, or put the picture beside the article, then run again.';
  return `${found} Nothing was sent, since readers would have a broken picture for good. ${next}`;
}

/** What to say of pictures that were sent although nothing is known of them; null for none. */
export function unseenNotice({ unseenPictures }: Pick<World, 'unseenPictures'>): string | null {
  const all = [...unseenPictures.values()];
  if (all.length === 0) return null;
  const more = all.length > 5 ? `; and ${all.length - 5} more` : '';
  const one = all.length === 1;
  const what = one ? 'a picture that was' : `${all.length} pictures that were`;
  return `Nothing is known of ${what} sent: ${all.slice(0, 5).join('; ')}${more}. With "check: strict" below "images" in helpcentre.yml ${one ? 'its article is' : 'their articles are'} held back.`;
}

/**
 * Says which picture an error of Intercom is about, where it is about one: the one whose address it names, else those
 * that it had to fetch.
 */
export function withPictures(error: unknown, world: World, article: DesiredArticle, write: ArticleWrite): unknown {
  if (!(error instanceof IntercomError) || error.status !== 400) return error;
  if (!/\b(?:images?|img|pictures?)\b/i.test(error.detail)) return error;
  const fresh = newPictures(world, article, write);
  const named = fresh.filter(({ url }) => isNamedIn(error.detail, url));
  const meant = named.length > 0 || addressesIn(error.detail).length > 0 ? named : fresh;
  const [first, ...others] = meant;
  if (first === undefined) return error;
  const said = others.length === 0 ? `It means ${shown(first)}.` : `It means one of these: ${list(meant)}.`;
  const { method, path, status, code, requestId, detail } = error;
  return new IntercomError({ method, path, status, code, requestId, detail, message: joined(error.message, said) });
}

const shown = ({ name, at }: NewPicture): string => `the picture ${name} at ${at}`;

function list(pictures: readonly NewPicture[]): string {
  const more = pictures.length > 5 ? ` and ${pictures.length - 5} more` : '';
  return `${pictures
    .slice(0, 5)
    .map(({ name, at }) => `${name} at ${at}`)
    .join(', ')}${more}`;
}

const joined = (message: string, said: string): string => `${message}${/[.!?]$/.test(message) ? '' : '.'} ${said}`;

/** Addresses in Intercom's words; a long one may be cut off. */
function addressesIn(words: string): readonly string[] {
  const plain = words.replaceAll('&amp;', '&').replaceAll('\\/', '/');
  return [...plain.matchAll(/https?:\/\/[^\s"'<>…]+/g)].map(([found]) => found.replace(/[).,;:]+$/, ''));
}

function isNamedIn(words: string, url: string): boolean {
  const href = URL.canParse(url) ? new URL(url).href : url;
  const [plain] = href.split(/[?#]/);
  return addressesIn(words).some(
    (one) => [url, href, plain].includes(one) || (one.length > 100 && (url.startsWith(one) || href.startsWith(one))),
  );
}
