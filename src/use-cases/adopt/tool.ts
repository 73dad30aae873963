import path from 'node:path';
import * as z from 'zod';
import type { FlavourName } from '../../model/flavour-name.ts';
import { plainYaml } from '../../yaml/plain-yaml.ts';
import { hasFolder, type Tree } from './tree.ts';

/** Where a tool has its texts, its pictures and its site. */
export interface Found {
  readonly content: string;
  readonly roots: readonly string[];
  readonly siteUrl: string | null;
  readonly base: string;
  /** Language of the texts whose names give none, where the tool says it; absent for English or none. */
  readonly language?: string;
  /** Paths in the content folder that the tool does not build. */
  readonly notBuilt?: readonly string[];
}

/** How a tool is told by a file of its own. */
export interface Tool {
  readonly flavour: FlavourName;
  readonly file: RegExp;
  /** null: the file is another one of that name. */
  readonly find: (tree: Tree, file: string, text: string) => Found | null;
}

/** A site's address, and the path at which it begins. */
export function siteOf(address: string | null): Pick<Found, 'siteUrl' | 'base'> {
  if (address === null || !URL.canParse(address)) return { siteUrl: null, base: '/' };
  const { origin, hostname, pathname } = new URL(address);
  // An address for trying out on one's own machine is nobody's site, nor is the one that templates come with.
  const isOwn = /^(?:localhost|127\.|\[::1\]|0\.0\.0\.0)|^(?:www\.)?example\.(?:com|org|net)$/.test(hostname);
  return { siteUrl: isOwn ? null : origin, base: pathname.endsWith('/') ? pathname : `${pathname}/` };
}

/** Those of some folders that have anything in them. */
export const existing = (tree: Tree, folders: readonly string[]): readonly string[] =>
  folders.filter((folder) => hasFolder(tree, folder));

/** A path in a folder. */
export const inside = (folder: string, name: string): string => path.posix.join(folder, name);

/** Keys with anything. */
export const record = z.record(z.string(), z.unknown());

/** A file of YAML as data; nothing for one that is none. */
export function yamlOf(text: string): Readonly<Record<string, unknown>> {
  return record.safeParse(plainYaml(text)).data ?? {};
}

/** A text that says something. */
export const wordOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
