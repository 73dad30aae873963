import type { Host } from '../model/host.ts';
import { type CommonOptions, type Context, makeContext } from '../use-cases/context.ts';
import type { Reading } from '../use-cases/inputs.ts';
import { beginReading } from '../use-cases/read-inputs.ts';

/**
 * A command's surroundings, with its sources being read while the rest of the command is loaded.
 *
 * @returns once threads are started, where they will be wanted: they load while the rest does
 */
export async function begun(host: Host, options: CommonOptions): Promise<Context> {
  const context = makeContext(host, options);
  let reading: Reading | null = beginReading(context);
  await reading.listed;
  return {
    ...context,
    taken() {
      const taken = reading;
      reading = null;
      return taken;
    },
  };
}
