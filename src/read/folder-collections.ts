import type { ContentPath, Locale } from '../model/article.ts';
import { byCodeUnit } from '../model/by-code-unit.ts';
import type { CollectionPlaces, FolderCollection } from '../model/collection.ts';
import { localeOf } from '../model/help-centre-locales.ts';
import { nameOfFolder, numberInFront } from '../model/name-of-folder.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { shownFile } from '../model/shown-file.ts';
import { checkYaml } from '../yaml/check-yaml.ts';
import { type LocatedYaml, readYaml } from '../yaml/located-yaml.ts';
import { takeGlobs } from './code-globs.ts';
import { type FileText, unreadProblem } from './file-bytes.ts';
import type { FolderName } from './folder-name.ts';
import { collectionSchema } from './front-matter-schema.ts';

/** Name of the file that describes a collection. */
export const collectionFile = '_collection.yml';

/** A `_collection.yml`, and where it is. */
export interface Description {
  /** In the content folder. */
  readonly file: ContentPath;
  readonly decoded: FileText;
}

/** The folders that are collections, and those that cannot be told. */
export interface FolderCollections {
  readonly collections: readonly FolderCollection[];
  /** Folders whose `_collection.yml` has a mistake. */
  readonly broken: readonly ContentPath[];
  readonly problems: readonly Problem[];
}

/**
 * The folders that are collections: every folder that holds a source, directly or deeper, and every one
 * with a `_collection.yml`.
 *
 * @param sources paths that place articles in folders
 * @param described each `_collection.yml`, decoded, by its folder
 * @param root content folder as named in problems
 * @param names what another tool calls folders, where no `_collection.yml` says it
 * @returns the collections, without the folders whose `_collection.yml` has a mistake and all below them:
 *   under a name made up from the folder they would be renamed in Intercom. They are in `broken`.
 */
export function folderCollections(
  sources: readonly ContentPath[],
  described: ReadonlyMap<ContentPath, Description>,
  root: string,
  names: ReadonlyMap<ContentPath, FolderName> = new Map(),
): FolderCollections {
  const folders = new Set<ContentPath>();
  for (const path of [...sources, ...[...described.keys()].map((folder) => `${folder}/x`)]) {
    const parts = path.split('/').slice(0, -1);
    for (let length = 1; length <= parts.length; length += 1) folders.add(parts.slice(0, length).join('/'));
  }
  const problems: Problem[] = [];
  const broken: ContentPath[] = [];
  const collections = [...folders].sort(byCodeUnit).map((folder) => {
    const read = describe(folder, described.get(folder), root, names.get(folder));
    problems.push(...read.problems, ...(read.warnings ?? []));
    if (read.problems.length > 0) broken.push(folder);
    return read.collection;
  });
  const whole = collections.filter(({ folder }) => !isWithin(`${folder}/`, broken));
  return { collections: whole, broken, problems };
}

