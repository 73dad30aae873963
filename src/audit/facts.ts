import type { Locale } from '../model/article.ts';
import { typeOfId } from '../model/article-type.ts';
import type { AuditedPicture, AuditRank } from '../model/audit.ts';
import { remoteCentres } from '../model/centre-of.ts';
import type { Remote, RemoteArticle, RemoteCollection, RemoteHelpCentre, RemoteLocale } from '../model/remote.ts';
import type { ArticleStatistics } from '../model/statistics.ts';
import { type Catches, caughtBy, type Goal, goalsIn } from './addresses.ts';
import { type BodyFacts, type BodyLink, readBody } from './read-body.ts';

/** What an audit looks at: a workspace as it was listed, and what else was asked for. */
export interface AuditInput {
  /** As it was listed; `redirects` absent where they could not be read. */
  readonly remote: Remote;
  /** When, in Unix seconds. */
  readonly now: number;
  /** Where teammates edit, without a slash at the end: `https://app.intercom.com/a/apps/abc12345`. null: nowhere */
  readonly app: string | null;
  /** The file of each article that one is published from, by its id. */
  readonly files: ReadonlyMap<string, string>;
  /** What came of asking for pictures, by their address in bodies; null where nobody asked. */
  readonly pictures: ReadonlyMap<string, AuditedPicture> | null;
  /** What readers did, by the id of the article; null where nobody asked. */
  readonly statistics: ReadonlyMap<string, ArticleStatistics> | null;
}

/** A text: an article in one language. */
export interface AuditedText {
  readonly article: AuditedArticle;
  readonly locale: Locale;
  readonly text: RemoteLocale;
  /** Whether readers have it: it is published, its language is on, and so is its help centre. */
  readonly isSeen: boolean;
  /** Of what is wrong on its page. */
  readonly rank: AuditRank;
  /** null where it is too deep to be read. */
  readonly body: BodyFacts | null;
  readonly links: readonly AuditedLink[];
}

/** A link with what it leads to. */
export interface AuditedLink extends BodyLink {
  readonly href: string;
  readonly goal: Goal;
}

/** An article of a help centre. */
export interface AuditedArticle {
  readonly remote: RemoteArticle;
  /** That of its first collection; null where nothing tells. */
  readonly centre: RemoteHelpCentre | null;
  /** All that it is in. */
  readonly centres: readonly RemoteHelpCentre[];
  /** That of its first language first. */
  readonly texts: readonly AuditedText[];
}

/** Everything that checks look at. */
export interface Facts extends AuditInput {
  readonly articles: readonly AuditedArticle[];
  readonly texts: readonly AuditedText[];
  readonly byId: ReadonlyMap<string, AuditedArticle>;
  readonly collections: ReadonlyMap<string, RemoteCollection>;
  /** Whether an id is that of an article, or stands in the address of one. */
  readonly hasArticle: (id: string) => boolean;
  readonly hasCollection: (id: string) => boolean;
  readonly isCaught: Catches;
}

/** Prepares what checks look at. Every body is read once. */
export function factsFrom(input: AuditInput): Facts {
  const { remote } = input;
  const goalOf = goalsIn(remote);
  // Where languages are switched off nobody says which one a text is in, and addresses name one all the same.
  const isOff = remote.languages === 'off';
  const centreOf = remoteCentres(remote, mainOf(remote));
  const articles = remote.articles
    .filter(({ id }) => typeOfId(id) === 'public')
    .map((article): AuditedArticle => {
      const centre = centreOf(article);
      const texts: AuditedText[] = [];
      const inOthers = (article.otherParentIds ?? []).map((parentId) => centreOf({ parentId }));
      const centres = [...new Set([centre, ...inOthers])].filter((one) => one !== null);
      const audited = { remote: article, centre, centres, texts };
      for (const locale of localesOf(article)) {
        const text = article.locales[locale];
        if (text === undefined) continue;
        const isOut = centres.length === 0 || centres.some((one) => one.url !== null && isOn(one, locale));
        const isSeen = text.state === 'published' && isOut;
        const body = readBody(text.body);
        const links = (body?.links ?? []).flatMap((link): readonly AuditedLink[] =>
          link.href === null
            ? []
            : [{ ...link, href: link.href, goal: withLocales(goalOf(link.href, { locale, centre }), isOff) }],
        );
        texts.push({ article: audited, locale, text, isSeen, rank: isSeen ? 'readers' : 'team', body, links });
      }
      return audited;
    });
  const articleIds = idsOf(remote.articles, 'articles');
  const collectionIds = idsOf(remote.collections, 'collections');
  return {
    ...input,
    articles,
    texts: articles.flatMap(({ texts }) => texts),
    byId: new Map(articles.map((article) => [article.remote.id, article])),
    collections: new Map(remote.collections.map((collection) => [collection.id, collection])),
    hasArticle: (id) => articleIds.has(id),
    hasCollection: (id) => collectionIds.has(id),
    isCaught: caughtBy(remote.redirects ?? []),
  };
}

function withLocales(goal: Goal, isOff: boolean): Goal {
  return isOff && (goal.is === 'article' || goal.is === 'collection') ? { ...goal, locale: null } : goal;
}

/** The help centre of what is in no collection: the default one, or the only one. */
function mainOf({ helpCentres }: Remote): RemoteHelpCentre | null {
  const [only, ...more] = helpCentres;
  return helpCentres.find(({ isDefault }) => isDefault === true) ?? (more.length === 0 ? (only ?? null) : null);
}

function localesOf({ locales, defaultLocale }: RemoteArticle): readonly Locale[] {
  const others = Object.keys(locales).filter((locale) => locale !== defaultLocale);
  return [defaultLocale, ...others.sort()];
}

/** Whether readers can choose a language; where Intercom does not say, they can. */
export function isOn(centre: RemoteHelpCentre | null, locale: Locale): boolean {
  return centre?.locales == null || centre.locales.includes(locale);
}

/** Ids, and those that stand in addresses of theirs. */
function idsOf(
  all: readonly { readonly id: string; readonly url: string | null }[],
  kind: string,
): ReadonlySet<string> {
  const inAddress = new RegExp(`/${kind}/(\\d+)`);
  return new Set(all.flatMap(({ id, url }) => [id, ...(inAddress.exec(url ?? '')?.slice(1) ?? [])]));
}
