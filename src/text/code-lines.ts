/** A fence that is open. */
interface Fence {
  readonly sign: string;
  readonly length: number;
  /** Columns that the list item around it is indented by; with the item the code ends. */
  readonly item: number;
}

const marker = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;

/** Says for each line of a text, in order, whether it belongs to fenced code; its fences do. */
export function createCodeLines(): (text: string) => boolean {
  let open: Fence | null = null;
  const itemAt = createItems();
  return (text) => {
    const indent = indentIn(text);
    const isBlank = text.trim() === '';
    if (open !== null && (isBlank || indent >= open.item)) {
      const close = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(text)?.[1] ?? '';
      if (close.startsWith(open.sign) && close.length >= open.length) open = null;
      return true;
    }
    open = null;
    const item = itemAt(text);
    const fence = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+|>\s?)*(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(text);
    const written = fence?.[1] ?? fence?.[2];
    if (written === undefined) return false;
    open = { sign: written[0] ?? '', length: written.length, item };
    return true;
  };
}

/** Says for each line of text, in order, by how many columns the list item around it is indented: 0 for none. */
export function createItems(): (text: string) => number {
  let item = 0;
  return (text) => {
    const mark = marker.exec(text)?.[0];
    if (mark !== undefined) item = widthOf(mark);
    else if (text.trim() !== '' && indentIn(text) < item) item = 0;
    return item;
  };
}

/** Columns before the first character. */
const indentIn = (text: string): number => widthOf(/^[ \t]*/.exec(text)?.[0]);

function widthOf(text = ''): number {
  return text.replaceAll('\t', '    ').length;
}

/** The same text with its code spans as characters that no rule matches. */
export function withoutCodeSpans(text: string): string {
  if (!text.includes('`')) return text;
  return text.replace(/(?<![\\`])(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g, (span) => '\uE000'.repeat(span.length));
}
