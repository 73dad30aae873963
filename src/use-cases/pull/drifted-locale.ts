import type { Locale } from '../../model/article.ts';
import type { DesiredArticle } from '../../model/desired.ts';
import type { RecordedLocale } from '../../model/recorded.ts';
import type { RemoteArticle } from '../../model/remote.ts';
import type { Source } from '../../model/repository.ts';

/** One locale of an article that was edited in Intercom. */
export interface DriftedLocale {
  readonly article: DesiredArticle;
  readonly remote: RemoteArticle;
  readonly locale: Locale;
  readonly known: RecordedLocale;
  readonly source: Source;
  /** The file as it is, LF line ends. */
  readonly text: string;
  /** Who edited it and when, for the markers: `Ana, 2026-11-20`. */
  readonly who: string;
}