/** Whether a path is in one of the folders, or deeper. */
export function isWithin(path: ContentPath, folders: readonly ContentPath[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}

/** A folder as its description has it. */
interface Described {
  readonly collection: FolderCollection;
  /** Each keeps it from being a collection. */
  readonly problems: readonly Problem[];
  readonly warnings?: readonly Problem[];
}

function describe(
  folder: ContentPath,
  description: Description | undefined,
  root: string,
  theirs: FolderName = {},
): Described {
  const order = orderOfFolder(folder);
  const plain = {
    folder,
    name: nameOfFolder(folder),
    translations: {},
    ...(order === null ? {} : { order }),
    ...theirs,
  };
  if (description === undefined) return { collection: plain, problems: [] };
  const { decoded } = description;
  const file = shownFile(root, description.file);
  if (!decoded.ok) return { collection: plain, problems: [unreadProblem(decoded, file)] };
  const read = readYaml(decoded.text, file);
  if (!read.ok) return { collection: plain, problems: read.problems };
  const { value, warnings } = withFittingGlobs(read.yaml);
  const yaml = { ...read.yaml, value };
  const checked = checkYaml(yaml, collectionSchema, collectionFile);
  if (!checked.ok) return { collection: plain, problems: checked.problems };
  const { translations = {}, ...fields } = checked.value;
  const {
    known,
    spelling,
    places,
    problems: mistakes,
  } = byLocale(translations, (locale) => yaml.placeOfKey(['translations', locale]));
  const isBelow = fields.helpCentre !== undefined && folder.includes('/');
  const problems = [
    ...mistakes,
    ...(isBelow
      ? [problem('help-centre-below', { top: folder.split('/')[0] ?? '' }, yaml.placeOfKey(['helpCentre']))]
      : []),
  ];
  const given = Object.fromEntries(
    Object.entries({
      ...fields,
      translations: known,
      file: elsewhere(description, folder),
      spelling,
      places: placesOf(fields, places, yaml),
    }).filter(([, value]) => value !== undefined),
  );
  return { collection: { ...plain, ...given }, problems, warnings };
}

function withFittingGlobs(yaml: LocatedYaml): { readonly value: unknown; readonly warnings: readonly Problem[] } {
  const { value = {} } = yaml;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value: value ?? {}, warnings: [] };
  const fields: Record<string, unknown> = { ...value };
  return { value: fields, warnings: takeGlobs(fields, yaml) };
}

function placesOf(
  fields: Readonly<Record<string, unknown>>,
  translations: Readonly<Record<Locale, Place>>,
  yaml: LocatedYaml,
): CollectionPlaces | undefined {
  const said = (['order', 'icon', 'name', 'description', 'audiences', 'tags', 'sources'] as const).filter(
    (key) => fields[key] !== undefined,
  );
  const isTranslated = Object.keys(translations).length > 0;
  if (said.length === 0 && !isTranslated) return undefined;
  const own = Object.fromEntries(said.map((key) => [key, yaml.placeOfKey([key])]));
  return isTranslated ? { ...own, translations } : own;
}

/** The path of a description that is not in its folder: that of the first language may be in the folder of it. */
function elsewhere({ file }: Description, folder: ContentPath): ContentPath | undefined {
  return file === `${folder}/${collectionFile}` ? undefined : file;
}

/** Translations under Intercom's spelling of their locales. */
function byLocale(
  translations: FolderCollection['translations'],
  placeOf: (written: string) => Place,
): {
  readonly known: FolderCollection['translations'];
  /** Only where it is not Intercom's. */
  readonly spelling: Readonly<Record<Locale, string>> | undefined;
  readonly places: Readonly<Record<Locale, Place>>;
  readonly problems: readonly Problem[];
} {
  const known = new Map<Locale, FolderCollection['translations'][string]>();
  const spelling = new Map<Locale, string>();
  const problems: Problem[] = [];
  for (const [written, translation] of Object.entries(translations)) {
    const locale = localeOf(written);
    const other = locale === null ? undefined : spelling.get(locale);
    if (locale === null) problems.push(problem('unknown-locale', { locale: written }, placeOf(written)));
    else if (other !== undefined) problems.push(problem('locale-twice', { locale: written, other }, placeOf(written)));
    else {
      spelling.set(locale, written);
      known.set(locale, translation);
    }
  }
  const others = [...spelling].filter(([locale, written]) => locale !== written);
  return {
    known: Object.fromEntries(known),
    spelling: others.length === 0 ? undefined : Object.fromEntries(others),
    places: Object.fromEntries([...spelling].map(([locale, written]) => [locale, placeOf(written)])),
    problems,
  };
}

/**
 * The number in front of a folder's name, which says where its collection stands: 4 for `04-troubleshooting`.
 *
 * @param folder path; its last part counts
 * @returns null where the name has none
 */
function orderOfFolder(folder: ContentPath): number | null {
  const digits = numberInFront.exec(folder.split('/').at(-1) ?? folder)?.[1];
  return digits === undefined ? null : Number(digits);
}
