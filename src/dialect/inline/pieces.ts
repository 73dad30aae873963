import { type HtmlElement, type HtmlNode, isHtmlElement, textOf } from '../../body/parse.ts';

/** What a stretch of a line looks like, besides what it is. */
export interface Marks {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A stretch of a line: text, or an element that cannot be split, with what is in it. */
export type Piece = Marks &
  (
    | { readonly is: 'text'; readonly text: string }
    | { readonly is: 'element'; readonly element: HtmlElement; readonly inside: readonly Piece[] }
  );

/** Neither bold nor italic. */
const plain: Marks = { bold: false, italic: false };

/**
 * Takes a line of the canonical form apart. There a link is outside of what is bold in it; here bold and italic go
 * around a link or code that is bold or italic as a whole, so that they can be written once around all there is.
 */
export function piecesOf(nodes: readonly HtmlNode[], marks: Marks = plain): Piece[] {
  return nodes.flatMap((node): readonly Piece[] => {
    const text = textOf(node);
    if (text !== null) return text === '' ? [] : [{ is: 'text', text, ...marks }];
    if (!isHtmlElement(node)) return [];
    if (node.tagName === 'b') return piecesOf(node.childNodes, { ...marks, bold: true });
    if (node.tagName === 'i') return piecesOf(node.childNodes, { ...marks, italic: true });
    return [elementPiece(node, marks)];
  });
}

function elementPiece(element: HtmlElement, around: Marks): Piece {
  const inside = piecesOf(element.childNodes);
  const bold = inside.length > 0 && inside.every((piece) => piece.bold);
  const italic = inside.length > 0 && inside.every((piece) => piece.italic);
  return {
    is: 'element',
    element,
    inside: inside.map((piece) => ({ ...piece, bold: piece.bold && !bold, italic: piece.italic && !italic })),
    bold: around.bold || bold,
    italic: around.italic || italic,
  };
}

/** The same without bold, for places where it is understood. */
export function withoutBold(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => ({ ...piece, bold: false }));
}
