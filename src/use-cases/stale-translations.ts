import { graded } from '../compile/grade.ts';
import type { ContentPath } from '../model/article.ts';
import type { Desired } from '../model/desired.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Settings } from '../model/settings.ts';
import type { StaleTranslation } from '../model/translation.ts';
import { asDraft } from '../plan/as-draft.ts';
import { readLockfile } from '../record/lockfile.ts';
import { behindText } from '../report/behind-text.ts';
import type { Context } from './context.ts';
import type { ReadBlob } from './gone-texts.ts';
import type { Sources } from './sources.ts';
import { judgeTranslations } from './translations.ts';

/**
 * Applies what the configuration says of translations that are behind: it is a warning, or an error that keeps the
 * article out, or such a text is a draft until it follows. Where git does not have the text that a translation was made
 * from, nobody knows whether it is behind, so that it is only said.
 *
 * @param sections of the lockfile; the workspace at hand first
 * @param policy in place of that of the configuration
 * @param blob reads a text that was published
 * @returns the sources as they are to be planned, with what their translations were made from
 */
export async function withTranslations(
  context: Context,
  sources: Sources,
  sections: readonly Recorded[],
  { policy: asked, blob }: { readonly policy?: 'keep' | undefined; readonly blob?: ReadBlob | undefined } = {},
): Promise<Sources> {
  if (sources.translations !== undefined) return sources;
  const translations = await judgeTranslations(context, sources, sections, blob);
  const { settings, desired } = sources;
  const policy = asked ?? settings.staleTranslations;
  const certain = translations.stale.filter(({ before }) => before !== null);
  const problems = policy === 'keep' ? [] : translations.stale.map((stale) => staleProblem(stale, settings));
  return changed(sources, {
    translations,
    desired: policy === 'unpublish' ? withheld(desired, certain, settings) : without(desired, policy, certain),
    problems: [...sources.problems, ...graded(problems, settings.problems)],
  });
}

/** The same for a command that makes no plan: against whatever the lockfile records. One that cannot be read says nothing. */
export async function withTranslationsChecked(context: Context, sources: Sources): Promise<Sources> {
  const found = await readLockfile(sources.folder);
  const sections = found.ok ? Object.values(found.read.lockfile.workspaces) : [];
  return await withTranslations(context, sources, sections);
}

/** Other sources but for some of their properties. Those that are worked out when they are asked for stay so. */
export function changed(sources: Sources, parts: Partial<Sources>): Sources {
  const properties = { ...Object.getOwnPropertyDescriptors(sources), ...Object.getOwnPropertyDescriptors(parts) };
  return Object.defineProperties({}, properties) as Sources;
}

function staleProblem(stale: StaleTranslation, settings: Settings): Problem {
  const { path, original, before, behind, place } = stale;
  const isCertain = before !== null;
  const found = problem(
    'stale-translation',
    {
      path,
      original: original.path,
      behind: behindText(behind),
      isWithheld: settings.staleTranslations === 'unpublish' && isCertain,
      blob: original.blob.slice(0, 12),
    },
    place,
  );
  return settings.staleTranslations === 'fail' && isCertain ? { ...found, severity: 'error' } : found;
}

/** Articles with a translation that is behind, left out: neither written nor removed. */
function without(desired: Desired, policy: Settings['staleTranslations'], stale: readonly StaleTranslation[]): Desired {
  if (policy !== 'fail' || stale.length === 0) return desired;
  const keys = new Set(stale.map(({ key }) => key));
  return {
    ...desired,
    articles: desired.articles.filter(({ key }) => !keys.has(key)),
    failed: [...new Set([...desired.failed, ...keys])].sort(),
  };
}

/** The same articles, and what is behind in them as drafts. */
function withheld(desired: Desired, stale: readonly StaleTranslation[], settings: Settings): Desired {
  const behind = new Map<ContentPath, Set<string>>();
  for (const { key, locale } of stale) behind.set(key, (behind.get(key) ?? new Set()).add(locale));
  if (behind.size === 0) return desired;
  const articles = desired.articles.map((article) => {
    const locales = behind.get(article.key);
    if (locales === undefined) return article;
    const texts = Object.entries(article.locales).map(
      ([locale, text]) =>
        [
          locale,
          locales.has(locale) && text.state !== 'draft'
            ? { ...asDraft(text, article, settings), isStale: true as const }
            : text,
        ] as const,
    );
    return { ...article, locales: Object.fromEntries(texts) };
  });
  return { ...desired, articles };
}
