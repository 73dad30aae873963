import type { Flavour } from '../flavour/flavour.ts';
import { type Problem, problem } from '../model/problem.ts';

/** Lines in which front matter is looked through. */
const mostLines = 60;

/** Says of a page that its tool makes it from something else than its text. */
export function generatedPage(text: string, file: string, { keys }: Pick<Flavour, 'keys'>): readonly Problem[] {
  const names = keys.generated ?? [];
  if (names.length === 0 || !text.startsWith('---')) return [];
  const lines = text.split('\n', mostLines);
  const end = lines.indexOf('---', 1);
  const pattern = new RegExp(`^(?:${names.join('|')}):[ \\t]*\\S`);
  const at = lines.slice(0, Math.max(0, end)).findIndex((line) => pattern.test(line));
  if (at < 0) return [];
  return [problem('page-generated', { written: (lines[at] ?? '').trim() }, { file, line: at + 1, column: 1 })];
}
