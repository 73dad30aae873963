import { setImmediate } from 'node:timers/promises';
import type { Source } from '../../model/repository.ts';

/**
 * Does the same with each source, and lets the thread take a turn of its event loop after each, so that it hears what
 * the others have to say.
 */
export async function oneByOne(sources: Iterable<Source>, compile: (source: Source) => void): Promise<void> {
  for (const source of sources) {
    compile(source);
    await setImmediate();
  }
}
