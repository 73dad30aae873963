import { emphasisMark, settleEmphasis } from '../emphasis.ts';
import { elementTokens } from './elements.ts';
import { type Caution, escapeMarkdown, meaningful, type Setting } from './escape.ts';
import type { Piece } from './pieces.ts';
import { meant, readBack } from './read-back.ts';
import { type Token, tokensOf } from './tokens.ts';

interface Attempt {
  readonly caution: Caution;
  /** Whether bold and italic are tags throughout. */
  readonly asTags: boolean;
  /** Which characters that could be escaped are not, counted through all lines. */
  readonly bare?: ReadonlySet<number>;
}

const attempts: readonly Attempt[] = [
  { caution: 'sure', asTags: false },
  { caution: 'likely', asTags: false },
  { caution: 'sure', asTags: true },
  { caution: 'likely', asTags: true },
  { caution: 'all', asTags: false },
  { caution: 'all', asTags: true },
];

/** Escapes that are tried one by one for whether they are needed. */
const mostTried = 30;

/**
 * Writes the lines of one paragraph as Markdown, with as few escapes as can be. What could be read as something else
 * is read back.
 *
 * @param lines each in pieces
 * @returns null where nothing is read as what is meant
 */
export function printLines(lines: readonly (readonly Piece[])[], setting: Setting): string | null {
  const wanted = meant(lines);
  const isRight = (markdown: string): boolean => readBack(markdown, setting) === wanted;
  for (const attempt of attempts) {
    const printed = print(lines, setting, attempt);
    if (printed.isPlain) return printed.markdown;
    if (!isRight(printed.markdown)) continue;
    return attempt.caution === 'likely'
      ? withFewerEscapes(lines, setting, attempt, printed, isRight)
      : printed.markdown;
  }
  return null;
}

/** Takes back one escape after the other, as long as the same is read. */
function withFewerEscapes(
  lines: readonly (readonly Piece[])[],
  setting: Setting,
  attempt: Attempt,
  printed: Printed,
  isRight: (markdown: string) => boolean,
): string {
  if (printed.escapes > mostTried) return printed.markdown;
  let best = printed.markdown;
  const bare = new Set<number>();
  // From the end: people escape what opens something, not what closes it.
  for (let ordinal = printed.escapes - 1; ordinal >= 0; ordinal -= 1) {
    const { markdown } = print(lines, setting, { ...attempt, bare: new Set([...bare, ordinal]) });
    if (!isRight(markdown)) continue;
    bare.add(ordinal);
    best = markdown;
  }
  return best;
}

interface Printed {
  readonly markdown: string;
  /** Characters that were escaped and could have been left. */
  readonly escapes: number;
  /** Whether it cannot be read as anything else. */
  readonly isPlain: boolean;
}

function print(lines: readonly (readonly Piece[])[], setting: Setting, attempt: Attempt): Printed {
  let ordinal = 0;
  let isPlain = true;
  const chosen = (): boolean => {
    ordinal += 1;
    return attempt.bare?.has(ordinal - 1) !== true;
  };
  const lineEnd = setting === 'paragraph' ? '\\\n' : '<br>';
  const printed = lines.map((line, at) => {
    const around = { line, isOnly: lines.length === 1, after: at < lines.length - 1 ? lineEnd : '', setting };
    const tokens = tokensOf(line, (piece) => elementTokens(piece, around));
    if (attempt.asTags) for (const token of tokens) if ('pair' in token) token.pair.asTag = true;
    isPlain &&= isPlainLine(tokens, line, setting);
    const first = tokens.findIndex((token) => token.is !== 'open' || token.pair.asTag);
    const texts = tokens.map((token, index) =>
      token.is !== 'text'
        ? ''
        : escapeMarkdown(
            token.text,
            {
              caution: attempt.caution,
              atStart: index === 0 || (index === first && setting === 'heading'),
              atEnd: index === tokens.length - 1,
              setting,
            },
            chosen,
          ),
    );
    return join(tokens, texts);
  });
  return { markdown: printed.join(lineEnd), escapes: ordinal, isPlain };
}

function join(tokens: readonly Token[], texts: readonly string[]): string {
  const write = (): string[] =>
    tokens.map((token, index) => {
      if (token.is === 'raw') return token.markdown;
      return token.is === 'text' ? (texts[index] ?? '') : emphasisMark(token);
    });
  let written = write();
  while (!settleEmphasis(tokens, written)) written = write();
  return written.join('');
}

function isPlainLine(tokens: readonly Token[], line: readonly Piece[], type: Setting): boolean {
  const isSimple = line.every((piece) => piece.is === 'text' && !(piece.bold && piece.italic));
  const first = tokens[0];
  const startsPlain = type === 'cell' || first?.is !== 'text' || /^[\p{L}"'(“‘«¿¡]/u.test(first.text);
  const isTight = tokens.some((token, index) => token.is === 'close' && tokens[index + 1]?.is === 'open');
  const isHeadingSafe = type !== 'heading' || !/[#}]/.test(lastText(tokens));
  return (
    isSimple &&
    startsPlain &&
    !isTight &&
    isHeadingSafe &&
    tokens.every((token) => token.is !== 'text' || isSafe(token.text))
  );
}

function isSafe(text: string): boolean {
  return !meaningful.test(text.trim());
}

function lastText(tokens: readonly Token[]): string {
  const last = tokens.at(-1);
  return last?.is === 'text' ? last.text : '';
}
