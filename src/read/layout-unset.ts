import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { shownFile } from '../model/shown-file.ts';
import type { FoundFile } from './files.ts';

/** What only Intercom's own connector writes, where it writes it. */
const marks = [
  /^(?:[^/]+\/)?intercom-sync\.yaml$/,
  /^(?:[^/]+\/)?(?:articles(?:\/[^/]+)+|(?:internal-articles|snippets)\/[^/]+)\/meta\.yaml$/,
];

/** Says once that a repository is laid out as Intercom's connector does it, where the configuration does not say so. */
export function layoutUnset(files: readonly FoundFile[], root: string): readonly Problem[] {
  const [first] = marks.flatMap((mark) => files.find(({ path }) => mark.test(path)) ?? []);
  if (first === undefined) return [];
  const file = shownFile(root, first.path);
  return [problem('layout-unset', { file }, { file, line: 1, column: 1 })];
}
