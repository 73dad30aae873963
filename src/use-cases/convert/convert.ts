import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { configurationName } from '../../config/settings.ts';
import { makeOwnFolder, ownFolderName } from '../../disk/own-folder.ts';
import { isIn } from '../../git/repository.ts';
import { formatCollection } from '../../import/format-collection.ts';
import { formatSource } from '../../import/format-source.ts';
import { type NewFiles, newFilesIn } from '../../import/new-files.ts';
import type { ContentPath } from '../../model/article.ts';
import type { Problem } from '../../model/problem.ts';
import type { Source } from '../../model/repository.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Entity, readEntities } from '../../read/intercom-sync/entities.ts';
import { entityFolders } from '../../read/intercom-sync/layout.ts';
import { listing } from '../../read/listing.ts';
import { createMemory } from '../../read/memory.ts';
import { ProblemsError } from '../connect.ts';
import { type Context, shownPath } from '../context.ts';
import { gatherSources, type Sources } from '../sources.ts';
import { convertedBody, type Leads } from './body.ts';
import { newConfiguration } from './configuration.ts';
import { type KeptFile, keptFiles, keptFolder, keptSettings } from './kept.ts';
import { type NewPaths, newPaths, safeName } from './paths.ts';
import { type Different, differences } from './same.ts';

/** What a conversion came to. */
export interface Converted {
  /** Absolute folder that was written. */
  readonly folder: string;
  readonly articles: number;
  readonly texts: number;
  readonly images: number;
  readonly collections: readonly string[];
  /** Articles whose number is in their front matter, and those that have none yet. */
  readonly withId: number;
  readonly withoutId: number;
  /** Files that are kept as they are, below `keptFolder`. */
  readonly kept: readonly KeptFile[];
  /** Whether fields that front matter cannot say are kept there too. */
  readonly keptSettings: boolean;
  /** Texts that do not say the same in both layouts: none, unless something is wrong here. */
  readonly different: readonly Different[];
  /** Settings of the old configuration that the new one does not have. */
  readonly settings: readonly string[];
  /** Of the managed folder, and of what was written. */
  readonly problems: readonly Problem[];
  readonly errorsAfter: readonly Problem[];
}

/** A file to write, from the folder that is written. */
type Files = ReadonlyMap<ContentPath, Uint8Array>;

/**
 * Writes a repository of Intercom's own connector in our layout, into another folder. Nothing is written over, and
 * nothing is left behind: what our layout cannot say is kept beside it. What was written is compiled and compared.
 *
 * @param folder absolute folder to write
 * @throws ProblemsError, UsageError
 */
export async function convertRepository(context: Context, folder: string): Promise<Converted> {
  const found = await gatherSources(context);
  if (!found.ok) throw new ProblemsError(found.problems);
  const { sources } = found;
  const managed = path.join(sources.folder, sources.settings.content);
  demandPlace(context, sources, folder, managed);
  const entities = await entitiesOf(sources);
  const whole = new Set(sources.desired.articles.map(({ key }) => key));
  const written = sources.repository.sources.filter(({ article }) => whole.has(article));
  const paths = newPaths(written, sources.repository.files, sources.settings.locale);
  const kept = keptFiles(entities, sources, paths);
  const settings = keptSettings(entities, paths, sources.settings.locale);
  const { text: configuration, left } = await newConfiguration(context, sources.settings);
  const files = await filesOf(written, { paths, kept, settings, managed, configuration });
  await writeAll(context, folder, files);
  const { config: _, target: __, ...options } = context.options;
  const after = await gatherSources({ ...context, cwd: folder, options });
  const desired = after.ok ? after.sources.desired : { ...sources.desired, articles: [] };
  const problems = after.ok ? after.sources.problems : after.problems;
  const main = written.filter(({ path: own, article }) => own === article);
  return {
    folder,
    articles: main.length,
    texts: written.length,
    images: paths.files.size,
    collections: [...paths.collections.keys()],
    withId: main.filter(({ fields }) => fields.id !== undefined).length,
    withoutId: main.filter(({ fields }) => fields.id === undefined).length,
    kept,
    keptSettings: settings !== null,
    different: differences(sources.desired, desired, paths),
    settings: left,
    problems: sources.problems,
    errorsAfter: problems.filter(({ severity }) => severity === 'error'),
  };
}

