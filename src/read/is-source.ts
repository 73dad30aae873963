import type { Files } from '../flavour/flavour.ts';
import type { ContentPath } from '../model/article.ts';

/**
 * Whether a path is a page of its own: whatever has a part that starts with `_` or `.` is none, and no `README.md` but
 * where the tool takes it for the page of its folder.
 */
export function isSourcePath(file: ContentPath, { endings, index, never }: Files): boolean {
  const parts = file.split('/');
  const name = parts.pop() ?? '';
  const dot = name.lastIndexOf('.');
  const bare = name.slice(0, dot).toLowerCase();
  return (
    dot > 0 &&
    endings.includes(name.slice(dot + 1).toLowerCase()) &&
    (index.includes(bare) || !(bare === 'readme' || name.startsWith('_'))) &&
    parts.every((part) => !part.startsWith('_') && !part.startsWith('.')) &&
    !never.some((pattern) => pattern.test(file))
  );
}
