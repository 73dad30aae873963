import type { Locale } from '../model/article.ts';
import type { Desired } from '../model/desired.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote, RemoteArticle } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import type { Words } from '../text/likeness.ts';
import { findMoves, type Moves } from './moves.ts';
import { type MarkdownText, type MarkdownTexts, wordsOf } from './similarity.ts';

/**
 * Where the sources of a plan went: see `findMoves`.
 *
 * @param texts of an offline plan: what tells renames of edited files there
 */
export function articleMoves(
  desired: Desired,
  recorded: Recorded,
  remote: Remote | null,
  moved: Settings['moved'],
  texts?: MarkdownTexts,
): Moves {
  const remoteById = new Map(remote?.articles.map((article) => [article.id, article]));
  return findMoves({
    desired,
    recorded,
    untouchable: new Set([...desired.failed, ...desired.skipped]),
    moved,
    oldWords: (key) =>
      remote === null
        ? markdownWords(texts?.before.get(key))
        : oldWords(remoteById.get(recorded.articles[key]?.id ?? ''), desired.locale),
    newWords: (article) => {
      const words = remote === null ? markdownWords(texts?.now.get(article.key)) : null;
      if (words !== null) return words;
      const locale = article.locales[desired.locale];
      return wordsOf(locale?.title ?? '', locale?.body ?? '');
    },
  });
}

function markdownWords(text: MarkdownText | undefined): Words | null {
  return text === undefined ? null : wordsOf(text.title, text.markdown);
}

function oldWords(remote: RemoteArticle | undefined, locale: Locale): Words | null {
  const content = remote?.locales[locale] ?? remote?.locales[remote.defaultLocale];
  return content === undefined ? null : wordsOf(content.title, content.body);
}
