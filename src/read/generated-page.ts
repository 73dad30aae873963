import type { Flavour } from '../flavour/flavour.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Source } from '../model/repository.ts';

/** Lines in which front matter is looked through. */
const mostLines = 1_000;

/** Characters in lists of front matter that are no labels any more, but a text. */
const leastText = 300;

/** The start of something with parts in a list. */
const isPart = (line: string): boolean => /^\s*- +(?:\{ *)?[\w-]+:(?:\s|$)/.test(line);

/**
 * Whether a layout of the site may show more of a page than its text: its front matter lists things with parts, such as
 * pictures with their titles, and the tool's layouts are the site's own. What ids it gives them is not known.
 */
export function isLaidOut(text: string, { name }: Pick<Flavour, 'name'>): boolean {
  if (!['jekyll', 'hugo'].includes(name) || !text.startsWith('---')) return false;
  const lines = text.split('\n', mostLines);
  return lines.slice(0, Math.max(0, lines.indexOf('---', 1))).some(isPart);
}

/** Lists that plug-ins read, and no layout shows. */
const unshown = /^(?:redirect_from|sitemap|defaults|head|meta|hreflang|alternates?)$/;

/** Keys of front matter that hold lists of things with parts. */
function listsIn(front: readonly string[]): readonly string[] {
  return front.flatMap((line, at) => {
    const key = /^([\w-]+):\s*$/.exec(line)?.[1];
    const next = front.slice(at + 1).find((one) => one.trim() !== '');
    return key === undefined || unshown.test(key) || next === undefined || !isPart(next) ? [] : [key];
  });
}

/** The line that names the layout of a page without a text: the layout writes all of it. */
export function layoutOf(text: string, body: string, { name }: Pick<Flavour, 'name'>): Source['writtenBy'] {
  if (name !== 'jekyll' || !text.startsWith('---') || body.trim() !== '') return undefined;
  const lines = text.split('\n', mostLines);
  const at = lines.slice(0, Math.max(0, lines.indexOf('---', 1))).findIndex((line) => /^layout:[ \t]*\S/.test(line));
  return at < 0 ? undefined : { written: (lines[at] ?? '').trim(), line: at + 1 };
}

/** Says of a page that its tool makes it, or most of it, from something else than its text. */
export function generatedPage(
  text: string,
  body: string,
  file: string,
  { keys, name }: Pick<Flavour, 'keys' | 'name'>,
): readonly Problem[] {
  if (name === 'github' || !text.startsWith('---')) return [];
  const lines = text.split('\n', mostLines);
  const front = lines.slice(0, Math.max(0, lines.indexOf('---', 1)));
  const names = keys.generated ?? [];
  const at = front.findIndex((line) => names.some((key) => new RegExp(`^${key}:[ \\t]*\\S`).test(line)));
  if (at >= 0) {
    const written = (front[at] ?? '').trim();
    return [problem('page-generated', { written }, { file, line: at + 1, column: 1 })];
  }
  // What only its layout writes is said for all pages at once.
  if (layoutOf(text, body, { name }) !== undefined) return [];
  // What the layout shows is text already.
  if (body.split('\n', front.length).some((line) => line !== '')) return [];
  // Lists of what has parts, with more in them than in the text: a layout shows them.
  const inLists = front.filter((line) => /^(?: +|[ \t]*- )\S/.test(line)).join('').length;
  const hasParts = front.some(isPart);
  const isText = hasParts && inLists > leastText && inLists > body.trim().length;
  const place = { file, line: 1, column: 1 };
  if (isText) return [problem('page-in-front-matter', {}, place)];
  const shown = name === 'jekyll' && front.some((line) => line.startsWith('layout:')) ? listsIn(front) : [];
  return shown.length === 0 ? [] : [problem('page-in-front-matter', { names: shown }, place)];
}
