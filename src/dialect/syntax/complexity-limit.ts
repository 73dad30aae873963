import { codeText } from 'micromark-core-commonmark';
import type { Code, Construct, Extension, State, TokenizeContext } from 'micromark-util-types';
import { TooComplex } from '../../model/too-complex.ts';

/** Marks of one kind of inline markup that one paragraph may hold. Real ones hold a few dozen. */
const limit = 1000;

const counts = new WeakMap<TokenizeContext, number>();

/**
 * Counts marks of one paragraph, heading or table cell.
 *
 * @param context of the tokenizer that reads it
 * @param weight more than 1 for what makes the parser look far ahead
 * @throws TooComplex at the limit
 */
export function countMarks(context: TokenizeContext, weight = 1): void {
  const marks = (counts.get(context) ?? 0) + weight;
  if (marks > limit) throw new TooComplex(context.now().line, `more than ${limit} marks in one paragraph`);
  counts.set(context, marks);
}

/**
 * Counts `*`, `_`, `~`, brackets, `<` and backticks in each paragraph, heading and table cell, and gives up
 * at the limit. Matching emphasis and brackets takes time that grows with the square of their number, and
 * nesting them takes stack; everything that comes after the parser relies on this bound.
 */
export function complexityLimit(): Extension {
  const single = counter();
  // The end of code, of a comment and of a title is looked for to the end of the paragraph.
  const code = counter(/[\s\S]/);
  const tick = codeText.previous === undefined ? code : { ...code, previous: codeText.previous };
  const less = counter(/[!?]/);
  const close = counter(/\(/);
  return {
    document: { 91: nested },
    text: { 42: run, 95: run, 126: run, 60: less, 91: single, 93: close, 96: tick },
  };
}

/** Times that a footnote may begin in one line: each is looked for twice, and is in the one before it. */
const mostNested = 200;

const nestedIn = new WeakMap<TokenizeContext, { readonly line: number; readonly times: number }>();

/** Counts what may begin a footnote in one line. Each more is tried with all those around it. */
const nested: Construct = {
  name: 'complexityLimit',
  tokenize(this: TokenizeContext, _effects, _ok, nok) {
    const { line } = this.now();
    const before = nestedIn.get(this);
    const times = before?.line === line ? before.times + 1 : 1;
    if (times > mostNested) throw new TooComplex(line, 'footnotes inside footnotes');
    nestedIn.set(this, { line, times });
    return nok;
  },
};

/** Counts a run of one character. Nothing here ever matches, so that the construct that is meant comes next. */
const run: Construct = {
  name: 'complexityLimit',
  tokenize(this: TokenizeContext, effects, _ok, nok) {
    const context = this;
    let mark: Code = null;
    return start;

    function start(code: Code): State | undefined {
      mark = code;
      effects.enter('data');
      return inRun(code);
    }

    function inRun(code: Code): State | undefined {
      if (code === mark) {
        countMarks(context);
        effects.consume(code);
        return inRun;
      }
      effects.exit('data');
      return nok(code);
    }
  },
};

/**
 * Counts one character. It must not be tried where the construct that is meant must not, which is why `previous`
 * is taken over from that one.
 *
 * @param before counts more in front of such a character
 */
function counter(before?: RegExp): Construct {
  return {
    name: 'complexityLimit',
    tokenize(this: TokenizeContext, effects, _ok, nok) {
      const context = this;
      return start;

      function start(code: Code): State | undefined {
        effects.enter('data');
        effects.consume(code);
        effects.exit('data');
        return after;
      }

      function after(code: Code): State | undefined {
        const isHeavy = code !== null && code > 0 && before?.test(String.fromCharCode(code));
        countMarks(context, isHeavy ? 4 : 1);
        return nok(code);
      }
    },
  };
}
