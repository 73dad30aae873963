import * as posix from 'node:path/posix';
import type { ContentPath } from '../model/article.ts';
import { localise } from '../model/localised-path.ts';
import type { Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { withoutOrderNumbers, withoutSourceEnding } from '../model/source-path.ts';

/** A source, as far as addresses are concerned. */
export type Page = Pick<Source, 'path' | 'addresses'>;

/** What page addresses are looked up by. */
export interface Pages {
  readonly byPath: ReadonlySet<ContentPath>;
  /** By address: no ending, no `index`, small letters. */
  readonly byAddress: ReadonlyMap<string, ContentPath>;
  /** By name alone. */
  readonly byName: ReadonlyMap<string, readonly ContentPath[]>;
}

/** A path of the site, which begins with a slash, as one in the content folder. */
export function withoutBase(path: string, { base }: Pick<Settings, 'base'>): string {
  if (`${path}/` === base) return '';
  return path.startsWith(base) ? path.slice(base.length) : path.slice(1);
}

/** The source at a path, or at the address that it stands for; null for none. */
export function lookUp(path: string, { byPath, byAddress }: Pages): ContentPath | null {
  if (byPath.has(path)) return path;
  return byAddress.get(addressOf(path)) ?? null;
}

/** A path as an address: `Guide/Index.md`, `guide/`, `guide.html` and `guide` are one. */
export function addressOf(path: string): string {
  const bare = withoutSourceEnding(path.replace(/\/+$/, '')).replace(/\.html?$/i, '');
  return posix
    .join(bare.replace(/(?:^|\/)_?(?:index|readme)$/i, ''), '.')
    .replace(/^\.$/, '')
    .toLowerCase()
    .replaceAll(' ', '-');
}

/** The last part of an address. */
export const nameOf = (address: string): string => address.split('/').at(-1) ?? address;

/** Gathers the addresses of sources. */
export function pagesOf(sources: readonly Page[], settings: Pick<Settings, 'base' | 'locale' | 'locales'>): Pages {
  const byAddress = new Map<string, ContentPath>();
  const add = (address: string, path: ContentPath): void => {
    if (!byAddress.has(address)) byAddress.set(address, path);
  };
  for (const { path } of sources) add(addressOf(path), path);
  for (const source of sources) {
    // A link to a page leaves out the language: the tool has it in that of the page with the link.
    const { stem, locale } = localise(source.path, settings.locales, settings.locale);
    if (locale === settings.locale) add(addressOf(stem), source.path);
    const plain = withoutOrderNumbers(source.path);
    for (const given of source.addresses ?? [])
      for (const at of [source.path, plain]) add(addressOf(givenAddress(at, given, settings)), source.path);
    add(addressOf(plain), source.path);
  }
  return {
    byPath: new Set(sources.map(({ path }) => path)),
    byAddress,
    byName: namesOf(
      sources.map(({ path }) => path),
      true,
    ),
  };
}

/** An address of front matter as a path: with a slash from the base on, without one beside the file. */
function givenAddress(path: ContentPath, given: string, settings: Pick<Settings, 'base'>): string {
  return given.startsWith('/') ? withoutBase(given, settings) : posix.join(posix.dirname(path), given);
}

/** Paths by their last part alone. */
export function namesOf(paths: readonly ContentPath[], asAddress = false): ReadonlyMap<string, readonly ContentPath[]> {
  const names = new Map<string, ContentPath[]>();
  for (const path of paths) {
    const name = asAddress ? nameOf(addressOf(path)) : posix.basename(path).toLowerCase();
    const known = names.get(name);
    if (known === undefined) names.set(name, [path]);
    else known.push(path);
  }
  return names;
}
