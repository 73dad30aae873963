import path from 'node:path';
import { limitOf } from '../../git/repository.ts';
import type { Locale } from '../../model/article.ts';
import type { Place } from '../../model/place.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { Settings } from '../../model/settings.ts';
import { type LocaleTexts, localePlaceholder, type VariableFile, type VariableTexts } from '../../model/variables.ts';
import type { ReadMemory } from '../memory.ts';
import { filesOfLanguages, localeNamed } from './find-files.ts';
import { type ProductFile, readProductFile } from './product-file.ts';
import type { Texts } from './product-texts.ts';

/** What `variablesFrom` comes to. */
export interface ReadVariables {
  readonly texts: readonly VariableTexts[];
  /** Absolute paths of all files that it came from, and of those that would have more. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** Where and for what the product's files are read. */
export interface ReadingVariables {
  /** Absolute folder of the configuration. */
  readonly folder: string;
  readonly settings: Pick<Settings, 'locale' | 'variablesFrom'>;
  /** Languages of the sources. */
  readonly locales: ReadonlySet<Locale>;
  /** The folder as problems name it. */
  readonly shown: string;
  readonly memory: ReadMemory;
  /** Where the configuration names each entry. */
  readonly places: readonly Place[];
}

/** Reads the files of the product that the configuration names, in the languages that there are sources in. */
export async function readVariables(reading: ReadingVariables): Promise<ReadVariables> {
  const { folder, settings } = reading;
  const found = { texts: [] as VariableTexts[], files: new Set<string>(), problems: new Map<string, Problem>() };
  if (settings.variablesFrom.length === 0) return { texts: [], files: [], problems: [] };
  const limit = await limitOf(folder, folder);
  const locales = [settings.locale, ...[...reading.locales].filter((locale) => locale !== settings.locale).sort()];
  for (const [index, entry] of settings.variablesFrom.entries()) {
    const files = await filesOf(entry, locales, reading);
    const read = new Map<Locale, OneFile>();
    for (const [locale, file] of files) read.set(locale, await oneFile(file, limit, reading));
    for (const { absolute } of read.values()) found.files.add(absolute);
    for (const broken of brokenIn(read, entry, reading, reading.places[index])) {
      // A file may be in several entries, and one entry may be wrong for every language.
      const slot = JSON.stringify(broken.place ?? broken.message);
      if (!found.problems.has(slot)) found.problems.set(slot, broken);
    }
    const { at, as, names, everyLocale } = entry;
    const texts = locales.map((locale) => [locale, textsFor(locale, entry, read, reading)] as const);
    found.texts.push({ at, as, names, everyLocale, locales: new Map(texts) });
  }
  return { texts: found.texts, files: [...found.files], problems: [...found.problems.values()] };
}

/** Which file, from the folder of the configuration on, has each language. */
async function filesOf(
  { file }: VariableFile,
  locales: readonly Locale[],
  { folder, settings }: ReadingVariables,
): Promise<ReadonlyMap<Locale, string>> {
  if (typeof file !== 'string') {
    return new Map(locales.flatMap((locale) => (Object.hasOwn(file, locale) ? [[locale, file[locale] ?? '']] : [])));
  }
  if (!file.includes(localePlaceholder)) return new Map([[settings.locale, file]]);
  const there = await filesOfLanguages(file, folder);
  const found = locales.map((locale) => [locale, there.get(locale) ?? file.replaceAll(localePlaceholder, locale)]);
  // Where the default locale has none, the others say what they were translated from.
  const others = there.has(settings.locale)
    ? []
    : [...there].filter(([locale]) => !locales.includes(locale)).slice(0, 1);
  return new Map([...found, ...others] as [Locale, string][]);
}

/** A file of a language. */
interface OneFile {
  /** As problems name it. */
  readonly file: string;
  readonly absolute: string;
  readonly read: ProductFile;
}

async function oneFile(file: string, limit: string, { folder, shown, memory }: ReadingVariables): Promise<OneFile> {
  const absolute = path.resolve(folder, file);
  const read = await memory.recall(absolute, 'product texts', () => readProductFile(absolute, limit));
  return { file: path.posix.join(shown, file), absolute, read };
}

/** Files that cannot be read, each once; and an entry that has nothing in the default locale. */
function* brokenIn(
  read: ReadonlyMap<Locale, OneFile>,
  entry: VariableFile,
  { settings }: ReadingVariables,
  place: Place | undefined,
): Iterable<Problem> {
  for (const { file, read: one } of read.values()) {
    if (one.is !== 'unreadable') continue;
    const { reason, line, column = 1 } = one;
    yield problem('variable-file', { file, reason }, line === undefined ? place : { file, line, column });
  }
  const main = read.get(settings.locale);
  if (main !== undefined && main.read.is !== 'absent') return;
  if (originalsIn(read) !== null) return;
  const file = main?.file ?? 'variablesFrom';
  const reason = main === undefined ? `it names no file for ${settings.locale}` : 'there is no such file';
  if (typeof entry.file === 'string' || main !== undefined || read.size === 0)
    yield problem('variable-file', { file, reason }, place);
}

/** What translations are of, as the first file says that has that too. */
function originalsIn(read: ReadonlyMap<Locale, OneFile>): { readonly file: string; readonly texts: Texts } | null {
  for (const { file, read: one } of read.values())
    if (one.is === 'read' && one.texts.originals !== null) return { file, texts: one.texts.originals };
  return null;
}

function textsFor(
  locale: Locale,
  entry: VariableFile,
  read: ReadonlyMap<Locale, OneFile>,
  { settings }: ReadingVariables,
): LocaleTexts {
  const isMain = locale === settings.locale;
  const main = read.get(settings.locale);
  const hasSeveral = main?.read.is === 'read' && main.read.texts.hasSeveral;
  const ofAll = hasSeveral || entry.everyLocale || entry.at.includes(localePlaceholder);
  const own = read.get(locale) ?? (ofAll ? main : undefined);
  const originals = isMain ? originalsIn(read) : null;
  const nothing = { texts: new Map(), isUnreadable: false };
  if (own === undefined || (own.read.is === 'absent' && originals !== null)) {
    if (originals !== null)
      return { file: originals.file, lack: null, isUnreadable: false, texts: below(entry.at, locale, originals.texts) };
    const lack = main === undefined ? `no file is named for ${locale}` : `${main.file} is for ${settings.locale} alone`;
    return { ...nothing, file: main?.file ?? '', lack };
  }
  const { file } = own;
  if (own.read.is === 'absent') return { ...nothing, file, lack: `${file} does not exist` };
  if (own.read.is === 'unreadable') return { ...nothing, file, lack: `${file} cannot be read`, isUnreadable: true };
  const translated = own.read.texts.textsIn(locale);
  // The default locale says what was translated, where it is not translated itself.
  const texts = isMain ? new Map([...(own.read.texts.originals ?? []), ...translated]) : translated;
  return { file, lack: null, isUnreadable: false, texts: below(entry.at, locale, texts) };
}

/** Keys below one, by the rest of them; `{locale}` in that is the language. */
function below(at: string, locale: Locale, texts: Texts): Texts {
  if (at === '') return texts;
  if (!at.includes(localePlaceholder)) return under(`${at}.`, texts);
  const language = new RegExp(
    `^${at
      .split(localePlaceholder)
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('([A-Za-z]{2,3}(?:[-_]\\w+)*)')}\\.`,
  );
  const starts = new Map<string, Locale | null>();
  for (const key of texts.keys()) {
    const [start, name = ''] = language.exec(key) ?? [];
    if (start !== undefined && !starts.has(start)) starts.set(start, localeNamed(name));
  }
  const own = [...starts]
    .filter(([, found]) => found === locale)
    .map(([start]) => start)
    .sort();
  const exact = own.find((start) => start === `${at.replaceAll(localePlaceholder, locale)}.`) ?? own[0];
  return exact === undefined ? new Map() : under(exact, texts);
}

function under(start: string, texts: Texts): Texts {
  return new Map([...texts].flatMap(([key, text]) => (key.startsWith(start) ? [[key.slice(start.length), text]] : [])));
}
