import type { Position } from 'unist';
import type { Translation } from '../flavour/translate.ts';
import type { ContentPath } from '../model/article.ts';
import type { Place } from '../model/place.ts';
import { shownFile } from '../model/shown-file.ts';

/**
 * Where lines come from. Included snippets get line numbers and offsets of their own behind the article's, so
 * that a position alone says which file it is in, whatever library carried it along.
 */
export interface Origins {
  /**
   * Adds a file, and says what to add to the lines and offsets of its nodes.
   *
   * @param translation of its text, where it is in another tool's Markdown
   */
  add(path: ContentPath, text: string, translation?: Translation): { readonly line: number; readonly offset: number };
  /** The file that a position is in. */
  pathAt(position: Position | undefined): ContentPath;
  /** The position as a person looks it up; the start of the article for none. */
  placeOf(position: Position | undefined): Place;
  /** The text at a position, as it was written, or as it reads in our dialect. */
  written(position: Position | undefined): string;
  /** Whether the text at a position is the source's own to the letter: only there may it be put right. */
  isOwn(position: Position): boolean;
  /** Whether any of the files holds this: what is not there need not be looked for in the tree. */
  mentions(text: string): boolean;
  /** The same of something like this. */
  matches(pattern: RegExp): boolean;
  /** Characters of all files. */
  size(): number;
}

interface Region {
  readonly path: ContentPath;
  /** Lines and characters before it. */
  readonly line: number;
  readonly offset: number;
  readonly text: string;
  readonly translation?: Translation;
  /** The source's own, where it was translated. */
  readonly source?: string;
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
    add(path, source, translation) {
      const text = translation?.text ?? source;
      const region = { path, line: lines, offset: size, text, ...(translation && { translation, source }) };
      regions.push(region);
      lines += text.split('\n').length + (translation?.remarks.length ?? 0);
      size += text.length + 1;
      return region;
    },
    pathAt: (position) => regionAt(position?.start.line ?? 1)?.path ?? '',
    placeOf(position) {
      const { start, end } = position ?? { start: { line: 1, column: 1 }, end: undefined };
      const region = regionAt(start.line);
      const from = inSource(region, start);
      const place = { file: shownFile(root, region?.path ?? ''), ...from };
      if (end === undefined || regionAt(end.line) !== region) return place;
      const to = inSource(region, end);
      const isAhead = to.line > from.line || (to.line === from.line && to.column > from.column);
      return isAhead ? { ...place, endLine: to.line, endColumn: to.column } : place;
    },
    written(position) {
      const region = position && regionAt(position.start.line);
      const start = position?.start.offset;
      const end = position?.end.offset;
      if (region === undefined || start === undefined || end === undefined) return '';
      return region.text.slice(start - region.offset, end - region.offset);
    },
    isOwn(position) {
      const region = regionAt(position.start.line);
      if (region?.translation === undefined || region.source === undefined) return true;
      const [from, to] = [inSource(region, position.start), inSource(region, position.end)];
      return textBetween(region.source, from, to) === origins.written(position);
    },
    mentions: (text) => regions.some((region) => region.text.includes(text)),
    matches: (pattern) => regions.some((region) => pattern.test(region.text)),
    size: () => size,
  };
  return origins;
}

interface Point {
  readonly line: number;
  readonly column: number;
}

/** A point in the source of a region. */
function inSource(region: Region | undefined, { line, column }: Point): Point {
  const here = { line: line - (region?.line ?? 0), column };
  return region?.translation?.sourceOf(here) ?? here;
}

function textBetween(text: string, from: Point, to: Point): string {
  const lines = text.split('\n').slice(from.line - 1, to.line);
  if (from.line === to.line) return (lines[0] ?? '').slice(from.column - 1, to.column - 1);
  return [
    (lines[0] ?? '').slice(from.column - 1),
    ...lines.slice(1, -1),
    (lines.at(-1) ?? '').slice(0, to.column - 1),
  ].join('\n');
}
