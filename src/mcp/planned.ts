import type { Context } from '../use-cases/context.ts';
import { lookAt } from '../use-cases/look.ts';
import { imageHostOf, type Looked } from '../use-cases/plan-of.ts';
import type { Sources } from '../use-cases/sources.ts';
import type { Desk } from './desk.ts';

/**
 * The plan, as `helpcentre plan` makes it.
 *
 * @param online whether Intercom is asked, which needs a token
 * @throws ProblemsError, UsageError, IntercomError
 */
export function planned(desk: Desk, context: Context, sources: Sources, online: boolean): Promise<Looked> {
  const { workspace } = desk;
  const named = workspace === undefined ? {} : { workspace };
  return lookAt(context, sources, { ...imageHostOf(sources), ...named, offline: !online });
}
