import type { Extension as MarkdownExtension } from 'mdast-util-from-markdown';
import { htmlFlow, htmlText } from 'micromark-core-commonmark';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Position } from 'unist';
import { isKnownElement } from '../../model/html-elements.ts';
import { guarded } from './directive-names.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** The `<` of what would be a tag if its name were an element's. */
    placeholder: 'placeholder';
  }
}

declare module 'mdast' {
  interface RootData {
    /** Where a `<name>` that is no HTML element begins. */
    placeholders?: Position[];
  }
}

const lessThan = 60;

/**
 * Lets only names of HTML elements open HTML. People write `<port>` and `<your name>` for something to fill
 * in; as HTML these would vanish from the page. Here they are text from the start, so that the Markdown
 * around and inside them is read as usual, and each is marked with a `placeholder` token.
 */
export function htmlTags(): Extension {
  return {
    disable: { null: ['htmlFlow', 'htmlText'] },
    flow: { [lessThan]: { ...guarded(htmlFlow, tagNamed(true)), name: 'knownHtmlFlow' } },
    text: { [lessThan]: [{ ...guarded(htmlText, tagNamed(true)), name: 'knownHtmlText' }, placeholder] },
  };
}

/** `<` of a tag whose name is unknown: one character, taken as text. */
const placeholder: Construct = {
  name: 'placeholder',
  tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const wholeTag = { ...htmlText, name: 'placeholderTag', partial: true };
    const take: State = (code) => {
      effects.enter('placeholder');
      effects.consume(code);
      effects.exit('placeholder');
      return ok;
    };
    return effects.check(tagNamed(false), effects.check(wholeTag, take, nok), nok);
  },
};

/** Matches `<name` or `</name` by whether the name is known; comments and declarations count as known. */
function tagNamed(known: boolean): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let name = '';
      return start;

      function start(code: Code): State | undefined {
        effects.enter('data');
        effects.consume(code);
        return afterOpen;
      }

      function afterOpen(code: Code): State | undefined {
        if (code !== 47) return first(code);
        effects.consume(code);
        return first;
      }

      function first(code: Code): State | undefined {
        if (code !== null && code > 0 && /[A-Za-z]/.test(String.fromCharCode(code))) return inName(code);
        effects.exit('data');
        return known ? ok(code) : nok(code);
      }

      function inName(code: Code): State | undefined {
        if (code !== null && code > 0 && /[A-Za-z0-9-]/.test(String.fromCharCode(code))) {
          name += String.fromCharCode(code);
          effects.consume(code);
          return inName;
        }
        effects.exit('data');
        return isKnownElement(name) === known ? ok(code) : nok(code);
      }
    },
  };
}

/** Turns `placeholder` tokens into the text they are, and remembers where they stand. */
export function placeholderText(): MarkdownExtension {
  return {
    enter: {
      placeholder(token) {
        this.config.enter.data?.call(this, token);
      },
    },
    exit: {
      placeholder(token) {
        const root = this.stack[0];
        if (root?.type === 'root') {
          root.data ??= {};
          root.data.placeholders ??= [];
          root.data.placeholders.push({ start: { ...token.start }, end: { ...token.end } });
        }
        this.config.exit.data?.call(this, token);
      },
    },
  };
}
