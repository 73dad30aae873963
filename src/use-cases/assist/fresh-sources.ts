import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { coarse } from '../../disk/coarse-times.ts';
import { createMemory, type ReadMemory } from '../../read/memory.ts';
import type { Context } from '../context.ts';
import type { InputsResult } from '../inputs.ts';
import { readInputs } from '../read-inputs.ts';
import { gatherSources, type Kept, type SourcesResult } from '../sources.ts';
import { readSettings } from '../target.ts';

/**
 * Sources that are asked for again and again by a process that nobody tells what changed: each time every file's facts
 * are looked at, and only what is not as it was is read and compiled again.
 */
export interface FreshSources {
  /** Reads what changed, and compiles nothing. */
  read(context: Context): Promise<InputsResult>;
  /** Reads and compiles what changed. */
  gather(context: Context): Promise<SourcesResult>;
  /** What the last gathering left, so that a trial of a few changes reads and compiles those alone. */
  kept(): Kept;
}

/** Starts with nothing read. */
export function freshSources(): FreshSources {
  let memory = createMemory();
  let units: Kept['units'] = new Map();
  let configuration: string | null = null;
  const known = new Map<string, string>();
  const refresh = async (context: Context): Promise<number> => {
    // With other settings the same files are read otherwise.
    const now = JSON.stringify(await readSettings(context));
    if (now !== configuration) {
      memory = createMemory();
      known.clear();
    }
    configuration = now;
    memory.forgetListing();
    await forgetChanged(memory, known);
    return context.host.now();
  };
  const settle = async (began: number): Promise<void> => {
    for (const file of memory.files()) {
      if (known.has(file)) continue;
      const facts = await stat(file).catch(() => null);
      known.set(file, facts === null || isRecent(facts, began) ? unsure : stateOf(facts));
    }
  };
  return {
    async read(context) {
      const began = await refresh(context);
      const result = await readInputs(context, memory);
      await settle(began);
      return result;
    },
    async gather(context) {
      const began = await refresh(context);
      const result = await gatherSources(context, { memory, units });
      await settle(began);
      // Units say themselves what they were made from, so they may stay.
      if (result.ok) units = result.sources.units;
      return result;
    },
    kept: () => ({ memory, units }),
  };
}

/** Stands for the state of a file that has to be read again. */
const unsure = '';

async function forgetChanged(memory: ReadMemory, known: Map<string, string>): Promise<void> {
  const files = [...memory.files()];
  const states = await Promise.all(files.map((file) => stat(file).then(stateOf, () => unsure)));
  for (const [index, file] of files.entries()) {
    if (states[index] !== unsure && states[index] === known.get(file)) continue;
    memory.forget(file);
    known.delete(file);
  }
}

/** What of a file changes with its text. Of a folder nothing does for sure. */
function stateOf(facts: Stats): string {
  return facts.isFile() ? [facts.mtimeMs, facts.ctimeMs, facts.size, facts.ino].join(' ') : unsure;
}

const isRecent = ({ mtimeMs, ctimeMs }: Stats, began: number): boolean => Math.max(mtimeMs, ctimeMs) >= began - coarse;
