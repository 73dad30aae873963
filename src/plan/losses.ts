import { desiredFingerprint } from '../body/fingerprint.ts';
import type { ContentPath, Locale } from '../model/article.ts';
import type { Desired, DesiredArticle } from '../model/desired.ts';
import type { Change } from '../model/plan.ts';
import type { Recorded, RecordedArticle } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';

/** What readers lose of an article. */
export interface Loss {
  /** Its languages that go; null: all of it. */
  readonly locales: readonly Locale[] | null;
  /** Whether what goes becomes a draft by its source, and nothing of it goes for want of one. */
  readonly toDraft: boolean;
}

/** What tells who reads what. */
interface LossInput {
  readonly desired: Desired;
  readonly recorded: Recorded;
  /** null: Intercom was not asked. */
  readonly remote: Remote | null;
  readonly settings: Pick<Settings, 'helpCentre'>;
}

/**
 * Tells what readers lose by a change: texts that they have, and that are withdrawn or become drafts. What is deleted is
 * lost, whoever had it. Without Intercom what was last published counts.
 */
export function losses({ desired, recorded, remote, settings }: LossInput): (change: Change) => Loss | null {
  const wanted = new Map(desired.articles.map((article) => [article.key, article]));
  const there = new Map(remote?.articles.map(({ id, locales }) => [id, locales]));
  const readBefore = (change: Change): readonly Locale[] => {
    if (remote === null) return publishedBefore(change, wanted.get(change.key), recorded, settings);
    const texts = Object.entries(there.get(change.id ?? '') ?? {});
    return texts.flatMap(([locale, { state }]) => (state === 'published' ? [locale] : []));
  };
  return (change) => {
    if (change.kind === 'delete') return { locales: null, toDraft: false };
    const article = wanted.get(change.key);
    const steps = Object.entries(change.locales);
    const stateOf = (locale: Locale) => article?.locales[locale]?.state;
    const gone = steps.flatMap(([locale, step]) => (step.do === 'withdraw' ? [locale] : []));
    const drafts = steps.flatMap(([locale, step]) =>
      step.do === 'write' && stateOf(locale) === 'draft' ? [locale] : [],
    );
    if (gone.length + drafts.length === 0) return null;
    const read = readBefore(change);
    const lost = [...gone, ...drafts].filter((locale) => read.includes(locale)).sort();
    if (lost.length === 0) return null;
    const isLeft =
      read.some((locale) => !lost.includes(locale)) ||
      steps.some(([locale, step]) => step.do === 'write' && stateOf(locale) === 'published');
    return { locales: isLeft ? lost : null, toDraft: lost.every((locale) => drafts.includes(locale)) };
  };
}

/**
 * The languages of an article that readers had when it was last published. A lockfile of before says of drafts only that
 * their article has no address; and an article can have none though it is published, which its fingerprint may tell.
 */
function publishedBefore(
  { key, from }: Change,
  article: DesiredArticle | undefined,
  { articles }: Recorded,
  settings: LossInput['settings'],
): readonly Locale[] {
  const at: ContentPath = from ?? key;
  const entry = Object.hasOwn(articles, at) ? articles[at] : undefined;
  if (entry === undefined) return [];
  const texts = Object.entries(entry.locales);
  const isTold = entry.url !== null || texts.some(([, { draft }]) => draft === true);
  return texts.flatMap(([locale, { draft }]) =>
    draft !== true && (isTold || isAsPublished(entry, article, locale, settings)) ? [locale] : [],
  );
}

/** Whether what is recorded of a text is what it would be if it were published as it is. */
function isAsPublished(
  entry: RecordedArticle,
  article: DesiredArticle | undefined,
  locale: Locale,
  { helpCentre }: LossInput['settings'],
): boolean {
  const content = article?.locales[locale];
  if (article === undefined || content === undefined || entry.removed === true) return false;
  const { author, parent } = article;
  const { title, description, body } = content;
  const asPublished = { title, description, body, author, parent, helpCentre, state: 'published' } as const;
  return desiredFingerprint(asPublished) === entry.locales[locale]?.desired;
}
