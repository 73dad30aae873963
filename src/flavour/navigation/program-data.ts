/** Levels of brackets, and of names that stand for others, that are followed. */
const deepest = 40;

/** A place in the text of a program. */
interface Reader {
  readonly text: string;
  at: number;
  readonly depth: number;
  /** Values that may still be read: constants that name one another multiply. */
  readonly budget: { left: number };
}

/** Values of one program that are read. */
const mostValues = 50_000;

/**
 * Reads plain data in a program: texts, numbers, lists and objects, and names of constants that are such. Nothing is run;
 * what is computed is left out.
 *
 * @param text of a program in JavaScript or TypeScript
 * @param from where the data begins
 * @returns undefined for what is no data
 */
export function dataIn(text: string, from: number): unknown {
  return valueAt({ text, at: from, depth: 0, budget: { left: mostValues } });
}

/** What the program gives to others. */
export function exportedData(text: string): unknown {
  const found = /(?:^|\n)[ \t]*(?:module\.exports\s*=|export\s+default)\s*/.exec(text);
  return found === null ? undefined : dataIn(text, found.index + found[0].length);
}

const blanks = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const word = /[A-Za-z_$][\w$]*/y;
const number = /-?\d[\d._]*/y;
const quoted = /'((?:\\[\s\S]|[^'\\\n])*)'|"((?:\\[\s\S]|[^"\\\n])*)"|`((?:\\[\s\S]|[^`\\$]|\$(?!\{))*)`/y;

function taken(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found !== null) reader.at += found[0].length;
  return found;
}

function isNext(reader: Reader, sign: string): boolean {
  taken(reader, blanks);
  if (!reader.text.startsWith(sign, reader.at)) return false;
  reader.at += sign.length;
  return true;
}

/** The value at a place, which is then behind it; undefined for one that is computed. */
function valueAt(reader: Reader): unknown {
  reader.budget.left -= 1;
  const value = reader.depth > deepest || reader.budget.left < 0 ? undefined : simpleValue(reader);
  taken(reader, /\s*(?:as\s+const|(?:as|satisfies)\s+[\w$.<>[\]]+)/y);
  taken(reader, blanks);
  if (/^(?:[,\]});]|$)/.test(reader.text.slice(reader.at, reader.at + 1))) return value;
  // Behind a constant may follow anything, in a line of its own.
  if (/\n\s*$/.test(reader.text.slice(0, reader.at)) && value !== undefined) return value;
  skip(reader);
  return undefined;
}

function simpleValue(reader: Reader): unknown {
  taken(reader, blanks);
  const inside = { ...reader, at: reader.at + 1, depth: reader.depth + 1 };
  const sign = reader.text[reader.at];
  if (sign === '[' || sign === '{') {
    const value = sign === '[' ? listOf(inside) : objectOf(inside);
    reader.at = inside.at;
    return value;
  }
  const text = taken(reader, quoted);
  if (text !== null) return (text[1] ?? text[2] ?? text[3] ?? '').replace(/\\(?:\n|(.))/g, '$1');
  const digits = taken(reader, number);
  if (digits !== null) return Number(digits[0].replaceAll('_', ''));
  const name = taken(reader, word)?.[0];
  if (name === undefined) return undefined;
  if (name === 'true' || name === 'false') return name === 'true';
  if (name === 'null' || name === 'undefined') return null;
  return taken(reader, /\s*\(\s*\)/y) === null ? constant(name, reader) : returned(name, reader);
}

function listOf(reader: Reader): unknown[] {
  const list: unknown[] = [];
  while (!isNext(reader, ']') && reader.at < reader.text.length) {
    const isSpread = isNext(reader, '...');
    const value = valueAt(reader);
    if (isSpread && Array.isArray(value)) list.push(...value);
    else if (!isSpread && value !== undefined) list.push(value);
    if (!isNext(reader, ',') && !isNext(reader, ']')) break;
    if (reader.text[reader.at - 1] === ']') break;
  }
  return list;
}

function objectOf(reader: Reader): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  while (!isNext(reader, '}') && reader.at < reader.text.length) {
    if (isNext(reader, '...')) {
      const value = valueAt(reader);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) entries.push(...Object.entries(value));
    } else entries.push(...entryOf(reader));
    if (!isNext(reader, ',') && !isNext(reader, '}')) break;
    if (reader.text[reader.at - 1] === '}') break;
  }
  return Object.fromEntries(entries);
}

function entryOf(reader: Reader): readonly [string, unknown][] {
  const text = taken(reader, quoted);
  const key = text === null ? (taken(reader, word) ?? taken(reader, number))?.[0] : (text[1] ?? text[2] ?? text[3]);
  if (key !== undefined && isNext(reader, ':')) {
    const value = valueAt(reader);
    return value === undefined ? [] : [[key, value]];
  }
  // `{ name }` stands for a constant; a method and a computed key are no data.
  const isShort = key !== undefined && /^[,}]/.test(reader.text.slice(reader.at, reader.at + 1));
  const value = isShort ? constant(key, reader) : undefined;
  if (!isShort) skip(reader);
  return key === undefined || value === undefined ? [] : [[key, value]];
}

/** Moves to the end of what is no data: the comma or bracket behind it. */
function skip(reader: Reader): void {
  const part =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|[\s\S]/y;
  for (let open = 0; reader.at < reader.text.length; ) {
    const sign = reader.text[reader.at] ?? '';
    if (open === 0 && /[,\]})]/.test(sign)) return;
    if (/[[{(]/.test(sign)) open += 1;
    if (/[\]})]/.test(sign)) open -= 1;
    taken(reader, part);
  }
}

/** The value of a constant of the same program. */
function constant(name: string, reader: Reader): unknown {
  const found = new RegExp(
    `(?:^|\\n)[ \\t]*(?:export\\s+)?(?:const|let|var)\\s+${escaped(name)}\\s*(?::[^=\\n]+)?=\\s*`,
  );
  return elsewhere(found, reader);
}

/** What a function of the same program returns that does nothing else. */
function returned(name: string, reader: Reader): unknown {
  const found = new RegExp(`\\bfunction\\s+${escaped(name)}\\s*\\(\\s*\\)[^{\\n]*\\{\\s*return\\s*`);
  return elsewhere(found, reader);
}

/** The value behind what a pattern finds. */
function elsewhere(pattern: RegExp, reader: Reader): unknown {
  const found = pattern.exec(reader.text);
  if (found === null) return undefined;
  return valueAt({ ...reader, at: found.index + found[0].length, depth: reader.depth + 1 });
}

const escaped = (name: string): string => name.replaceAll('$', '\\$');
