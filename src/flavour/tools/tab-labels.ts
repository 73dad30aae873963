import { createCodeLines } from '../../text/code-lines.ts';
import { endOfTag } from '../jsx-text.ts';
import { type Line, replaced } from '../lines.ts';
import type { Pass } from '../text-lines.ts';

/** Lines that one tag may be written over. */
const mostLines = 60;

/** `<Tabs values={[{ label: 'Apple', value: 'apple' }]}>`: what its tabs are called, where that is plain data. */
export const tabLabels: Pass = (lines) => {
  if (!lines.some(({ text }) => text.includes('<Tabs'))) return lines;
  const isCode = createCodeLines();
  let labels: ReadonlyMap<string, string> = new Map();
  return lines.map((line, at) => {
    if (isCode(line.text)) return line;
    const start = line.text.indexOf('<Tabs');
    if (start >= 0) labels = labelsIn(tagAt(lines, at, start));
    return labels.size === 0 ? line : labelled(line, labels);
  });
};

function tagAt(lines: readonly Line[], at: number, start: number): string {
  const text = lines
    .slice(at, at + mostLines)
    .map((line) => line.text)
    .join('\n')
    .slice(start);
  return text.slice(0, endOfTag(text, '<Tabs'.length) ?? 0);
}

const literal = (key: string): RegExp => new RegExp(`(?:^|[{,\\s])["']?${key}["']?\\s*:\\s*(?:"([^"]*)"|'([^']*)')`);

function labelsIn(tag: string): ReadonlyMap<string, string> {
  const list = /\bvalues=\{\s*\[([\s\S]*)\]\s*\}/.exec(tag)?.[1] ?? '';
  const found = [...list.matchAll(/\{[^{}]*\}/g)].map(([item]) =>
    ['value', 'label'].map((key) =>
      literal(key)
        .exec(item)
        ?.slice(1)
        .find((one) => one !== undefined),
    ),
  );
  return new Map(found.flatMap(([value, label]) => (value && label ? [[value, label] as const] : [])));
}

/** Tells each tab its label. */
function labelled(line: Line, labels: ReadonlyMap<string, string>): Line {
  const found = [...line.text.matchAll(/<TabItem(?=[^<>]*\bvalue=["'{]{1,2}([^"'{}<>]*)["'}])(?![^<>]*\blabel=)/g)];
  return found.reduceRight((done, { index, 0: whole, 1: value = '' }) => {
    const label = labels.get(value);
    const end = index + whole.length;
    return label === undefined ? done : replaced(done, end, end, ` label="${label.replaceAll('"', '&quot;')}"`);
  }, line);
}
