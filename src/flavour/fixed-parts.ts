import { createCodeLines, withoutCodeSpans } from '../text/code-lines.ts';
import type { Names } from './flavour.ts';
import { endOfBraces, endOfTag, textOf } from './jsx-text.ts';
import { type Line, replaced } from './lines.ts';

/** What a program gives names to without anything being run. */
export interface Fixed {
  /** Texts. */
  readonly texts: Names;
  /** Components that take nothing and always show the same: their JSX, in one line. */
  readonly parts: Names;
}

/** Characters of a program that are looked through. */
const mostOfProgram = 200_000;

/** Characters of a component's JSX; a longer one is a block of a page, and none of a sentence. */
const longest = 2000;

/** Components of one text beyond which none is put in. */
const mostPlaces = 2000;

const definition = /^(?:export\s+)?(?:default\s+)?(?:const|let|function)\s+([A-Za-z_$][\w$]*)/gm;
const constant =
  /^\s*(?::\s*[\w.<>]+\s*)?=\s*("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\$]|\$(?!\{))*`)[ \t]*(?:;|\n|$)/;
const component =
  /^\s*(?:(?::\s*[\w.<>]+\s*)?=\s*)?(?:function\s*)?\(\s*\)\s*(?:=>\s*)?(?:\{\s*return\b\s*)?(?:\(\s*)?(?=<[A-Za-z>])/;

/** Reads the texts and the components of a program that are always the same. What takes or works out anything is left out. */
export function fixedIn(program: string): Fixed {
  const texts = new Map<string, string>();
  const parts = new Map<string, string>();
  if (program.length > mostOfProgram) return { texts, parts };
  for (const found of program.matchAll(definition)) {
    const name = found[1] ?? '';
    const rest = program.slice(found.index + found[0].length, found.index + found[0].length + longest * 2);
    const text = textOf(constant.exec(rest)?.[1] ?? '');
    const start = component.exec(rest)?.[0].length;
    const jsx = start === undefined ? null : elementAt(rest, start);
    if (text !== null) texts.set(name, text);
    else if (jsx !== null && jsx.length <= longest && isFixed(jsx)) parts.set(name, inOneLine(jsx));
  }
  return { texts, parts };
}

/** An element of JSX with all that is in it. */
function elementAt(text: string, start: number): string | null {
  let depth = 0;
  for (let at = start; at >= 0 && at < text.length; at = text.indexOf('<', at)) {
    const end = text.startsWith('<>', at) ? at + 1 : endOfTag(text, at + 1);
    if (end === null) return null;
    if (text[at + 1] === '/') depth -= 1;
    else if (text[end - 1] !== '/') depth += 1;
    if (depth <= 0) return depth < 0 ? null : text.slice(start, end + 1);
    at = end + 1;
  }
  return null;
}

/** Whether all that stands in braces is text, or only says how something looks. */
function isFixed(jsx: string): boolean {
  for (let at = jsx.indexOf('{'); at >= 0; at = jsx.indexOf('{', at + 1)) {
    const end = endOfBraces(jsx, at);
    if (end === null) return false;
    const inside = jsx.slice(at + 1, end).trim();
    const isLook = /\s(?:className|style|key|icon|ref)\s*=\s*$/.test(jsx.slice(Math.max(0, at - 20), at));
    if (!isLook && textOf(inside) === null && !inside.startsWith('/*')) return false;
    at = end;
  }
  return true;
}

function inOneLine(jsx: string): string {
  return jsx
    .replace(/>\s*\n\s*/g, '>')
    .replace(/\s*\n\s*</g, '<')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/** Puts what components always show in their place. */
export function withFixedParts(lines: readonly Line[], parts: Names): readonly Line[] {
  if (parts.size === 0) return lines;
  const isCode = createCodeLines();
  let places = 0;
  return lines.map((line) => {
    if (isCode(line.text) || !line.text.includes('<')) return line;
    const plain = withoutCodeSpans(line.text);
    const found = [...plain.matchAll(/<([A-Z]\w*)(?:\s[^<>]{0,500}?)?(?:\/>|>\s*<\/\1\s*>)/g)].filter(([, name = '']) =>
      parts.has(name),
    );
    places += found.length;
    if (places > mostPlaces) return line;
    return found.reduceRight(
      (done, match) => replaced(done, match.index, match.index + match[0].length, parts.get(match[1] ?? '') ?? ''),
      line,
    );
  });
}
