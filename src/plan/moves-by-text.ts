import type { ContentPath } from '../model/article.ts';
import { baseName, blobOf, dropUnfinished, type Found, type MoveInput, oldBlob, type Pools } from './move-pools.ts';

/**
 * Moves without an edit. An entry whose own source still exists gives up its article only if that source is
 * itself the unedited text of another entry (a swap, or a chain of renames); a copy takes nothing.
 */
export function byText(
  { desired, recorded }: MoveInput,
  pools: Pools,
  taken: ReadonlyMap<ContentPath, ContentPath>,
): Found {
  const used = new Set(taken.values());
  const occupied = new Set(pools.changed.map((article) => article.key));
  const homes = new Map<string, ContentPath[]>();
  for (const key of [...pools.gone, ...occupied]) {
    const blob = oldBlob(recorded.articles[key], desired);
    if (blob !== undefined && !used.has(key)) homes.set(blob, [...(homes.get(blob) ?? []), key]);
  }
  const fresh = new Set(pools.fresh.map((article) => article.key));
  const pairs = new Map<ContentPath, ContentPath>();
  const ambiguous = new Map<ContentPath, readonly ContentPath[]>();
  for (const article of [...pools.fresh, ...pools.changed]) {
    if (taken.has(article.key)) continue;
    const all = homes.get(blobOf(article, desired) ?? '') ?? [];
    // A source that is still there gives its article up only where none is gone that fits.
    const free = all.filter((key) => !occupied.has(key));
    const candidates = free.length > 0 ? free : all;
    const sameName = candidates.filter((key) => baseName(key) === baseName(article.key));
    const [only, ...more] = sameName.length === 1 ? sameName : candidates;
    if (only !== undefined && more.length === 0) pairs.set(article.key, only);
    else if (only !== undefined && fresh.has(article.key)) ambiguous.set(article.key, candidates);
  }
  dropSharedHomes(pairs, ambiguous);
  dropUnfinished(pairs, occupied);
  return { pairs: [...pairs], ambiguous };
}

/** Two new files with the text of one old one: neither may claim it by guess. */
function dropSharedHomes(
  pairs: Map<ContentPath, ContentPath>,
  ambiguous: Map<ContentPath, readonly ContentPath[]>,
): void {
  const claims = new Map<ContentPath, ContentPath[]>();
  for (const [to, from] of pairs) claims.set(from, [...(claims.get(from) ?? []), to]);
  for (const [from, claimants] of claims) {
    if (claimants.length < 2) continue;
    const sameName = claimants.filter((to) => baseName(to) === baseName(from));
    for (const to of claimants) {
      if (sameName.length === 1 && sameName[0] === to) continue;
      pairs.delete(to);
      if (sameName.length !== 1) ambiguous.set(to, [from]);
    }
  }
}
