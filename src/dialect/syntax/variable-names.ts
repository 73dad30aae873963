import type { Root } from 'mdast';
import type { Handle, Extension as MarkdownExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';
import type { Position } from 'unist';
import type { Values, VariableFinding } from '../../model/variables.ts';

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
    /** Names of the variables that a text has. */
    variables?: string[];
    /** What is wrong with variables in addresses and titles. */
    variableFindings?: { finding: VariableFinding; position: Position }[];
  }
}

/** `{{name}}` where text is expected. */
export interface Variable {
  type: 'variable';
  /** The variable's value; what was written, where it has none. */
  value: string;
  /** Whether it has one: what is written then is no other tool's. */
  known: boolean;
  finding: VariableFinding | null;
  position?: Position | undefined;
}

const brace = 123;

/** Syntax of `{{name}}`: two braces, a name, two braces; spaces inside the braces are allowed. */
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
      if (length > 128) return nok(code);
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
 */
export function variableValues(values: Values): MarkdownExtension {
  const enterVariable: Handle = function (token) {
    const written = this.sliceSerialize(token);
    const name = variableName(written);
    note(name, rootOf(this.stack[0]));
    this.enter(variableFor(values, written, name) as never, token);
  };

  const exitString: Handle = function (token) {
    const written = this.sliceSerialize(token);
    const inFence = this.stack.at(-2)?.type === 'code' || this.stack.at(-3)?.type === 'code';
    const root = rootOf(this.stack[0]);
    const name = variableName(written);
    if (!inFence) note(name, root);
    const found = inFence ? null : values.find(name);
    if (found?.finding && root !== null) {
      root.data ??= {};
      root.data.variableFindings ??= [];
      const position = { start: { ...token.start }, end: { ...token.end } };
      root.data.variableFindings.push({ finding: found.finding, position });
    }
    this.config.exit.data?.call({ ...this, sliceSerialize: () => found?.value ?? written }, token);
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

function rootOf(outermost: { readonly type: string } | undefined): Root | null {
  return outermost?.type === 'root' ? (outermost as Root) : null;
}

/** What stands for `{{name}}` in text. */
export function variableFor(values: Values, written: string, name: string): Variable {
  const { value, finding } = values.find(name);
  return { type: 'variable', value: value ?? written, known: value !== null, finding };
}

function note(name: string, root: Root | null): void {
  if (root === null) return;
  root.data ??= {};
  root.data.variables ??= [];
  root.data.variables.push(name);
}
