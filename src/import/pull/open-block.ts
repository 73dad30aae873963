import type { Container, Reader } from './container.ts';
import { openLines } from './line-container.ts';
import { openList } from './list-container.ts';
import { piecesOf } from './pieces.ts';
import { openTable } from './table-container.ts';

/**
 * Makes what takes Markdown apart.
 *
 * @param variables as for compiling
 */
export function readerWith(variables: Readonly<Record<string, string>>): Reader {
  const reader: Reader = { pieces: (text) => piecesOf(text, variables), block: (text) => opened(text, reader) };
  return reader;
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
