/** Characters that one tag or expression may take. */
const longest = 20_000;

/** An attribute as it is written in a tag of JSX. */
export interface Attribute {
  readonly name: string;
  /** Between quotes; null for none. */
  readonly text: string | null;
  /** Between braces; null for none. */
  readonly expression: string | null;
}

/** The `>` that ends a tag: not one in quotes, and none in an expression. */
export function endOfTag(text: string, from: number): number | null {
  return endAt(text, from, (sign, depth) => sign === '>' && depth <= 0);
}

/** The brace that closes one: not one in quotes. Null where none does. */
export function endOfBraces(text: string, open: number): number | null {
  return endAt(text, open, (sign, depth) => sign === '}' && depth <= 0);
}

function endAt(text: string, from: number, isEnd: (sign: string, depth: number) => boolean): number | null {
  let depth = 0;
  const last = Math.min(text.length, from + longest);
  for (let at = from; at < last; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (isEnd(sign, depth)) return at;
    const passed = depth > 0 && sign === '/' ? endOfComment(text, at) : endOfQuote(text, at, depth > 0);
    if (passed === null) return null;
    at = passed;
  }
  return null;
}

function endOfComment(text: string, at: number): number {
  const close = text[at + 1] === '*' ? '*/' : text[at + 1] === '/' && text[at - 1] !== ':' ? '\n' : null;
  const end = close === null ? at : text.indexOf(close, at + 2);
  return close === null ? at : end < 0 ? at + 1 : end + close.length - 1;
}

/** The end of what a quote begins, or the place itself; null for a quote without an end. */
function endOfQuote(text: string, at: number, isProgram: boolean): number | null {
  const sign = text[at] ?? '';
  const begins = sign === '"' || sign === "'" || (sign === '`' && isProgram);
  if (!begins || (isProgram && !/[\s=({[,:?+>&|!]/.test(text[at - 1] ?? ' '))) return at;
  for (let end = at + 1; end < Math.min(text.length, at + longest); end += 1) {
    if (isProgram && text[end] === '\\') end += 1;
    else if (text[end] === sign) return end;
  }
  return null;
}

/**
 * The attributes of a tag, in order. `{...props}` has no name and is left out.
 *
 * @param inside what stands between the tag's name and its end
 */
export function attributesOf(inside: string): readonly Attribute[] {
  const found: Attribute[] = [];
  const name = /[A-Za-z_@:#][\w:.@-]*/y;
  for (let at = 0; at < inside.length; ) {
    if (inside[at] === '{') {
      at = (endOfBraces(inside, at) ?? inside.length) + 1;
      continue;
    }
    name.lastIndex = at;
    const named = name.exec(inside)?.[0];
    if (named === undefined) {
      at += 1;
      continue;
    }
    at += named.length;
    const equals = /^\s*=\s*/.exec(inside.slice(at, at + 40))?.[0];
    if (equals === undefined) {
      found.push({ name: named, text: null, expression: null });
      continue;
    }
    at += equals.length;
    const sign = inside[at] ?? '';
    const end = sign === '{' ? endOfBraces(inside, at) : inside.indexOf(sign, at + 1);
    if (sign === '{')
      found.push({ name: named, text: null, expression: inside.slice(at + 1, end ?? undefined).trim() });
    else if (sign === '"' || sign === "'")
      found.push({ name: named, text: inside.slice(at + 1, end ?? undefined), expression: null });
    else {
      const bare = /^[^\s>]*/.exec(inside.slice(at))?.[0] ?? '';
      found.push({ name: named, text: bare, expression: null });
      at += bare.length;
      continue;
    }
    at = end === null || end < 0 ? inside.length : end + 1;
  }
  return found;
}

/** The text that an expression is, where it is one: `'text'`, `` `text` ``, `3`. Null for what would have to be run. */
export function textOf(expression: string): string | null {
  const quoted = /^(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|`((?:\\.|[^`\\$]|\$(?!\{))*)`)$/s.exec(expression.trim());
  const found = quoted?.slice(1).find((one) => one !== undefined);
  if (found !== undefined) return found.replace(/\\(?:n|t)/g, ' ').replace(/\\(.)/gs, '$1');
  return /^-?\d[\d.]*$/.test(expression.trim()) ? expression.trim() : null;
}
