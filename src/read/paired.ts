import * as posix from 'node:path/posix';
import type { ContentPath } from '../model/article.ts';
import { localise } from '../model/localised-path.ts';
import type { Settings } from '../model/settings.ts';
import { withoutSourceEnding } from '../model/source-path.ts';
import { type ArticlePaths, articlePaths } from './article-paths.ts';
import { fileText } from './file-bytes.ts';
import type { FoundFile } from './files.ts';
import { inBatches } from './in-batches.ts';
import type { ReadMemory } from './memory.ts';

/** What front matter says of the article that a text is a language of. */
interface Pairing {
  /** Path of its source in the first language. */
  readonly of: string | null;
  /** The same in all languages. */
  readonly id: string | null;
}

/** Lines of a file in which its front matter is looked for. */
const mostLines = 100;

/** Which article each file is of: by its path, and where that is translated, by what its front matter says. */
export async function placedPaths(
  files: readonly FoundFile[],
  settings: Settings,
  root: string,
  memory: ReadMemory,
): Promise<ArticlePaths> {
  const paths = files.map((file) => file.path);
  const placed = articlePaths(paths, settings, root);
  if (settings.flavour === 'github' || placed.problems.length === 0) return placed;
  const lonely = new Set(paths.filter((path) => !placed.addresses.has(path)));
  const paired = await pairedPaths(files, lonely, settings, memory);
  return paired.size === 0 ? placed : articlePaths(paths, settings, root, paired);
}

/**
 * Finds the articles of translations whose paths are translated too: by `translationOf`, a path, or by the
 * `translationKey` that both have.
 *
 * @param lonely paths of translations that no path in the first language fits
 * @returns the path of the article, by that of the translation
 */
async function pairedPaths(
  files: readonly FoundFile[],
  lonely: ReadonlySet<ContentPath>,
  settings: Pick<Settings, 'locale' | 'locales'>,
  memory: ReadMemory,
): Promise<ReadonlyMap<ContentPath, ContentPath>> {
  const look = (file: FoundFile) => memory.recall(file.absolute, 'pairing', () => pairingOf(file));
  const read = async (some: readonly FoundFile[]) => (await inBatches(some, look)).map((said, at) => [some[at], said]);
  const translations = (await read(files.filter(({ path }) => lonely.has(path)))) as [FoundFile, Pairing][];
  if (translations.every(([, said]) => said.of === null && said.id === null)) return new Map();
  const main = files.filter(({ path }) => localise(path, settings.locales, settings.locale).locale === settings.locale);
  const byPath = new Map(main.map(({ path }) => [withoutSourceEnding(path), path]));
  const byId = new Map<string, ContentPath>();
  if (translations.some(([, said]) => said.id !== null))
    for (const [file, said] of (await read(main)) as [FoundFile, Pairing][])
      if (said.id !== null && !byId.has(said.id)) byId.set(said.id, file.path);
  const paired = new Map<ContentPath, ContentPath>();
  for (const [{ path }, { of, id }] of translations) {
    const named = of === null ? [] : [posix.join(posix.dirname(path), of), of.replace(/^\/+/, '')];
    const found = named.map((one) => byPath.get(withoutSourceEnding(one))).find((one) => one !== undefined);
    const article = found ?? (id === null ? undefined : byId.get(id));
    if (article !== undefined) paired.set(path, article);
  }
  return paired;
}

/** Reads the two keys alone, in YAML or TOML: all else is for when the path is known. */
async function pairingOf(file: FoundFile): Promise<Pairing> {
  const decoded = await fileText(file);
  const lines = decoded.ok ? decoded.text.split(/\r?\n/, mostLines) : [];
  const fence = lines[0]?.trim() ?? '';
  const end = fence === '---' || fence === '+++' ? lines.findIndex((line, at) => at > 0 && line.trim() === fence) : -1;
  const front = lines.slice(1, Math.max(1, end));
  const wordAt = (key: string): string | null => {
    const pattern = new RegExp(`^${key}\\s*[:=]\\s*["']?([^"'#]+?)["']?\\s*$`);
    return front.map((line) => pattern.exec(line)?.[1]).find((value) => value !== undefined) ?? null;
  };
  return { of: wordAt('translationOf'), id: wordAt('translationKey') };
}
