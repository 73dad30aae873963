import { desiredFingerprint } from '../html/fingerprint.ts';
import type { Locale } from '../model/article.ts';
import type { Desired, DesiredArticle } from '../model/desired.ts';
import type { Change } from '../model/plan.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';

/** What tells who reads what. */
interface HiddenInput {
  readonly desired: Desired;
  readonly recorded: Recorded;
  /** null: Intercom was not asked. */
  readonly remote: Remote | null;
  readonly settings: Pick<Settings, 'helpCentre'>;
}

/** Tells which writes make a draft of a text that readers have. Without Intercom what was last published counts. */
export function hidden({ desired, recorded, remote, settings }: HiddenInput): (change: Change) => boolean {
  const wanted = new Map(desired.articles.map((article) => [article.key, article]));
  const there = new Map(remote?.articles.map(({ id, locales }) => [id, locales]));
  const isRead = (change: Change, article: DesiredArticle, locale: Locale): boolean =>
    remote === null
      ? wasPublished(change, article, locale, recorded, settings)
      : there.get(change.id ?? '')?.[locale]?.state === 'published';
  return (change) => {
    const article = wanted.get(change.key);
    return Object.entries(change.locales).some(
      ([locale, step]) =>
        step.do === 'write' && article?.locales[locale]?.state === 'draft' && isRead(change, article, locale),
    );
  };
}

/**
 * Whether readers had a text when it was last published. A lockfile of before says of drafts only that their article
 * has no address; and an article can have none though it is published, which its fingerprint may tell.
 */
function wasPublished(
  { key, from }: Change,
  { author, parent, locales }: DesiredArticle,
  locale: Locale,
  { articles }: Recorded,
  { helpCentre }: HiddenInput['settings'],
): boolean {
  const at = from ?? key;
  const entry = Object.hasOwn(articles, at) ? articles[at] : undefined;
  const known = entry?.locales[locale];
  const content = locales[locale];
  if (entry === undefined || known === undefined || content === undefined || known.draft === true) return false;
  if (entry.url !== null) return true;
  const { title, description, body } = content;
  const asPublished = { title, description, body, author, parent, helpCentre, state: 'published' } as const;
  return entry.removed !== true && desiredFingerprint(asPublished) === known.desired;
}
