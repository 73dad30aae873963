import type { Locale } from '../model/article.ts';
import { typeOfId } from '../model/article-type.ts';
import { type Fin, finAgents, type Label } from '../model/reach.ts';
import type { RemoteArticle, RemoteLocale } from '../model/remote.ts';
import type { SourceFields } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';

/** What an article's reach is written with. */
interface ReachContext {
  readonly settings: Pick<Settings, 'locale' | 'fin' | 'audiences' | 'tags'>;
  /** Audiences of the workspace, where it has any. */
  readonly audiences?: readonly Label[];
}

/**
 * What the source of an article says of its reach: the switches of Fin that are not as Intercom sets them for a new
 * article (or as the configuration does), its audiences and its tags. It is the article's, and one for all languages:
 * where those differ in Intercom nothing is written, and each stays as it is there.
 *
 * @param locale of the source; only that in the default locale says it
 */
export function reachFields(
  article: RemoteArticle,
  locale: Locale,
  { settings, audiences = [] }: ReachContext,
): Pick<SourceFields, 'fin' | 'audiences' | 'tags'> {
  if (locale !== settings.locale) return {};
  const texts = Object.values(article.locales);
  const fin = sameIn(texts, (text) => text.fin);
  const ids = sameIn(texts, (text) => text.audiences);
  const nameOf = (id: string): string => {
    const name = audiences.find((label) => label.id === id)?.name;
    const isOnly = audiences.filter((label) => label.name.toLowerCase() === name?.toLowerCase()).length === 1;
    return name === undefined || !isOnly ? id : name;
  };
  const tags = article.tags?.map(({ name }) => name).sort() ?? [];
  return {
    ...(fin === null ? {} : switched(fin, settings.fin, typeOfId(article.id) === 'public')),
    ...(ids === null || isSaid(ids.map(nameOf), settings.audiences) ? {} : { audiences: ids.map(nameOf).sort() }),
    ...(isSaid(tags, settings.tags) ? {} : { tags }),
  };
}

/**
 * Switches that are not as they would be without a word in the source.
 *
 * @param usual how Intercom sets them for a new article: on for readers' articles, off for all others
 */
function switched(fin: Required<Fin>, said: Fin, usual: boolean): Pick<SourceFields, 'fin'> {
  const others = finAgents.filter((agent) => fin[agent] !== (said[agent] ?? usual));
  return others.length === 0 ? {} : { fin: Object.fromEntries(others.map((agent) => [agent, fin[agent]])) };
}

/** Whether names are what the configuration says, or none where it says nothing. */
const isSaid = (names: readonly string[], said: readonly string[] | null): boolean =>
  JSON.stringify([...names].sort()) === JSON.stringify([...(said ?? [])].sort());

/** What all languages have; null where they differ, or nobody knows. */
function sameIn<T>(texts: readonly RemoteLocale[], of: (text: RemoteLocale) => T | undefined): T | null {
  const [first] = texts;
  const one = first === undefined ? undefined : of(first);
  const isSame = texts.every((text) => JSON.stringify(of(text)) === JSON.stringify(one));
  return one === undefined || !isSame ? null : one;
}
