import { createCodeLines } from '../../text/code-lines.ts';
import type { Parts } from '../flavour.ts';
import { behind, type Line, lineAt, replaced, sliceOf } from '../lines.ts';
import { liquid, type Tag } from '../tags.ts';
import { include } from './jekyll-tags.ts';
import { dataAt, dataFilesIn } from './liquid-data.ts';

/** Texts in each other: more is a circle. */
const deepest = 6;

/** Texts that are put into one page, and their characters. */
const mostTexts = 500;
const mostCharacters = 400_000;

/** What would have to be run. */
const program = /\{%-?\s*(?:if|unless|elsif|case|for|tablerow|assign|capture|increment|decrement|cycle)\b/;

/** A condition on what the tag itself says, with no other in it. */
const condition =
  /\{%-?\s*(if|unless)\s+include\.([\w-]+)\s*(?:(==|!=)\s*["']?([\w .-]*)["']?\s*)?-?%\}((?:(?!\{%-?\s*(?:if|unless|elsif|endif|endunless)\b)[\s\S])*)\{%-?\s*end\1\s*-?%\}/;

const otherwise = /\{%-?\s*else\s*-?%\}/;

const value =
  /\{\{-?\s*include\.([\w-]+)\s*(?:\|\s*(?:markdownify|strip|escape|default:\s*["']([^"']*)["'])\s*)*-?\}\}/g;

/**
 * The text of a file with what its tag says put in; null where more would have to be run than that, or where it shows
 * nothing.
 */
function filledIn(text: string, tag: Tag): string | null {
  // Values without quotes are names of what is not known here.
  const isName = (key: string): boolean =>
    new RegExp(`(?:^|\\s)${key}\\s*=\\s*(?!true\\b|false\\b|\\d)[^\\s"']`).test(tag.written);
  const given = (key: string): string => tag.attributes.get(key) ?? '';
  let done = text.replace(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, '');
  for (let found = condition.exec(done); found !== null; found = condition.exec(done)) {
    const [whole, kind, key = '', sign, compared = '', inside = ''] = found;
    if (isName(key)) return null;
    const holds =
      sign === undefined ? !['', 'false'].includes(given(key)) : (given(key) === compared) === (sign === '==');
    const [then = '', other = ''] = inside.split(otherwise);
    done =
      done.slice(0, found.index) + (holds === (kind === 'if') ? then : other) + done.slice(found.index + whole.length);
  }
  if (program.test(done)) return null;
  if ([...done.matchAll(value)].some(([, key = '']) => isName(key))) return null;
  const shown = done.replace(value, (_, key: string, usual?: string) => given(key) || (usual ?? ''));
  const seen = shown.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>/g, '').trim();
  return seen === '' || shown.startsWith('---\n') ? null : shown.replace(/^(?:[ \t]*\n)+|\s+$/g, '');
}

const raw = /\{%-?\s*raw\s*-?%\}/;
const endRaw = /\{%-?\s*endraw\s*-?%\}/;

/** Puts texts in the place of the tags that name them, as Jekyll does before it reads Markdown. */
function withTexts(
  lines: readonly Line[],
  textOf: (file: string) => string | null,
  spent: { texts: number; characters: number },
  depth: number,
): readonly Line[] {
  if (depth > deepest || !lines.some(({ text }) => /include|site\./.test(text))) return lines;
  const isCode = createCodeLines();
  let isRaw = false;
  return lines.flatMap((line) => {
    const isText = !isCode(line.text) && !isRaw && !raw.test(line.text);
    if (raw.test(line.text)) isRaw = !endRaw.test(line.text);
    else if (endRaw.test(line.text)) isRaw = false;
    return isText ? inLine(line, textOf, spent, depth) : [line];
  });
}

function inLine(
  line: Line,
  textOf: (file: string) => string | null,
  spent: { texts: number; characters: number },
  depth: number,
): readonly Line[] {
  for (let at = nextIn(line.text, 0); at >= 0; at = nextIn(line.text, at + 2)) {
    const text = line.text.startsWith('{{', at) ? dataAt(line.text, at, textOf) : textAt(line.text, at, textOf);
    if (text === null) continue;
    spent.texts += 1;
    spent.characters += text.shown.length;
    if (spent.texts > mostTexts || spent.characters > mostCharacters) return [line];
    const before = line.text.slice(0, at);
    const rest = sliceOf(line, at + text.length);
    const own = text.shown.split('\n');
    const margin = before.trim() === '' && rest.text.trim() === '' ? before : '';
    // What stands behind it may name another.
    if (own.length === 1) {
      const whole = withTexts([lineAt(text.shown, line)], textOf, spent, depth + 1);
      if (whole.length > 1) return [...framed(line, at, whole, margin), ...inLine(rest, textOf, spent, depth)];
      const done = replaced(line, at, at + text.length, whole[0]?.text ?? '');
      const end = at + (whole[0]?.text ?? '').length;
      const behindIt = inLine(sliceOf(done, end), textOf, spent, depth);
      if (behindIt.length === 1 && behindIt[0]?.text === done.text.slice(end)) return [done];
      const [next, ...more] = behindIt;
      return [joined(sliceOf(done, 0, end), next), ...more];
    }
    const inside = withTexts(
      own.map((one) => lineAt(one, line)),
      textOf,
      spent,
      depth + 1,
    );
    const around = framed(line, at, inside, margin);
    const [next, ...more] = inLine(rest, textOf, spent, depth);
    return [...around.slice(0, -1), joined(around.at(-1) as Line, next), ...more];
  }
  return [line];
}

/** Where the next tag or value begins; -1 for none. */
function nextIn(text: string, from: number): number {
  const found = text.slice(from).search(/\{[%{]/);
  return found < 0 ? -1 : from + found;
}

/** Lines behind what stands in front of their tag. */
function framed(line: Line, at: number, inside: readonly Line[], margin: string): readonly Line[] {
  const [first, ...more] = inside;
  return [joined(sliceOf(line, 0, at), first), ...more.map((one) => behind(margin, one))];
}

/** A line, and another behind it. */
function joined(line: Line, next: Line | undefined): Line {
  if (next === undefined || next.text === '') return line;
  return line.text === '' ? next : behind(line.text, next);
}

/** The text that a tag at a place is, and how long the tag is; null where it is none, or of another kind. */
function textAt(
  text: string,
  at: number,
  textOf: (file: string) => string | null,
): { readonly shown: string; readonly length: number } | null {
  if (text[at - 1] === '\\') return null;
  const tag = liquid.read(text.slice(at));
  if (tag === null || tag === 'more' || !/^include(?:_cached)?$/.test(tag.name)) return null;
  const [name] = tag.values;
  if (name === undefined || name.includes('{') || include(tag, []) !== null) return null;
  const found = textOf(`_includes/${name}`);
  const shown = found === null ? null : filledIn(found.replace(/\r\n?/g, '\n'), tag);
  return shown === null ? null : { shown, length: tag.written.length };
}

const named = /\{%-?\s*include(?:_cached)?\s+([\w.][\w./-]*)/g;

/** Jekyll's files of `_includes`, where nothing in them has to be run, and what its files of data say. */
export const liquidIncludes: Parts = {
  filesIn: (text) => [...[...text.matchAll(named)].map(([, name = '']) => `_includes/${name}`), ...dataFilesIn(text)],
  putIn: (lines, textOf) => withTexts(lines, textOf, { texts: 0, characters: 0 }, 0),
};
