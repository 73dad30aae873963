import { articleReference, resolveReferences, symbolicUrl } from '../../body/references.ts';
import type { ContentPath } from '../../model/article.ts';
import type { Desired, DesiredArticle, DesiredLocale } from '../../model/desired.ts';
import type { NewPaths } from './paths.ts';

/** A text that does not say the same in both layouts. */
export interface Different {
  /** In the managed folder. */
  readonly path: ContentPath;
  readonly fields: readonly string[];
}

/** Compares what both layouts compile to, text by text. */
export function differences(before: Desired, after: Desired, { sources }: NewPaths): readonly Different[] {
  const found = new Map(
    after.articles.flatMap((article) =>
      Object.values(article.locales).map((locale) => [locale.path, { article, locale }] as const),
    ),
  );
  return before.articles.flatMap((article) =>
    Object.values(article.locales).flatMap((locale): readonly Different[] => {
      const other = found.get(sources.get(locale.path) ?? '');
      if (other === undefined) return [{ path: locale.path, fields: ['text'] }];
      const fields = [
        ...(['title', 'description', 'state'] as const).filter((field) => locale[field] !== other.locale[field]),
        ...(['id', 'type', 'author', 'owner', 'parent'] as const).filter(
          (field) => article[field] !== other.article[field],
        ),
        ...(JSON.stringify(article.reach?.fin) === JSON.stringify(other.article.reach?.fin) ? [] : ['fin']),
        ...(JSON.stringify(namesOf(article)) === JSON.stringify(namesOf(other.article)) ? [] : ['audiences']),
        ...(moved(locale, sources) === other.locale.body ? [] : ['body']),
      ];
      return fields.length === 0 ? [] : [{ path: locale.path, fields }];
    }),
  );
}

const namesOf = ({ reach }: DesiredArticle): readonly string[] | undefined => reach?.audiences?.names;

/** A body whose links lead to the new paths. */
function moved({ body }: DesiredLocale, sources: NewPaths['sources']): string {
  return resolveReferences(body, (reference) =>
    reference.kind === 'article'
      ? articleReference({ ...reference, key: sources.get(reference.key) ?? reference.key })
      : symbolicUrl(reference),
  );
}
