import type { Site } from '../site.ts';

/** The site as it is now, and who wants to know when it is another. */
export interface LiveSite {
  readonly current: Site;
  /** Counts the sites so far. */
  readonly version: number;
  /** Puts a new site in the place of the old one, and tells everybody. */
  replace(site: Site): void;
  /** Puts a site in the place of the old one that shows more, and nothing else; nobody needs to be told. */
  complete(site: Site): void;
  /** Calls back after each change, until the returned function is called. */
  watch(told: (version: number) => void): () => void;
}

/** Holds a site that is replaced while it is looked at. */
export function liveSite(first: Site): LiveSite {
  const watchers = new Set<(version: number) => void>();
  let current = first;
  let version = 1;
  return {
    get current() {
      return current;
    },
    get version() {
      return version;
    },
    replace(site) {
      current = site;
      version += 1;
      for (const told of watchers) told(version);
    },
    complete(site) {
      current = site;
    },
    watch(told) {
      watchers.add(told);
      return () => watchers.delete(told);
    },
  };
}
