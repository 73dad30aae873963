import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/** The only directives of the dialect, by the number of colons in front. */
export const directiveNames = {
  text: ['button'],
  leaf: ['include'],
  container: ['callout', 'center', 'right', 'include'],
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
    text: { [colon]: text.map((construct) => guarded(construct, named(1, directiveNames.text, '['))) },
    flow: {
      [colon]: [
        ...(container ? [guarded(container, named(3, directiveNames.container))] : []),
        ...(leaf ? [guarded(leaf, named(2, directiveNames.leaf))] : []),
      ],
    },
  };
}

function asList(constructs: Construct | Construct[] | undefined): Construct[] {
  return constructs === undefined ? [] : Array.isArray(constructs) ? constructs : [constructs];
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
