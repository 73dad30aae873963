import { remainsOf } from '../body/remains.ts';
import { keepingBody, withBodyOf, withoutBody } from '../memory/kept-text.ts';
import type { Locale } from '../model/article.ts';
import type { RemoteArticle, RemoteLocale } from '../model/remote.ts';

/** Texts that are held in another way from now on. The article stays the same one: what is known of it stays known. */
function hold(article: RemoteArticle, texts: Readonly<Record<Locale, RemoteLocale>>): void {
  Object.assign(article.locales, texts);
}

/** Keeps the bodies of an article as bytes. @returns the same article */
export function keepBodies(article: RemoteArticle): RemoteArticle {
  const texts = Object.entries(article.locales).map(([locale, text]) => [locale, keepingBody(text, 'intercom')]);
  hold(article, Object.fromEntries(texts));
  return article;
}

/**
 * Lets go of the bodies of an article: only what `remainsOf` them is kept. Where that cannot be told, or a draft waits, they
 * are kept as they are.
 *
 * @returns whether they are gone
 */
export function letGoOfBodies(article: RemoteArticle): boolean {
  if (areLetGo(article)) return true;
  if (article.drafts !== undefined) return false;
  const texts = Object.entries(article.locales).map(([locale, text]) => {
    const remains = remainsOf(text.body);
    return [locale, remains === null ? null : withoutBody(text, remains)] as const;
  });
  if (texts.some(([, text]) => text === null)) return false;
  hold(article, Object.fromEntries(texts) as Record<Locale, RemoteLocale>);
  return true;
}

/** Whether the bodies of an article are not kept. */
export function areLetGo({ locales }: RemoteArticle): boolean {
  return Object.values(locales).some(({ remains }) => remains !== undefined);
}

/** Gives an article its bodies back, and nothing else. @param answer the same article, asked for again, with the same texts */
export function takeBodiesFrom(article: RemoteArticle, answer: RemoteArticle): void {
  const texts = Object.entries(article.locales).map(([locale, text]) => {
    const told = answer.locales[locale];
    return [locale, told === undefined ? text : withBodyOf(text, told)] as const;
  });
  hold(article, Object.fromEntries(texts));
}
