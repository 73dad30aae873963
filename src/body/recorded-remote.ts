import type { Locale } from '../model/article.ts';
import type { RecordedText } from '../model/recorded.ts';
import type { RemoteArticle } from '../model/remote.ts';
import { articleFingerprint, contentOf, fingerprint, recordedText } from './fingerprint.ts';

/** What is recorded of one locale as Intercom answered it; null when it does not have it. */
export function recordedRemote(answer: RemoteArticle, locale: Locale): RecordedText | null {
  const content = answer.locales[locale];
  const print = articleFingerprint(answer, locale);
  return content === undefined || print === null ? null : recordedText(contentOf(answer, content), print);
}

/** What is recorded of a locale that is not as it should be yet: equal to nothing, so that it is written again. */
export const unfinished = fingerprint('unfinished');
