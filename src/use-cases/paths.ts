import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import glob from 'fast-glob';
import { resolveLocal } from '../compile/paths.ts';
import { configurationName } from '../config/settings.ts';
import { ownFolderName } from '../disk/own-folder.ts';
import type { ContentPath } from '../model/article.ts';
import { localise } from '../model/localised-path.ts';
import { UsageError } from '../model/usage-error.ts';
import { meantPath } from '../text/meant.ts';
import { sandboxFolder } from './connect.ts';
import { type Context, shownPath } from './context.ts';
import { readKnown } from './lock.ts';
import type { Sources } from './sources.ts';

/** The files that a person named. */
export interface Named {
  /** Whether a file, or a collection by its folder, is among them. */
  has(path: ContentPath): boolean;
  /** The same by the name that problems give a file. */
  hasFile(file: string): boolean;
  /** Names of files that exist and are nothing that articles are made of, as they were given. */
  readonly others: readonly string[];
  /** The same of configurations, which have problems and no articles. */
  readonly configurations: readonly string[];
}

/** What a name may stand for besides what is in the content folder. */
interface Naming {
  /** Files that are gone and stand in the lockfile. */
  readonly gone?: boolean;
  /** Sources as a plan names them, from the content folder. */
  readonly keys?: boolean;
}

const everything: Named = { has: () => true, hasFile: () => true, others: [], configurations: [] };

/**
 * Finds what a person named: files, folders with all that is in them, or globs. An image or a snippet stands for the
 * articles that show it. No path means everything, and so does a folder that the content folder is in.
 *
 * @throws UsageError when there is nothing of a name
 * @throws ProblemsError when the lockfile has to be read and cannot be
 */
export async function namedPaths(
  paths: readonly string[],
  sources: Sources,
  context: Context,
  naming: Naming = {},
): Promise<Named> {
  if (paths.length === 0) return everything;
  const content = await contentOf(sources, context, naming);
  const found = await Promise.all(paths.map((one) => findOne(one, content)));
  if (found.some((one) => one.is === 'everything')) return everything;
  const files = new Set(found.flatMap((one) => (one.is === 'files' ? one.files : [])));
  return namedOf(files, content, {
    others: found.flatMap((one) => (one.is === 'other' ? [one.name] : [])),
    configurations: found.flatMap((one) => (one.is === 'configuration' ? [one] : [])),
  });
}

function namedOf(
  files: ReadonlySet<ContentPath>,
  { cwd, folder }: Content,
  besides: {
    readonly others: Named['others'];
    readonly configurations: readonly { readonly name: string; readonly file: string }[];
  } = { others: [], configurations: [] },
): Named {
  const configurations = besides.configurations.map(({ file }) => file);
  const absolute = new Set([...[...files].map((file) => path.join(folder, file)), ...configurations]);
  return {
    has: (file) => files.has(file),
    // One file has many names: with `../content/` in front for who stands in that folder, or with `./`.
    hasFile: (file) => absolute.has(path.resolve(cwd, file)),
    others: besides.others,
    configurations: besides.configurations.map(({ name }) => name),
  };
}

/**
 * The same for files by their paths in the content folder. Of one that is gone the article is meant that it was a text
 * of; one that nothing is made of stands for nothing.
 *
 * @throws ProblemsError when the lockfile cannot be read
 */
export async function namedFiles(paths: readonly ContentPath[], sources: Sources, context: Context): Promise<Named> {
  const content = await contentOf(sources, context, { gone: true });
  const { locales, locale } = sources.settings;
  const found = paths.flatMap((file) => {
    const article = `${localise(file, locales, locale).stem}.md`;
    const known = [file, article].filter((one) => content.paths.has(one));
    const isDescription = path.posix.basename(file) === '_collection.yml';
    return [...known, ...(isDescription ? [path.posix.dirname(file)] : [])].flatMap((one) => {
      const stands = isDescription ? null : standsFor(one, one, content);
      return stands?.is === 'files' ? stands.files : [one];
    });
  });
  return namedOf(new Set([...paths, ...found]), content);
}

/** @throws UsageError for a file that no article is made of */
export function demandSources(named: Named): Named {
  const [other] = [...named.others, ...named.configurations];
  if (other === undefined) return named;
  throw new UsageError('no-source', `${other} is no source`, 'Name sources, or what they show.', 64);
}

type Found =
  | { readonly is: 'everything' }
  | { readonly is: 'files'; readonly files: readonly ContentPath[] }
  | { readonly is: 'configuration'; readonly name: string; readonly file: string }
  | { readonly is: 'other'; readonly name: string };

/** All that names can stand for. */
interface Content extends Naming {
  /** Absolute folder that names count from: where the person stands, wherever the help centre is. */
  readonly cwd: string;
  /** Absolute content folder. */
  readonly folder: string;
  /** The same without links. */
  readonly real: string;
  /** The same as problems name it. */
  readonly root: string;
  readonly sources: ReadonlySet<ContentPath>;
  /** All files and folders. */
  readonly paths: ReadonlySet<ContentPath>;
  /** The articles that show a file. */
  readonly users: ReadonlyMap<ContentPath, readonly ContentPath[]>;
}

