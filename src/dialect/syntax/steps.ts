import type { Construct, Effects, Extension, TokenizeContext } from 'micromark-util-types';
import { TooComplex } from '../../model/too-complex.ts';

/**
 * Characters that the parser may look at while it reads one file, each as often as it does. Ordinary text takes ten to
 * thirty a character; what is looked ahead for again and again takes the square of the length.
 */
const most = 10_000_000;

/** Steps that were taken for one source, its snippets included. */
export interface Steps {
  taken: number;
}

/** Those of the text that is being read: the parser has no place for what belongs to one run of it. */
let current: Steps = { taken: 0 };

/** Reads a text, and counts its steps with those that were taken before. */
export function countingIn<T>(steps: Steps, read: () => T): T {
  const before = current;
  current = steps;
  try {
    return read();
  } finally {
    current = before;
  }
}

const counted = new WeakSet<Effects>();

/**
 * Counts the parser's steps, and gives up when they are more than a file can need. Which constructs look far ahead, and
 * in which combinations, need not be known for that.
 */
export function stepLimit(): Extension {
  return { document: { null: counter }, flow: { null: counter }, text: { null: counter }, string: { null: counter } };
}

/** Never matches. Tried once, it counts all that its tokenizer consumes from then on. */
const counter: Construct = {
  name: 'steps',
  tokenize(this: TokenizeContext, effects, _ok, nok) {
    count(this, effects);
    return nok;
  },
};

function count(context: TokenizeContext, effects: Effects): void {
  if (counted.has(effects)) return;
  counted.add(effects);
  const { consume } = effects;
  const steps = current;
  effects.consume = (code) => {
    steps.taken += 1;
    if (steps.taken > most) throw new TooComplex(context.now().line, 'what begins here is looked for again and again');
    consume(code);
  };
}
