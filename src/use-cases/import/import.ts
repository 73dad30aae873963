import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { configurationName } from '../../config/settings.ts';
import { makeOwnFolder } from '../../disk/own-folder.ts';
import type { Selection } from '../../import/choose.ts';
import { importJournalName, openJournal } from '../../import/journal.ts';
import { type NewFiles, newFilesAround, newFilesIn } from '../../import/new-files.ts';
import { namedIn } from '../../model/first-language.ts';
import type { FlavourName } from '../../model/flavour-name.ts';
import type { Remote } from '../../model/remote.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { WorkspaceReader } from '../../model/workspace.ts';
import { recordedOf } from '../../record/lockfile.ts';
import { type Connection, connectReader } from '../connect.ts';
import type { Context } from '../context.ts';
import { holdRunLock } from '../hold-run-lock.ts';
import { readKnown, recordedFor, settleRecovery } from '../lock.ts';
import { refuseCommitted } from '../refuse-committed.ts';
import { snapshotOf } from '../wrong-region.ts';
import { type Chosen, chooseAll } from './choice.ts';
import { imagePlaceOf } from './flavour.ts';
import { type ImportedImages, importImages } from './images.ts';
import { positionsOf } from './positions.ts';
import { type Finished, finish } from './record.ts';
import { type Checked, checkRoundTrip } from './round-trip.ts';
import { type ImportRun, stopIfAsked } from './run.ts';
import { spacingsOf } from './spacings.ts';
import { centresOf, type ImportTarget, readPresent, readTarget, settled } from './target.ts';
import { type WrittenToolFiles, writeToolFiles } from './tool-files.ts';
import { unlistedIn, withOldAddresses } from './unasked.ts';
import { makeTexts, writeCollections, writeRedirects, writeTexts } from './write.ts';

/** What a person asks of an import. */
export interface ImportOptions extends Selection {
  readonly helpCentre?: string;
  /** The tool whose Markdown is written. */
  readonly flavour?: FlavourName;
}

/** What tests put in between. */
export interface ImportParts {
  /** Called before each file is written; what it throws ends the run there. */
  readonly beforeWrite?: (file: string) => void;
}

/** What an import came to. */
export interface Imported extends Checked, Finished {
  readonly run: ImportRun;
  readonly images: ImportedImages;
  readonly wroteConfiguration: boolean;
  /** `left`: some lead to collections, and `redirects.yml` is there already. */
  readonly wroteRedirects: 'written' | 'left' | 'none';
  readonly toolFiles: WrittenToolFiles;
}

/**
 * Imports collections and articles: images, `_collection.yml` files and sources are written, none of them over a file
 * that is there; then every source is compiled and compared with what it was made from, and the lockfile is written.
 * Cut off at any point and run again it goes on.
 *
 * @param agree told what would be imported; false imports nothing
 * @returns null when nobody agreed
 * @throws ProblemsError, UsageError, IntercomError, LockfileError
 */
export async function importAll(
  context: Context,
  options: ImportOptions,
  agree: (chosen: Chosen, target: ImportTarget) => Promise<boolean>,
  parts: ImportParts = {},
): Promise<Imported | null> {
  const target = await readTarget(context, options.flavour);
  const connection = await connectReader(context, target.settings, target.folder);
  const release = await holdRunLock(connection, context);
  try {
    const run = await prepare(context, target, connection, options, parts);
    if (!(await agree(run.chosen, run.target))) return null;
    return await carryOut(run, connection, parts);
  } finally {
    await release();
    await connection.close();
  }
}

