import type { Flavour } from '../flavour/flavour.ts';
import type { ContentPath } from '../model/article.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import { splitSource } from '../text/fences.ts';
import { fileText } from './file-bytes.ts';
import type { FoundFile } from './files.ts';
import { inBatches } from './in-batches.ts';
import type { ReadMemory } from './memory.ts';
import { listedAs, type Navigated } from './navigation.ts';

/** Pages that the tool's navigation does not list, and that are left out for it. */
export interface Unlisted {
  /** Name of its file. */
  readonly navigation: string;
  readonly pages: number;
}

/** Pages that are named. */
const mostNamed = 3;

/**
 * Leaves out pages that the tool's navigation does not list, where the tool builds only those that it does, or the
 * configuration wants no others. All of them are said in one note.
 *
 * @param among `shown`: the folder of the configuration as places name it
 */
export async function listedPages(
  files: readonly FoundFile[],
  { trails, file }: Navigated,
  { navigation, keys }: Pick<Flavour, 'navigation' | 'keys'>,
  settings: Settings,
  { shown, memory }: { readonly shown: string; readonly memory: ReadMemory },
): Promise<{
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
  readonly unlisted: Unlisted | null;
}> {
  const isWhole = settings.pages === null ? navigation?.isWhole === true : settings.pages === 'navigation';
  if (!isWhole || file === undefined) return { files, problems: [], unlisted: null };
  const isNamed = ({ path }: FoundFile): boolean => listedAs(path, trails, settings) !== undefined;
  const byId = await namedById(keys.addresses.includes('id') ? files.filter((one) => !isNamed(one)) : [], memory);
  const isListed = (file: FoundFile): boolean =>
    isNamed(file) || listedAs(file.path, trails, settings, byId.get(file.path)) !== undefined;
  const left = files.filter((one) => !isListed(one)).map(({ path }) => path);
  if (left.length === 0) return { files, problems: [], unlisted: null };
  const names = left.slice(0, mostNamed);
  const place = { file: shown === '' ? file : `${shown}/${file}`, line: 1, column: 1 };
  const unlisted = { navigation: file.replace(/^.*\//, ''), pages: left.length };
  const args = { ...unlisted, names, more: left.length - names.length };
  return { files: files.filter(isListed), problems: [problem('not-in-navigation', args, place)], unlisted };
}

/** Ids that pages have in front matter, by path. */
async function namedById(
  files: readonly FoundFile[],
  memory: ReadMemory,
): Promise<ReadonlyMap<ContentPath, readonly string[]>> {
  const ids = await inBatches(files, async (file) => {
    const read = await memory.recall(file.absolute, 'id', () => fileText(file));
    const front = read.ok ? splitSource(read.text).front : '';
    const id = /^id:[ \t]*(["']?)([^\s"'#]+)\1[ \t]*(?:#.*)?$/m.exec(front)?.[2];
    return [file.path, id === undefined ? [] : [id]] as const;
  });
  return new Map(ids);
}
