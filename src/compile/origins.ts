import type { Position } from 'unist';
import type { ContentPath } from '../model/article.ts';
import type { Place } from '../model/place.ts';

/**
 * Where lines come from. Included snippets get line numbers and offsets of their own behind the article's, so
 * that a position alone says which file it is in, whatever library carried it along.
 */
export interface Origins {
  /** Adds a file, and says what to add to the lines and offsets of its nodes. */
  add(path: ContentPath, text: string): { readonly line: number; readonly offset: number };
  /** The file that a position is in. */
  pathAt(position: Position | undefined): ContentPath;
  /** The position as a person looks it up; the start of the article for none. */
  placeOf(position: Position | undefined): Place;
  /** The text at a position, as it was written. */
  written(position: Position | undefined): string;
  /** Whether any of the files holds this: what is not there need not be looked for in the tree. */
  mentions(text: string): boolean;
  /** Characters of all files. */
  size(): number;
}

interface Region {
  readonly path: ContentPath;
  /** Lines and characters before it. */
  readonly line: number;
  readonly offset: number;
  readonly text: string;
}

/**
 * Starts with no file.
 *
 * @param root content folder, as places name it
 */
export function createOrigins(root: string): Origins {
  const regions: Region[] = [];
  let lines = 0;
  let size = 0;
  const regionAt = (line: number): Region | undefined => regions.findLast((region) => line > region.line) ?? regions[0];
  const origins: Origins = {
    add(path, text) {
      const region = { path, line: lines, offset: size, text };
      regions.push(region);
      lines += text.split('\n').length;
      size += text.length + 1;
      return region;
    },
    pathAt: (position) => regionAt(position?.start.line ?? 1)?.path ?? '',
    placeOf(position) {
      const { start, end } = position ?? { start: { line: 1, column: 1 }, end: undefined };
      const region = regionAt(start.line);
      const line = start.line - (region?.line ?? 0);
      const place = { file: `${root}/${region?.path ?? ''}`, line, column: start.column };
      const endLine = (end?.line ?? 0) - (region?.line ?? 0);
      const isAhead = end !== undefined && (endLine > line || (endLine === line && end.column > start.column));
      return isAhead && regionAt(end.line) === region ? { ...place, endLine, endColumn: end.column } : place;
    },
    written(position) {
      const region = position && regionAt(position.start.line);
      const start = position?.start.offset;
      const end = position?.end.offset;
      if (region === undefined || start === undefined || end === undefined) return '';
      return region.text.slice(start - region.offset, end - region.offset);
    },
    mentions: (text) => regions.some((region) => region.text.includes(text)),
    size: () => size,
  };
  return origins;
}
