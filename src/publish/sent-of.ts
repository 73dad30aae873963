import type { Locale } from '../model/article.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { Sent, SentLocale } from '../model/outcome.ts';
import type { RemoteArticle } from '../model/remote.ts';
import type { ArticleWrite } from '../model/workspace.ts';

/**
 * What goes into the journal before an article is sent. Languages of which only the state is sent are left out: what
 * readers have of them stays the same.
 *
 * @param known the article that is updated, as Intercom last answered it; null for one that is created
 */
export function sentOf(
  { key, type, locales }: DesiredArticle,
  write: ArticleWrite,
  known: { readonly id: string; readonly remote: RemoteArticle | null } | null,
): Sent {
  const texts = Object.entries(write.locales).flatMap(([locale, sent]): [Locale, SentLocale][] => {
    const { title, description = '', body, state = 'published' } = sent;
    const source = locales[locale]?.blob;
    return title === undefined || body === undefined || source === undefined
      ? []
      : [[locale, { source, title, description, state, body }]];
  });
  const parentId = write.parentId === undefined ? (known?.remote?.parentId ?? null) : write.parentId;
  return {
    key,
    id: known?.id ?? null,
    ...(type === undefined ? {} : { type }),
    parentId,
    locales: Object.fromEntries(texts),
  };
}
