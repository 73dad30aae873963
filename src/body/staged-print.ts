import type { Fingerprint, Locale } from '../model/article.ts';
import type { RecordedLocale } from '../model/recorded.ts';
import type { RemoteArticle } from '../model/remote.ts';
import { remoteFingerprint } from './fingerprint.ts';

/**
 * Fingerprint of what Intercom has of a locale once everything that waits in it is published.
 *
 * @returns null when it does not have the locale
 */
export function releasedPrint(remote: RemoteArticle, locale: Locale): Fingerprint | null {
  const content = remote.drafts?.[locale] ?? remote.locales[locale];
  if (content === undefined) return null;
  return remoteFingerprint({ ...content, state: 'published', parentId: remote.parentId });
}

/**
 * Whether Intercom keeps a text as it was staged, and nobody released it.
 *
 * @param remote null for an offline plan, which trusts the lockfile
 */
export function isKeptStaged(known: RecordedLocale | undefined, remote: RemoteArticle | null, locale: Locale): boolean {
  if (known?.staged === undefined) return false;
  return remote === null || releasedPrint(remote, locale) === known.staged.remote;
}
