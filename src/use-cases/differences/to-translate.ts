import type { ContentPath, Locale } from '../../model/article.ts';
import type { Behind, StaleTranslation } from '../../model/translation.ts';
import { type Hunk, wordDiff } from '../../text/diff.ts';
import type { FieldDifference } from './articles.ts';

/** What changed in an original since one of its translations was made. */
export interface ToTranslate {
  readonly key: ContentPath;
  readonly locale: Locale;
  /** Of the translation. */
  readonly path: ContentPath;
  readonly behind: Behind;
  readonly fields: Partial<Readonly<Record<'title' | 'description', FieldDifference>>>;
  /** Markdown against Markdown, as both are written. */
  readonly body: readonly Hunk[];
}

/** What translators have to do: the originals then and now. Where git does not have the text of then, nothing is shown. */
export function toTranslate(stale: readonly StaleTranslation[]): readonly ToTranslate[] {
  return stale.map(({ key, locale, path, behind, before, now }) => {
    if (before === null) return { key, locale, path, behind, fields: {}, body: [] };
    const fields = (['title', 'description'] as const)
      .filter((field) => before[field] !== now[field])
      .map((field) => [field, { before: before[field] || null, after: now[field] || null }] as const);
    const body = wordDiff(before.markdown, now.markdown);
    return { key, locale, path, behind, fields: Object.fromEntries(fields), body };
  });
}
