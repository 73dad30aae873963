import { indentOf, isBlank, type Line, withoutIndent } from './lines.ts';

/** What is as far in is code in Markdown, and in MDX it is not. */
const codeIndent = 4;

/** Follows the lists in a text that has no indented code, so that what is merely laid out deeper comes to where it belongs. */
export interface Indents {
  /** The line where it belongs. */
  readonly settle: (line: Line, isCode: boolean) => Line;
  /** How far in a block may stand that is so far in. */
  readonly within: (indent: number) => number;
}

/** Starts outside lists. */
export function createIndents(): Indents {
  let offsets: readonly number[] = [];
  let isAfterBlank = true;
  let fence: number | null = null;
  const baseOf = (indent: number): number => offsets.findLast((offset) => offset <= indent) ?? 0;
  return {
    settle(line, isCode) {
      if (isCode) {
        if (fence === null) {
          const indent = indentOf(line);
          const base = baseOf(indent);
          fence = indent - base >= codeIndent ? indent - base : 0;
          // An item may begin with code.
          for (const end of markersOf(line.text)) offsets = [...offsets.filter((offset) => offset < end), end];
        }
        return fence === 0 ? line : withoutIndent(line, fence);
      }
      fence = null;
      if (isBlank(line)) {
        isAfterBlank = true;
        return line;
      }
      const indent = indentOf(line);
      if (isAfterBlank || isItem(line)) offsets = offsets.filter((offset) => offset <= indent);
      const base = baseOf(indent);
      const isDeep = indent - base >= codeIndent && (isAfterBlank || isItem(line));
      const done = isDeep ? withoutIndent(line, indent - base) : line;
      for (const end of markersOf(done.text)) offsets = [...offsets.filter((offset) => offset < end), end];
      isAfterBlank = false;
      return done;
    },
    within: (indent) => {
      const base = baseOf(indent);
      return indent - base >= codeIndent || offsets.length === 0 ? base : indent;
    },
  };
}

/** Where the text of each item begins whose marker the line has. */
function markersOf(text: string): readonly number[] {
  const ends: number[] = [];
  const marker = /\s*(?:[-*+]|\d{1,9}[.)])\s+/y;
  while (ends.length < 20 && marker.test(text)) ends.push(marker.lastIndex);
  return ends;
}

function isItem({ text }: Line): boolean {
  return /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(text);
}
