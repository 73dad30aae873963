import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Navigation, Redirect } from '../flavour/navigation/navigation.ts';
import { codeOf } from '../model/code-of.ts';
import { type CollectionTrail, maxLevels } from '../model/collection.ts';
import type { Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { withoutSourceEnding } from '../model/source-path.ts';
import type { ReadMemory } from './memory.ts';

/** Bytes of a navigation; none that was seen has a tenth of that. */
const largest = 5_000_000;

/** Where another tool's navigation has the pages, by path without its ending. */
export type Trails = ReadonlyMap<string, CollectionTrail>;

/** What a tool's navigation says of pages, by path without their ending. */
export interface Navigated {
  readonly trails: Trails;
  /** Addresses that lead to a page. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

const nothing: Navigated = { trails: new Map(), aliases: new Map() };

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
): Promise<Navigated> {
  if (navigation === undefined) return nothing;
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
    const aliases = aliasesIn(navigation.redirects?.(text) ?? []);
    if (trails.size > 0) return { trails, aliases };
  }
  return nothing;
}

/** Most redirects that lead to one another. */
const mostSteps = 5;

function aliasesIn(redirects: readonly Redirect[]): Navigated['aliases'] {
  const next = new Map(redirects.map(({ from, to }) => [from.replace(/\/+$/, ''), to] as const));
  const aliases = new Map<string, string[]>();
  for (const { from } of redirects) {
    let to = from;
    for (let step = 0; step < mostSteps && next.has(to.replace(/\/+$/, '')); step += 1)
      to = next.get(to.replace(/\/+$/, '')) ?? to;
    const page = to.replace(/[?#].*$/, '').replace(/^\/+|\/+$/g, '');
    aliases.set(page, [...(aliases.get(page) ?? []), from]);
  }
  return aliases;
}

/** An article whose front matter names no collection is where the tool's navigation has it, and at its old addresses. */
export function placedBy(given: Source, { trails, aliases }: Navigated): Source {
  const old = aliases.get(keyOf(given.path)) ?? [];
  const source = old.length === 0 ? given : { ...given, addresses: [...(given.addresses ?? []), ...old] };
  if (source.fields.collection !== undefined || source.path !== source.article) return source;
  const collection = trails.get(keyOf(source.path)) ?? [];
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