async function prepare(
  context: Context,
  found: ImportTarget,
  connection: Connection<WorkspaceReader>,
  options: ImportOptions,
  parts: ImportParts,
): Promise<ImportRun> {
  const { lockFolder, ownFolder } = connection;
  const known = await settleRecovery(await readKnown(context, lockFolder, ownFolder), ownFolder);
  const seen = await snapshotOf(context, connection, found.settings);
  recordedFor(known, seen, found.settings);
  const recorded = recordedOf(known.read.lockfile, seen.workspace.id);
  const unlisted = await unlistedIn(context, connection.client, found.settings, options, recorded);
  const listed = { ...seen, ...unlisted, articles: [...seen.articles, ...unlisted.articles] };
  const centres = centresOf(found, listed, options.helpCentre);
  const target = settled(found, listed, centres);
  const { settings, folder } = target;
  const named = await labelled(namedIn(listed, settings.locale), connection.client);
  const remote = await withOldAddresses(context, named, connection.client, settings);
  if (recorded.content !== undefined && recorded.content !== settings.content) {
    throw new UsageError(
      'other-content',
      `the lockfile was written for the content folder "${recorded.content}", and helpcentre.yml says "${settings.content}"`,
      'Set "content" back, or publish once with the new folder.',
    );
  }
  const present = await readPresent(context, target);
  await makeOwnFolder(ownFolder);
  await refuseCommitted(context, ownFolder, importJournalName);
  const journal = await openJournal(ownFolder, remote.workspace.id, path.join(folder, settings.content));
  const files = watched(newFilesAround(path.join(folder, settings.content), ownFolder), parts);
  const { repository } = present;
  const selection = { collections: options.collections, ids: options.ids, state: options.state };
  const chosen = chooseAll({ remote, centres, settings, recorded, repository, soFar: journal.soFar, selection });
  return { context, target, remote, centres, known, recorded, present, chosen, journal, files };
}

/** Intercom with the audiences and tags that its articles have. */
async function labelled(remote: Remote, client: Pick<WorkspaceReader, 'audiences'>): Promise<Remote> {
  const tags = new Map(remote.articles.flatMap((article) => article.tags ?? []).map((tag) => [tag.id, tag]));
  const isTargeted = remote.articles.some(({ locales }) =>
    Object.values(locales).some(({ audiences = [] }) => audiences.length > 0),
  );
  return { ...remote, tags: [...tags.values()], ...(isTargeted ? { audiences: await client.audiences() } : {}) };
}

function watched(files: NewFiles, { beforeWrite }: ImportParts): NewFiles {
  if (beforeWrite === undefined) return files;
  return {
    ...files,
    write: async (file, bytes, blob) => {
      beforeWrite(file);
      return files.write(file, bytes, blob);
    },
  };
}

async function carryOut(
  run: ImportRun,
  connection: Connection<WorkspaceReader>,
  parts: ImportParts,
): Promise<Imported> {
  const { context, chosen } = run;
  const wroteConfiguration = await writeConfiguration(run, connection.ownFolder, parts);
  await mkdir(path.join(run.target.folder, run.target.settings.content), { recursive: true });
  const place = imagePlaceOf(run.target.settings, run.target.folder);
  const images = await importImages(context, {
    texts: chosen.articles.flatMap(({ remote, paths }) =>
      [...paths].map(([locale, file]) => ({ path: file, body: remote.locales[locale]?.body ?? '' })),
    ),
    settings: run.target.settings,
    repository: run.present.repository,
    recorded: run.recorded,
    journal: run.journal,
    files: watched(newFilesIn(place.root, connection.ownFolder), parts),
    place,
    loopback: connection.loopback,
  });
  stopIfAsked(context);
  const spacings = spacingsOf(run);
  await writeCollections(run, spacings);
  const wroteRedirects = await writeRedirects(run, watched(newFilesIn(run.target.folder, connection.ownFolder), parts));
  const positions = positionsOf(run);
  const made = await makeTexts(run, images, spacings, positions);
  await writeTexts(run, made.texts);
  const toolFiles = await writeToolFiles(run, made.texts, positions, connection.ownFolder);
  stopIfAsked(context);
  const checked = await checkRoundTrip(run, made);
  const finished = await finish(run, checked, images);
  return { ...checked, ...finished, run, images, wroteConfiguration, wroteRedirects, toolFiles };
}

async function writeConfiguration(run: ImportRun, ownFolder: string, parts: ImportParts): Promise<boolean> {
  const { newConfiguration, folder } = run.target;
  if (newConfiguration === null) return false;
  const files = watched(newFilesIn(folder, ownFolder), parts);
  const written = await files.write(configurationName, new TextEncoder().encode(newConfiguration));
  if (written.is === 'left') {
    const help = written.reason === 'already exists' ? 'Run again.' : 'Move it elsewhere, then run again.';
    throw new UsageError('configuration-appeared', `${configurationName} ${written.reason}`, help);
  }
  return true;
}
