/** What putting a member into a file of JSON came to. */
export type WithMember =
  | { readonly did: 'added'; readonly text: string }
  /** It is there already, with the same value or another. */
  | { readonly did: 'nothing' }
  /** The file is no object that a member could be put into. */
  | { readonly did: 'refused' };

/** One sign of JSON with comments: a text, a comment, white space, or anything else, alone. */
const sign = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\s+|[^\s]/g;

/**
 * Puts a member at the end of the object that a file of JSON with comments is, as editors keep their settings. No other
 * character changes but a comma behind the member before it.
 *
 * @param text of the file
 * @param value as `JSON.stringify` takes it
 */
export function withMember(text: string, key: string, value: unknown): WithMember {
  const at = placeIn(text);
  if (at === null) return { did: 'refused' };
  if (at.keys.includes(key)) return { did: 'nothing' };
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const member = JSON.stringify({ [key]: value }, null, indent)
    .split('\n')
    .slice(1, -1)
    .join(lineEnd);
  const between = text.slice(at.last, at.close);
  const line = between.lastIndexOf('\n');
  // A comment to the end of a line has the line end behind it, so what comes before that is whole.
  const before = line < 0 ? between.trimEnd() : between.slice(0, line).replace(/\r$/, '');
  const after = line < 0 ? '' : between.slice(line + 1);
  const comma = at.isEmpty || at.hasComma ? '' : ',';
  return {
    did: 'added',
    text: `${text.slice(0, at.last)}${comma}${before}${lineEnd}${member}${lineEnd}${after}${text.slice(at.close)}`,
  };
}

/** Where the object ends, and what is in it; null where the file is no object, or a broken one. */
function placeIn(text: string) {
  let depth = 0;
  let last = 0;
  let sign1 = '';
  let closed: { close: number; last: number; before: string } | null = null;
  const keys: string[] = [];
  for (const { 0: found, index } of text.replace(/^\ufeff/, ' ').matchAll(sign)) {
    if (/^(?:\s|\/\/|\/\*)/.test(found)) continue;
    if (closed !== null || (depth === 0 && found !== '{') || found === '"') return null;
    if (found === '}' || found === ']') depth -= 1;
    if (depth === 0 && found === '}') closed = { close: index, last, before: sign1 };
    if (depth === 1 && found === ':') keys.push(keyIn(sign1));
    if (found === '{' || found === '[') depth += 1;
    [last, sign1] = [index + found.length, found];
  }
  if (closed === null) return null;
  return { ...closed, keys, isEmpty: closed.before === '{', hasComma: closed.before === ',' };
}

function keyIn(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}
