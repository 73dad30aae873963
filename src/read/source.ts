import type { Flavour } from '../flavour/flavour.ts';
import { flavours } from '../flavour/flavours.ts';
import { blobId } from '../git/blob-id.ts';
import type { ContentPath, Locale } from '../model/article.ts';
import { localeSuffix } from '../model/localised-path.ts';
import { nameOfFolder } from '../model/name-of-folder.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { withoutSourceEnding } from '../model/source-path.ts';
import { decode } from './decode.ts';
import { readFrontMatter } from './front-matter.ts';
import { generatedPage, isLaidOut, layoutOf } from './generated-page.ts';
import { withAddress } from './page-elsewhere.ts';
import type { UnknownKey } from './unknown-keys.ts';
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
      readonly unknown: readonly UnknownKey[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly untidy: readonly Problem[] };

/**
 * Reads one Markdown file.
 *
 * @param address its path, article and locale
 * @param bytes the file as it is on disk
 * @param file path to name in problems
 * @param rules front-matter keys of another tool to ignore or rename
 * @param flavour the tool that it was written for
 */
export function readSource(
  address: SourceAddress,
  bytes: Uint8Array,
  file: string,
  rules: Settings['frontMatter'],
  flavour: Flavour = flavours.github,
): SourceResult {
  const decoded = wholeText(bytes, file);
  const form = decoded.untidy;
  if (!decoded.ok) return decoded;
  const read = readFrontMatter(decoded.text, file, rules, flavour);
  if (!read.ok) return { ...read, untidy: form };
  const { addresses, ...frontMatter } = read.frontMatter;
  const other = flavour.name === 'github' ? {} : { addresses, name: nameOf(address, frontMatter.body, flavour) };
  const made = generatedPage(decoded.text, frontMatter.body, file, flavour);
  const hasMore = made.length > 0 || isLaidOut(decoded.text, flavour);
  const generated = hasMore ? { generated: true as const } : {};
  // Readers would find nothing on it but its title: with `sync: true` it is published all the same.
  const writtenBy = frontMatter.leadsTo === undefined ? layoutOf(decoded.text, frontMatter.body, flavour) : undefined;
  const isEmpty = writtenBy !== undefined && frontMatter.fields.sync === undefined;
  const empty = isEmpty ? { writtenBy, fields: { ...frontMatter.fields, sync: false } } : {};
  const body = withAddress(decoded.text, frontMatter, flavour);
  const source: Source = { ...address, blob: blobId(bytes), ...frontMatter, body, ...other, ...generated, ...empty };
  const problems = [...read.problems, ...made];
  return { ok: true, source, problems, untidy: form, unknown: read.unknown };
}

/** A text with LF line ends, or what keeps it from being read; and what is wrong with its form. */
export type WholeText =
  | { readonly ok: true; readonly text: string; readonly untidy: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly untidy: readonly Problem[] };

/**
 * The text of a file that is valid UTF-8 and was not left in the middle of a merge.
 *
 * @param bytes the file as it is on disk
 * @param file path to name in problems
 */
export function wholeText(bytes: Uint8Array, file: string): WholeText {
  const decoded = decode(bytes);
  if (!decoded.ok) {
    const found = problem('not-utf8', {}, { file, line: decoded.line, column: decoded.column });
    return { ok: false, problems: [found], untidy: [] };
  }
  const form = untidy(bytes, file);
  const unmerged = unmergedLines(decoded.text);
  const [first] = unmerged;
  if (first === undefined) return { ok: true, text: decoded.text, untidy: form };
  const found = problem('source-conflict', { lines: unmerged.join(', ') }, { file, line: first, column: 1 });
  return { ok: false, problems: [found], untidy: form };
}

/**
 * The title of a page that gives none: that of its file, or of the folder whose page it is. `null` where its first heading
 * of level 1 is the title.
 */
function nameOf({ path, article }: SourceAddress, body: string, { files }: Flavour): string | null {
  if (files.title === 'heading' && /^(?:# .*\S|\S.*\n=+[ \t]*$)/m.test(body.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '')))
    return null;
  const suffix = localeSuffix(article);
  const isTranslated = suffix !== null && localeSuffix(path) !== null;
  const bare = withoutSourceEnding(article);
  const parts = (isTranslated ? bare.slice(0, -suffix.length - 1) : bare).split('/');
  const last = parts.at(-1) ?? '';
  const isIndex = files.index.includes(last.toLowerCase()) && parts.length > 1;
  const name = isIndex ? (parts.at(-2) ?? last) : last;
  return files.title === 'name' ? name : nameOfFolder(name);
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
