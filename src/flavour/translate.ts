import { inBlocks } from './blocks.ts';
import { createCodeLines } from './code-lines.ts';
import { withoutComments } from './comments.ts';
import type { Choices, Remark } from './context.ts';
import type { Flavour } from './flavour.ts';
import { indentOf, type Line, linesOf, shiftAt } from './lines.ts';
import { withoutModules } from './modules.ts';

/** A text in our dialect, and where each of its places is in the source. */
export interface Translation {
  readonly text: string;
  /** The place in the source of one in `text`; lines and columns from 1. */
  readonly sourceOf: (point: { readonly line: number; readonly column: number }) => { line: number; column: number };
  readonly remarks: readonly PlacedRemark[];
}

/** A remark, and where it stands in the translation: from 1. */
export interface PlacedRemark {
  readonly remark: Remark;
  readonly line: number;
  readonly column: number;
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
 */
export function translate(
  text: string,
  flavour: Flavour,
  choices: Choices,
  file: string,
  variables: readonly string[] = [],
): Translation {
  const remarks: PlacedRemark[] = [];
  const say = (remark: Remark, at: Line, index = indentOf(at)): void => {
    remarks.push({ remark, line: at.line, column: index + 1 + shiftAt(at, index + 1) });
  };
  const isModule = flavour.modules.some((ending) => file.toLowerCase().endsWith(ending));
  const plain = withoutComments(linesOf(text), flavour.comments, createCodeLines);
  const { lines: own, names } = isModule ? withoutModules(plain) : { lines: plain, names: new Map<string, string>() };
  const lines = inBlocks(flavour.before?.(own) ?? own, {
    flavour,
    choices,
    names,
    variables: new Set(variables),
    depth: 0,
    inCallout: false,
    isIndented: false,
    say,
    budget: { left: mostLooks },
    lastEnds: new WeakMap(),
  });
  return {
    text: lines.map((line) => line.text).join('\n'),
    sourceOf({ line, column }) {
      const found = lines[line - 1];
      if (found === undefined) return { line: (lines.at(-1)?.line ?? 1) + Math.max(0, line - lines.length), column };
      return { line: found.line, column: Math.max(1, column + shiftAt(found, column)) };
    },
    remarks: placed(remarks, lines),
  };
}

/** The places of remarks in the translation: what they are about has a line there, if only a blank one. */
function placed(remarks: readonly PlacedRemark[], lines: readonly Line[]): readonly PlacedRemark[] {
  const first = new Map<number, number>();
  for (const [index, { line }] of lines.entries()) if (!first.has(line)) first.set(line, index);
  return remarks.map(({ remark, line, column }) => {
    const index = first.get(line);
    const found = index === undefined ? undefined : lines[index];
    return index === undefined || found === undefined
      ? { remark, line: 1, column: 1 }
      : { remark, line: index + 1, column: Math.max(1, column - shiftAt(found, column)) };
  });
}
