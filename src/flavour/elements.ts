import { createCodeLines, withoutCodeSpans } from '../text/code-lines.ts';
import { standsFor } from './addresses.ts';
import type { Names } from './flavour.ts';
import { type Attribute, attributesOf, endOfTag } from './jsx-text.ts';
import { keptLook } from './kept-look.ts';
import { isBlank, type Line, replaced } from './lines.ts';

/** Lines that one tag may be written over. */
const mostLines = 400;

/** Tags without an end beyond which no more are looked for. */
const mostUnclosed = 200;

/** Tags of a line beyond which none in it is rewritten: it is refused later. */
const mostTags = 1000;

/** Elements that are empty in HTML. */
const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/**
 * Writes the tags of JSX in a line each, as HTML has them: names and texts for values, no handlers, of styles what we read. Of components
 * only what a value stands for is put in; what they mean is decided later.
 */
export function withPlainTags(lines: readonly Line[], names: Names): readonly Line[] {
  const isCode = createCodeLines();
  const done = [...lines];
  let unclosed = 0;
  for (let at = 0; at < done.length; at += 1) {
    const start = done[at] as Line;
    if (isCode(start.text) || !start.text.includes('<') || start.text.split('<').length > mostTags) continue;
    for (let index = nextTag(start.text, 0); index >= 0 && unclosed < mostUnclosed; ) {
      const written = wholeTag(done, at, index);
      if (written === null) {
        unclosed += 1;
        index = nextTag((done[at] as Line).text, index + 1);
        continue;
      }
      const plain = plainTag(written, names);
      const length = plain === written ? written.length : putIn(done, at, index, written, plain);
      index = nextTag((done[at] as Line).text, index + length);
    }
  }
  return done;
}

/** Where the next tag begins that is no code. */
function nextTag(text: string, from: number): number {
  const found = /(?<!\\)<[A-Za-z][\w.-]*(?=[\s/>])|(?<!\\)<[A-Za-z][\w.-]*$/g;
  found.lastIndex = from;
  return found.exec(withoutCodeSpans(text))?.index ?? -1;
}

/** A tag as it is written, over as many lines as it takes. */
function wholeTag(lines: readonly Line[], at: number, index: number): string | null {
  let text = (lines[at] as Line).text.slice(index);
  for (let last = at; ; ) {
    const end = endOfTag(text, 1);
    if (end !== null) return text.slice(0, end + 1);
    last += 1;
    if (last >= lines.length || last - at > mostLines) return null;
    // Blank lines are in expressions alone.
    if (isBlank(lines[last] as Line) && text.split('{').length <= text.split('}').length) return null;
    text += `\n${(lines[last] as Line).text}`;
  }
}

/** Puts a tag in the place of one that may go over several lines, of which the last one's rest follows it. */
function putIn(lines: Line[], at: number, index: number, written: string, plain: string): number {
  const more = written.split('\n').length - 1;
  const line = lines[at] as Line;
  if (more === 0) {
    lines[at] = replaced(line, index, index + written.length, plain);
    return plain.length;
  }
  const lastPart = written.split('\n').at(-1) ?? '';
  const rest = (lines[at + more] as Line).text.slice(lastPart.length);
  const opened = replaced(line, index, line.text.length, plain);
  lines.splice(at, more + 1, { ...opened, text: opened.text + rest });
  return plain.length;
}

function plainTag(written: string, names: Names): string {
  if (!/[{\n]/.test(written) && !/\sclassName=/.test(written) && !written.endsWith('/>')) return written;
  const name = /^<([A-Za-z][\w.-]*)/.exec(written)?.[1] ?? '';
  const isAlone = written.endsWith('/>');
  const inside = written.slice(name.length + 1, isAlone ? -2 : -1);
  return /^[A-Z]/.test(name)
    ? plainComponent(written, name, inside, isAlone, names)
    : plainElement(name, inside, isAlone, names);
}

/** A component in one line, and the same but for values that stand for a text. */
function plainComponent(written: string, name: string, inside: string, isAlone: boolean, names: Names): string {
  if (!written.includes('{') && !written.includes('\n')) return written;
  const parts = attributesOf(inside).map(({ name: key, text, expression }) => {
    const value = text ?? (expression === null ? null : standsFor(expression, names));
    if (value !== null) return `${key}=${quoted(value)}`;
    return expression === null ? key : `${key}={${expression.replace(/\s+/g, ' ')}}`;
  });
  return `<${[name, ...parts].join(' ')}${isAlone ? ' /' : ''}>`;
}

const dropped = /^(?:className|class|style|key|ref|on[A-Z]\w*|client:\w+|@[\w.-]+)$/;

function plainElement(name: string, inside: string, isAlone: boolean, names: Names): string {
  const given = attributesOf(inside);
  if (name === 'img' && isForTheDark(given)) return '';
  const style = given.find((one) => one.name === 'style');
  const width = /\b(?:max)?width:\s*['"]?(\d+)(?:px)?['"]?\s*(?:[,;}]|$)/i.exec(
    style?.expression ?? style?.text ?? '',
  )?.[1];
  const isCell = name === 'td' || name === 'th';
  const sized = width === undefined || isCell || given.some((one) => one.name === 'width') ? [] : [`width="${width}"`];
  const parts = given.flatMap(({ name: key, text, expression }) => {
    if (dropped.test(key)) return [];
    if (expression === null) return [text === null ? key.toLowerCase() : `${key}=${quoted(text)}`];
    const value = standsFor(expression, names);
    return value === null ? [] : [`${key}=${quoted(value)}`];
  });
  const start = `<${[name, ...parts, ...sized, ...keptLook(name, given)].join(' ')}>`;
  return isAlone && !empty.has(name) ? `${start}</${name}>` : start;
}

/** Whether a picture is the one for dark pages, beside the one that is shown else. */
function isForTheDark(given: readonly Attribute[]): boolean {
  const names = (given.find((one) => one.name === 'className')?.text ?? '').split(/\s+/);
  return names.includes('hidden') && names.some((one) => /^dark:(?:block|inline|inline-block|flex)$/.test(one));
}

function quoted(value: string): string {
  const inLine = value.replace(/\s*\n\s*/g, ' ');
  return inLine.includes('"') ? `"${inLine.replaceAll('"', '&quot;')}"` : `"${inLine}"`;
}
