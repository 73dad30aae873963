import { articleFingerprint } from '../html/fingerprint.ts';
import type { Fingerprint, Locale, RemoteArticle } from '../model/model.ts';

/** Fingerprint of one locale as Intercom answered it; null when it does not have it. */
export function recordedRemote(answer: RemoteArticle, locale: Locale): Fingerprint | null {
  return articleFingerprint(answer, locale);
}
