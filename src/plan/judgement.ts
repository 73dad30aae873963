import { hasCarrier } from '../body/carried.ts';
import { articleFingerprint } from '../body/fingerprint.ts';
import { withoutCarried } from '../intercom-markdown/carried.ts';
import type { Fingerprint, Locale } from '../model/article.ts';
import type { Change, Held, HeldWhy } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { RemoteArticle } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import { heldHelp } from './held-help.ts';
import type { Pair } from './match.ts';
import { articleAt } from './where.ts';

/** The policies that the table obeys. */
export type Policies = Pick<Settings, 'onDrift' | 'removed'>;

/** What one article comes to. */
export type Judgement =
  | { readonly is: 'change'; readonly change: Change; readonly problems: readonly Problem[] }
  | { readonly is: 'held'; readonly held: Held }
  | { readonly is: 'unchanged'; readonly problems: readonly Problem[] };

/**
 * Holds an article back.
 *
 * @param help how to go on, where that is not as usual for the reason
 */
export function heldOf(pair: Pair, why: HeldWhy, help?: string): Held {
  return {
    key: pair.key,
    id: pair.remote?.id ?? pair.recorded?.id ?? null,
    title: titleOf(pair),
    why,
    by: pair.remote?.updatedById ?? null,
    at: why === 'gone' ? null : (pair.remote?.updatedAt ?? null),
    help: help ?? heldHelp(why, pair.desired === null ? null : pair.key),
  };
}

/** Holds back an article that would be created beside one that is nearly the same. */
export function heldAsDouble(pair: Pair, doubles: readonly RemoteArticle[]): Held {
  const [first] = doubles;
  const there = `Intercom has ${doubles.map(articleAt).join(', ')} with this title in the same collection, and nearly the same text.`;
  return heldOf(pair, 'double', `${there} ${heldHelp('double', null, first?.id)}`);
}

/** What an article is called: as its source says, else as Intercom does. */
export function titleOf(pair: Pair): string {
  const desired = pair.desired === null ? undefined : Object.values(pair.desired.locales);
  const own = desired?.find((locale) => locale.path === pair.key) ?? desired?.[0];
  const remote = pair.remote;
  return own?.title ?? (remote === null ? undefined : remote.locales[remote.defaultLocale]?.title) ?? pair.key;
}

/** Fingerprint of one locale in Intercom, worked out once and only when somebody asks. */
export function printOf(remote: RemoteArticle, locale: Locale): () => Fingerprint | null {
  return () => articleFingerprint(remote, locale);
}

/**
 * Fingerprint of one locale as it was recorded before Intercom gave out the blocks that HTML does not show; null where
 * it gives out none.
 */
export function plainPrintOf(remote: RemoteArticle, locale: Locale): () => Fingerprint | null {
  return () => {
    const text = remote.locales[locale];
    if (text === undefined || !hasCarrier(text.body)) return null;
    const plain = { ...text, body: withoutCarried(text.body) };
    return articleFingerprint({ ...remote, locales: { ...remote.locales, [locale]: plain } }, locale);
  };
}
