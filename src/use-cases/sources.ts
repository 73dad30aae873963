import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Attempted, compile, compileSources, type Unit } from '../compile/compile.ts';
import type { ExternalLink } from '../compile/external-links.ts';
import { graded } from '../compile/grade.ts';
import { liesIn, limitOf } from '../git/repository.ts';
import type { ContentPath } from '../model/article.ts';
import type { Desired } from '../model/desired.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { ReachPlaces } from '../model/reach.ts';
import type { Repository } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import type { Translations } from '../model/translation.ts';
import type { ReadMemory } from '../read/memory.ts';
import type { ReadResult } from '../read/read-result.ts';
import type { Context } from './context.ts';
import type { Inputs, Reading } from './inputs.ts';
import { isVeryMany } from './make-room.ts';
import { beginReading, readInputs } from './read-inputs.ts';
import { endThreads, type Thread } from './threads/thread.ts';
import { unitsOf } from './threads/units-of.ts';

/** The repository, read and compiled. */
export interface Sources {
  readonly settings: Settings;
  /** Absolute folder of the configuration. */
  readonly folder: string;
  /** Where the configuration names an author. */
  readonly authorPlace?: Place;
  /** Where it names audiences and tags. */
  readonly reachPlaces?: ReachPlaces;
  readonly repository: Repository;
  readonly desired: Desired;
  /** As `desired`, with articles that have errors as far as they go; see `compile`. */
  readonly attempted: Attempted;
  /** Sources that cannot be read. */
  readonly unread: ReadResult['unread'];
  /** What stands in those, by path, where it is text. */
  readonly unreadTexts: ReadonlyMap<ContentPath, string>;
  /** Sources whose path belongs to no article. */
  readonly misplaced: ReadResult['misplaced'];
  readonly problems: readonly Problem[];
  /** Findings about the form of sources, one a file and kind; only `check` tells of them. */
  readonly untidy: readonly Problem[];
  /** Markdown files as they were when they were read. */
  readonly texts: ReadResult['texts'];
  /** The product's files that variables come from. */
  readonly product: ReadResult['product'];
  readonly external: readonly ExternalLink[];
  /** Sources compiled by themselves, by path. */
  readonly units: ReadonlyMap<ContentPath, Unit>;
  /** The same files, byte for byte, with other settings: those of another target. */
  under(settings: Settings): Sources;
  /** What translations were made from; absent where nobody asked. See `withTranslations`. */
  readonly translations?: Translations;
}

/** The sources, or why there are none. */
export type SourcesResult =
  | {
      readonly ok: true;
      readonly sources: Sources;
      /** Threads that compiled, where they were to be kept: whoever has them ends them. */
      readonly threads?: readonly Thread[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What is kept from one gathering to the next, so that only what changed is read and compiled again. */
export interface Kept {
  readonly memory: ReadMemory;
  readonly units: Sources['units'];
}

/** Who wants to be told how far compiling is, because there is something else to do meanwhile. */
export interface Compiling {
  /** Told when everything is read, and nothing compiled yet: that waits for a promise. */
  readonly read?: (inputs: Inputs) => unknown;
  /** Told when only a few sources are left. */
  readonly nearlyCompiled?: (inputs: Inputs) => unknown;
  /** Whether threads that were started go on afterwards, for something else; also where the room that they have is wanted. */
  readonly keepsThreads?: 'always' | 'for few';
}

/**
 * Reads the configuration and the content folder, and compiles every source.
 *
 * @param kept of an earlier gathering with the same configuration; without it everything is read
 */
export async function gatherSources(context: Context, kept?: Kept, told: Compiling = {}): Promise<SourcesResult> {
  const { result: begun, threads } = begunWith(context, kept);
  let isKept = false;
  try {
    const result = await begun;
    if (!result.ok) return result;
    const { inputs } = result;
    const { read, settings, memo } = inputs;
    await told.read?.(inputs);
    const onFewLeft = () => told.nearlyCompiled?.(inputs);
    const how = { previous: kept?.units, memo, onFewLeft, started: threads };
    const units = await unitsOf(context, read.repository, settings, how);
    isKept = told.keepsThreads === 'always' || (told.keepsThreads === 'for few' && !isVeryMany(units.size));
    // What linking makes needs the room that they have.
    if (!isKept) endThreads(threads);
    const sources = sourcesFrom(result.inputs, units);
    return { ok: true, sources, ...(isKept ? { threads } : {}) };
  } finally {
    if (!isKept) endThreads(threads);
  }
}

/** What is known from before is not compiled again. */
function begunWith(context: Context, kept: Kept | undefined): Pick<Reading, 'result' | 'threads'> {
  if (kept !== undefined) return { result: readInputs(context, kept.memory), threads: [] };
  return context.taken?.() ?? beginReading(context);
}

/**
 * Links what was compiled, and makes articles and collections of it.
 *
 * @param units every source compiled by itself
 */
export function sourcesFrom({ read, memo, ...inputs }: Inputs, units: Sources['units']): Sources {
  const { settings } = inputs;
  const compiled = compile(read.repository, settings, { broken: read.broken, unread: read.unread, units, memo });
  return {
    ...inputs,
    repository: read.repository,
    desired: compiled.desired,
    attempted: compiled.attempted,
    unread: read.unread,
    misplaced: read.misplaced,
    problems: [...graded(read.problems, settings.problems), ...compiled.problems],
    untidy: graded(read.untidy, settings.problems),
    texts: read.texts,
    product: read.product,
    get external() {
      return compiled.external;
    },
    units,
    // What another workspace does not take is written in another way.
    under: (other) =>
      sourcesFrom({ ...inputs, settings: other, read, memo }, compileSources(read.repository, other, units, memo)),
  };
}

/** Reads the lines that problems point at, so that they can be shown. */
export async function linesOf(
  problems: readonly Problem[],
  cwd: string,
): Promise<(file: string, line: number) => string | undefined> {
  const files = new Set(problems.flatMap((problem) => (problem.place === undefined ? [] : [problem.place.file])));
  const lines = new Map<string, readonly string[]>();
  for (const file of files) {
    try {
      const absolute = path.resolve(cwd, file);
      const limit = await limitOf(cwd, path.dirname(absolute));
      const isPlain = (await liesIn(absolute, limit)) && (await stat(absolute)).isFile();
      if (isPlain) lines.set(file, (await readFile(absolute, 'utf8')).split(/\r\n|\r|\n/));
    } catch {
      // The excerpt is left out where the file cannot be read: the problem itself says what is wrong.
    }
  }
  return (file, line) => lines.get(file)?.[line - 1];
}
