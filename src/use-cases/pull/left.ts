import { articleFingerprint } from '../../body/fingerprint.ts';
import type { PullLeft } from '../../model/pulled.ts';
import type { RecordedArticle } from '../../model/recorded.ts';
import type { RemoteArticle } from '../../model/remote.ts';
import { areDraftsOurs } from '../../plan/staged.ts';
import type { Planned } from '../plan-of.ts';
import { keysById } from './names.ts';
import { nameOf } from './who.ts';

/**
 * Articles that a pull has something to say of and nothing to take from: deleted in Intercom, with a draft that is not
 * published yet, or edited there while their source does not compile.
 */
export function leftAlone(planned: Planned): readonly PullLeft[] {
  const { plan, remote, recorded, sources } = planned;
  const gone = plan.held
    .filter(({ why }) => why === 'gone')
    .map(({ key, id, by, at, help }): PullLeft => ({ key, id, why: 'gone', by, at, help }));
  const keys = keysById(planned);
  const failed = new Set(sources.desired.failed);
  const entries = new Map(Object.values(recorded.articles).map((entry) => [entry.id, entry]));
  const others = remote.articles.flatMap((article): readonly PullLeft[] => {
    const key = keys.get(article.id);
    const entry = entries.get(article.id);
    if (key === undefined || entry === undefined) return [];
    const facts = { key, id: article.id, by: nameOf(article.updatedById, remote), at: article.updatedAt };
    if (failed.has(key) && isDrifted(article, entry))
      return [{ ...facts, why: 'not-compiled', help: helpFor['not-compiled'] }];
    return article.pendingDraft && !areDraftsOurs(entry, article)
      ? [{ ...facts, why: 'pending-draft', help: helpFor['pending-draft'] }]
      : [];
  });
  return [...gone, ...others].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function isDrifted(article: RemoteArticle, { locales }: RecordedArticle): boolean {
  return Object.entries(locales).some(([locale, known]) => {
    const now = articleFingerprint(article, locale);
    return now !== null && now !== known.remote;
  });
}

const helpFor = {
  'not-compiled': 'Fix what "helpcentre check" reports for it, then pull again.',
  'pending-draft': 'A draft is pulled once it is published in Intercom.',
} as const;