/** Whether something of the repository is in none of the files that were written. */
export function hasLost({ kept, different, errorsAfter }: Converted): boolean {
  return (
    different.length > 0 ||
    errorsAfter.length > 0 ||
    kept.some(({ why }) => why === 'not-compiled' || why === 'unreadable')
  );
}

function demandPlace(context: Context, { settings }: Sources, folder: string, managed: string): void {
  if (settings.layout !== 'intercom-sync')
    throw new UsageError(
      'not-connector-layout',
      "this is no repository in the layout of Intercom's own connector",
      'Run the command where its intercom-sync.yaml is, or set "layout: intercom-sync" in helpcentre.yml.',
      64,
    );
  if (!isIn(folder, managed) && !isIn(managed, folder)) return;
  const shown = shownPath(context.host.cwd, folder) || '.';
  throw new UsageError(
    'same-folder',
    `"${shown}" is the repository that is converted, or lies in what the connector manages`,
    'Name another folder, such as ../help-centre.',
    64,
  );
}

async function entitiesOf({ folder, settings, repository }: Sources): Promise<readonly Entity[]> {
  const { files, ignored } = await listing(folder, settings);
  const own = files.filter((file) => !ignored.has(file.path));
  return readEntities(entityFolders(own), repository.root, createMemory());
}

interface Parts {
  readonly paths: NewPaths;
  readonly kept: readonly KeptFile[];
  readonly settings: string | null;
  readonly configuration: string;
  /** Absolute folder that the connector manages. */
  readonly managed: string;
}

const content = 'content';

async function filesOf(written: readonly Source[], parts: Parts): Promise<Files> {
  const { paths, kept, settings, managed, configuration } = parts;
  const files = new Map<ContentPath, Uint8Array>();
  const put = (file: ContentPath, text: string): unknown => files.set(file, new TextEncoder().encode(text));
  const byReference = new Map(
    written.flatMap(({ reference, path: own, article }) =>
      reference === undefined || own !== article ? [] : [[reference, article] as const],
    ),
  );
  const leads: Leads = { paths, byReference };
  put(configurationName, configuration);
  for (const [folder, name] of paths.collections)
    put(`${content}/${folder}/_collection.yml`, formatCollection({ name, translations: {} }));
  for (const source of written) {
    const { collection: _, ...fields } = source.fields;
    put(`${content}/${paths.sources.get(source.path)}`, formatSource(fields, convertedBody(source, leads)));
  }
  for (const [from, to] of paths.files) files.set(`${content}/${to}`, await readFile(path.join(managed, from)));
  for (const { path: from, why } of kept) {
    if (why === 'unreadable') continue;
    const name = from.split('/').map(safeName).join('/');
    files.set(`${keptFolder}/files/${name}`, await readFile(path.join(managed, from)));
  }
  if (settings !== null) put(`${keptFolder}/settings.json`, settings);
  return files;
}

/** Writes all, or nothing where anything is in the way. */
async function writeAll(context: Context, folder: string, files: Files): Promise<void> {
  const own = path.join(folder, ownFolderName);
  const into: NewFiles = newFilesIn(folder, own);
  for (const [file, bytes] of files) {
    const reason = await into.inTheWay(file, bytes);
    if (reason !== null) throw inTheWay(context, path.join(folder, file), reason);
  }
  await makeOwnFolder(own);
  for (const [file, bytes] of files) {
    const result = await into.write(file, bytes);
    if (result.is === 'left') throw inTheWay(context, path.join(folder, file), result.reason);
  }
}

function inTheWay({ host }: Context, file: string, reason: string): UsageError {
  return new UsageError(
    'file-in-the-way',
    `${shownPath(host.cwd, file)} ${reason}, and nothing is written over`,
    'Name a folder that is empty, or new.',
  );
}
