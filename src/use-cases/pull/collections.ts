import path from 'node:path';
import { partsOf, remoteText, textPrint, wantedTexts } from '../../body/collection-fields.ts';
import { makeFolders, ownFolderName } from '../../disk/own-folder.ts';
import { addFile } from '../../disk/replace-file.ts';
import { type CollectionEdit, editCollectionFile } from '../../import/pull/collection-file.ts';
import { singleLine, yamlText } from '../../import/yaml-text.ts';
import type { CollectionField, FolderCollection } from '../../model/collection.ts';
import type { DesiredCollection } from '../../model/desired.ts';
import type { Held } from '../../model/plan.ts';
import type { PulledPart, PulledSource, PullLeft } from '../../model/pulled.ts';
import type { RemoteCollection } from '../../model/remote.ts';
import type { Planned } from '../plan-of.ts';
import { describedFile, type SourceFile, writeSourceFile } from './files.ts';
import { placeCommand, renameCommand } from './folder-moves.ts';

/** A collection whose edits are in its file now. */
export interface TakenCollection {
  readonly id: string;
  readonly fields: readonly CollectionField[];
}

/** What became of the collections that were edited in Intercom. */
export interface PulledCollections {
  readonly pulled: readonly PulledSource[];
  readonly left: readonly PullLeft[];
  readonly taken: readonly TakenCollection[];
}

/**
 * Takes names and descriptions of collections into their `_collection.yml`, which is written where a folder has none, so
 * that the folder keeps its path.
 *
 * @param held what the plan holds of collections
 * @param isCheck nothing is written
 */
export async function pullCollections(
  held: readonly Held[],
  planned: Planned,
  isCheck: boolean,
): Promise<PulledCollections> {
  const pulled: PulledSource[] = [];
  const left: PullLeft[] = [];
  const taken: TakenCollection[] = [];
  for (const one of held) {
    const wanted = planned.sources.desired.collections.find(({ key }) => key === one.key);
    const remote = planned.remote.collections.find(({ id }) => id === one.id);
    if (wanted === undefined || remote === undefined || one.fields === undefined) continue;
    const fields = one.fields.filter((field) => field !== 'place');
    if (fields.length < one.fields.length)
      left.push({ ...leftOf(one, wanted, 'place'), ...placeHelp(wanted, remote, planned) });
    if (fields.length === 0) continue;
    if (wanted.folder === undefined) {
      left.push({ ...leftOf(one, wanted, 'front-matter'), help: frontMatterHelp(wanted, remote, planned) });
      continue;
    }
    const edited: Edited = { wanted, remote, folder: wanted.folder, fields, held: one };
    const outcome = await takeInto(edited, planned, isCheck);
    if ('why' in outcome) left.push(outcome);
    else {
      pulled.push(...outcome.pulled);
      taken.push({ id: remote.id, fields });
    }
  }
  return { pulled, left, taken };
}

/** What of a collection goes into its files. */
export interface Edited {
  readonly wanted: DesiredCollection;
  readonly remote: RemoteCollection;
  readonly folder: string;
  readonly fields: readonly CollectionField[];
  readonly held: Pick<Held, 'id' | 'at'>;
}

/** Edits by the file that says it: a language may have one of its own. */
export async function takeInto(
  edited: Edited,
  planned: Planned,
  isCheck: boolean,
): Promise<{ readonly pulled: readonly PulledSource[] } | PullLeft> {
  const own = planned.sources.repository.collections.find(({ folder }) => folder === edited.folder);
  const files = new Set(edited.fields.map((field) => fileOf(field, edited.folder, own)));
  const pulled: PulledSource[] = [];
  for (const file of files) {
    const fields = edited.fields.filter((field) => fileOf(field, edited.folder, own) === file);
    const content = path.join(planned.sources.folder, planned.sources.settings.content);
    const absolute = path.join(content, file);
    const present = await describedFile(absolute, planned.sources);
    const isLanguage = Object.values(own?.localeFiles ?? {}).includes(file);
    const edits = fields.flatMap((field) => editOf(field, edited, planned, isLanguage));
    const text = await textAfter(present, edits, edited);
    if (
      !isCheck &&
      !(await written(absolute, { content, own: path.join(planned.sources.folder, ownFolderName) }, present, text))
    )
      return leftOf(edited.held, edited.wanted, 'changed-on-disk');
    const conflicts = edits.filter(({ isConflict }) => isConflict).length;
    pulled.push({
      ...{ path: file, key: edited.wanted.key, locale: planned.sources.desired.locale, id: edited.remote.id },
      title: singleLine(edited.remote.name),
      result: conflicts > 0 ? 'conflict' : present === null ? 'created' : 'merged',
      changed: partsIn(fields),
      ...{ conflicts, by: null, at: edited.held.at },
      notes: fields.includes('name') ? [...alsoNamed(edited, planned), ...folderNote(edited, planned)] : [],
    });
  }
  return { pulled };
}

function fileOf(field: CollectionField, folder: string, own: FolderCollection | undefined): string {
  const main = own?.file ?? `${folder}/_collection.yml`;
  if (field === 'name' || field === 'description' || field === 'place') return main;
  return own?.localeFiles?.[partsOf(field).locale] ?? main;
}

