/** Where a value begins with a bracket: behind a key, or behind the dash of a list. */
const opening = /^[ \t]*(?:- +)*(?:[^\s#:'"[{][^#:'"[{\n]*:[ \t]+|- +)(?=[[{])/gm;

/**
 * Writes what stands in brackets over several lines in one, with blanks for line ends, tabs and comments, so that
 * everything stays at its place. Other parsers take lines in brackets however they are indented.
 *
 * @param text YAML
 */
export function withJoinedLists(text: string): string {
  let joined = text;
  for (const found of text.matchAll(opening)) {
    const from = found.index + found[0].length;
    const list = listAt(text, from);
    if (list?.includes('\n') === true)
      joined = joined.slice(0, from) + list.replace(/[\n\r\t]/g, ' ') + joined.slice(from + list.length);
  }
  return joined;
}

const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** What stands in the brackets at a place, with blanks for its comments; null where they are not closed. */
function listAt(text: string, from: number): string | null {
  const open: string[] = [];
  let list = '';
  const part = /"(?:\\[\s\S]|[^"\\])*"|'(?:''|[^'])*'|(?<=[\s,[{])#[^\n]*|[^"'#[\]{}]+|[\s\S]/gy;
  part.lastIndex = from;
  for (let found = part.exec(text); found !== null; found = part.exec(text)) {
    const [word] = found;
    list += word.startsWith('#') && word.length > 1 ? ' '.repeat(word.length) : word;
    const end = closing[word];
    if (end !== undefined) open.push(end);
    else if (word === ']' || word === '}') {
      if (open.pop() !== word) return null;
      if (open.length === 0) return list;
    }
  }
  return null;
}
