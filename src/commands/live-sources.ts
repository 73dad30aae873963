import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { ContentPath } from '../model.ts';
import { createMemory } from '../read/memory.ts';
import type { Context } from './context.ts';
import type { FileEvent } from './preview-watch.ts';
import { gatherSources, type Kept, type SourcesResult } from './sources.ts';

/** Sources that are gathered again and again, each time reading and compiling only what changed. */
export interface LiveSources {
  gather(): Promise<SourcesResult>;
  /** Says what changed since the last gathering. */
  changed(events: readonly FileEvent[]): void;
  /** Says that anything may have changed. */
  changedAll(): void;
}

/**
 * Starts gathering sources.
 *
 * @param configuration absolute path of the configuration file: when it changes, all is read anew
 */
export function liveSources(context: Context, configuration: string): LiveSources {
  let kept: Kept = { memory: createMemory(), units: new Map<ContentPath, never>() };
  const forgetAll = (): void => {
    // Units say themselves what they were made from, so they may stay.
    kept = { ...kept, memory: createMemory() };
  };
  return {
    async gather() {
      const result = await gatherSources(context, kept);
      if (result.ok) kept = { ...kept, units: result.sources.units };
      return result;
    },
    changed(events) {
      for (const { path: file, isListed } of events) {
        if (file === configuration) return forgetAll();
        const wasKnown = [file, resolved(file)].map((one) => kept.memory.forget(one)).includes(true);
        if (isListed || !wasKnown) kept.memory.forgetListing();
      }
    },
    changedAll: forgetAll,
  };
}

/** The file that a path stands for once links are followed. */
function resolved(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}
