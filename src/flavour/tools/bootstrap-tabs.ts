import { escapeText } from '../escape-title.ts';
import { isBlank, type Line, lineAt, sliceOf } from '../lines.ts';
import { type Pass, textLines } from '../text-lines.ts';

/** Lines that one list of tabs may take. */
const mostLines = 120;

/** The list of what the tabs are called. */
const list = /^\s*<(ul|ol|nav|div)\b[^<>]*\bclass=["'][^"'<>]*\bnav-(?:tabs|pills)\b/;

/** A tab: where it leads, and what it is called. */
const tab =
  /<(a|button)\b[^<>]*?\s(?:href|data-target|data-bs-target)=["']#([^"'<>\s]+)["'][^<>]*>\s*([\s\S]{0,300}?)\s*<\/\1>/g;

const pane = /^\s*<\w+\b(?=[^<>]*\bclass=["'][^"'<>]*\btab-pane\b)[^<>]*\bid=["']([^"'<>\s]+)["'][^<>]*>/;

/**
 * Bootstrap's tabs, which the themes of sites take over as they are: a list of names, and below it panes that a program shows
 * one of. Here all of them are shown, each below its name, which leads nowhere.
 */
export const bootstrapTabs: Pass = (lines) => {
  if (!lines.some(({ text }) => text.includes('tab-pane'))) return lines;
  const isText = textLines(lines);
  const panes = new Set(lines.flatMap(({ text }, at) => (isText[at] ? (pane.exec(text)?.[1] ?? []) : [])));
  const names = new Map<string, string>();
  const out: Line[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    const end = isText[at] ? endOf(lines, at) : -1;
    const found = end < 0 ? [] : tabsIn(lines.slice(at, end + 1)).filter(([id]) => panes.has(id));
    if (found.length > 0) {
      for (const [id, name] of found) names.set(id, name);
      out.push(...lines.slice(at, end + 1).map((one) => sliceOf(one, one.text.length)));
      at = end;
      continue;
    }
    out.push(line);
    const name = isText[at] ? names.get(pane.exec(line.text)?.[1] ?? '') : undefined;
    if (name !== undefined) out.push(lineAt(`<p><b>${escapeText(name)}</b></p>`, line));
  }
  return out;
};

function tabsIn(lines: readonly Line[]): readonly (readonly [string, string])[] {
  const text = lines.map((line) => line.text).join('\n');
  return [...text.matchAll(tab)].flatMap(([, , id = '', inside = '']) => {
    const name = inside
      .replace(/<[^<>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    return name === '' ? [] : [[id, name] as const];
  });
}

/** The line in which the list that begins in a line ends; -1 for none. */
function endOf(lines: readonly Line[], at: number): number {
  const name = list.exec((lines[at] as Line).text)?.[1];
  if (name === undefined) return -1;
  for (let index = at; index < Math.min(lines.length, at + mostLines); index += 1) {
    const line = lines[index] as Line;
    if (isBlank(line)) return -1;
    if (line.text.includes(`</${name}>`)) return index;
  }
  return -1;
}
