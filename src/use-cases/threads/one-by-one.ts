import { setImmediate } from 'node:timers/promises';
import type { Source } from '../../model/repository.ts';

/**
 * Does the same with each source, and lets the thread take a breath after each: it hears what others have to say, and it
 * collects its garbage when the trees of one article are gone and those of the next are not there yet. In the middle of
 * one they would all be copied: three quarters of what collecting costs.
 */
export async function oneByOne(sources: Iterable<Source>, compile: (source: Source) => void): Promise<void> {
  for (const source of sources) {
    compile(source);
    await setImmediate();
  }
}
