import { behind, type Line, lineAt, sliceOf } from '../lines.ts';
import { type Pass, textLines } from '../text-lines.ts';

const centred = /^(\s*<center>)(.*)<\/center>\s*$/;

/** A line of text in `<center>`, which Python-Markdown takes for text and CommonMark for HTML. */
export const centredLines: Pass = (lines) => {
  if (!lines.some(({ text }) => text.includes('<center>'))) return lines;
  const isText = textLines(lines);
  return lines.flatMap((line, at) => {
    const [, start = '', inside = ''] = (isText[at] && centred.exec(line.text)) || [];
    if (inside.trim() === '') return [line];
    const indent = start.slice(0, start.indexOf('<'));
    const own: Line = sliceOf(line, start.length, start.length + inside.length);
    return [
      lineAt(`${indent}<div align="center">`, line),
      lineAt('', line),
      behind(indent, own),
      lineAt('', line),
      lineAt(`${indent}</div>`, line),
      lineAt('', line),
    ];
  });
};
