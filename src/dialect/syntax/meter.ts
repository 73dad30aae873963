import { codeText } from 'micromark-core-commonmark';
import type { Code, Construct, Extension, State, TokenizeContext } from 'micromark-util-types';

/** Marks of one kind of inline markup that one paragraph may hold. Real ones hold a few dozen. */
const limit = 1000;

/** A text is nested deeper, or marked up more densely, than can be read in time proportional to its size. */
export class TooComplex extends Error {
  override readonly name = 'TooComplex';
  /** Line where it is too much, from 1. */
  readonly line: number;

  /** @param what is too much, as the subject of a sentence */
  constructor(line: number, what: string) {
    super(what);
    this.line = line;
  }
}

/**
 * Counts `*`, `_`, `~`, brackets, `<` and backticks in each paragraph, heading and table cell, and gives up
 * at the limit. Matching emphasis and brackets takes time that grows with the square of their number, and
 * nesting them takes stack; everything that comes after the parser relies on this bound.
 */
export function meter(): Extension {
  const counts = new WeakMap<TokenizeContext, number>();
  const count = (context: TokenizeContext): void => {
    const marks = (counts.get(context) ?? 0) + 1;
    if (marks > limit) throw new TooComplex(context.now().line, `more than ${limit} marks in one paragraph`);
    counts.set(context, marks);
  };
  const run = counter(count, true);
  const single = counter(count, false);
  const tick: Construct = codeText.previous === undefined ? single : { ...single, previous: codeText.previous };
  return { text: { 42: run, 95: run, 126: run, 60: single, 91: single, 93: single, 96: tick } };
}

/**
 * Counts and never matches, so that the construct that is meant comes next. It must not be tried where that one
 * must not, which is why `previous` is taken over.
 */
function counter(count: (context: TokenizeContext) => void, wholeRun: boolean): Construct {
  return {
    name: 'meter',
    tokenize(this: TokenizeContext, effects, _ok, nok) {
      const context = this;
      let mark: Code = null;
      return start;

      function start(code: Code): State | undefined {
        if (!wholeRun) {
          count(context);
          return nok(code);
        }
        mark = code;
        effects.enter('data');
        return inRun(code);
      }

      function inRun(code: Code): State | undefined {
        if (code === mark) {
          count(context);
          effects.consume(code);
          return inRun;
        }
        effects.exit('data');
        return nok(code);
      }
    },
  };
}
