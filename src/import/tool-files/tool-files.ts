import type { FlavourName } from '../../model/flavour-name.ts';
import { relativeAddress } from '../locale-path.ts';
import { docusaurusFiles, hugoFiles, jekyllFiles } from './in-folders.ts';
import { gitbookFiles, mintlifyFiles, mkdocsFiles } from './navigations.ts';
import { inLink, type Outline, type OutlinePage, type OutlineShelf, type ToolFile } from './outline.ts';
import { starlightFiles, vitepressFiles } from './sidebars.ts';

/**
 * The files in which a tool says what folders are called, and what comes after what. Where only a program tells, they
 * are data that the program has to take in: `byHand` says how.
 */
export function toolFiles(flavour: FlavourName, outline: Outline): readonly ToolFile[] {
  switch (flavour) {
    case 'docusaurus':
      return docusaurusFiles(outline);
    case 'starlight':
      return starlightFiles(outline);
    case 'mkdocs':
      return mkdocsFiles(outline);
    case 'gitbook':
      return gitbookFiles(outline);
    case 'mintlify':
      return mintlifyFiles(outline);
    case 'hugo':
      return hugoFiles(outline);
    case 'jekyll':
      return jekyllFiles(outline);
    case 'obsidian':
      return [{ in: 'content', path: 'Contents.md', text: contentsOf(outline) }];
    case 'vitepress':
      return vitepressFiles(outline);
    case 'github':
      return [];
  }
}

/** Obsidian has no order but that of names: a note that leads to all others. */
function contentsOf({ pages, shelves }: Outline): string {
  const listed = (depth: number, own: readonly OutlinePage[], inside: readonly OutlineShelf[]): readonly string[] => [
    ...own.map(
      ({ path, title }) => `${'\t'.repeat(depth)}- [${inLink(title)}](${relativeAddress('Contents.md', path)})`,
    ),
    ...inside.flatMap((shelf) => [
      `${'\t'.repeat(depth)}- ${inLink(shelf.name).replaceAll('#', '\\#')}`,
      ...listed(depth + 1, shelf.pages, shelf.shelves),
    ]),
  ];
  return `---\nsync: false\n---\n\n${listed(0, pages, shelves).join('\n')}\n`;
}
