import type { Host } from '../model/host.ts';
import { formatDocument } from '../output/format.ts';
import { statusText } from '../report/status-text.ts';
import { type CommonOptions, makeContext } from '../use-cases/context.ts';
import { namedPaths } from '../use-cases/paths.ts';
import { sourcesOrThrow } from '../use-cases/plan.ts';
import { withTranslationsChecked } from '../use-cases/stale-translations.ts';
import { statusOf } from '../use-cases/status.ts';

/**
 * `helpcentre status [paths…]`: every text of the sources in a table, article by language: fresh, stale, missing, draft.
 * Asks git and the lockfile alone.
 *
 * @returns 0
 * @throws UsageError when there is nothing of a path
 */
export async function status(host: Host, paths: readonly string[], options: CommonOptions): Promise<number> {
  const context = makeContext(host, options);
  const sources = await withTranslationsChecked(context, await sourcesOrThrow(context));
  const named = await namedPaths(paths, sources, context);
  const all = statusOf(sources);
  const texts = new Map(sources.attempted.articles.map(({ key, locales }) => [key, Object.values(locales)]));
  const isNamed = (key: string): boolean =>
    named.has(key) || (texts.get(key) ?? []).some(({ path }) => named.has(path));
  const shown = { ...all, articles: all.articles.filter(({ key }) => isNamed(key)) };
  context.print(
    options.json === true ? formatDocument('status', shown) : statusText(shown, context.paint, host.stdout.columns),
  );
  return 0;
}
