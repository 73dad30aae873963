import type { Fingerprint, Locale } from '../model/article.ts';
import type { RecordedLocale } from '../model/recorded.ts';
import type { RemoteArticle, RemoteLocale } from '../model/remote.ts';
import { remoteFingerprint } from './fingerprint.ts';

/** A text of an article as it will be once what waits in its draft is published; undefined where it does not have the locale. */
export function textToBe(remote: RemoteArticle, locale: Locale): RemoteLocale | undefined {
  return remote.drafts?.[locale] ?? remote.locales[locale];
}

/**
 * Fingerprint of what Intercom has of a locale once everything that waits in it is published.
 *
 * @returns null when it does not have the locale
 */
export function releasedPrint(remote: RemoteArticle, locale: Locale): Fingerprint | null {
  const content = textToBe(remote, locale);
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
