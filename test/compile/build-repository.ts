import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { parseConfiguration } from '../../src/config/settings.ts';
import type { ContentPath, Locale } from '../../src/model/article.ts';
import type { FolderCollection } from '../../src/model/collection.ts';
import type { Place } from '../../src/model/place.ts';
import type { FileFacts, ImageType, Repository, Source, SourceFields } from '../../src/model/repository.ts';
import type { Settings } from '../../src/model/settings.ts';

/** Settings as an empty configuration gives them, with changes. */
export function settingsOf(changes: Partial<Settings> = {}): Settings {
  const empty = parseConfiguration('', 'helpcentre.yml', '/');
  if (!empty.ok) throw new Error('an empty configuration is one of defaults');
  return { ...empty.settings, ...changes };
}

const imageTypes: Readonly<Record<string, ImageType>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

/**
 * A small repository, described in place: paths and texts. Images are told by name; folders are collections
 * named after themselves unless `collections` says more.
 */
export function repositoryOf(
  files: Readonly<Record<ContentPath, string>>,
  collections: readonly Partial<FolderCollection>[] = [],
): Repository {
  const sources: Source[] = [];
  const facts = new Map<ContentPath, FileFacts>();
  const paths = Object.keys(files);
  for (const [file, text] of Object.entries(files)) {
    if (isSource(file)) sources.push(sourceOf(file, text, paths));
    else facts.set(file, factsOf(file, text));
  }
  const folders = new Set(
    sources.flatMap(({ article }) =>
      article
        .split('/')
        .slice(0, -1)
        .map((_, index, parts) => parts.slice(0, index + 1).join('/')),
    ),
  );
  for (const { folder } of collections) if (folder !== undefined) folders.add(folder);
  return {
    root: 'content',
    sources,
    collections: [...folders].map((folder) => ({
      folder,
      name: folder.split('/').at(-1) ?? folder,
      translations: {},
      ...collections.find((one) => one.folder === folder),
    })),
    files: facts,
  };
}

/** The repository in a folder on disk. */
export function repositoryIn(folder: string): Repository {
  const files: Record<ContentPath, string> = {};
  for (const entry of readdirSync(folder, { recursive: true }) as string[]) {
    const whole = path.join(folder, entry);
    if (!statSync(whole).isFile()) continue;
    const isText = /\.(md|yml)$/.test(entry);
    files[entry.split(path.sep).join('/')] = readFileSync(whole, isText ? 'utf8' : 'latin1');
  }
  return repositoryOf(files);
}

function isSource(file: ContentPath): boolean {
  return file.endsWith('.md') && !/(^|\/)(_|README\.md$)/i.test(file);
}

function sourceOf(file: ContentPath, text: string, paths: readonly ContentPath[]): Source {
  const suffixed = /^(.+)\.([a-z]{2}(?:-[A-Z]{2})?)\.md$/.exec(file);
  const article = suffixed && paths.includes(`${suffixed[1]}.md`) ? `${suffixed[1]}.md` : file;
  const locale: Locale = suffixed && article !== file ? (suffixed[2] ?? 'en') : 'en';
  const matter = /^---\n([\s\S]*?)\n---(?=\n|$)/.exec(text);
  const written = matter ? (parseDocument(matter[1] ?? '').toJS() as Record<string, unknown>) : {};
  const places: Record<string, Place> = {};
  for (const [index, line] of (matter?.[1] ?? '').split('\n').entries()) {
    const key = /^(\w+):/.exec(line)?.[1];
    if (key !== undefined) places[key] = { file: `content/${file}`, line: index + 2, column: 1 };
  }
  return {
    path: file,
    article,
    locale,
    blob: createHash('sha1').update(text).digest('hex'),
    body: matter ? matter[0].replace(/[^\n]+/g, '') + text.slice(matter[0].length) : text,
    bodyLine: matter ? matter[0].split('\n').length + 1 : 1,
    fields: fieldsOf(written),
    places,
  };
}

/** The fields a test may use; anything else in the front matter is another product's. */
function fieldsOf(written: Record<string, unknown>): SourceFields {
  const collection = typeof written.collection === 'string' ? written.collection.split(' > ') : written.collection;
  const fields = { ...written, ...(collection === undefined ? {} : { collection }) };
  const known = ['title', 'description', 'collection', 'section', 'state', 'author', 'type', 'sync'];
  return Object.fromEntries(Object.entries(fields).filter(([key]) => known.includes(key))) as SourceFields;
}

function factsOf(file: ContentPath, text: string): FileFacts {
  const mediaType = imageTypes[file.split('.').at(-1)?.toLowerCase() ?? ''];
  if (text.startsWith('refused:')) return { kind: 'refused', path: file, reason: text.slice(8).trim() };
  if (mediaType !== undefined) {
    const sha256 = `sha256-${createHash('sha256').update(text, 'latin1').digest('hex')}`;
    return { kind: 'image', path: file, sha256, bytes: text.length, mediaType };
  }
  return file.endsWith('.md') ? { kind: 'text', path: file, text } : { kind: 'other', path: file, bytes: text.length };
}