async function contentOf(sources: Sources, context: Context, naming: Naming): Promise<Content> {
  const { repository, desired, unread, misplaced } = sources;
  const { root } = repository;
  const folder = path.join(sources.folder, sources.settings.content);
  const gone = naming.gone === true ? await recordedKeys(sources, context) : [];
  const known = [
    ...repository.sources.map((one) => one.path),
    ...unread.map((one) => one.path),
    ...misplaced,
    ...desired.failed,
  ];
  const all = new Set([...known, ...gone]);
  const paths = new Set([...all, ...repository.files.keys()]);
  for (const file of [...paths]) {
    const parts = file.split('/');
    for (let length = 1; length < parts.length; length += 1) paths.add(parts.slice(0, length).join('/'));
  }
  return {
    ...naming,
    cwd: context.host.cwd,
    ...{ folder, real: await realOf(folder), root, sources: all, paths },
    users: usersIn(sources),
  };
}

async function recordedKeys({ folder }: Sources, context: Context): Promise<readonly ContentPath[]> {
  const sandbox = sandboxFolder(context, folder);
  const { read } = await readKnown(context, sandbox ?? folder, sandbox ?? path.join(folder, ownFolderName));
  return Object.values(read.lockfile.workspaces).flatMap(({ articles }) => Object.keys(articles));
}

function usersIn({ units }: Sources): Content['users'] {
  const users = new Map<ContentPath, ContentPath[]>();
  for (const [user, { body }] of units) {
    const images = body.targets.flatMap(({ kind, from, target }) =>
      kind === 'image' ? (resolveLocal(from, target).path ?? []) : [],
    );
    for (const used of [...images, ...body.uses]) users.set(used, [...(users.get(used) ?? []), user]);
  }
  return users;
}

async function findOne(name: string, content: Content): Promise<Found> {
  const found = await findLiteral(name, content);
  if (found !== null) return found;
  const { cwd, folder, root } = content;
  const matched = glob.isDynamicPattern(name) ? await glob(name, { cwd, dot: true, followSymbolicLinks: false }) : [];
  const each = await Promise.all(matched.map((one) => findLiteral(one, content)));
  const files = each.flatMap((one) => (one?.is === 'files' ? one.files : []));
  if (files.length > 0) return { is: 'files', files };
  const absolute = path.resolve(cwd, name);
  if (await isThere(absolute)) {
    return path.basename(absolute) === configurationName
      ? { is: 'configuration', name, file: absolute }
      : { is: 'other', name };
  }
  const candidates = [...content.paths].map((file) => shownPath(cwd, path.join(folder, file)));
  const near = meantPath(shownPath(cwd, absolute), candidates);
  const help = near === null ? `Name files or folders in "${root}".` : `Did you mean "${near.name}"?`;
  const where = content.gone === true ? 'here or in the lockfile' : 'here';
  throw new UsageError('no-such-path', `there is no "${name}" ${where}`, help, 64);
}

/** What a name stands for that is no glob; null for what is not in the content folder. */
async function findLiteral(name: string, content: Content): Promise<Found | null> {
  const { cwd, folder, real, paths, sources } = content;
  const absolute = path.resolve(cwd, name);
  // As it is written first: a link in the content folder is a file of its own there. What a link leads to comes last.
  const ways = [
    () => pathFrom(folder, absolute),
    async () => pathFrom(real, path.join(await realOf(path.dirname(absolute)), path.basename(absolute))),
    async () => pathFrom(real, await realOf(absolute)),
  ];
  for (const way of ways) {
    const inside = await way();
    if (inside === 'above') return { is: 'everything' };
    if (inside !== null && paths.has(inside.path)) return standsFor(name, inside.path, content);
  }
  return content.keys === true && sources.has(name) ? { is: 'files', files: [name] } : null;
}

/** A path from the content folder on; `above` for that folder and what holds it, null for what is on another drive. */
function pathFrom(folder: string, absolute: string): { readonly path: ContentPath } | 'above' | null {
  const up = shownPath(absolute, folder);
  if (up === '' || !(isOutside(up) || path.isAbsolute(up))) return 'above';
  const inside = shownPath(folder, absolute).normalize('NFC');
  return path.isAbsolute(inside) ? null : { path: inside };
}

const isOutside = (relative: string): boolean => relative === '..' || relative.startsWith('../');

/** A path without links, as far as it exists: sources that are gone have a name as well. */
async function realOf(absolute: string): Promise<string> {
  try {
    return await realpath(absolute);
  } catch {
    const parent = path.dirname(absolute);
    return parent === absolute ? absolute : path.join(await realOf(parent), path.basename(absolute));
  }
}

/** What a path in the content folder stands for. */
function standsFor(name: string, inside: ContentPath, { paths, sources, users }: Content): Found {
  const within = [...paths].filter((one) => one === inside || one.startsWith(`${inside}/`));
  const isFolder = within.length > 1;
  const own = within.filter((one) => sources.has(one));
  const described = path.posix.basename(inside) === '_collection.yml' ? [path.posix.dirname(inside)] : [];
  // What is in a folder of sources belongs to them; a folder of images or snippets is asked for because of others.
  const shownBy = isFolder && own.length > 0 ? [] : within.flatMap((one) => users.get(one) ?? []);
  if (own.length + described.length + shownBy.length === 0) return { is: 'other', name };
  return { is: 'files', files: [...within, ...described, ...shownBy] };
}

async function isThere(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  );
}
