import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { countMarks } from './complexity-limit.ts';

/** The only directives of the dialect, by the number of colons in front. */
export const directiveNames = {
  text: ['button'],
  leaf: ['include', 'intercom-block'],
  container: ['callout', 'center', 'right', 'justify'],
} as const;

const colon = 58;

/**
 * Narrows the general directive syntax to the dialect's own names. Without it `10:30`, `a:b` and `:::note`
 * would be directives that nobody meant, and their text would be lost; here they are never tokenised as
 * anything but text.
 *
 * @param directives the extension of `micromark-extension-directive`
 */
export function onlyOurDirectives(directives: Extension): Extension {
  const text = asList(directives.text?.[colon]);
  const [container, leaf] = asList(directives.flow?.[colon]);
  return {
    text: { [colon]: text.map((construct) => counted(guarded(construct, named(1, directiveNames.text, '[')))) },
    flow: {
      [colon]: [
        ...(container ? [guarded(container, named(3, directiveNames.container))] : []),
        ...(leaf ? [guarded(leaf, named(2, directiveNames.leaf)), afterColons(leaf)] : []),
      ],
    },
  };
}

function asList(constructs: Construct | Construct[] | undefined): Construct[] {
  return constructs === undefined ? [] : Array.isArray(constructs) ? constructs : [constructs];
}

/** Attributes that are not closed are looked for to the end of the paragraph, for each directive anew. */
function counted(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const matched: State = (code) => {
        countMarks(this, 10);
        return ok(code);
      };
      return construct.tokenize.call(this, effects, matched, nok);
    },
  };
}

/** `construct`, tried only where `guard` matches. */
export function guarded(construct: Construct, guard: Construct): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      return effects.check(guard, construct.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}

/**
 * A leaf written with three colons or more, as `:::include{file=…}` is: what follows is not in it, and the line
 * that may close it is dropped later.
 */
function afterColons(leaf: Construct): Construct {
  return guarded(
    {
      ...leaf,
      tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
        const asLeaf = leaf.tokenize.call(this, effects, ok, nok);
        return start;

        function start(code: Code): State | undefined {
          effects.enter('whitespace');
          return skip(code);
        }

        function skip(code: Code): State | undefined {
          effects.consume(code);
          return effects.check(twoColons, leave, skip);
        }

        function leave(code: Code): State | undefined {
          effects.exit('whitespace');
          return asLeaf(code);
        }
      },
    },
    named(3, directiveNames.leaf),
  );
}

/** Exactly two colons from here. */
const twoColons: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let count = 0;
    return start;

    function start(code: Code): State | undefined {
      effects.enter('data');
      return next(code);
    }

    function next(code: Code): State | undefined {
      if (code !== colon || count === 3) {
        effects.exit('data');
        return count === 2 ? ok(code) : nok(code);
      }
      count += 1;
      effects.consume(code);
      return next;
    }
  },
};

/** Matches colons, one of the names, and `next` (or anything but a name's character). */
function named(colons: number, names: readonly string[], next?: string): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let count = 0;
      let name = '';
      return start;

      function start(code: Code): State | undefined {
        effects.enter('data');
        return marker(code);
      }

      function marker(code: Code): State | undefined {
        if (code !== colon) return count >= colons ? letter(code) : nok(code);
        count += 1;
        if (count > colons && colons < 3) return nok(code);
        effects.consume(code);
        return marker;
      }

      function letter(code: Code): State | undefined {
        if (code !== null && code > 0 && /[\w-]/.test(String.fromCharCode(code))) {
          if (name.length > 20) return nok(code);
          name += String.fromCharCode(code);
          effects.consume(code);
          return letter;
        }
        effects.exit('data');
        const follows = next === undefined || code === next.charCodeAt(0);
        return names.includes(name) && follows ? ok(code) : nok(code);
      }
    },
  };
}
