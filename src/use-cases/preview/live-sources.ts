import { realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Attempted, compile, compileSources, type Unit } from '../../compile/compile.ts';
import { coarse } from '../../disk/coarse-times.ts';
import type { ContentPath } from '../../model/article.ts';
import { createMemory } from '../../read/memory.ts';
import type { Context } from '../context.ts';
import type { Inputs, InputsResult } from '../inputs.ts';
import { readInputs } from '../read-inputs.ts';
import { type SourcesResult, sourcesFrom } from '../sources.ts';
import { compileInSlices } from './compile-in-slices.ts';
import type { FileEvent } from './watch.ts';

/** Sources that are gathered again and again, each time reading and compiling only what changed. */
export interface LiveSources {
  /** Reads what changed, and compiles nothing. */
  read(): Promise<InputsResult>;
  /** Reads and compiles what changed, in steps between which others have their turn. */
  gather(): Promise<SourcesResult>;
  /** Compiles one article at once, while all are being gathered for the first time. */
  prepare(key: ContentPath, inputs: Inputs): Attempted;
  /** Says what changed since the last gathering. */
  changed(events: readonly FileEvent[]): void;
  /** Says that files may have been written since a time (milliseconds) without being seen. */
  changedSince(time: number): Promise<void>;
}

/**
 * Starts gathering sources.
 *
 * @param configuration absolute path of the configuration file: when it changes, all is read anew
 */
export function liveSources(context: Context, configuration: string): LiveSources {
  let memory = createMemory();
  let units: ReadonlyMap<ContentPath, Unit> = new Map();
  const source: LiveSources = {
    read: () => readInputs(context, memory),
    async gather() {
      const result = await source.read();
      if (!result.ok) return result;
      const { inputs } = result;
      units = await compileInSlices(
        inputs.read.repository,
        inputs.settings,
        { before: (file) => units.get(file), memo: inputs.memo },
        context.host.now,
      );
      return { ok: true, sources: sourcesFrom(inputs, units) };
    },
    prepare(key, { read, settings, memo }) {
      const { repository } = read;
      const own = repository.sources.filter(({ article }) => article === key);
      const made = compileSources(repository, settings, units, memo, own);
      units = new Map([...units, ...made]);
      return compile(repository, settings, { broken: read.broken, unread: read.unread, units: made, memo }).attempted;
    },
    changed(events) {
      for (const { path: file, isListed } of events) {
        // Units say themselves what they were made from, so they may stay.
        if (file === configuration) memory = createMemory();
        const wasKnown = [file, resolved(file)].map((one) => memory.forget(one)).includes(true);
        if (isListed || !wasKnown) memory.forgetListing();
      }
    },
    async changedSince(time) {
      const files = [...memory.files()];
      const isNewer = await Promise.all(files.map((file) => isWrittenSince(file, time)));
      for (const [index, file] of files.entries()) if (isNewer[index]) memory.forget(file);
      memory.forgetListing();
    },
  };
  return source;
}

async function isWrittenSince(file: string, time: number): Promise<boolean> {
  try {
    return (await stat(file)).mtimeMs >= time - coarse;
  } catch {
    return true;
  }
}

/** The file that a path stands for once links are followed. */
function resolved(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}
