import type { Locale } from '../model/article.ts';
import { localeOf } from '../model/help-centre-locales.ts';
import { plainAddress } from '../model/redirect.ts';
import type { Remote, RemoteHelpCentre } from '../model/remote.ts';

/** What a link leads to. */
export type Goal =
  | {
      readonly is: 'article' | 'collection';
      readonly id: string;
      /** null where the address names none. */
      readonly locale: Locale | null;
      /** Decoded, without `#`; null without one. */
      readonly anchor: string | null;
      /** Whether it is written with `http:` where the help centre has `https:`. */
      readonly isPlain: boolean;
      readonly centre: RemoteHelpCentre;
    }
  /** A heading of the text that the link stands in. */
  | { readonly is: 'heading'; readonly anchor: string }
  /** An address without a host, at which a help centre has no page. */
  | { readonly is: 'nowhere' }
  /** The pages that teammates write on, of this very workspace. */
  | { readonly is: 'workspace' }
  | { readonly is: 'elsewhere' };

/** Tells what links lead to. @param locale of the text that the link stands in; `centre` its help centre */
export type GoalOf = (
  href: string,
  from: { readonly locale: Locale; readonly centre: RemoteHelpCentre | null },
) => Goal;

interface Home {
  readonly centre: RemoteHelpCentre;
  readonly host: string;
  /** Without a slash at the end. */
  readonly path: string;
}

const elsewhere: Goal = { is: 'elsewhere' };
const pagePattern = /^\/(?:([a-z]{2}(?:-[a-z]{2,4})?)\/)?(articles|collections)\/(\d+)(?:-[^/]*)?\/?$/i;

/**
 * How links of a workspace are read: by the addresses of its help centres, and those that Intercom gives every one,
 * where pages stay when they get a domain of their own. Whatever is not certainly inside of one is elsewhere.
 */
export function goalsIn({ helpCentres, workspace }: Pick<Remote, 'helpCentres' | 'workspace'>): GoalOf {
  const homes = helpCentres.flatMap((centre) => [
    ...(centre.url === null ? [] : homeAt(centre, centre.url)),
    ...(centre.identifier === '' ? [] : homeAt(centre, `https://intercom.help/${centre.identifier}`)),
  ]);
  // Of two that lie in each other the inner one counts.
  homes.sort((a, b) => b.path.length - a.path.length);
  return (href, from) => {
    const trimmed = href.trim();
    if (trimmed.startsWith('#')) return headingOf(trimmed.slice(1));
    const relative = !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(trimmed);
    if (relative) return relativeGoal(trimmed, from, homes);
    const url = parsed(trimmed.startsWith('//') ? `https:${trimmed}` : trimmed);
    if (url === null) return elsewhere;
    if (isWorkspace(url, workspace.id)) return { is: 'workspace' };
    return pageAt(url, homes) ?? elsewhere;
  };
}

function homeAt(centre: RemoteHelpCentre, address: string): readonly Home[] {
  const url = parsed(address);
  return url === null ? [] : [{ centre, host: url.host, path: url.pathname.replace(/\/+$/, '') }];
}

function parsed(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}

/** `#` alone and `#top` lead to the start of every page, and a text fragment to whatever a browser finds. */
function headingOf(fragment: string): Goal {
  const anchor = decoded(fragment);
  return isStart(anchor) ? elsewhere : { is: 'heading', anchor };
}

const isStart = (anchor: string): boolean => anchor === '' || anchor.toLowerCase() === 'top' || anchor.includes(':~:');

/** A part of an address as a person reads it; as it is where it is encoded wrongly. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function homeOf(url: URL, homes: readonly Home[]): Home | null {
  const isIn = ({ host, path }: Home): boolean =>
    host === url.host && (url.pathname === path || url.pathname.startsWith(`${path}/`));
  return homes.find(isIn) ?? null;
}

function pageAt(url: URL, homes: readonly Home[]): Goal | null {
  const home = homeOf(url, homes);
  const [, locale, kind = '', id] = pagePattern.exec(url.pathname.slice(home?.path.length ?? 0)) ?? [];
  if (home === null || id === undefined) return null;
  const anchor = decoded(url.hash.slice(1));
  return {
    is: kind.toLowerCase() === 'articles' ? 'article' : 'collection',
    id,
    locale: locale === undefined ? null : (localeOf(locale) ?? locale),
    anchor: isStart(anchor) ? null : anchor,
    isPlain: url.protocol === 'http:' && home.centre.url?.startsWith('https:') === true,
    centre: home.centre,
  };
}

/**
 * An address without a host is below the page that it is opened on. One that begins with a slash may be answered by a
 * site that the help centre is a part of, as may one that climbs out of the help centre.
 */
function relativeGoal(href: string, { locale, centre }: Parameters<GoalOf>[1], homes: readonly Home[]): Goal {
  if (href === '' || href.startsWith('/') || href.startsWith('?') || centre?.url == null) return elsewhere;
  const base = `${centre.url}/${locale}/articles/1`;
  if (!URL.canParse(href, base)) return elsewhere;
  const url = new URL(href, base);
  if (homeOf(url, homes)?.centre !== centre || pageAt(url, homes) !== null) return elsewhere;
  const below = url.pathname.slice(new URL(centre.url).pathname.replace(/\/+$/, '').length);
  return /^\/[^/]+\/articles\/./.test(below) ? { is: 'nowhere' } : elsewhere;
}

function isWorkspace({ host, pathname }: URL, id: string): boolean {
  return /^app\.(?:eu\.|au\.)?intercom\.(?:com|io)$/.test(host) && pathname.split('/').includes(id);
}

/** Whether a redirect leads readers on from an address of a help centre that has no page. */
export type Catches = (goal: Extract<Goal, { readonly is: 'article' | 'collection' }>) => boolean;

/** @param redirects all of the workspace. One from any address of an article counts for all addresses of it */
export function caughtBy(redirects: NonNullable<Remote['redirects']>): Catches {
  const caught = new Set(
    redirects.flatMap(({ address }) => {
      const [, kind = '', id] = /\/(articles|collections)\/(\d+)/i.exec(plainAddress(address)) ?? [];
      return id === undefined ? [] : [`${kind.toLowerCase().slice(0, -1)} ${id}`];
    }),
  );
  return ({ is, id }) => caught.has(`${is} ${id}`);
}
