import type { AuditInput } from '../../src/audit/facts.ts';
import type {
  Remote,
  RemoteArticle,
  RemoteCollection,
  RemoteHelpCentre,
  RemoteLocale,
} from '../../src/model/remote.ts';

/** Where the help centre is. */
export const home = 'https://help.example.com';
/** When it is looked at, in Unix seconds. */
export const now = 1_800_000_000;

/** An article as a test writes it; what it leaves out has nothing wrong. */
export interface TestArticle extends Partial<Omit<RemoteArticle, 'locales'>> {
  readonly id: string;
  /** Texts by language; a body alone is a published text. */
  readonly texts: Readonly<Record<string, string | Partial<RemoteLocale>>>;
}

/** A help centre in English and French with one collection. */
export const centre: RemoteHelpCentre = {
  ...{ id: '1', identifier: 'acme', name: 'Acme Help', url: home, isDefault: true },
  locales: ['en', 'fr'],
};

/** Its collection. */
export const collection: RemoteCollection = {
  ...{ id: '50', defaultLocale: 'en', name: 'Billing', description: '', parentId: null, helpCentreId: '1', order: 0 },
  ...{ url: `${home}/en/collections/50-billing`, translations: { fr: { name: 'Facturation' } } },
};

/** A workspace with these articles in it, and what an audit is told besides. */
export function auditedCentre(
  articles: readonly TestArticle[],
  remote: Partial<Remote> = {},
  more: Partial<Omit<AuditInput, 'remote'>> = {},
): AuditInput {
  return {
    remote: {
      workspace: { id: 'abc12345', name: 'Acme', region: 'us', tokenOwnerId: '7' },
      ...{ helpCentres: [centre], collections: [collection], redirects: [] },
      teammates: [{ id: '8', name: 'Ada', email: 'ada@example.com' }],
      articles: articles.map(articleOf),
      ...remote,
    },
    ...{ now, app: null, files: new Map(), pictures: null, statistics: null },
    ...more,
  };
}

function articleOf({ texts, ...article }: TestArticle): RemoteArticle {
  const locales = Object.entries(texts).map(([locale, text]): [string, RemoteLocale] => {
    const given = typeof text === 'string' ? { body: text } : text;
    const url = `${home}/${locale}/articles/${article.id}`;
    const title = `Article ${article.id} ${locale}`;
    return [locale, { title, description: '', body: '', state: 'published', authorId: '7', url, ...given }];
  });
  return {
    ...{ url: null, parentId: '50', updatedAt: now, createdAt: 1, updatedById: null, pendingDraft: false },
    ...{ defaultLocale: 'en', ...article, locales: Object.fromEntries(locales) },
  };
}
