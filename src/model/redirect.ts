import type { ContentPath, Locale } from './article.ts';
import type { CollectionKey } from './collection.ts';
import type { Place } from './place.ts';

/** What an old address leads to, in the words of the sources. */
export type RedirectTarget = { readonly article: ContentPath } | { readonly collection: CollectionKey };

/** An entry of `redirects.yml`. */
export interface RedirectLine {
  /** As written: absolute, or a path below the address of the help centre. */
  readonly from: string;
  /** Path of a source, or a collection by its folder or name. */
  readonly redirectTo: string;
  /** Language of the text that it leads to; absent for whatever its address says. */
  readonly locale?: Locale;
  readonly places: { readonly from: Place; readonly redirectTo: Place };
}

/** What `redirects.yml` says. `unread`: something that cannot be read, so that nobody knows what is to go. */
export type RedirectLines = readonly RedirectLine[] | 'unread';

/** An old address of which the sources say where it leads. */
export interface DesiredRedirect {
  /** As written: absolute, or a path below the address of the help centre. */
  readonly from: string;
  /** Language of the text that it leads to. */
  readonly locale: Locale;
  /** null: something is wrong there, and whatever the address leads to by now stays. */
  readonly target: RedirectTarget | null;
  readonly place?: Place;
}

/** What a redirect leads to in Intercom. */
export interface RedirectGoal {
  readonly targetType: 'article' | 'collection';
  readonly targetId: string;
}

/** A redirect that we made, or that was there as a source has it. */
export interface RecordedRedirect extends RedirectGoal {
  readonly id: string;
  /** Language that it was asked for in: Intercom takes another one where the article has no such text. */
  readonly locale: Locale;
}

/** A redirect in Intercom now. */
export interface RemoteRedirect extends RedirectGoal {
  readonly id: string;
  readonly helpCentreId: string;
  /** Path and query below the address of the help centre, as in `redirectKey`. */
  readonly address: string;
  readonly locale: Locale;
}

/**
 * The name of a redirect in the lockfile: the id of its help centre and the address below that of the centre, which
 * stays when the help centre gets another domain. Intercom has at most one for each.
 */
export function redirectKey(helpCentreId: string, address: string): string {
  return `${helpCentreId}${address}`;
}

/** The id of the help centre, and the address, of such a name. */
export function partsOfRedirectKey(key: string): { readonly helpCentre: string; readonly address: string } {
  const at = key.indexOf('/');
  return { helpCentre: key.slice(0, at), address: key.slice(at) };
}

/** Whether an address is written with its host. */
export function isAbsolute(from: string): boolean {
  return /^https?:\/\//i.test(from);
}

/** A path and query in the one form that addresses are compared in: encoded, without a slash at the end. */
export function plainAddress(path: string): string {
  const { pathname, search } = new URL(path.replace(/^\/+/, '/'), 'http://help.invalid');
  return `${pathname.replace(/\/+$/, '')}${search}`;
}

/**
 * The path and query of an address below that of a help centre.
 *
 * @param from absolute, or a path; one that begins with the path of the help centre itself is taken as copied whole
 * @param home address of the help centre
 * @returns null where it is not below it
 */
export function addressBelow(from: string, home: string): string | null {
  const base = new URL(home);
  const path = base.pathname.replace(/\/+$/, '');
  const isWhole = isAbsolute(from);
  if (isWhole && (!URL.canParse(from) || new URL(from).host !== base.host)) return null;
  const address = isWhole ? plainAddress(new URL(from).pathname + new URL(from).search) : plainAddress(from);
  const isBelow = address.startsWith(`${path}/`);
  if (isWhole && !isBelow) return null;
  const below = isBelow ? address.slice(path.length) : address;
  return below === '' ? null : below;
}

/** The path and query of an address, wherever it is below: to recognise it where nobody knows the help centre. */
export function wholeAddress(from: string): string {
  return isAbsolute(from) && URL.canParse(from)
    ? plainAddress(new URL(from).pathname + new URL(from).search)
    : plainAddress(from);
}
