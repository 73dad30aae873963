import type { Marks, Piece } from './pieces.ts';

/** A mark that may be written as asterisks or as a tag. */
export type MarkName = 'bold' | 'italic';

/** A part of a line on its way to Markdown. */
export type Token =
  | { readonly is: 'text'; readonly text: string }
  /** Markdown that stays as it is, with a part that cannot be taken for anything else: `[`, `](…)`, code. */
  | { readonly is: 'raw'; readonly markdown: string }
  | { readonly is: 'open' | 'close'; readonly mark: MarkName; readonly pair: TokenPair };

/** The two ends of a stretch that is bold or italic. */
export interface TokenPair {
  readonly mark: MarkName;
  /** Written as `<b>` or `<i>`, because asterisks would not be read as what they are meant. */
  asTag: boolean;
}

/** Writes an element that cannot be split. */
export type ElementTokens = (piece: Extract<Piece, { is: 'element' }>) => Token[];

/** Puts bold and italic around stretches as long as can be. */
export function tokensOf(
  pieces: readonly Piece[],
  elementTokens: ElementTokens,
  marks: readonly MarkName[] = ['bold', 'italic'],
): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pieces.length; ) {
    const extents = marks.map((mark) => ({ mark, end: extentOf(pieces, at, mark) }));
    const longest = extents.reduce((best, one) => (one.end > best.end ? one : best), { mark: null, end: at } as {
      mark: MarkName | null;
      end: number;
    });
    if (longest.mark === null) {
      const piece = pieces[at];
      if (piece !== undefined) tokens.push(...(piece.is === 'text' ? [textToken(piece.text)] : elementTokens(piece)));
      at += 1;
      continue;
    }
    const { mark, end } = longest;
    const pair: TokenPair = { mark, asTag: false };
    const inner = tokensOf(
      pieces.slice(at, end),
      elementTokens,
      marks.filter((one) => one !== mark),
    );
    tokens.push({ is: 'open', mark, pair }, ...inner, { is: 'close', mark, pair });
    at = end;
  }
  return tokens;
}

function textToken(text: string): Token {
  return { is: 'text', text };
}

/** Where a stretch with a mark ends. */
function extentOf(pieces: readonly (Piece & Marks)[], from: number, mark: MarkName): number {
  let end = from;
  while (pieces[end]?.[mark] === true) end += 1;
  return end;
}
