import { folded } from '../../text/spoken-words.ts';

/** A piece of a text, and whether it is what was looked for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isFound: boolean;
}

/** Characters before and after the first word that was found. */
const before = 60;
const after = 140;

/** The part of a text around the first word that was found, with all such words in it marked; its beginning where none is. */
export function excerptOf(text: string, words: ReadonlySet<string>): readonly MarkedPiece[] {
  const first = [...text.matchAll(word)].find(([found]) => words.has(folded(found)));
  const at = first?.index ?? 0;
  const start = at <= before ? 0 : text.indexOf(' ', at - before) + 1;
  const end = text.length <= at + after ? text.length : Math.max(text.lastIndexOf(' ', at + after), at);
  const pieces = markWords(text.slice(start, end), words);
  return [
    ...(start > 0 ? [{ text: '… ', isFound: false }] : []),
    ...pieces,
    ...(end < text.length ? [{ text: ' …', isFound: false }] : []),
  ];
}

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** A text in pieces, so that the words that were found can be marked. */
export function markWords(text: string, words: ReadonlySet<string>): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let copied = 0;
  for (const match of text.matchAll(word)) {
    if (!words.has(folded(match[0]))) continue;
    if (match.index > copied) pieces.push({ text: text.slice(copied, match.index), isFound: false });
    pieces.push({ text: match[0], isFound: true });
    copied = match.index + match[0].length;
  }
  if (copied < text.length) pieces.push({ text: text.slice(copied), isFound: false });
  return pieces;
}
