import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Attempted, compile, compileSources, type Unit } from '../compile/compile.ts';
import type { ExternalLink } from '../compile/external-links.ts';
import { graded } from '../compile/grade.ts';
import { liesIn, limitOf } from '../git/repository.ts';
import type { ContentPath } from '../model/article.ts';
import type { Desired } from '../model/desired.ts';
import type { Memo } from '../model/memo.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { ReachPlaces } from '../model/reach.ts';
import type { Repository } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import type { Translations } from '../model/translation.ts';
import { decode } from '../read/decode.ts';
import type { ReadMemory } from '../read/memory.ts';
import type { ReadResult } from '../read/read-result.ts';
import { readRepository } from '../read/repository.ts';
import { type Context, shownPath } from './context.ts';
import { memoFor } from './memo-for.ts';
import { readSettings } from './target.ts';
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
  | { readonly ok: true; readonly sources: Sources }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The repository, read and not compiled yet. */
export interface Inputs {
  readonly settings: Settings;
  /** Absolute folder of the configuration. */
  readonly folder: string;
  /** Where the configuration names an author. */
  readonly authorPlace?: Place;
  /** Where it names audiences and tags. */
  readonly reachPlaces?: ReachPlaces;
  readonly read: ReadResult;
  /** What earlier runs made of sources. */
  readonly memo: Memo;
  /** What stands in the sources that cannot be read, by path, where it is text. */
  readonly unreadTexts: ReadonlyMap<ContentPath, string>;
}

/** The repository as it was read, or why it cannot be. */
export type InputsResult =
  | { readonly ok: true; readonly inputs: Inputs }
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
}

/**
 * Reads the configuration and the content folder, and compiles every source.
 *
 * @param kept of an earlier gathering with the same configuration; without it everything is read
 */
export async function gatherSources(context: Context, kept?: Kept, told: Compiling = {}): Promise<SourcesResult> {
  const result = await readInputs(context, kept?.memory);
  if (!result.ok) return result;
  const { inputs } = result;
  const { read, settings, memo } = inputs;
  await told.read?.(inputs);
  const onFewLeft = () => told.nearlyCompiled?.(inputs);
  const units = await unitsOf(context, read.repository, settings, { previous: kept?.units, memo, onFewLeft });
  return { ok: true, sources: sourcesFrom(result.inputs, units) };
}

/**
 * Reads the configuration and the content folder.
 *
 * @param memory of an earlier reading with the same configuration; without it everything is read
 */
export async function readInputs(context: Context, memory?: ReadMemory): Promise<InputsResult> {
  const found = await readSettings(context);
  if (!found.ok) return { ok: false, problems: found.problems.map((one) => relocated(one, context)) };
  const { settings, folder } = found;
  const memo = await memoFor(context, folder);
  const places = found.variablePlaces?.map((place) => placeRelocated(place, context));
  const read = await readRepository(folder, settings, shownPath(context.host.cwd, folder), memory, memo, places);
  if (read.problems.some((problem) => problem.code === 'no-content-folder'))
    return { ok: false, problems: read.problems };
  const at = found.authorPlace === undefined ? {} : { authorPlace: placeRelocated(found.authorPlace, context) };
  const named = Object.entries(found.reachPlaces ?? {}).map(([key, place]) => [key, placeRelocated(place, context)]);
  const reach = named.length === 0 ? {} : { reachPlaces: Object.fromEntries(named) };
  return {
    ok: true,
    inputs: { settings, folder, read, memo, unreadTexts: await unreadTextsOf(read), ...at, ...reach },
  };
}

/** A source with an error may still say what it is about. */
async function unreadTextsOf({ unread, texts }: ReadResult): Promise<ReadonlyMap<ContentPath, string>> {
  const found = new Map<ContentPath, string>();
  for (const { path: file } of unread) {
    const absolute = texts.get(file)?.absolute;
    const bytes = absolute === undefined ? null : await readFile(absolute).catch(() => null);
    const decoded = bytes === null ? null : decode(bytes);
    if (decoded?.ok === true) found.set(file, decoded.text);
  }
  return found;
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

/** Names the configuration as the person in the host's working folder would. */
function relocated(problem: Problem, context: Context): Problem {
  if (problem.place === undefined) return problem;
  return { ...problem, place: placeRelocated(problem.place, context) };
}

function placeRelocated(place: Place, context: Context): Place {
  return { ...place, file: shownPath(context.host.cwd, path.resolve(context.cwd, place.file)) };
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
