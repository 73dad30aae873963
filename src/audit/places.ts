import type { Locale } from '../model/article.ts';
import type { AuditPlace } from '../model/audit.ts';
import { byId } from '../model/by-id.ts';
import type { RemoteCollection, RemoteHelpCentre } from '../model/remote.ts';
import type { AuditedArticle, AuditedText, AuditInput } from './facts.ts';

/** Where one language of an article is. */
export function placeOf({ article, locale, text, isSeen }: AuditedText, input: AuditInput): AuditPlace {
  const { id, defaultLocale } = article.remote;
  const { app, files, remote } = input;
  return {
    ...{ kind: 'article', id, title: text.title, state: text.state },
    locale: remote.languages === 'off' ? null : locale,
    url: isSeen ? (text.url ?? (locale === defaultLocale ? article.remote.url : null)) : null,
    app: app === null ? null : `${app}/articles/articles/${encodeURIComponent(id)}/show`,
    file: files.get(id) ?? null,
  };
}

/** Where an article is, whatever its languages. */
export function articlePlace({ texts: [first] }: AuditedArticle, input: AuditInput): AuditPlace | null {
  return first === undefined ? null : { ...placeOf(first, input), locale: null };
}

/** Where a collection is. @param locale of the name that this is about; null for all */
export function collectionPlace({ id, name, url }: RemoteCollection, locale: Locale | null = null): AuditPlace {
  return { kind: 'collection', id, title: name, locale, state: null, url, app: null, file: null };
}

/** Which help centre it is. */
export function centrePlace({ id, name, url }: RemoteHelpCentre, locale: Locale | null = null): AuditPlace {
  return { kind: 'help-centre', id, title: name, locale, state: null, url, app: null, file: null };
}

/** Texts in the order in which a finding about all of them names them: what readers have first, and the older first. */
export function seenFirst(texts: readonly AuditedText[]): readonly AuditedText[] {
  return [...texts].sort(
    (a, b) => Number(b.isSeen) - Number(a.isSeen) || byId(a.article.remote.id, b.article.remote.id),
  );
}

/** Some places as findings have them: at least one. */
export function somePlaces(places: readonly AuditPlace[]): readonly [AuditPlace, ...AuditPlace[]] | null {
  const [first, ...others] = places;
  return first === undefined ? null : [first, ...others];
}
