import { inlineCode } from '../code.ts';
import { linkForm } from '../link.ts';
import type { Setting } from './escape.ts';
import type { Piece } from './pieces.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Where an element stands. */
export interface Surroundings {
  readonly line: readonly Piece[];
  /** Whether the line is the only one of its paragraph. */
  readonly isOnly: boolean;
  /** What is written behind the line. */
  readonly after: string;
  readonly setting: Setting;
}

/** Writes an element that cannot be split: a link or code, with Markdown around what is in it. */
export function elementTokens(piece: Extract<Piece, { is: 'element' }>, around: Surroundings): Token[] {
  const { element, inside } = piece;
  const { setting } = around;
  const code = element.tagName === 'code' ? codeAsMarkdown(inside, setting) : null;
  if (code !== null) return [raw(code)];
  const content = (): Token[] => tokensOf(inside, (inner) => elementTokens(inner, { ...around, line: [] }));
  if (element.tagName !== 'a') {
    return [raw(`<${element.tagName}>`), ...content(), raw(`</${element.tagName}>`)];
  }
  const form = linkForm(element, inside, besides(piece, around));
  if ('whole' in form) return [raw(form.whole)];
  if (setting !== 'cell') return [raw(form.open), ...content(), raw(form.close)];
  return [raw(form.open.replaceAll('|', '&#124;')), ...content(), raw(form.close.replaceAll('|', '%7C'))];
}

function raw(markdown: string): Token {
  return { is: 'raw', markdown };
}

/** null where there is more than text, or where a table would end the cell in it. */
function codeAsMarkdown(inside: readonly Piece[], setting: Setting): string | null {
  const [only] = inside;
  if (inside.length !== 1 || only?.is !== 'text' || !isFlat(only)) return null;
  if (setting !== 'cell') return inlineCode(only.text);
  return only.text.includes('\\|') ? null : inlineCode(only.text).replaceAll('|', '\\|');
}

function isFlat(piece: Piece): boolean {
  return !piece.bold && !piece.italic;
}

/** What stands beside an element. */
function besides(piece: Piece, { line, isOnly, after }: Surroundings): Parameters<typeof linkForm>[2] {
  const at = line.indexOf(piece);
  const isAlone = isOnly && line.every((one) => one === piece || (one.is === 'text' && one.text.trim() === ''));
  // A backslash would be read as a part of a bare address.
  const behind = at === line.length - 1 && after.startsWith('\\') ? after : textBeside(line, at + 1, at);
  return { before: textBeside(line, at - 1, at), after: behind, isAlone };
}

/** Text beside an element that stands flat in its line; a sign that is no space where something else is there. */
function textBeside(line: readonly Piece[], at: number, of: number): string {
  const self = line[of];
  const piece = line[at];
  if (self === undefined || !isFlat(self)) return '*';
  if (piece === undefined) return '';
  return piece.is === 'text' && isFlat(piece) ? piece.text : '*';
}
