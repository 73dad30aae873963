import type { Desired } from '../model/desired.ts';
import { sandboxFolder } from './connect.ts';
import type { Context } from './context.ts';
import type { Inputs } from './inputs.ts';
import { type Aimed, asAimed } from './let-go.ts';
import { sourcesOf } from './plan.ts';
import { type Compiling, gatherSources, type Sources } from './sources.ts';
import { endThreads, type Thread } from './threads/thread.ts';

/**
 * Reads and compiles the sources, and begins something else meanwhile. What goes wrong there comes out where it is waited
 * for, after all that is wrong with the sources.
 *
 * @param moment `read`: as soon as the configuration and the sources are read; `nearlyCompiled`: when most are compiled
 * @returns with the threads that compiled, which whoever gets them ends
 * @throws ProblemsError
 */
export async function sourcesAndMore<More extends { end(): Promise<void> }>(
  context: Context,
  moment: keyof Pick<Compiling, 'read' | 'nearlyCompiled'>,
  begin: (aimed: Aimed) => Promise<More>,
): Promise<{ readonly sources: Sources; readonly begun: Promise<More>; readonly threads: readonly Thread[] }> {
  const started: Promise<More>[] = [];
  let compiled: Desired | null = null;
  const start = (aimed: Aimed): Promise<More> => {
    const more = begin(aimed);
    more.catch(() => undefined);
    started.push(more);
    return more;
  };
  try {
    // A sandbox in this process answers no sooner for that: one after the other, they need less room.
    const told = ({ settings, folder, read: { repository } }: Inputs): unknown => {
      const more = start({ settings, folder, repository, compiled: () => compiled });
      return sandboxFolder(context, folder) === null ? undefined : more.then(nothing, nothing);
    };
    const keepsThreads = moment === 'read' ? 'for few' : 'always';
    const result = await gatherSources(context, undefined, { [moment]: told, keepsThreads });
    const sources = sourcesOf(result);
    compiled = sources.desired;
    const begun = started[0] ?? start(asAimed(sources));
    const threads = (result.ok ? result.threads : undefined) ?? [];
    begun.catch(() => endThreads(threads));
    return { sources, begun, threads };
  } catch (error) {
    for (const more of started) await more.then((one) => one.end()).catch(() => undefined);
    throw error;
  }
}

const nothing = (): void => undefined;
