import type { Construct, Effects, Extension, ParseContext, TokenizeContext } from 'micromark-util-types';
import { TooComplex } from './meter.ts';

/**
 * Characters that the parser may look at while it reads one file, each as often as it does. Ordinary text takes ten to
 * thirty a character; what is looked ahead for again and again takes the square of the length.
 */
const most = 10_000_000;

const taken = new WeakMap<ParseContext, number>();
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
  const { parser } = context;
  effects.consume = (code) => {
    const steps = (taken.get(parser) ?? 0) + 1;
    if (steps > most) throw new TooComplex(context.now().line, 'what begins here is looked for again and again');
    taken.set(parser, steps);
    consume(code);
  };
}
