import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Source } from '../model/repository.ts';
import { shownFile } from '../model/shown-file.ts';

/**
 * Says which pages are left out because only their tool's layout writes them: one note a layout, where its first page
 * names it.
 *
 * @param root the content folder as places name it
 */
export function layoutPages(sources: readonly Source[], root: string): readonly Problem[] {
  const byLayout = new Map<string, Source[]>();
  for (const source of sources) {
    if (source.writtenBy === undefined) continue;
    const { written } = source.writtenBy;
    byLayout.set(written, [...(byLayout.get(written) ?? []), source]);
  }
  return [...byLayout].flatMap(([written, pages]) => {
    const [first] = pages;
    if (first === undefined) return [];
    const place = { file: shownFile(root, first.path), line: first.writtenBy?.line ?? 1, column: 1 };
    return [problem('page-generated', { written, pages: pages.length }, place)];
  });
}
