import { isBlank, type Line, lineAt, replaced, sliceOf } from './lines.ts';
import { type Pass, textLines } from './text-lines.ts';

const opening = /^\s*<(div|section|article|aside|main|figure|details|span|p|center)\b([^<>]*)>(.*)$/;
const isMarkdown = /\smarkdown(?:=(?:"(?:1|block|span)"|'(?:1|block|span)'|1|block|span))?(?=\s|$)/;

/**
 * Reads what stands in HTML with the attribute `markdown` as Markdown: the tag goes, or gets the blank lines that CommonMark
 * asks for.
 */
export const markdownInHtml: Pass = (lines) => {
  if (!lines.some(({ text }) => /<[a-z]+[^<>]*\smarkdown/.test(text))) return lines;
  const isText = textLines(lines);
  const open: { readonly name: string; readonly is: 'gone' | 'kept' | 'html' }[] = [];
  return lines.flatMap((line, at) => {
    if (!isText[at]) return [line];
    const found = opening.exec(line.text);
    if (found !== null) return opened(line, found, open);
    const closing = /^\s*<\/(div|section|article|aside|main|figure|details|span|p|center)>\s*$/.exec(line.text)?.[1];
    if (closing !== undefined) {
      const index = open.findLastIndex(({ name }) => name === closing);
      const [ended] = index < 0 ? [] : open.splice(index);
      if (ended === undefined || ended.is === 'html') return [line];
      return ended.is === 'gone' ? [sliceOf(line, line.text.length)] : apart(line);
    }
    if (open.length === 0 || open.at(-1)?.is === 'html') return [line];
    if (/<\/summary>\s*$/.test(line.text)) return [line, lineAt('', line)];
    return caption(line);
  });
};

function opened(
  line: Line,
  [, name = '', attributes = '', rest = '']: RegExpExecArray,
  open: { readonly name: string; readonly is: 'gone' | 'kept' | 'html' }[],
): readonly Line[] {
  const close = rest.lastIndexOf(`</${name}>`);
  const align = /\salign="(?:center|right|justify)"/.exec(attributes)?.[0] ?? '';
  const is = !isMarkdown.test(attributes) ? 'html' : name === 'details' || align !== '' ? 'kept' : 'gone';
  if (close < 0) open.push({ name, is });
  if (is === 'html') return [line];
  const start = line.text.length - rest.length;
  if (is === 'kept') {
    const tag = replaced(line, /^\s*/.exec(line.text)?.[0].length ?? 0, start, `<${name}${align}>`);
    return isBlank({ ...line, text: rest }) || close >= 0 ? apart(tag) : [lineAt('', line), tag];
  }
  const inside = sliceOf(line, start, close < 0 ? line.text.length : start + close);
  return [lineAt('', line), ...caption(inside), lineAt('', line)];
}

const apart = (line: Line): readonly Line[] => [lineAt('', line), line, lineAt('', line)];

/** What is said of a figure, as a paragraph below it. */
function caption(line: Line): readonly Line[] {
  const found = /<figcaption[^<>]*>(.*?)<\/figcaption>/d.exec(line.text);
  const span = found?.indices?.[1];
  if (found === null || span === undefined) return [line];
  const before = sliceOf(line, 0, found.index);
  const text = sliceOf(line, ...span);
  const said = replaced(replaced(text, text.text.length, text.text.length, '</i>'), 0, 0, '<i>');
  return [before, lineAt('', line), said, lineAt('', line)];
}
