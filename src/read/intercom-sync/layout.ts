import * as posix from 'node:path/posix';
import type { ContentPath } from '../../model/article.ts';
import type { FoundFile } from '../files.ts';

/** What the connector keeps, each in a folder of its own. */
export type EntityKind = 'article' | 'internal' | 'snippet';

/** A folder with the files of one entity. */
export interface EntityFolder {
  readonly kind: EntityKind;
  readonly folder: ContentPath;
  /** Its `meta.yaml`. */
  readonly meta?: FoundFile;
  /** A file that was meant to be one. */
  readonly almost?: FoundFile;
  /** One a language. */
  readonly texts: readonly FoundFile[];
}

const tops: Readonly<Record<string, EntityKind>> = {
  articles: 'article',
  'internal-articles': 'internal',
  snippets: 'snippet',
};

/** Those in which everything is for teammates or Fin alone. */
export const unlistedTops: readonly ContentPath[] = Object.keys(tops).filter((name) => tops[name] !== 'article');

/** The name that the connector reads. */
export const metaName = 'meta.yaml';
const almostMeta = /^(?:meta\.ya?ml|metadata\.ya?ml)$/i;

/** Puts the files of a managed folder together by entity. Whatever is in none of the three folders is the repository's own. */
export function entityFolders(files: readonly FoundFile[]): readonly EntityFolder[] {
  const folders = new Map<ContentPath, { kind: EntityKind; files: FoundFile[] }>();
  for (const file of files) {
    const kind = tops[file.path.split('/')[0] ?? ''];
    const folder = posix.dirname(file.path);
    if (kind === undefined || folder === '.' || !isOfEntity(file)) continue;
    const known = folders.get(folder) ?? { kind, files: [] };
    folders.set(folder, known);
    known.files.push(file);
  }
  return [...folders].map(([folder, { kind, files: own }]) => {
    const meta = own.find((file) => posix.basename(file.path) === metaName);
    const almost = own.find((file) => file !== meta && almostMeta.test(posix.basename(file.path)));
    return {
      kind,
      folder,
      ...(meta === undefined ? {} : { meta }),
      ...(almost === undefined || meta !== undefined ? {} : { almost }),
      texts: own.filter((file) => isText(file)),
    };
  });
}

const isText = ({ path }: FoundFile): boolean => /\.md$/i.test(path) && !/(?:^|\/)readme\.md$/i.test(path);

const isOfEntity = (file: FoundFile): boolean => isText(file) || almostMeta.test(posix.basename(file.path));

/** The folders of the collections around an article's folder. */
export function collectionFolders(folder: ContentPath): readonly string[] {
  const parts = folder.split('/').slice(1, -1);
  return parts.length === 1 && parts[0] === 'uncategorized' ? [] : parts;
}
