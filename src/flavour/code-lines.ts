/** Says for each line of a text, in order, whether it belongs to fenced code; its fences do. */
export function createCodeLines(): (text: string) => boolean {
  let open: { readonly sign: string; readonly length: number } | null = null;
  return (text) => {
    if (open !== null) {
      const close = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(text)?.[1] ?? '';
      if (close.startsWith(open.sign) && close.length >= open.length) open = null;
      return true;
    }
    const fence = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+|>\s?)*(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(text);
    const written = fence?.[1] ?? fence?.[2];
    if (written === undefined) return false;
    open = { sign: written[0] ?? '', length: written.length };
    return true;
  };
}

/** The same text with its code spans as characters that no rule matches. */
export function withoutCodeSpans(text: string): string {
  if (!text.includes('`')) return text;
  return text.replace(/(?<![\\`])(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g, (span) => '\uE000'.repeat(span.length));
}
