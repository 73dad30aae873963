import { articleFingerprint } from '../html/fingerprint.ts';
import type { Fingerprint, Locale } from '../model/article.ts';
import type { RemoteArticle } from '../model/remote.ts';

/** Fingerprint of one locale as Intercom answered it; null when it does not have it. */
export function recordedRemote(answer: RemoteArticle, locale: Locale): Fingerprint | null {
  return articleFingerprint(answer, locale);
}
