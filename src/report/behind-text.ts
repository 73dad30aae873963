import type { Behind } from '../model/translation.ts';
import { count } from './paint.ts';

/** How far a translation is behind, in words. */
export function behindText({ blocks, commits }: Behind): string {
  if (blocks === null) return 'it was made from another text, which git does not have here';
  const changed = `${count(blocks, 'block')} ${blocks === 1 ? 'has' : 'have'} changed since`;
  return commits === null || commits === 0 ? changed : `${changed}, in ${count(commits, 'commit')}`;
}
