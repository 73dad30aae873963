/** Counts the brackets of a program, line by line. */
export interface Brackets {
  /** How many more brackets a line opens than it closes. */
  readonly in: (line: string) => number;
  /** Whether a template or a comment goes on behind the last line. */
  readonly isInText: () => boolean;
}

/** Counts brackets that are neither in texts nor in comments: a template and a comment may go over several lines. */
export function createBrackets(): Brackets {
  /** What is open around: a template, an expression in one or a pair of braces in that, a comment. */
  const around: ('`' | '{' | '/*')[] = [];
  return {
    isInText: () => around.length > 0,
    in(line) {
      let count = 0;
      for (let at = 0; at < line.length; at += 1) {
        const sign = line[at] ?? '';
        const inside = around.at(-1);
        if (inside === '`') {
          if (sign === '\\') at += 1;
          else if (sign === '`') around.pop();
          else if (sign === '$' && line[at + 1] === '{') {
            around.push('{');
            at += 1;
          }
        } else if (inside === '/*') {
          const end = line.indexOf('*/', at);
          if (end < 0) return count;
          around.pop();
          at = end + 1;
        } else if (sign === '"' || sign === "'") at = endOfText(line, at);
        else if (sign === '`') around.push('`');
        else if (sign === '/' && line[at + 1] === '*') {
          around.push('/*');
          at += 1;
        } else if (sign === '/' && line[at + 1] === '/' && line[at - 1] !== ':') return count;
        else if (inside === '{') {
          if (sign === '{') around.push('{');
          else if (sign === '}') around.pop();
        } else if ('([{'.includes(sign)) count += 1;
        else if (')]}'.includes(sign)) count -= 1;
      }
      return count;
    },
  };
}

/** The quote that ends a text, or the one that begins it where none does: an apostrophe. */
function endOfText(line: string, start: number): number {
  const sign = line[start];
  for (let at = start + 1; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === sign) return at;
  }
  return start;
}

/** The same in one line, where a template that does not end is a sign like any other. */
export function bracketsOf(line: string): number {
  const plain = line.replace(/(["'`])(?:\\.|(?!\1).)*\1/g, '');
  return (plain.match(/[([{]/g)?.length ?? 0) - (plain.match(/[)\]}]/g)?.length ?? 0);
}
