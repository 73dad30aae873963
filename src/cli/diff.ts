import type { Host } from '../model/host.ts';
import { formatDocument } from '../output/format.ts';
import { diffText } from '../report/diff-text.ts';
import { reasonText } from '../report/reason-text.ts';
import { toTranslateText } from '../report/to-translate-text.ts';
import { baselineJudge, withAccepted } from '../use-cases/baseline.ts';
import { chosenPart } from '../use-cases/chosen-part.ts';
import { type CommonOptions, makeContext } from '../use-cases/context.ts';
import { articleDifferences } from '../use-cases/differences/articles.ts';
import { collectionDifferences } from '../use-cases/differences/collections.ts';
import { toTranslate } from '../use-cases/differences/to-translate.ts';
import { exitCodeOf, type LookOptions, lookAt } from '../use-cases/look.ts';
import { allProblems, sourcesOrThrow } from '../use-cases/plan.ts';
import { imageHostOf } from '../use-cases/plan-of.ts';
import { sayProblems } from './say-problems.ts';
import type { ShowOptions } from './show-problems.ts';

/** Options of `diff`. */
export interface DiffOptions extends CommonOptions, LookOptions, ShowOptions {
  /** File with the problems that are accepted. */
  readonly baseline?: string;
  /** Commit since which what changed is meant. */
  readonly changedSince?: string;
}

/**
 * `helpcentre diff [paths…]`: the plan with what changes inside each article, Markdown against Markdown. Holds a
 * reader only. Offline there is no text to compare with.
 *
 * @param paths files and folders that are meant; all is looked at, and the plan is what `publish` would do with them
 * @returns as `plan`: 0, or 1 when something shown failed or is held back; with `--detailed-exitcode` 2 when there are
 *   changes
 */
export async function diff(host: Host, paths: readonly string[], options: DiffOptions): Promise<number> {
  const context = makeContext(host, options);
  const judge = await baselineJudge(context, options.baseline);
  const sources = await sourcesOrThrow(context);
  const part = await chosenPart(context, sources, { paths, changedSince: options.changedSince });
  const looked = await lookAt(context, sources, { ...options, ...part, ...imageHostOf(sources) });
  const { plan, remote } = looked;
  const problems = allProblems(looked);
  const { desired } = looked.sources;
  const keys = new Set(
    [...plan.changes, ...plan.held.filter(({ fields }) => fields === undefined)].map(({ key }) => key),
  );
  const articles = articleDifferences(looked, keys);
  const collections = collectionDifferences(plan, desired, remote);
  const stale = (looked.sources.translations?.stale ?? []).filter(
    ({ path, key }) => part.part === undefined || part.part.has(path) || part.part.has(key),
  );
  const translations = toTranslate(stale);
  const { fresh, accepted } = judge(problems);
  const code = exitCodeOf(plan, fresh, options);
  if (options.json === true) {
    const { workspace, helpCentre, unchanged, notCompiled, leftOut, digest } = plan;
    const offline = remote === null;
    const whole = {
      workspace,
      helpCentre,
      offline,
      collections,
      articles,
      translations,
      unchanged,
      notCompiled,
      leftOut,
      problems: withAccepted(problems, accepted),
      digest,
    };
    context.print(formatDocument('diff', whole));
    return code;
  }
  await sayProblems(fresh, context, options, accepted.length);
  const name = remote?.workspace.name ?? null;
  const { columns } = host.stdout;
  context.print(diffText({ plan, articles, collections, name, defaultLocale: desired.locale, columns }, context.paint));
  context.print(toTranslateText(translations, columns, context.paint));
  if (code === 1) context.print(`\n${reasonText({ problems: fresh, plan })}`);
  return code;
}
