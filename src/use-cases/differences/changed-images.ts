import { imageSources } from '../../body/references.ts';
import type { Fingerprint } from '../../model/article.ts';
import type { Naming } from './names.ts';

/**
 * Images that stay where they are and get other bytes. One is told by its file name, or, where Intercom's copy is
 * named by a hash, by its place among as many images.
 *
 * @param before body in Intercom
 * @param after body of the source
 * @returns address in Intercom → content hash of what comes in its place
 */
export function changedImages(before: string, after: string, naming: Naming): ReadonlyMap<string, Fingerprint> {
  const [sourcesBefore, sourcesAfter] = [imageSources(before), imageSources(after)];
  const kept = new Set(sourcesAfter.map((source) => naming.hashOf(source)));
  const gone = sourcesBefore.filter((source) => {
    const hash = naming.hashOf(source);
    return hash === null || !kept.has(hash);
  });
  const known = new Set(sourcesBefore.map((source) => naming.hashOf(source)));
  const changed = new Map<string, Fingerprint>();
  for (const [index, source] of sourcesAfter.entries()) {
    const hash = naming.hashOf(source);
    if (hash === null || known.has(hash)) continue;
    const byName = gone.find((one) => !changed.has(one) && fileName(naming, one) === fileName(naming, source));
    const there = sourcesBefore.length === sourcesAfter.length ? sourcesBefore[index] : undefined;
    const byPlace = there !== undefined && gone.includes(there) && isNamedByHash(naming, there) ? there : undefined;
    const found = byName ?? byPlace;
    if (found !== undefined && !changed.has(found)) changed.set(found, hash);
  }
  return changed;
}

function fileName(naming: Naming, source: string): string {
  const file = naming.imageFile(source) ?? lastPart(source);
  return file.split('/').at(-1)?.toLowerCase() ?? '';
}

/** Intercom keeps the name of what it fetched, and what we hand out is named by its hash. */
function isNamedByHash(naming: Naming, source: string): boolean {
  return naming.hashOf(source) !== null && /^[0-9a-f]{8}(\.[a-z]+)?$/.test(fileName(naming, source));
}

/** What stands for an image in Markdown: its file, or the last part of an address that Intercom gave it. */
export function imageName(source: string, naming: Naming): string {
  return naming.imageFile(source) ?? (source.includes('/i/o/') ? lastPart(source) : source);
}

/** The last part of an image's address, without a signature; of a hash only its start. */
function lastPart(source: string): string {
  const path = source.split(/[?#]/)[0] ?? '';
  return decoded(path.slice(path.lastIndexOf('/') + 1)).replace(/^([0-9a-f]{8})[0-9a-f]{24,}/, '$1');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
