import { createCodeLines } from '../text/code-lines.ts';
import { bracketsOf, createBrackets } from './brackets.ts';
import { type Fixed, fixedIn } from './fixed-parts.ts';
import type { Names } from './flavour.ts';
import { type Line, sliceOf } from './lines.ts';

/** Lines that one statement may take. */
const mostLines = 400;

/** Statements without an end beyond which each is one line. */
const mostUnclosed = 50;

const statement = /^(?:import\s(?:[\w$*{]|['"])|export\s+(?:const|let|var|function|default|async|class|\{))/;

/** Whether a line begins a statement of a program. */
export const isStatement = ({ text }: Line): boolean => statement.test(text);

/** A text without its program, and what that gives names to. */
export interface WithoutModules extends Fixed {
  readonly lines: readonly Line[];
  /** Files that are imported, and texts, by name. */
  readonly names: Names;
}

/** The text of a file that is imported; null where it is not known. */
export type Imported = (address: string) => string | null;

/** Takes out `import` and `export`, which belong to a program; what an import or a constant names is kept by its name. */
export function withoutModules(lines: readonly Line[], imported: Imported): WithoutModules {
  const found = {
    names: new Map<string, string>(),
    texts: new Map<string, string>(),
    parts: new Map<string, string>(),
  };
  const isCode = createCodeLines();
  let unclosed = 0;
  const kept: Line[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (isCode(line.text) || !isStatement(line)) {
      kept.push(line);
      continue;
    }
    const end = unclosed < mostUnclosed ? endOfStatement(lines, at) : at + 1;
    if (end === at + 1 && bracketsOf(line.text) > 0) unclosed += 1;
    const statement = lines.slice(at, end);
    noteNames(statement.map(({ text }) => text).join('\n'), imported, found);
    for (const gone of statement) kept.push(sliceOf(gone, gone.text.length));
    at = end - 1;
  }
  return { lines: kept, ...found };
}

type Found = Readonly<Record<'names' | 'texts' | 'parts', Map<string, string>>>;

const importOf = /^import\s+(?:([\w$]+)\s*,?\s*)?(?:\{([^{}]*)\}\s*)?from\s+['"]([^'"]+)['"]/;

/** Notes what a statement gives names to. */
function noteNames(statement: string, imported: Imported, { names, texts, parts }: Found): void {
  const [whole, main, others = '', written = ''] = importOf.exec(statement) ?? [];
  // Tools that tidy Markdown escape signs in these paths too, which to a program changes nothing.
  const address = written.replace(/\\([_*~-])/g, '$1');
  if (main !== undefined) names.set(main, address);
  const program = whole === undefined ? statement : others.trim() === '' ? null : imported(address);
  if (program === null) return;
  const fixed = fixedIn(program);
  const pairs =
    whole === undefined
      ? [...fixed.texts.keys(), ...fixed.parts.keys()].map((name) => [name, name] as const)
      : others.split(',').map((one) => {
          const [name = '', own = name] = one.trim().split(/\s+as\s+/);
          return [name, own] as const;
        });
  for (const [name, own] of pairs) {
    const text = fixed.texts.get(name);
    const part = fixed.parts.get(name);
    if (text !== undefined) for (const map of [names, texts]) map.set(own, text);
    if (part !== undefined) parts.set(own, part);
  }
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
