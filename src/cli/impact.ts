import type { Host } from '../model/host.ts';
import { formatDocument } from '../output/format.ts';
import { toReview } from '../plan/impact.ts';
import { impactText } from '../report/impact-text.ts';
import { type CommonOptions, makeContext } from '../use-cases/context.ts';
import { impactHere } from '../use-cases/impact.ts';
import { sourcesOrThrow } from '../use-cases/plan.ts';

/** Options of `impact`. */
export interface ImpactOptions extends CommonOptions {
  readonly require?: boolean;
}

/**
 * `helpcentre impact [REF..REF]`: the articles that a change of the code has to do with, and why. Asks git alone.
 *
 * @param range where the change begins and ends; by default the branch with what is not committed yet
 * @returns 0; with `--require` 1 where nobody has looked at one of them
 * @throws UsageError where git does not know a commit
 */
export async function impact(host: Host, range: string | undefined, options: ImpactOptions): Promise<number> {
  const context = makeContext(host, options);
  const report = await impactHere(context, await sourcesOrThrow(context), range);
  const review = new Set(toReview(report.articles));
  const articles = report.articles.map((one) => ({ ...one, toReview: review.has(one) }));
  context.print(
    options.json === true
      ? formatDocument('impact', { ...report, articles })
      : impactText(report, review, context.paint, host.stdout.columns),
  );
  return options.require === true && review.size > 0 ? 1 : 0;
}
