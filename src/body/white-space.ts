/** White space that HTML collapses; a non-breaking space is none. */
const spaceCharacters = ' \t\n\f\r';

/** Every run of white space that holds a line end becomes one space. */
export function joinLines(text: string): string {
  if (!/[\n\r]/.test(text)) return text;
  return text.replace(/[ \t\n\f\r]+/g, (run) => (/[\n\r]/.test(run) ? ' ' : run));
}

/** Takes characters off the start of a text. In one pass, however many there are. */
export function trimStart(text: string, characters = spaceCharacters): string {
  let start = 0;
  while (start < text.length && characters.includes(text.charAt(start))) start += 1;
  return text.slice(start);
}

/** Takes characters off the end of a text. In one pass: a regular expression would begin anew at every space. */
export function trimEnd(text: string, characters = spaceCharacters): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
