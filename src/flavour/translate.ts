import { inBlocks } from './blocks.ts';
import { createCodeLines } from './code-lines.ts';
import { withoutComments } from './comments.ts';
import type { Choices, Remark } from './context.ts';
import type { Flavour } from './flavour.ts';
import { withoutLoneIcons } from './icons.ts';
import { indentOf, type Line, linesOf, shiftAt } from './lines.ts';
import { withoutLongSpans } from './long-spans.ts';
import { isProgramIn, withoutProgram } from './program.ts';

/** A text in our dialect, and where each of its places is in the source. */
export interface Translation {
  readonly text: string;
  /** The place in the source of one in `text`; lines and columns from 1. */
  readonly sourceOf: (point: { readonly line: number; readonly column: number }) => { line: number; column: number };
  readonly remarks: readonly PlacedRemark[];
  /**
   * Line that stands for the first remark, each of the others for one more: what a remark is about may not be in the
   * translation.
   */
  readonly remarkLine: number;
}

/** A remark, and where what it is about stands in the source: from 1. */
export interface PlacedRemark {
  readonly remark: Remark;
  readonly line: number;
  readonly column: number;
}

/** What a remark is about, where that is said once a file: of `{{ films.a }}` and `{{ films.b }}` it is `films`. */
function subjectOf(remark: Remark): string | null {
  // Of several files that are put in each is another.
  if (remark.is === 'unknown-tag')
    return `<${remark.name} ${/^\{%-?\s*include\w*\s+(\S+)/.exec(remark.written)?.[1] ?? ''}`;
  const root =
    remark.is === 'program' ? /^\{{0,2}-?\s*([A-Za-z_$][\w$]*)\s*(?:[.[(|?-]|\}|$)/.exec(remark.written) : null;
  return root?.[1] ?? null;
}

/** Lines that are looked through for the ends of tags in one text. */
const mostLooks = 200_000;

/**
 * Reads another tool's Markdown into our dialect, line by line, so that everything keeps its place. Nothing of it is
 * ever run.
 *
 * @param text with LF line ends, front matter blanked out
 * @param file its name: what a program's is shows in the ending
 * @param variables names that the configuration gives a value
 * @param textOf a file that its tool puts in; null where it is not there
 */
export function translate(
  text: string,
  flavour: Flavour,
  choices: Choices,
  file: string,
  variables: readonly string[] = [],
  textOf: (file: string) => string | null = () => null,
): Translation {
  const remarks: PlacedRemark[] = [];
  const named = new Set<string>();
  const say = (remark: Remark, at: Line, index = indentOf(at)): void => {
    // What one name says is said once a file.
    const subject = subjectOf(remark);
    if (subject !== null && named.has(subject)) return;
    named.add(subject ?? '');
    remarks.push({ remark, line: at.line, column: index + 1 + shiftAt(at, index + 1) });
  };
  const whole = flavour.parts?.putIn(linesOf(text), textOf) ?? linesOf(text);
  const spans = withoutLongSpans(whole, isProgramIn(flavour, file));
  const program = withoutProgram(spans.lines, { flavour, file, say, variables });
  const own = withoutLoneIcons(withoutComments(program.lines, flavour.comments, createCodeLines));
  const lines = inBlocks(flavour.before?.(own) ?? own, {
    flavour,
    choices,
    names: program.names,
    isMdx: program.isMdx,
    ids: new Set(),
    variables: new Set(variables),
    depth: 0,
    inCallout: false,
    isIndented: false,
    stepsApart: false,
    say,
    budget: { left: mostLooks },
    lastEnds: new WeakMap(),
  });
  return {
    text: spans.shown(lines.map((line) => line.text).join('\n')),
    sourceOf({ line, column }) {
      const found = lines[line - 1];
      if (found !== undefined) return { line: found.line, column: Math.max(1, column + shiftAt(found, column)) };
      const said = remarks[line - lines.length - 1];
      return said ?? { line: lines.at(-1)?.line ?? 1, column };
    },
    remarks,
    remarkLine: lines.length + 1,
  };
}
