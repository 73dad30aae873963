import type { Locale } from '../model/article.ts';
import { type ArticleType, typeOfId, unlistedTypes } from '../model/article-type.ts';
import type { Desired } from '../model/desired.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote, RemoteArticle } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import type { Words } from '../text/likeness.ts';
import type { MoveInput } from './move-pools.ts';
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
  const common: Omit<MoveInput, 'desired' | 'recorded'> = {
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
  };
  const ofType = (type: ArticleType): Moves => {
    const articles = desired.articles.filter((article) => (article.type ?? 'public') === type);
    const entries = Object.entries(recorded.articles).filter(([, { id }]) => typeOfId(id) === type);
    return findMoves({
      ...common,
      desired: { ...desired, articles },
      recorded: { ...recorded, articles: Object.fromEntries(entries) },
    });
  };
  // Nothing moves from one type to another.
  const [first, ...others] = (['public', ...unlistedTypes] as const).map(ofType);
  return {
    moves: new Map([...(first?.moves ?? []), ...others.flatMap(({ moves }) => [...moves])]),
    ambiguous: new Map([...(first?.ambiguous ?? []), ...others.flatMap(({ ambiguous }) => [...ambiguous])]),
  };
}

function markdownWords(text: MarkdownText | undefined): Words | null {
  return text === undefined ? null : wordsOf(text.title, text.markdown);
}

function oldWords(remote: RemoteArticle | undefined, locale: Locale): Words | null {
  const content = remote?.locales[locale] ?? remote?.locales[remote.defaultLocale];
  return content === undefined ? null : wordsOf(content.title, content.body);
}
