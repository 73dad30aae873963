import { sandboxFolder } from './connect.ts';
import type { Context } from './context.ts';
import { sourcesOf } from './plan.ts';
import { type Compiling, gatherSources, type Inputs, type Sources } from './sources.ts';

/**
 * Reads and compiles the sources, and begins something else meanwhile. What goes wrong there comes out where it is waited
 * for, after all that is wrong with the sources.
 *
 * @param moment `read`: as soon as the configuration and the sources are read; `nearlyCompiled`: when most are compiled
 * @throws ProblemsError
 */
export async function sourcesAndMore<More extends { end(): Promise<void> }>(
  context: Context,
  moment: keyof Compiling,
  begin: (inputs: Pick<Inputs, 'settings' | 'folder'>) => Promise<More>,
): Promise<{ readonly sources: Sources; readonly begun: Promise<More> }> {
  const started: Promise<More>[] = [];
  const start = (inputs: Pick<Inputs, 'settings' | 'folder'>): Promise<More> => {
    const more = begin(inputs);
    more.catch(() => undefined);
    started.push(more);
    return more;
  };
  try {
    // A sandbox in this process answers no sooner for that: one after the other, they need less room.
    const told = (inputs: Parameters<typeof start>[0]): unknown =>
      sandboxFolder(context, inputs.folder) === null ? void start(inputs) : start(inputs).then(nothing, nothing);
    const sources = sourcesOf(await gatherSources(context, undefined, { [moment]: told }));
    return { sources, begun: started[0] ?? start(sources) };
  } catch (error) {
    for (const more of started) await more.then((one) => one.end()).catch(() => undefined);
    throw error;
  }
}

const nothing = (): void => undefined;
