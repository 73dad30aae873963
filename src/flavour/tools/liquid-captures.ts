import { type Line, lineAt } from '../lines.ts';
import { type Pass, textLines } from '../text-lines.ts';

const opening = /^\s*\{%-?\s*capture\s+([\w-]+)\s*-?%\}\s*$/;
const closing = /^\s*\{%-?\s*endcapture\s*-?%\}\s*$/;
const use = /^\s*\{\{-?\s*([\w-]+)\s*(?:\|\s*markdownify\s*)?-?\}\}\s*$/;

/** Uses of texts in one page that are filled in: each may hold them all. */
const mostUses = 200;

/** A text that is given a name and then shown in a line of its own: it is a constant, so it stands where it is shown. */
export const captures: Pass = (lines) => {
  if (!lines.some(({ text }) => text.includes('endcapture'))) return lines;
  const isText = textLines(lines);
  const texts = new Map<string, readonly Line[]>();
  const shown = new Set(lines.flatMap(({ text }, at) => (isText[at] ? (use.exec(text)?.[1] ?? []) : [])));
  const out: Line[] = [];
  let uses = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    const name = isText[at] ? opening.exec(line.text)?.[1] : undefined;
    const end = name === undefined || !shown.has(name) ? -1 : endOf(lines, at, isText);
    if (name !== undefined && end > 0) {
      texts.set(name, lines.slice(at + 1, end));
      out.push(lineAt('', line));
      at = end;
      continue;
    }
    const text = isText[at] ? texts.get(use.exec(line.text)?.[1] ?? '') : undefined;
    if (text === undefined || uses >= mostUses) out.push(line);
    else out.push(lineAt('', line), ...text, lineAt('', line));
    uses += text === undefined ? 0 : 1;
  }
  return out;
};

/** The line that ends a text; -1 for none, or where another begins in it. */
function endOf(lines: readonly Line[], at: number, isText: readonly boolean[]): number {
  for (let index = at + 1; index < lines.length; index += 1) {
    const text = isText[index] ? (lines[index] as Line).text : '';
    if (opening.test(text)) return -1;
    if (closing.test(text)) return index;
  }
  return -1;
}
