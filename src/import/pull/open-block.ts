import type { Values } from '../../model/variables.ts';
import type { Container, Reader } from './container.ts';
import { openLines } from './line-container.ts';
import { openList } from './list-container.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { openTable } from './table-container.ts';

/** What takes Markdown apart. */
export interface Readers {
  /** Reads normal forms. */
  readonly normal: Reader;
  /** Leaves out what keeps two lists apart, too: authors do that with another bullet. */
  readonly style: Reader;
}

/** @param values as for compiling */
export function readersWith(values: Values): Readers {
  const readerThat = (isHidden: Reader['isHidden']): Reader => {
    const reader: Reader = {
      isHidden,
      pieces: (text) => piecesOf(text, values),
      block: (text) => opened(text, reader),
    };
    return reader;
  };
  return {
    normal: readerThat(isNote),
    style: readerThat((piece) => isNote(piece) || /^<!--\s*-->\s*$/.test(piece.text)),
  };
}

/** What a source has and its normal form has not. Comments that mean something are in both. */
function isNote({ text, type }: Piece): boolean {
  if (type === 'definition' || type === 'footnoteDefinition') return true;
  const [comment, note = ''] = /^<!--([\s\S]*?)-->\s*$/.exec(text) ?? [];
  return comment !== undefined && !/^\s*(?:tight\s*)?$|^\s*undisplayed/.test(note);
}

function opened(text: string, reader: Reader): Container | null {
  const [piece, more] = reader.pieces(text);
  if (piece === undefined || more !== undefined) return null;
  if (piece.type === 'list') return openList(text, reader);
  if (piece.type === 'table') return openTable(text);
  if (piece.type === 'blockquote') return openLines(text, 'quote', reader);
  if (piece.type === 'containerDirective') return openLines(text, 'directive', reader);
  return /^<details\b/i.test(text) ? openLines(text, 'section', reader) : null;
}
