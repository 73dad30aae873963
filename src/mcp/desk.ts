import { UsageError } from '../model/usage-error.ts';
import { type FreshSources, freshSources } from '../use-cases/assist/fresh-sources.ts';
import { type SourceSearch, sourceSearch } from '../use-cases/assist/search-sources.ts';
import { ProblemsError } from '../use-cases/connect.ts';
import type { Context } from '../use-cases/context.ts';
import type { Inputs } from '../use-cases/inputs.ts';
import { sourcesOf } from '../use-cases/plan.ts';
import type { Sources } from '../use-cases/sources.ts';
import { type Secrets, secretsIn } from './secrets.ts';

/** What all tools of one server work with. */
export interface Desk {
  /** The surroundings of one call. @param signal aborted when whoever asked no longer waits */
  context(signal: AbortSignal): Context;
  readonly fresh: FreshSources;
  readonly search: SourceSearch;
  /** Id of the workspace whose section of the lockfile counts; absent where nobody said. */
  readonly workspace: string | undefined;
  /** Does one thing after the other: two writers would not see each other. */
  alone<T>(task: () => Promise<T>): Promise<T>;
  /** Takes what the environment keeps secret out of answers. */
  readonly secrets: Secrets;
  /** Fulfilled when nothing is at work any more. */
  idle(): Promise<unknown>;
}

/**
 * @param given the surroundings of the command
 * @param closed aborted when nobody can ask any more
 */
export function openDesk(given: Context, closed: AbortSignal, workspace?: string): Desk {
  let last: Promise<unknown> = Promise.resolve();
  const { host } = given;
  // What is shown of the work on the way is for nobody: standard output belongs to the protocol.
  const silent = { write: () => undefined, isTTY: false, columns: 80 };
  return {
    context: (signal) => ({
      ...given,
      print: () => undefined,
      say: () => undefined,
      host: {
        ...host,
        stdout: silent,
        interactive: false,
        readStdin: () => Promise.resolve(''),
        signal: AbortSignal.any([host.signal, closed, signal]),
        // What earlier runs kept is read. A tool that only looks writes nothing, there neither.
        ...(host.keeps === undefined ? {} : { keeps: keptOnly(host.keeps) }),
      },
    }),
    fresh: freshSources(),
    search: sourceSearch(),
    workspace,
    alone(task) {
      const done = last.then(task);
      last = done.catch(() => undefined);
      return done;
    },
    secrets: secretsIn(host.env),
    idle: () => last,
  };
}

/** One for each command, as the cache is opened once for each. */
const readOnly = new WeakMap<object, NonNullable<Context['host']['keeps']>>();

function keptOnly(keeps: NonNullable<Context['host']['keeps']>): NonNullable<Context['host']['keeps']> {
  const known = readOnly.get(keeps) ?? { build: keeps.build, atEnd: () => undefined };
  readOnly.set(keeps, known);
  return known;
}

/** The sources as they are now. @throws ProblemsError where there are none */
export async function gather(desk: Desk, context: Context): Promise<Sources> {
  return withTokensKnown(desk, sourcesOf(await desk.fresh.gather(context)));
}

/** The same, not compiled. @throws ProblemsError */
export async function readOnlyInputs(desk: Desk, context: Context): Promise<Inputs> {
  const result = await desk.fresh.read(context);
  if (!result.ok) throw new ProblemsError(result.problems);
  return withTokensKnown(desk, result.inputs);
}

/** Each target may have a token of its own, in a variable of any name. */
function withTokensKnown<T extends Pick<Inputs, 'settings'>>({ secrets }: Desk, found: T): T {
  const { target, targets } = found.settings;
  for (const one of [...Object.values(targets), ...(target === undefined ? [] : [target])])
    secrets.learn(one.tokenVariable);
  return found;
}

/** @throws UsageError for a cursor that no answer gave */
export function demandPage<T>(page: T | null): T {
  if (page !== null) return page;
  throw new UsageError('bad-cursor', 'no answer gave this cursor', 'Leave it out to begin at the start.');
}
