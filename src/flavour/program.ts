import { createCodeLines } from '../text/code-lines.ts';
import { withoutComments } from './comments.ts';
import type { IsVariable, Say } from './context.ts';
import { withPlainTags } from './elements.ts';
import { withoutExpressions } from './expressions.ts';
import { withFixedParts } from './fixed-parts.ts';
import type { Flavour, Names } from './flavour.ts';
import { withoutHeadingsInLines } from './headings-in-lines.ts';
import { type Line, replaced, sliceOf } from './lines.ts';
import { markdownInCells } from './markdown-in-cells.ts';
import { type Imported, withoutModules } from './modules.ts';

interface ProgramReading {
  readonly flavour: Flavour;
  readonly file: string;
  readonly say: Say;
  readonly isVariable: IsVariable;
  readonly imported: Imported;
}

/** A text without what its tool would run. */
export interface WithoutProgram {
  readonly lines: readonly Line[];
  readonly names: Names;
  readonly isMdx: boolean;
}

/** Whether a file is a program of a kind: braces hold expressions, and modules come in. */
export function isProgramIn({ modules }: Flavour, file: string): boolean {
  return modules.some((ending) => file.toLowerCase().endsWith(ending));
}

/** Takes out modules, comments and expressions, and writes tags as HTML has them, where the file is of a kind that has any. */
export function withoutProgram(
  lines: readonly Line[],
  { flavour, file, imported, ...reading }: ProgramReading,
): WithoutProgram {
  const none: Names = new Map();
  const isMdx = isProgramIn(flavour, file);
  if (isMdx) {
    const { lines: own, names, texts, parts } = withoutModules(withoutScripts(lines), imported);
    const plain = withoutComments(withOurMarks(withHeadingIds(own)), flavour.comments, createCodeLines);
    const tagged = withPlainTags(withFixedParts(plain, parts), names);
    const shown = withoutExpressions(withoutHeadingsInLines(tagged), { ...reading, texts, marks: 'braces' });
    return { lines: markdownInCells(shown), names, isMdx };
  }
  if (!flavour.interpolates) return { lines, names: none, isMdx };
  const shown = withoutScripts(lines);
  return { lines: withoutExpressions(shown, { ...reading, texts: none, marks: 'double braces' }), names: none, isMdx };
}

/** Empties the lines of `<script>` and `<style>`, of which a page shows nothing. */
function withoutScripts(lines: readonly Line[]): readonly Line[] {
  const isCode = createCodeLines();
  let open: string | null = null;
  return lines.map((line) => {
    if (open === null && isCode(line.text)) return line;
    open ??= /^\s*<(script|style)\b/.exec(line.text)?.[1] ?? null;
    if (open === null) return line;
    if (line.text.includes(`</${open}>`) || /^\s*<\w+\b[^<>]*\/>\s*$/.test(line.text)) open = null;
    return sliceOf(line, line.text.length);
  });
}

/** An id that a comment gives a heading, in our way. */
function withHeadingIds(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => {
    const found = /^\s*#{1,6}\s.*?(\{\/\*\s*(#[\w-]+)\s*\*\/\})\s*$/.exec(line.text);
    if (found === null) return line;
    const start = line.text.lastIndexOf(found[1] ?? '');
    return replaced(line, start, start + (found[1] ?? '').length, `{${found[2]}}`);
  });
}

/** Marks of ours, which are comments, in the way that MDX has comments. */
function withOurMarks(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => {
    const found = /^[\s>]*(\{\/\* ?(tight|undisplayed\b[^*{}]*?|) ?\*\/\})\s*$/.exec(line.text);
    if (found === null) return line;
    const start = line.text.indexOf('{');
    return replaced(line, start, start + (found[1] ?? '').length, `<!-- ${found[2]} -->`.replace('  ', ' '));
  });
}
