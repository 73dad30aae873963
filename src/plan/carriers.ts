import { hasCarrier } from '../body/carried.ts';
import { carriersIn } from '../intercom-markdown/carriers.ts';
import { markdownLossesText } from '../intercom-markdown/losses-text.ts';
import { toIntercomMarkdown } from '../intercom-markdown/to-markdown.ts';
import type { Locale } from '../model/article.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { RemoteArticle } from '../model/remote.ts';

/**
 * Why texts with a block that only Intercom can show cannot be written; null where they can be. Such a text goes as
 * Intercom's Markdown, so all of it must have words there; and the data of the block has to be what Intercom gave out for
 * this article: nobody else can tell whether other data is one of its blocks, or destroys it.
 *
 * @param locales those that are written
 * @param remote null: Intercom was not asked, or does not have the article
 */
export function carrierRefusal(
  { locales: wanted }: DesiredArticle,
  locales: readonly Locale[],
  { remote, asked }: { readonly remote: RemoteArticle | null; readonly asked: boolean },
): string | null {
  const known = new Set(Object.values(remote?.locales ?? {}).flatMap(({ body }) => carriersIn(body)));
  for (const locale of locales) {
    const text = wanted[locale];
    if (text === undefined || !hasCarrier(text.body)) continue;
    if (asked && carriersIn(text.body).some((data) => !known.has(data))) {
      return `${text.path} has an intercom-block whose data is none that Intercom has in this article. Take it as "helpcentre pull" or "helpcentre import" writes it, or delete it to write the article without that block.`;
    }
    const said = toIntercomMarkdown(text.body, { spacing: 'dropped' });
    if (said.says === 'less') {
      return `${text.path} has an intercom-block, so it can be written only as Intercom's Markdown, and that cannot say ${markdownLossesText(said.losses)}. Change that in the file, or edit the article in Intercom.`;
    }
  }
  return null;
}

/** Whether writing a text as Markdown takes away empty lines that readers see now. */
export function losesSpacing(wanted: string, stored: string): boolean {
  if (!hasCarrier(wanted) || !stored.includes('<p class="no-margin"></p>')) return false;
  const said = toIntercomMarkdown(stored, { spacing: 'counts' });
  return said.says === 'less' && said.losses.some(({ is }) => is === 'spacing');
}
