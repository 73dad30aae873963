import type {
  Construct,
  ConstructRecord,
  Effects,
  FullNormalizedExtension,
  TokenizeContext,
} from 'micromark-util-types';
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

/** What one tokenizer does, and whether its steps are counted. */
interface Counted extends Effects {
  isCounted?: true;
}

/**
 * Syntax that counts the parser's steps, and gives up when they are more than a file can need. Which constructs look far
 * ahead, and in which combinations, need not be known for that. Every construct counts, from the first that is tried on, all
 * that its tokenizer consumes: one that does nothing else would have to be tried at every line and word.
 */
export function withStepLimit(syntax: FullNormalizedExtension): FullNormalizedExtension {
  // The same one is tried at several signs, and is asked once only for what it makes of all.
  const counting = new Map<Construct, Construct>();
  const one = (construct: Construct): Construct => {
    const known = counting.get(construct) ?? counted(construct);
    counting.set(construct, known);
    return known;
  };
  const all = (constructs: ConstructRecord): ConstructRecord =>
    Object.fromEntries(Object.entries(constructs).map(([code, at = []]) => [code, [at].flat().map(one)]));
  const { document, flow, text, string } = syntax;
  return { ...syntax, document: all(document), flow: all(flow), text: all(text), string: all(string) };
}

function counted(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects, ok, nok) {
      count(this, effects);
      return construct.tokenize.call(this, effects, ok, nok);
    },
  };
}

function count(context: TokenizeContext, effects: Counted): void {
  if (effects.isCounted) return;
  effects.isCounted = true;
  const { consume } = effects;
  const steps = current;
  effects.consume = (code) => {
    steps.taken += 1;
    if (steps.taken > most) throw new TooComplex(context.now().line, 'what begins here is looked for again and again');
    consume(code);
  };
}
