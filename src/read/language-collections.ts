import type { ContentPath, Locale } from '../model/article.ts';
import { byCodeUnit } from '../model/by-code-unit.ts';
import type { CollectionPlaces, FolderCollection } from '../model/collection.ts';
import { languageFolder } from '../model/language-folder.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import { shownFile } from '../model/shown-file.ts';
import { checkYaml } from '../yaml/check-yaml.ts';
import { readYaml } from '../yaml/located-yaml.ts';
import { withoutDepth } from './depth.ts';
import { unreadProblem } from './file-bytes.ts';
import { type Description, type FolderCollections, folderCollections, isWithin } from './folder-collections.ts';
import type { FolderName } from './folder-name.ts';
import { collectionSchema } from './front-matter-schema.ts';
import { withoutLeafBundles } from './leaf-bundles.ts';

/** A `_collection.yml` in the folder of a language. */
interface LanguageDescription extends Description {
  readonly locale: Locale;
  /** The folder that it speaks of, without that of the language; empty for the language's own. */
  readonly folder: ContentPath;
}

/** A path without the folder of its language. */
function withoutLanguage(path: ContentPath, layout: Settings['locales']): ContentPath {
  return languageFolder(path, layout)?.rest ?? path;
}

/** The folders that are collections: those of languages are none, and say what collections are called in them. */
export function collectionsIn(
  articles: readonly ContentPath[],
  descriptions: readonly Description[],
  settings: Pick<Settings, 'locale' | 'locales' | 'flavour'>,
  root: string,
  names: ReadonlyMap<ContentPath, FolderName> = new Map(),
): FolderCollections & { readonly languages: readonly string[] } {
  const { own, languages, problems } = splitDescriptions(descriptions, settings, root);
  const paths = articles.map((article) => withoutLanguage(article, settings.locales));
  const told = folderCollections(paths, own, root, names);
  const described =
    settings.flavour === 'hugo'
      ? { ...told, collections: withoutLeafBundles(told.collections, paths, new Set(own.keys())) }
      : told;
  const folders = settings.flavour === 'github' ? described : withoutDepth(described, paths, root);
  const whole = withLanguages(folders.collections, languages, root);
  const tops = articles.flatMap((article) => languageFolder(article, settings.locales)?.folder ?? []);
  const broken = [...folders.broken, ...whole.broken];
  return {
    collections: whole.collections.filter(({ folder }) => !isWithin(`${folder}/`, broken)),
    broken: broken.flatMap((folder) => [folder, ...[...new Set(tops)].map((top) => `${top}/${folder}`)]),
    problems: [...problems, ...folders.problems, ...whole.problems],
    languages: [...new Set(tops)].sort(byCodeUnit),
  };
}

/** Descriptions of folders, and what the folders of other languages say of them. */
function splitDescriptions(
  described: readonly Description[],
  { locale, locales }: Pick<Settings, 'locale' | 'locales'>,
  root: string,
): {
  readonly own: ReadonlyMap<ContentPath, Description>;
  readonly languages: readonly LanguageDescription[];
  readonly problems: readonly Problem[];
} {
  const own = new Map<ContentPath, Description>();
  const languages: LanguageDescription[] = [];
  const problems: Problem[] = [];
  for (const one of described) {
    const language = languageFolder(one.file, locales)?.locale ?? null;
    const folder = withoutLanguage(one.file, locales).split('/').slice(0, -1).join('/');
    const other = own.get(folder);
    if (language !== null && (language !== locale || folder === ''))
      languages.push({ ...one, locale: language, folder });
    else if (other === undefined) own.set(folder, one);
    else problems.push(mistake(one.file, root, `${other.file} describes the same collection`));
  }
  return { own, languages, problems };
}

function mistake(file: ContentPath, root: string, reason: string): Problem {
  return problem('language-collection', { reason }, { file: shownFile(root, file), line: 1, column: 1 });
}

/**
 * Collections with the names and descriptions that the folders of other languages give them: `fr/billing/_collection.yml`
 * is the French name of `billing`.
 *
 * @returns `broken`: folders of which a translation has a mistake
 */
function withLanguages(
  collections: readonly FolderCollection[],
  languages: readonly LanguageDescription[],
  root: string,
): {
  readonly collections: readonly FolderCollection[];
  readonly broken: readonly ContentPath[];
  readonly problems: readonly Problem[];
} {
  const found = new Map(collections.map((collection) => [collection.folder, collection]));
  const broken: ContentPath[] = [];
  const problems: Problem[] = [];
  for (const one of languages) {
    const collection = found.get(one.folder);
    const read = translationOf(one, collection, root);
    if ('problems' in read) {
      problems.push(...read.problems);
      if (collection !== undefined) broken.push(one.folder);
    } else if (collection !== undefined) {
      found.set(one.folder, {
        ...collection,
        translations: { ...collection.translations, [one.locale]: read },
        localeFiles: { ...collection.localeFiles, [one.locale]: one.file },
        places: withPlace(collection, one, root),
      });
    }
  }
  return { collections: [...found.values()], broken, problems };
}

function withPlace(
  { places }: FolderCollection,
  { locale, file }: LanguageDescription,
  root: string,
): CollectionPlaces {
  const place = { file: shownFile(root, file), line: 1, column: 1 };
  return { ...places, translations: { ...places?.translations, [locale]: place } };
}

type Translation = FolderCollection['translations'][string];

function translationOf(
  { file, decoded, locale, folder }: LanguageDescription,
  collection: FolderCollection | undefined,
  root: string,
): Translation | { readonly problems: readonly Problem[] } {
  const said = (reason: string) => ({ problems: [mistake(file, root, reason)] });
  if (folder === '') return said(`"${file.split('/')[0]}" is the folder of a language, which is no collection`);
  if (collection === undefined) return said(`there is no collection "${folder}" that it could translate`);
  const shown = shownFile(root, file);
  if (!decoded.ok) return { problems: [unreadProblem(decoded, shown)] };
  const yaml = readYaml(decoded.text, shown);
  if (!yaml.ok) return { problems: yaml.problems };
  const checked = checkYaml({ ...yaml.yaml, value: yaml.yaml.value ?? {} }, collectionSchema, '_collection.yml');
  if (!checked.ok) return { problems: checked.problems };
  const { name, description, ...others } = checked.value;
  const [other] = Object.entries(others).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  const main = collection.file ?? `${folder}/_collection.yml`;
  if (other !== undefined) {
    const reason = `"${other}" is the same in all languages`;
    const help = { reason: `${reason}, so it belongs in ${main}` };
    return { problems: [problem('language-collection', help, yaml.yaml.placeOfKey([other]))] };
  }
  if (name === undefined) return said('it has no "name"');
  if (collection.translations[locale] !== undefined)
    return said(`${main} translates the collection into "${locale}" too`);
  return description === undefined ? { name } : { name, description };
}
