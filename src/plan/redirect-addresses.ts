import type { ContentPath } from '../model/article.ts';
import type { Desired } from '../model/desired.ts';
import type { Change } from '../model/plan.ts';
import type { Recorded } from '../model/recorded.ts';
import {
  addressBelow,
  isAbsolute,
  partsOfRedirectKey,
  type RedirectTarget,
  redirectKey,
  wholeAddress,
} from '../model/redirect.ts';
import type { Remote, RemoteHelpCentre } from '../model/remote.ts';

/** The help centres of the workspace, and the one that something is in. */
export interface KnownCentres {
  readonly all: readonly RemoteHelpCentre[];
  readonly home: (target: RedirectTarget) => RemoteHelpCentre | null;
}

/** A help centre, and an address below its own; or which help centre it should have been in. */
export type FoundAddress =
  | { readonly ok: true; readonly centre: RemoteHelpCentre; readonly address: string }
  | { readonly ok: false; readonly from: string; readonly helpCentre: string; readonly url: string | null };

/**
 * The help centre that an old address is in. A path is below the address of the one that its target is in; what is
 * written with its host may be in any of the workspace.
 */
export function addressOf(from: string, target: RedirectTarget, { all, home }: KnownCentres): FoundAddress {
  const own = home(target);
  const candidates = isAbsolute(from) ? [...(own === null ? [] : [own]), ...all] : [own].flatMap((one) => one ?? []);
  // Of two that lie in each other the inner one counts.
  const found = candidates
    .flatMap((centre) => {
      const address = centre.url === null ? null : addressBelow(from, centre.url);
      return address === null ? [] : [{ ok: true, centre, address } as const];
    })
    .sort((a, b) => a.address.length - b.address.length)[0];
  return found ?? { ok: false, from, helpCentre: own?.name ?? '', url: own?.url ?? null };
}

/**
 * The name that an address has in the lockfile, where nobody can ask which help centre it is in.
 *
 * @param keys names in the lockfile
 */
export function addressKnown(from: string, keys: readonly string[], { all }: KnownCentres): string | null {
  const whole = wholeAddress(from);
  const below = all.flatMap(({ url }) => (url === null ? [] : (addressBelow(from, url) ?? [])));
  const fits = (address: string): boolean =>
    address === whole || below.includes(address) || (isAbsolute(from) && all.length === 0 && whole.endsWith(address));
  return keys.find((key) => fits(partsOfRedirectKey(key).address)) ?? null;
}

/**
 * Addresses at which readers find articles of ours, by the names that redirects from there would have: nobody would
 * ever come to those.
 */
export function liveAddresses(
  { desired, recorded }: { readonly desired: Desired; readonly recorded: Recorded },
  remote: Remote,
  changes: ReadonlyMap<ContentPath, Change>,
): ReadonlyMap<string, ContentPath> {
  const byId = new Map(remote.articles.map((article) => [article.id, article]));
  const live = new Map<string, ContentPath>();
  for (const { key } of desired.articles) {
    const change = changes.get(key);
    const theirs = byId.get(change?.id ?? recorded.articles[change?.from ?? key]?.id ?? '');
    for (const { state, url } of Object.values(theirs?.locales ?? {})) {
      if (state !== 'published' || url === null) continue;
      for (const centre of remote.helpCentres) {
        const address = centre.url === null ? null : addressBelow(url, centre.url);
        if (address !== null) live.set(redirectKey(centre.id, address), key);
      }
    }
  }
  return live;
}
