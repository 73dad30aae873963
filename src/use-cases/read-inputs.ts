import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ContentPath } from '../model/article.ts';
import { type Memo, noMemo } from '../model/memo.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import { decode } from '../read/decode.ts';
import { flavourOf } from '../read/flavour-of.ts';
import { isSourcePath } from '../read/is-source.ts';
import { createMemory, type ReadMemory } from '../read/memory.ts';
import type { ReadResult } from '../read/read-result.ts';
import { readRepository } from '../read/repository.ts';
import { type Context, shownPath } from './context.ts';
import type { InputsResult, Reading } from './inputs.ts';
import { makeRoomFor } from './make-room.ts';
import { memoFor } from './memo-for.ts';
import { readSettings } from './target.ts';
import { startThread, type Thread } from './threads/thread.ts';
import { threadsFor } from './threads/thread-count.ts';

/** Characters of a source, about: how many it has is known only when it is read. */
const usualLength = 2_700;

/**
 * Begins to read the configuration and the content folder, and starts the threads that will be wanted as soon as the folder is
 * listed: they take as long to load as the sources to be read. Where earlier runs left something there may be nothing to
 * compile, and none is started.
 */
export function beginReading(context: Pick<Context, 'host' | 'options' | 'cwd'>): Reading {
  const { env, threads: program } = context.host;
  const threads: Thread[] = [];
  let isListed = (): void => undefined;
  const listed = new Promise<void>((resolve) => {
    isListed = resolve;
  });
  const onListed = (sources: number, settings: Settings, memo: Memo): void => {
    isListed();
    if (program === undefined || (memo.entries ?? 0) > 0) return;
    const others = Math.min(threadsFor(env, settings, sources * usualLength) - 1, sources);
    for (let count = 0; count < others; count += 1) threads.push(startThread(program));
  };
  const result = readInputs(context, createMemory(), onListed);
  // How it failed is for the one who waits for it.
  result.then(isListed, isListed);
  return { result, listed, threads };
}

/**
 * Reads the configuration and the content folder.
 *
 * @param memory of an earlier reading with the same configuration; without it everything is read
 * @param onListed told how many sources there are, before they are read
 */
export async function readInputs(
  context: Pick<Context, 'host' | 'options' | 'cwd'>,
  memory: ReadMemory = createMemory(),
  onListed?: (sources: number, settings: Settings, memo: Memo) => void,
): Promise<InputsResult> {
  const found = await readSettings(context);
  if (!found.ok) return { ok: false, problems: found.problems.map((one) => relocated(one, context)) };
  const { settings, folder } = found;
  const memo = await memoFor(context, folder);
  const places = found.variablePlaces?.map((place) => placeRelocated(place, context));
  const told = telling(memory, settings, async (sources) => {
    onListed?.(sources, settings, memo);
    await makeRoomFor(sources, memo === noMemo ? null : folder);
  });
  const read = await readRepository(folder, settings, shownPath(context.host.cwd, folder), told, memo, places);
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

/** The same memory, which tells how many sources a listing has. */
function telling(memory: ReadMemory, settings: Settings, tell: (sources: number) => Promise<void>): ReadMemory {
  const { files } = flavourOf(settings);
  const listing: ReadMemory['listing'] = async (make) => {
    const listed = await memory.listing(make);
    await tell(listed.files.filter(({ path: file }) => isSourcePath(file, files) && !listed.ignored.has(file)).length);
    return listed;
  };
  return { ...memory, listing };
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

/** Names the configuration as the person in the host's working folder would. */
function relocated(problem: Problem, context: Pick<Context, 'host' | 'cwd'>): Problem {
  if (problem.place === undefined) return problem;
  return { ...problem, place: placeRelocated(problem.place, context) };
}

function placeRelocated(place: Place, context: Pick<Context, 'host' | 'cwd'>): Place {
  return { ...place, file: shownPath(context.host.cwd, path.resolve(context.cwd, place.file)) };
}
