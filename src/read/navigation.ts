import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Navigation } from '../flavour/navigation/navigation.ts';
import { codeOf } from '../model/code-of.ts';
import { type CollectionTrail, maxLevels } from '../model/collection.ts';
import { localise } from '../model/localised-path.ts';
import type { Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { withoutSourceEnding } from '../model/source-path.ts';
import type { ReadMemory } from './memory.ts';

/** Bytes of a navigation; none that was seen has a tenth of that. */
const largest = 5_000_000;

/** Where another tool's navigation has the pages, by path without its ending. */
export type Trails = ReadonlyMap<string, CollectionTrail>;

/**
 * Reads a tool's navigation, in the content folder or beside the configuration.
 *
 * @returns nothing where there is none that is data
 */
export async function trailsOf(
  navigation: Navigation | undefined,
  folder: string,
  settings: Pick<Settings, 'content' | 'locale'>,
  memory: ReadMemory,
): Promise<Trails> {
  if (navigation === undefined) return new Map();
  const content = path.join(folder, settings.content);
  const places = [...new Set([content, folder])].flatMap((at) => navigation.files.map((name) => path.join(at, name)));
  for (const file of places) {
    const text = await memory.recall(file, 'navigation', () => textOf(file));
    if (text === null) continue;
    const base = navigation.from === 'content' ? content : path.dirname(file);
    const inContent = path.relative(content, base).split(path.sep).join('/');
    const trails = new Map<string, CollectionTrail>();
    for (const { page, trail } of navigation.pages(text, settings.locale)) {
      const key = keyOf(path.posix.join(inContent, page.replace(/^\/+/, '')));
      const names = trail.map((name) => name.trim()).filter((name) => name !== '');
      if (!trails.has(key)) trails.set(key, names.slice(0, maxLevels));
    }
    if (trails.size > 0) return trails;
  }
  return new Map();
}

/** An article whose front matter names no collection is where the tool's navigation has it. */
export function placedBy(source: Source, trails: Trails, settings: Pick<Settings, 'locale' | 'locales'>): Source {
  if (source.fields.collection !== undefined || source.path !== source.article) return source;
  // A navigation that is for all languages names none.
  const { stem } = localise(source.path, settings.locales, settings.locale);
  const collection = trails.get(keyOf(source.path)) ?? trails.get(stem.normalize('NFC')) ?? [];
  return collection.length === 0 ? source : { ...source, fields: { ...source.fields, collection } };
}

const keyOf = (page: string): string => withoutSourceEnding(page).normalize('NFC');

async function textOf(file: string): Promise<string | null> {
  try {
    // A pipe is waited for without end.
    const facts = await stat(file);
    if (!facts.isFile() || facts.size > largest) return null;
    return await readFile(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw error;
  }
}
