import { blobId } from '../git/blob-id.ts';
import type { ContentPath, Locale } from '../model/article.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { decode } from './decode.ts';
import { readFrontMatter } from './front-matter.ts';
import { untidy } from './untidy.ts';

/** Where a source belongs, told from its path alone. */
export interface SourceAddress {
  readonly path: ContentPath;
  readonly article: ContentPath;
  readonly locale: Locale;
}

/** One source with warnings about it, or every mistake that keeps it from being read; and what is wrong with its form. */
export type SourceResult =
  | {
      readonly ok: true;
      readonly source: Source;
      readonly problems: readonly Problem[];
      readonly untidy: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly untidy: readonly Problem[] };

/**
 * Reads one Markdown file.
 *
 * @param address its path, article and locale
 * @param bytes the file as it is on disk
 * @param file path to name in problems
 * @param rules front-matter keys of another tool to ignore or rename
 */
export function readSource(
  address: SourceAddress,
  bytes: Uint8Array,
  file: string,
  rules: Settings['frontMatter'],
): SourceResult {
  const decoded = decode(bytes);
  if (!decoded.ok) {
    const found = problem('not-utf8', {}, { file, line: decoded.line, column: decoded.column });
    return { ok: false, problems: [found], untidy: [] };
  }
  const form = untidy(bytes, file);
  const unmerged = unmergedLines(decoded.text);
  const [first] = unmerged;
  if (first !== undefined) {
    const found = problem('source-conflict', { lines: unmerged.join(', ') }, { file, line: first, column: 1 });
    return { ok: false, problems: [found], untidy: form };
  }
  const read = readFrontMatter(decoded.text, file, rules);
  if (!read.ok) return { ...read, untidy: form };
  const source = { ...address, blob: blobId(bytes), ...read.frontMatter };
  return { ok: true, source, problems: read.problems, untidy: form };
}

/** Lines of the conflicts that a merge left: an opening, a middle and an end, in this order and at the line's start. */
function unmergedLines(text: string): readonly number[] {
  if (!text.includes('<<<<<<< ')) return [];
  const found: number[] = [];
  let open: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (/^<{7} /.test(line)) open = [index + 1];
    else if (/^={7}$/.test(line) && open.length === 1) open.push(index + 1);
    else if (/^>{7} /.test(line) && open.length === 2) {
      found.push(...open, index + 1);
      open = [];
    }
  }
  return found;
}
