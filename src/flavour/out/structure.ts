import { type CalloutColor, colorOfAlert } from '../../model/callout-kinds.ts';
import type { Lines } from './writes.ts';

/** A block of our dialect's normal form. */
export type Block =
  | { readonly is: 'blank' }
  | { readonly is: 'code'; readonly lines: Lines }
  | { readonly is: 'callout'; readonly color: CalloutColor; readonly body: Lines }
  | { readonly is: 'aligned'; readonly align: string; readonly body: Lines }
  | { readonly is: 'section'; readonly summary: string; readonly body: Lines }
  | { readonly is: 'item'; readonly marker: string; readonly body: Lines }
  | { readonly is: 'html'; readonly lines: Lines }
  | { readonly is: 'heading'; readonly marks: string; readonly text: string; readonly id: string | null }
  | { readonly is: 'table'; readonly lines: Lines }
  | { readonly is: 'paragraph'; readonly lines: Lines };

/** Elements that open a block of HTML. */
const blockElement =
  /^<\/?(?:address|article|aside|blockquote|center|details|div|dl|dt|dd|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video)(?=[\s/>]|$)|^<!--/i;
const loneTag = /^<\/?[A-Za-z][\w-]*(?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?>$/;

/** Takes lines in normal form apart into blocks, in order. What stands in a block is not taken apart. */
export function blocksIn(lines: Lines): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const { block, next } = blockAt(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

interface Found {
  readonly block: Block;
  readonly next: number;
}

function blockAt(lines: Lines, at: number): Found {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { block: { is: 'blank' }, next: at + 1 };
  return (
    codeAt(lines, at) ??
    calloutAt(lines, at) ??
    alignedAt(lines, at) ??
    sectionAt(lines, at) ??
    itemAt(lines, at) ??
    htmlAt(lines, at) ??
    headingAt(line, at) ??
    textAt(lines, at)
  );
}

function codeAt(lines: Lines, at: number): Found | null {
  const fence = /^(`{3,}|~{3,})[^`]*$/.exec(lines[at] ?? '')?.[1];
  if (fence === undefined) return null;
  const end = lines.findIndex((line, index) => index > at && line.startsWith(fence) && /^[`~]+\s*$/.test(line));
  const next = end < 0 ? lines.length : end + 1;
  return { block: { is: 'code', lines: lines.slice(at, next) }, next };
}

function calloutAt(lines: Lines, at: number): Found | null {
  const color = colorOfAlert(/^> \[!([A-Z]+)\]\s*$/.exec(lines[at] ?? '')?.[1] ?? '');
  if (color === null) return null;
  const next = endWhere(lines, at + 1, (line) => !line.startsWith('>'));
  return {
    block: { is: 'callout', color, body: lines.slice(at + 1, next).map((line) => line.replace(/^> ?/, '')) },
    next,
  };
}

function alignedAt(lines: Lines, at: number): Found | null {
  const [, colons = '', align = ''] = /^(:{3,})(center|right|justify)$/.exec(lines[at] ?? '') ?? [];
  if (colons === '') return null;
  const end = endOutsideCode(lines, at + 1, (line) => line === colons);
  return { block: { is: 'aligned', align, body: lines.slice(at + 1, end) }, next: end + 1 };
}

function sectionAt(lines: Lines, at: number): Found | null {
  const summary = /^<summary>(.*)<\/summary>$/.exec(lines[at + 1] ?? '')?.[1];
  if (lines[at] !== '<details>' || summary === undefined) return null;
  let depth = 0;
  const end = endOutsideCode(lines, at + 1, (line) => {
    if (line === '<details>') depth += 1;
    if (line !== '</details>') return false;
    depth -= 1;
    return depth < 0;
  });
  return { block: { is: 'section', summary, body: trimmed(lines.slice(at + 2, end)) }, next: end + 1 };
}

function itemAt(lines: Lines, at: number): Found | null {
  const line = lines[at] ?? '';
  const marker = /^(?:[-*+]|\d{1,9}[.)])(?: +|$)/.exec(line)?.[0];
  if (marker === undefined || /^(?:(?:- *){3,}|(?:\* *){3,})$/.test(line)) return null;
  const width = marker.trimEnd().length + 1;
  const own = lines.slice(at + 1).findIndex((one) => one.trim() !== '' && !one.startsWith(' '.repeat(width)));
  let next = own < 0 ? lines.length : at + 1 + own;
  // Blank lines at the end stand between it and what follows.
  while (next > at + 1 && (lines[next - 1] ?? '').trim() === '') next -= 1;
  const body = [line.slice(width), ...lines.slice(at + 1, next).map((one) => one.slice(width))];
  return { block: { is: 'item', marker: marker.trimEnd(), body }, next };
}

function htmlAt(lines: Lines, at: number): Found | null {
  const line = lines[at] ?? '';
  if (!blockElement.test(line) && !loneTag.test(line)) return null;
  const next = endWhere(lines, at + 1, (one) => one.trim() === '');
  return { block: { is: 'html', lines: lines.slice(at, next) }, next };
}

function headingAt(line: string, at: number): Found | null {
  const [, marks = '', whole = ''] = /^(#{1,6})(?: (.*))?$/.exec(line) ?? [];
  if (marks === '') return null;
  const [, text = whole, id = null] = /^(?:(.*) )?\{#([^{}\s]+)\}$/.exec(whole) ?? [];
  return { block: { is: 'heading', marks, text: id === null ? whole : text === whole ? '' : text, id }, next: at + 1 };
}

/** What ends a paragraph without a blank line, as in the item of a tight list; text that looks so is escaped. */
const interrupts = /^(?:(?:[-*+]|\d{1,9}[.)])(?: |$)|`{3}|~{3}|> \[!|:{3,}|<details>$|#{1,6} )/;

function textAt(lines: Lines, at: number): Found {
  const isTable = lines[at]?.startsWith('|') === true && /^\|[\s:|-]+\|$/.test(lines[at + 1] ?? '');
  const next = endWhere(lines, at + 1, (line) => line.trim() === '' || (!isTable && interrupts.test(line)));
  return { block: { is: isTable ? 'table' : 'paragraph', lines: lines.slice(at, next) }, next };
}

function endWhere(lines: Lines, from: number, isEnd: (line: string) => boolean): number {
  const found = lines.slice(from).findIndex(isEnd);
  return found < 0 ? lines.length : from + found;
}

function endOutsideCode(lines: Lines, from: number, isEnd: (line: string) => boolean): number {
  for (let at = from; at < lines.length; at += 1) {
    const code = codeAt(lines, at);
    if (code !== null) at = code.next - 1;
    else if (isEnd(lines[at] ?? '')) return at;
  }
  return lines.length;
}

/** Without blank lines at its ends. */
export function trimmed(lines: Lines): Lines {
  const first = lines.findIndex((line) => line.trim() !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line.trim() !== '') + 1);
}
