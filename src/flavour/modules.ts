import { bracketsOf, createBrackets } from './brackets.ts';
import { createCodeLines } from './code-lines.ts';
import type { Names } from './flavour.ts';
import { textOf } from './jsx-text.ts';
import { type Line, sliceOf } from './lines.ts';

/** Lines that one statement may take. */
const mostLines = 400;

/** Statements without an end beyond which each is one line. */
const mostUnclosed = 50;

const statement = /^(?:import\s(?:[\w$*{]|['"])|export\s+(?:const|let|var|function|default|async|class|\{))/;

/** Whether a line begins a statement of a program. */
export const isStatement = ({ text }: Line): boolean => statement.test(text);

/** A text without its program, and what that gives names to. */
export interface WithoutModules {
  readonly lines: readonly Line[];
  /** Files that are imported, and texts, by name. */
  readonly names: Names;
  /** Texts alone. */
  readonly texts: Names;
}

/** Takes out `import` and `export`, which belong to a program; what an import or a constant names is kept by its name. */
export function withoutModules(lines: readonly Line[]): WithoutModules {
  const names = new Map<string, string>();
  const texts = new Map<string, string>();
  const isCode = createCodeLines();
  let unclosed = 0;
  const kept: Line[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (isCode(line.text) || !isStatement(line)) {
      kept.push(line);
      continue;
    }
    const named = /^import\s+([\w$]+)\s+from\s+['"]([^'"]+)['"]/.exec(line.text);
    // Tools that tidy Markdown escape signs in these paths too, which to a program changes nothing.
    if (named !== null) names.set(named[1] ?? '', (named[2] ?? '').replace(/\\([_*~-])/g, '$1'));
    const constant = /^export\s+const\s+([\w$]+)\s*(?::\s*\w+\s*)?=\s*(.*?);?\s*$/.exec(line.text);
    const text = textOf(constant?.[2] ?? '');
    if (text !== null) {
      names.set(constant?.[1] ?? '', text);
      texts.set(constant?.[1] ?? '', text);
    }
    const end = unclosed < mostUnclosed ? endOfStatement(lines, at) : at + 1;
    if (end === at + 1 && bracketsOf(line.text) > 0) unclosed += 1;
    for (const gone of lines.slice(at, end)) kept.push(sliceOf(gone, gone.text.length));
    at = end - 1;
  }
  return { lines: kept, names, texts };
}

/** The line after a statement: where its brackets are closed; the next one where they never are. */
export function endOfStatement(lines: readonly Line[], start: number): number {
  const brackets = createBrackets();
  const end = endWhereClosed(lines, start, brackets.in, brackets.isInText);
  // What was taken for a template or a comment is none, if it never ends.
  return end ?? endWhereClosed(lines, start, bracketsOf, () => false) ?? start + 1;
}

function endWhereClosed(
  lines: readonly Line[],
  start: number,
  count: (line: string) => number,
  isInText: () => boolean,
): number | null {
  let depth = 0;
  for (let at = start; at < lines.length && at - start < mostLines; at += 1) {
    const { text } = lines[at] as Line;
    depth += count(text);
    const goesOn = isInText() || /(?:=>?|from|return|\()\s*$/.test(text);
    if (depth <= 0 && !goesOn) return at + 1;
  }
  return null;
}
