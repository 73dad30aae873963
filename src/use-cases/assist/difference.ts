import { gitIn } from '../../git/git.ts';
import type { ContentPath } from '../../model/article.ts';
import type { Change, Held } from '../../model/plan.ts';
import { lastSource } from '../../model/recorded.ts';
import { decode } from '../../read/decode.ts';
import { wordDiff } from '../../text/diff.ts';
import { markedDiff } from '../../text/marked-diff.ts';
import type { Context } from '../context.ts';
import { articleDifferences, type FieldDifference } from '../differences/articles.ts';
import type { Looked } from '../plan-of.ts';
import { readSourceFile } from '../pull/files.ts';

/** What changes in one text of an article. */
export interface TextDifference {
  readonly locale: string;
  /** As `markedDiff` writes it. */
  readonly diff: string;
}

/**
 * What a publish would change in an article, language by language: against Intercom's text where Intercom was asked,
 * else the source against the one that was last published, from git.
 *
 * @param one what the plan does with it, or why it does nothing
 * @returns the texts that differ, and whether git lacks one that was last published, so that it is not among them
 */
export async function differenceOf(
  context: Context,
  looked: Looked,
  one: Change | Held,
): Promise<{ readonly texts: readonly TextDifference[]; readonly isMissing: boolean }> {
  if (looked.remote !== null) return { texts: againstIntercom(looked, one.key), isMissing: false };
  return againstGit(context, looked, one);
}

function againstIntercom(looked: Looked, key: ContentPath): readonly TextDifference[] {
  return articleDifferences(looked, new Set([key])).flatMap(({ fields: ofAll, locales }) => {
    const shared = fieldLines(ofAll);
    const texts = Object.entries(locales).map(([locale, { fields, body, images }]) => {
      const lines = [...fieldLines(fields), ...images.map((image) => `~image ${image} is another one`)];
      return { locale, diff: [...shared, ...lines, markedDiff(body)].filter((part) => part !== '').join('\n') };
    });
    return texts.length === 0 && shared.length > 0 ? [{ locale: '', diff: shared.join('\n') }] : texts;
  });
}

function fieldLines(fields: Readonly<Record<string, FieldDifference>>): readonly string[] {
  return Object.entries(fields).flatMap(([name, { before, after }]) => [
    ...(before === null ? [] : [`-${name}: ${before}`]),
    ...(after === null ? [] : [`+${name}: ${after}`]),
  ]);
}

async function againstGit(context: Context, { sources, recorded }: Looked, one: Change | Held) {
  const git = gitIn(sources.folder, context.host.env);
  const from = 'from' in one ? (one.from ?? one.key) : one.key;
  const known = recorded.articles[from]?.locales ?? {};
  const own = sources.repository.sources.filter(({ article }) => article === one.key);
  const locales = [...new Set([...own.map(({ locale }) => locale), ...Object.keys(known)])].sort();
  const texts: TextDifference[] = [];
  let isMissing = false;
  for (const locale of locales) {
    const blob = lastSource(known[locale]);
    const bytes = blob === undefined ? Buffer.alloc(0) : await git.blob(blob);
    if (bytes === null) isMissing = true;
    const before = bytes === null ? null : decode(bytes);
    const source = own.find((text) => text.locale === locale);
    const now = source === undefined ? '' : ((await readSourceFile(source.path, sources))?.text ?? null);
    if (before?.ok !== true || now === null) continue;
    const diff = markedDiff(wordDiff(before.text, now));
    if (diff !== '') texts.push({ locale, diff });
  }
  return { texts, isMissing };
}
