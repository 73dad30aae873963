import * as posix from 'node:path/posix';
import type * as z from 'zod';
import { blobId } from '../../git/blob-id.ts';
import type { Locale } from '../../model/article.ts';
import { localeOf } from '../../model/help-centre-locales.ts';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem.ts';
import { shownFile } from '../../model/shown-file.ts';
import { fileBytes, unreadProblem } from '../file-bytes.ts';
import type { FoundFile } from '../files.ts';
import { inBatches } from '../in-batches.ts';
import type { ReadMemory } from '../memory.ts';
import { type Fenced, readFenced } from './fields.ts';
import { type EntityFolder, metaName } from './layout.ts';
import { articleMeta, internalMeta, snippetMeta, type TextFields, textFields } from './schemas.ts';

/** The text of one language as it was read. */
export interface EntityText {
  readonly file: FoundFile;
  /** As problems name it. */
  readonly shown: string;
  /** null for a name that is no language of help centres. */
  readonly locale: Locale | null;
  readonly blob: string;
  readonly read: Fenced<TextFields>;
}

/** One entity as its files say it. */
export interface Entity<M = Meta> {
  readonly folder: EntityFolder;
  /** null where there is none. */
  readonly meta: Fenced<M> | null;
  /** Where its `meta.yaml` begins, or would. */
  readonly start: Place;
  /** In the order of their names; several may be of one language. */
  readonly texts: readonly EntityText[];
  /** Of all its files, and of those that are missing. */
  readonly problems: readonly Problem[];
}

type Meta = z.output<typeof articleMeta> | z.output<typeof internalMeta> | z.output<typeof snippetMeta>;

const schemas = { article: articleMeta, internal: internalMeta, snippet: snippetMeta } as const;

/** Reads the files of every entity. */
export async function readEntities(
  folders: readonly EntityFolder[],
  root: string,
  memory: ReadMemory,
): Promise<readonly Entity[]> {
  return inBatches(folders, (folder) => readEntity(folder, root, memory));
}

async function readEntity(folder: EntityFolder, root: string, memory: ReadMemory): Promise<Entity> {
  const read = async <S extends z.ZodObject>(file: FoundFile, schema: S, what: string) => {
    const shown = shownFile(root, file.path);
    return memory.recall(file.absolute, `intercom-sync ${what} ${shown}`, async () => {
      const found = await fileBytes(file);
      const blob = found.ok ? blobId(found.bytes) : '';
      const fields: Fenced<z.output<S>> = found.ok
        ? readFenced(found.bytes, shown, schema)
        : { ok: false, problems: [unreadProblem(found, shown)], untidy: [] };
      return { fields, blob, shown };
    });
  };
  const meta =
    folder.meta === undefined ? null : (await read<z.ZodObject>(folder.meta, schemas[folder.kind], folder.kind)).fields;
  const texts: EntityText[] = [];
  for (const file of folder.texts) {
    const { fields, blob, shown } = await read(file, textFields, 'text');
    texts.push({
      file,
      shown,
      blob,
      locale: localeOf(posix.basename(file.path, posix.extname(file.path))),
      read: fields,
    });
  }
  const start = { file: shownFile(root, `${folder.folder}/${metaName}`), line: 1, column: 1 };
  const entity = { folder, meta: meta as Entity['meta'], start, texts };
  return {
    ...entity,
    problems: [
      ...(meta?.problems ?? []),
      ...texts.flatMap((text) => [...text.read.problems, ...misnamed(text)]),
      ...missing(entity, root),
    ],
  };
}

/** A text whose name is no language, or another one than it says itself. */
function misnamed({ file, shown, locale, read }: EntityText): readonly Problem[] {
  const name = posix.basename(file.path);
  if (locale === null)
    return [problem('sync-language', { file: name, reason: 'unknown' }, { file: shown, line: 1, column: 1 })];
  const said = read.ok ? read.value.locale : null;
  if (!read.ok || !said || localeOf(said.trim()) === locale) return [];
  return [problem('sync-language', { file: name, reason: 'other', said }, read.yaml.placeOf(['locale']))];
}

/** Files that an entity needs. */
function missing({ folder, meta, start, texts }: Omit<Entity, 'problems'>, root: string): readonly Problem[] {
  if (folder.almost !== undefined) {
    const place = { file: shownFile(root, folder.almost.path), line: 1, column: 1 };
    const found = posix.basename(folder.almost.path);
    return [problem('sync-missing', { file: metaName, reason: 'name', found }, place)];
  }
  if (meta === null) {
    const at = { file: texts[0]?.shown ?? start.file, line: 1, column: 1 };
    return [problem('sync-missing', { file: metaName, reason: 'meta' }, at)];
  }
  const [key, language] = meta.ok ? languageOf(meta.value) : ['', null];
  const name = `${language?.trim() ?? 'en'}.md`;
  if (texts.length === 0) return [problem('sync-missing', { file: name, reason: 'text' }, start)];
  if (!meta.ok || language === null || texts.some(({ locale }) => locale === localeOf(language.trim()))) return [];
  return [problem('sync-missing', { file: name, reason: 'language' }, meta.yaml.placeOf([key]))];
}

/** The key that names the language that an entity needs a text in, and the language. */
function languageOf(meta: Meta): readonly [string, string | null] {
  if ('locale' in meta) return ['locale', meta.locale];
  return ['default_locale', ('default_locale' in meta ? meta.default_locale : null) ?? null];
}
