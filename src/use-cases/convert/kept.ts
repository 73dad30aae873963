import * as posix from 'node:path/posix';
import { type DirectiveFinding, directivesIn } from '../../intercom-markdown/directives.ts';
import type { ContentPath, Locale } from '../../model/article.ts';
import { byCodeUnit } from '../../model/by-code-unit.ts';
import type { Entity } from '../../read/intercom-sync/entities.ts';
import { finKeys } from '../../read/intercom-sync/schemas.ts';
import type { Sources } from '../sources.ts';
import type { NewPaths } from './paths.ts';

/** Folder, beside the content, of what our layout cannot say. */
export const keptFolder = 'intercom-sync-kept';

/** A file of the managed folder that is kept as it is, and why. */
export interface KeptFile {
  readonly path: ContentPath;
  readonly why: 'other-kind' | 'not-compiled' | 'partly' | 'left-out' | 'of-repository' | 'unreadable';
}

/** What of a text is not in what it becomes. */
const partly: readonly DirectiveFinding['is'][] = ['opaque', 'attachment', 'attribute-unsaid', 'attribute-unknown'];

function isPartly({ read }: Entity['texts'][number]): boolean {
  return read.ok && directivesIn(read.body.split('\n')).findings.some(({ finding }) => partly.includes(finding.is));
}

/**
 * What is kept beside the new content: entities that are no articles, articles with errors, texts of which something is
 * lost, and whatever else lies in the managed folder.
 */
export function keptFiles(entities: readonly Entity[], sources: Sources, paths: NewPaths): readonly KeptFile[] {
  const kept = new Map<ContentPath, KeptFile['why']>();
  for (const { folder, texts } of entities) {
    const meta = [folder.meta, folder.almost].flatMap((file) => file?.path ?? []);
    const own = texts.map(({ file }) => file.path);
    const isWritten = own.some((path) => paths.sources.has(path));
    if (!isWritten) for (const path of meta) kept.set(path, folder.kind === 'article' ? 'not-compiled' : 'other-kind');
    for (const text of texts) {
      const { path } = text.file;
      if (!paths.sources.has(path))
        kept.set(path, folder.kind !== 'article' ? 'other-kind' : isWritten ? 'left-out' : 'not-compiled');
      else if (isPartly(text)) kept.set(path, 'partly');
    }
  }
  for (const { path, kind } of sources.repository.files.values()) {
    if (paths.files.has(path) || kept.has(path)) continue;
    // Where the connector has all of the repository, what lies at the top is not its own.
    if (kind === 'refused') kept.set(path, 'unreadable');
    else if (sources.settings.content !== '.' || isOfConnector(path)) kept.set(path, 'of-repository');
  }
  return [...kept].map(([path, why]) => ({ path, why })).sort((a, b) => byCodeUnit(a.path, b.path));
}

const isOfConnector = (path: ContentPath): boolean => /^(?:articles|internal-articles|snippets|images)\//.test(path);

/** What Fin may answer with, which front matter says of the article as a whole. */
const finNames: readonly string[] = Object.values(finKeys);

/** Fields that front matter says too. */
const said = [
  ...['title', 'summary', 'published', 'author_id', 'locale', 'id', 'default_locale', 'collection'],
  ...['owner_id', 'audience'],
];

/**
 * What the files of articles say that no front matter can, by the path of the article in the new content.
 *
 * @returns the text of a file; null for nothing
 */
export function keptSettings(entities: readonly Entity[], paths: NewPaths, locale: Locale): string | null {
  const all = entities.flatMap(({ meta, texts }) => {
    const first = texts.map(({ file }) => paths.sources.get(file.path)).find((path) => path !== undefined);
    if (first === undefined) return [];
    const main = texts.find((text) => text.locale === locale)?.read;
    const fin: Readonly<Record<string, unknown>> = main?.ok ? main.value : {};
    const isSaid = (key: string, value: unknown): boolean =>
      said.includes(key) || (finNames.includes(key) && fin[key] === value);
    const reads = [
      ...(meta?.ok ? [['meta.yaml', meta.given] as const] : []),
      ...texts.flatMap(({ file, read }) => (read.ok ? [[posix.basename(file.path), read.given] as const] : [])),
    ];
    const own = reads.flatMap(([name, value]) => {
      const rest = Object.entries(value as object).filter(([key, one]) => !isSaid(key, one) && one !== null);
      return rest.length === 0 ? [] : [[name, Object.fromEntries(rest)] as const];
    });
    return own.length === 0 ? [] : [[first, Object.fromEntries(own)] as const];
  });
  if (all.length === 0) return null;
  return `${JSON.stringify(Object.fromEntries(all.sort(([a], [b]) => byCodeUnit(a, b))), null, 2)}\n`;
}
