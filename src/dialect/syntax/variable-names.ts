import type { Handle, Extension as MarkdownExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';
import type { Position } from 'unist';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** `{{name}}` in text. */
    variable: 'variable';
    /** `{{name}}` in a link's address or title. */
    variableString: 'variableString';
  }
}

declare module 'mdast' {
  interface PhrasingContentMap {
    variable: Variable;
  }
  interface RootContentMap {
    variable: Variable;
  }
  interface RootData {
    /** Variables in addresses and titles that have no value. */
    unknownVariables?: { name: string; position: Position }[];
  }
}

/** `{{name}}` where text is expected. */
export interface Variable {
  type: 'variable';
  name: string;
  /** The variable's value; what was written, where it has none. */
  value: string;
  known: boolean;
  position?: Position | undefined;
}

const brace = 123;

/** Syntax of `{{name}}`: two braces, an identifier, two braces; spaces inside the braces are allowed. */
export function variableSyntax(): Extension {
  return { text: { [brace]: variable('variable') }, string: { [brace]: variable('variableString') } };
}

function variable(type: 'variable' | 'variableString'): Construct {
  return { name: type, tokenize: tokenizer(type) };
}

function tokenizer(type: 'variable' | 'variableString'): Tokenizer {
  return (effects, ok, nok) => {
    let index = 0;
    let length = 0;
    return start;

    function start(code: Code): State | undefined {
      effects.enter(type);
      return open(code);
    }

    function open(code: Code): State | undefined {
      if (index === 2) return before(code);
      if (code !== brace) return nok(code);
      index += 1;
      effects.consume(code);
      return open;
    }

    function before(code: Code): State | undefined {
      if (code === 32) {
        effects.consume(code);
        return before;
      }
      return isLetter(code, /[A-Za-z_]/) ? inName(code) : nok(code);
    }

    function inName(code: Code): State | undefined {
      length += 1;
      if (length > 64) return nok(code);
      if (isLetter(code, /[\w.-]/)) {
        effects.consume(code);
        return inName;
      }
      return after(code);
    }

    function after(code: Code): State | undefined {
      if (code === 32) {
        effects.consume(code);
        return after;
      }
      index = 0;
      return close(code);
    }

    function close(code: Code): State | undefined {
      if (index === 2) {
        effects.exit(type);
        return ok(code);
      }
      if (code !== 125) return nok(code);
      index += 1;
      effects.consume(code);
      return close;
    }
  };
}

function isLetter(code: Code, letter: RegExp): boolean {
  return code !== null && code > 0 && letter.test(String.fromCharCode(code));
}

/** The name inside `{{ name }}`. */
function variableName(written: string): string {
  return written.replace(/[{}\s]/g, '');
}

/**
 * Turns the tokens into values. In text a `variable` node stays, because only later is it known whether it
 * stands inside a `<code>` element, where nothing is replaced.
 *
 * @param values by name
 */
export function variableValues(values: Readonly<Record<string, string>>): MarkdownExtension {
  const lookUp = (name: string): string | undefined => (Object.hasOwn(values, name) ? values[name] : undefined);

  const enterVariable: Handle = function (token) {
    const written = this.sliceSerialize(token);
    const name = variableName(written);
    const value = lookUp(name);
    this.enter({ type: 'variable', name, value: value ?? written, known: value !== undefined } as never, token);
  };

  const exitString: Handle = function (token) {
    const written = this.sliceSerialize(token);
    const name = variableName(written);
    const inFence = this.stack.at(-2)?.type === 'code' || this.stack.at(-3)?.type === 'code';
    const value = inFence ? undefined : lookUp(name);
    const root = this.stack[0];
    if (value === undefined && !inFence && root?.type === 'root') {
      root.data ??= {};
      root.data.unknownVariables ??= [];
      root.data.unknownVariables.push({ name, position: { start: { ...token.start }, end: { ...token.end } } });
    }
    this.config.exit.data?.call({ ...this, sliceSerialize: () => value ?? written }, token);
  };

  return {
    enter: {
      variable: enterVariable,
      variableString(token) {
        this.config.enter.data?.call(this, token);
      },
    },
    exit: {
      variable(token) {
        this.exit(token);
      },
      variableString: exitString,
    },
  };
}
