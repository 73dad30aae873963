import { withoutCodeSpans } from '../text/code-lines.ts';
import type { Say } from './context.ts';
import type { Flavour } from './flavour.ts';
import { type Line, lineAt, replaced } from './lines.ts';

/** Writes lines of fenced code: the name that its tool shows above it, and without marks for the way it is shown. */
export interface CodeText {
  /** What is written for a line of code, fences included; `isIndented`: whether that alone makes a fence code. */
  readonly shown: (line: Line, isIndented: () => boolean) => readonly Line[];
  /** The code is over. */
  readonly end: () => void;
}

/** Starts outside code. */
export function createCodeText({ codeName, codeMarks = [], codeRun, codeOfFile }: Flavour, say: Say): CodeText {
  let fence: string | null = null;
  let isDropped = false;
  return {
    shown(line, isIndented) {
      if (fence === null) {
        const [, indent = '', ticks = '', info = ''] = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(line.text) ?? [];
        fence = ticks === '' ? '```' : ticks;
        const isPlain = isIndented();
        isDropped = !isPlain && codeRun?.test(info.trim()) === true;
        if (isDropped) {
          say({ is: 'program', written: line.text.trim() }, line);
          return [lineAt('', line)];
        }
        const name = isPlain ? null : (codeName?.(info.trim()) ?? null);
        return name === null ? [line] : [lineAt(`${indent}<b>${escaped(name)}</b>`, line), lineAt('', line), line];
      }
      if (/^[\s>]*(`{3,}|~{3,})\s*$/.exec(line.text)?.[1]?.startsWith(fence) === true) {
        fence = null;
        return isDropped ? [] : [line];
      }
      if (isDropped) return [];
      if (codeOfFile?.test(line.text) === true) {
        say({ is: 'elsewhere', written: line.text.trim() }, line);
        return [];
      }
      return withoutMarks(line, codeMarks);
    },
    end: () => {
      fence = null;
    },
  };
}

/** A line that holds a mark alone is left out. */
function withoutMarks(line: Line, marks: readonly RegExp[]): readonly Line[] {
  const done = marks.reduce((now, mark) => {
    const found = mark.exec(now.text);
    return found === null ? now : replaced(now, found.index, found.index + found[0].length, '');
  }, line);
  return done !== line && done.text.trim() === '' ? [] : [done];
}

function escaped(name: string): string {
  return withoutCodeSpans(name) === name ? name.replace(/[\\*_[\]<>`]/g, '\\$&') : name;
}
