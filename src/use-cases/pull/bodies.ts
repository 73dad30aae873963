import { withHeadingIds } from '../../body/heading-ids.ts';
import { withMarkupAsSent } from '../../body/heading-markup.ts';
import { parseReference } from '../../body/reference-url.ts';
import { type Addresses, decompile } from '../../dialect/decompile.ts';
import type { SourceMerge } from '../../import/pull/merge-source.ts';
import { blocksOfNormal } from '../../import/pull/pieces.ts';
import type { Spacing } from '../../model/article.ts';
import type { PullBase } from './base.ts';
import type { DriftedLocale } from './drifted-locale.ts';
import { sentSlugs } from './sent-slugs.ts';

/** How addresses are written in Markdown. */
export interface BodyNames {
  /** Those of a body as a source compiles to it. */
  readonly symbolic: Addresses;
  /** Those of a body as Intercom has it. */
  readonly stored: Addresses;
}

/** The three sides of a body, each in the blocks of its normal form. */
export function bodiesInBlocks(
  { article, remote, locale }: Pick<DriftedLocale, 'article' | 'remote' | 'locale'>,
  base: PullBase | null,
  names: BodyNames,
  spacing: Spacing,
): SourceMerge['blocks'] {
  const inBlocks = (html: string, addresses: Addresses) => blocksOfNormal(decompile(html, addresses, spacing));
  const source = article.locales[locale]?.body ?? '';
  const ours = inBlocks(source, names.symbolic);
  const theirs = remote.locales[locale]?.body ?? '';
  if (base?.from === 'version')
    return {
      ours,
      base: inBlocks(withIdsAsSent(source, base.version.body), names.stored),
      theirs: inBlocks(withIdsAsSent(source, theirs), names.stored),
    };
  const published = base?.whatIf.body;
  const isOurs = published === source;
  return {
    ours,
    base: published === undefined ? null : isOurs ? ours : inBlocks(published, names.symbolic),
    theirs: inBlocks(asSent(published ?? source, theirs), eitherOf(names)),
  };
}

/** A body with ids and markup of its headings as they were sent, so that what Intercom makes of them is no edit. */
function asSent(sent: string, stored: string): string {
  return withMarkupAsSent(sent, withIdsAsSent(sent, stored));
}

/** A body with the ids on its headings that were sent. */
function withIdsAsSent(sent: string, stored: string): string {
  const slugs = sentSlugs(sent, stored);
  return withHeadingIds(stored, (given) => slugs.get(given) ?? null);
}

/** Links that were put back into headings are symbolic, all others as Intercom has them. */
function eitherOf({ symbolic, stored }: BodyNames): Addresses {
  return { ...stored, link: (href) => (parseReference(href) === null ? stored : symbolic).link(href) };
}
