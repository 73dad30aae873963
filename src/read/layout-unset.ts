import { localeOf } from '../model/help-centre-locales.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { shownFile } from '../model/shown-file.ts';
import type { FoundFile } from './files.ts';

/** The file of Intercom's own connector, and what it keeps of an entity. */
const own = /^(?:[^/]+\/)?intercom-sync\.yaml$/;
const meta = /^((?:[^/]+\/)?(?:articles(?:\/[^/]+)+|(?:internal-articles|snippets)\/[^/]+)\/)meta\.yaml$/;

/** Says once that a repository is laid out as Intercom's connector does it, where the configuration does not say so. */
export function layoutUnset(files: readonly FoundFile[], root: string): readonly Problem[] {
  const first = files.find(({ path }) => own.test(path)) ?? files.find(({ path }) => isOfEntity(path, files));
  if (first === undefined) return [];
  const file = shownFile(root, first.path);
  return [problem('layout-unset', { file }, { file, line: 1, column: 1 })];
}

/** Whether a `meta.yaml` has a text beside it that is called like a language: others have files of that name too. */
function isOfEntity(path: string, files: readonly FoundFile[]): boolean {
  const folder = meta.exec(path)?.[1];
  if (folder === undefined) return false;
  return files.some((file) => {
    const name = file.path.startsWith(folder) ? file.path.slice(folder.length) : '';
    return name.endsWith('.md') && localeOf(name.slice(0, -'.md'.length)) !== null;
  });
}
