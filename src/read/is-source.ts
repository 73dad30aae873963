import type { Files } from '../flavour/flavour.ts';
import type { ContentPath } from '../model/article.ts';
import { languageFolder } from '../model/language-folder.ts';
import { localeSuffix } from '../model/localised-path.ts';
import { isPortable } from './article-paths.ts';
import { collectionFile } from './folder-collections.ts';

/**
 * Whether a path is a page of its own: whatever has a part that starts with `_` or `.` is none, and no `README.md` but
 * where the tool takes it for the page of its folder. Some tools make nothing of `_`.
 */
export function isSourcePath(file: ContentPath, { endings, index, never, underscored }: Files): boolean {
  const inFolder = languageFolder(file, 'i18n')?.rest ?? file;
  const parts = inFolder.split('/');
  const name = parts.pop() ?? '';
  const dot = name.lastIndexOf('.');
  const suffix = localeSuffix(name);
  const bare = name.slice(0, suffix === null ? dot : dot - suffix.length - 1).toLowerCase();
  return (
    dot > 0 &&
    endings.includes(name.slice(dot + 1).toLowerCase()) &&
    (index.includes(bare) || !(bare === 'readme' || (name.startsWith('_') && underscored !== true))) &&
    parts.every((part) => !part.startsWith('.') && (underscored === true || !part.startsWith('_'))) &&
    !never.some((pattern) => pattern.test(inFolder))
  );
}

/** Whether a path is a `_collection.yml` that describes a folder. */
export function isDescription(file: ContentPath, { underscored }: Pick<Files, 'underscored'>): boolean {
  const parts = file.split('/');
  return (
    isPortable(file) &&
    parts.length > 1 &&
    parts.at(-1) === collectionFile &&
    (underscored === true || parts.slice(0, -1).every((part) => !part.startsWith('_')))
  );
}