/** A language that has no name any more goes as a whole. */
function editOf(
  field: CollectionField,
  { wanted, remote, fields }: Edited,
  planned: Planned,
  isLanguage: boolean,
): readonly CollectionEdit[] {
  const theirs = singleLine(remoteText(remote, field));
  const isConflict = isContested(field, wanted, remote, planned);
  const value = theirs === '' ? null : theirs;
  if (field === 'name' || field === 'description' || field === 'place') return [{ path: [field], value, isConflict }];
  const { locale, part } = partsOf(field);
  const isGone = value === null && part === 'name';
  if (part === 'description' && fields.includes(`${locale}.name`) && remoteText(remote, `${locale}.name`) === '')
    return [];
  if (isLanguage) return [{ path: [part], value, isConflict }];
  const spelt = planned.sources.repository.collections.find(({ folder }) => folder === wanted.folder)?.spelling?.[
    locale
  ];
  return [{ path: ['translations', spelt ?? locale, ...(isGone ? [] : [part])], value, isConflict }];
}

function isContested(
  field: CollectionField,
  wanted: DesiredCollection,
  remote: RemoteCollection,
  { recorded }: Planned,
): boolean {
  const ours = wantedTexts(wanted, null).get(field) ?? null;
  const entry = Object.values(recorded.collections).find(({ id }) => id === remote.id);
  return ours !== null && entry?.remote?.[field] !== textPrint(ours);
}

async function textAfter(
  present: SourceFile | null,
  edits: readonly CollectionEdit[],
  { wanted, held, folder }: Edited,
): Promise<string> {
  const on = held.at === null ? '' : ` (${new Date(held.at * 1000).toISOString().slice(0, 10)})`;
  const labels = { ours: `${folder}/_collection.yml (yours)`, theirs: `Intercom${on}` };
  // A new file says the name first, whatever else was edited.
  return editCollectionFile(present?.text ?? yamlText({ name: wanted.name }), edits, labels);
}

/** @param places absolute content folder, and that of a run's own files */
async function written(
  absolute: string,
  { content, own }: { readonly content: string; readonly own: string },
  present: SourceFile | null,
  text: string,
): Promise<boolean> {
  if (present !== null) return writeSourceFile(present, text);
  await makeFolders(path.dirname(absolute), content);
  return addFile(absolute, text, { root: content, own }).then(
    () => true,
    () => false,
  );
}

function partsIn(fields: readonly CollectionField[]): readonly PulledPart[] {
  const parts = fields.map(
    (field): PulledPart => (field === 'name' || field === 'description' ? field : 'translations'),
  );
  return [...new Set(parts)];
}

/** Sources that name a collection outside its folder, and do not follow its file. */
function alsoNamed({ wanted, remote }: Edited, planned: Planned): readonly string[] {
  const named = namingSources(wanted, planned);
  if (named.length === 0) return [];
  return [
    `${named.join(', ')} ${named.length === 1 ? 'names' : 'name'} it in the front matter: write "${remote.name}" there too`,
  ];
}

/** What a pull leaves to people: it writes files, and never moves any. */
function folderNote({ folder, remote }: Edited, planned: Planned): readonly string[] {
  const command = renameCommand(folder, remote.name, planned);
  return command === null ? [] : [`the folder keeps its name: to rename it too, run "${command}"`];
}

function placeHelp({ folder }: DesiredCollection, { parentId }: RemoteCollection, planned: Planned) {
  const entries = Object.entries(planned.recorded.collections);
  const key = entries.find(([, { id }]) => id === parentId)?.[0];
  const parent = planned.sources.desired.collections.find((one) => one.key === key)?.folder;
  const isSayable = folder !== undefined && (parentId === null || parent !== undefined);
  const command = isSayable ? placeCommand(folder, parent ?? null, planned) : null;
  if (command === null) return {};
  return { help: `Run "${command}" to move its folder there, or publish with --on-drift overwrite.` };
}

function namingSources({ key, name }: DesiredCollection, { sources }: Planned): readonly string[] {
  const parents = new Map(sources.desired.articles.map((article) => [article.key, article.parent]));
  return sources.repository.sources.flatMap(({ path: file, article, fields }) => {
    const parent = parents.get(article);
    const isIn = parent === key || parent?.startsWith(`${key} > `) === true;
    return isIn && (fields.collection?.includes(name) === true || fields.section === name) ? [file] : [];
  });
}

function frontMatterHelp(wanted: DesiredCollection, remote: RemoteCollection, planned: Planned): string {
  const named = namingSources(wanted, planned).join(', ');
  return `Only front matter names it: write "${remote.name}" instead of "${wanted.name}" into ${named}, or overwrite it with --on-drift overwrite.`;
}

const helps: Readonly<Record<'place' | 'changed-on-disk' | 'front-matter', string>> = {
  place: 'Move its folder to the place that it has there, or publish with --on-drift overwrite.',
  'changed-on-disk': 'It changed during this run and was left as it is. Pull again.',
  'front-matter': '',
};

function leftOf({ id, at }: Edited['held'], { key, folder }: DesiredCollection, why: keyof typeof helps): PullLeft {
  return { key: folder ?? key, id, why, by: null, at, help: helps[why] };
}
