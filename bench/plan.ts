/**
 * How long a plan takes for a large help centre, and how much memory: 10,000 articles of 4 KB, 10 of them changed.
 *
 *   npx tsx --expose-gc bench/plan.ts [articles]
 *
 * Two cases: the usual one, and a first publish next to a full workspace (each article is looked up as a twin).
 */
import { desiredFingerprint, remoteFingerprint } from '../src/body/fingerprint.ts';
import type { Desired, DesiredArticle } from '../src/model/desired.ts';
import type { Recorded } from '../src/model/recorded.ts';
import type { Remote, RemoteArticle } from '../src/model/remote.ts';
import { makePlan } from '../src/plan/plan.ts';

const total = Number(process.argv[2] ?? 10_000);
const sentence = 'Open the settings, choose <b>Billing</b> and type the new address where the old one stands. ';

function bodyOf(number: number): string {
  const paragraphs = Array.from(
    { length: 8 },
    (_, index) => `<p class="no-margin">${index}. ${sentence.repeat(5)}</p><p class="no-margin"></p>`,
  );
  return `<h1 id="article-${number}">Article ${number}</h1>${paragraphs.join('')}`;
}

const content = { description: '', state: 'published', author: null, parent: null } as const;

const articles = Array.from({ length: total }, (_, number): DesiredArticle => {
  const key = `folder-${number % 50}/article-${number}.md`;
  const body = bodyOf(number);
  const title = `Article ${number}`;
  const fingerprint = desiredFingerprint({ ...content, title, body });
  const locale = {
    path: key,
    blob: String(number).padStart(40, '0'),
    title,
    description: '',
    body,
    state: 'published',
    anchors: [],
    fingerprint,
  } as const;
  return { key, parent: null, author: null, locales: { en: locale } };
});

const remoteArticles = articles.map((article, number): RemoteArticle => {
  const { title, body } = article.locales.en as NonNullable<(typeof article.locales)['en']>;
  const url = `https://help.example.com/en/articles/${number}`;
  return {
    id: String(number + 1),
    url,
    parentId: null,
    updatedAt: 1000,
    updatedById: null,
    pendingDraft: false,
    defaultLocale: 'en',
    locales: { en: { title, description: '', body, state: 'published', authorId: '1', url } },
  };
});

const recorded: Recorded = {
  articles: Object.fromEntries(
    articles.map((article, index) => {
      const remote = remoteArticles[index]?.locales.en as NonNullable<RemoteArticle['locales']['en']>;
      const own = article.locales.en as NonNullable<(typeof article.locales)['en']>;
      const entry = {
        source: own.blob,
        desired: own.fingerprint,
        remote: remoteFingerprint({ ...remote, parentId: null }),
      };
      return [article.key, { id: String(index + 1), url: remote.url, updatedAt: 1000, locales: { en: entry } }];
    }),
  ),
  collections: {},
  images: {},
};

const changed = articles.map((article, index) => {
  const own = article.locales.en;
  if (index % Math.ceil(total / 10) !== 0 || own === undefined) return article;
  const body = own.body.replace('Billing', 'Invoices');
  return {
    ...article,
    locales: {
      en: {
        ...own,
        body,
        blob: `f${own.blob.slice(1)}`,
        fingerprint: desiredFingerprint({ ...content, title: own.title, body }),
      },
    },
  };
});

const desired: Desired = { locale: 'en', articles: changed, collections: [], images: {}, failed: [], skipped: [] };
const remote: Remote = {
  workspace: { id: 'w', name: 'W', region: 'US', tokenOwnerId: '1' },
  helpCentres: [],
  collections: [],
  articles: remoteArticles,
  teammates: [],
};
const settings = { helpCentre: null, onDrift: 'fail', removed: 'unpublish', maxRemovals: 1, moved: {} } as const;
const nothing: Recorded = { articles: {}, collections: {}, images: {} };

for (const [name, input] of [
  ['the usual plan', { recorded, remote }],
  ['every article looked up as a twin', { recorded: nothing, remote }],
] as const) {
  const times: number[] = [];
  let steps = 0;
  let grown = 0;
  for (let run = 0; run < 5; run += 1) {
    // What is known of an answer is kept beside it: each run gets one that nobody looked at.
    const answer = structuredClone(input.remote);
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    const plan = makePlan({ ...input, remote: answer, desired, settings, allowRemovals: true, otherContent: false });
    times.push(performance.now() - start);
    steps = plan.changes.length;
    grown = Math.max(grown, process.memoryUsage().heapUsed - before);
  }
  const sorted = times.sort((a, b) => a - b);
  console.log(
    `${name}: ${steps} changes; ${Math.round(sorted[0] ?? 0)} / ${Math.round(sorted[2] ?? 0)} / ${Math.round(sorted[4] ?? 0)} ms (min / median / max of 5); heap +${Math.round(grown / 1e6)} MB`,
  );
}
