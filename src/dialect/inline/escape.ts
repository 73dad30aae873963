/**
 * How much of a text is escaped: what would be read as something else for certain; also what may be; all punctuation
 * that means anything in Markdown.
 */
export type Caution = 'sure' | 'likely' | 'all';

/** Says of one character after the other that can be escaped whether it is. */
export type Chosen = () => boolean;

const order: readonly Caution[] = ['sure', 'likely', 'all'];

/** What text stands in: what means something there, and how a line ends. */
export type Setting = 'paragraph' | 'heading' | 'cell';

interface Rule {
  readonly caution: Caution;
  /** Where alone it holds. */
  readonly setting?: Setting;
  readonly pattern: RegExp;
}

/** Where a text stands. */
export interface Spot {
  readonly caution: Caution;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly setting: Setting;
}

/** What is escaped, by a backslash in front of each character of the match. */
const rules: readonly Rule[] = [
  { caution: 'sure', pattern: /<(?=[A-Za-z/!?])/g },
  { caution: 'sure', pattern: /\{(?=\{ *[A-Za-z_][\w.-]{0,63} *\}\})/g },
  { caution: 'sure', pattern: /(?<!\\)\\+(?=\{\{ *[A-Za-z_][\w.-]{0,63} *\}\})/g },
  { caution: 'sure', pattern: /(?<!\\)\\+(?=\|)|\|/g, setting: 'cell' },
  { caution: 'sure', pattern: /\[(?=[^[\]\n]+\]\[)/g },
  { caution: 'likely', pattern: /\\(?=[!-/:-@[-`{-~]|$)/g },
  { caution: 'likely', pattern: /`/g },
  { caution: 'likely', pattern: /\*(?!\s|$)|(?<!\s|^)\*/g },
  { caution: 'likely', pattern: /(?<![\p{L}\p{N}])_(?!\s|$)|(?<!\s|^)_(?![\p{L}\p{N}])/gu },
  { caution: 'likely', pattern: /~(?!\s|$)|(?<!\s|^)~/g },
  { caution: 'likely', pattern: /[[\]]/g },
  { caution: 'likely', pattern: /[<&]/g },
  { caution: 'likely', pattern: /:(?=\/\/|button\[)/g },
  { caution: 'likely', pattern: /(?<=www)\./gi },
  { caution: 'likely', pattern: /@/g },
  { caution: 'likely', pattern: /\|/g },
  { caution: 'all', pattern: /[!-/:-@[-`{-~]/g },
];

/** What begins a block where a line begins; the part before the mark stays as it is. */
const starts =
  /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|(?<number>\d{1,9})[.)](?=\s|$)|=+\s*$|-+\s*$|(?:[-*_]\s*){3,}$|```|~~~|:{2,}\s*[A-Za-z]|:{3,}\s*$|\[[^\]]*\]:|\[[ xX]\](?=\s|$))/;

/** Characters that may mean something in Markdown wherever they stand: text with one of them has to be read back. */
export const meaningful = /[\\`*_~[\]<>&@|{}]|:\/\/|www\.|:button|^\s|\s$/i;

/**
 * Writes text so that Markdown reads it as text. White space that Markdown would drop or nobody could see is written
 * as a character reference.
 *
 * @param atStart whether a line of the source begins with it
 * @param atEnd whether a line ends with it
 * @param chosen which of the characters that could be escaped are
 */
export function escapeMarkdown(text: string, { caution, atStart, atEnd, setting }: Spot, chosen: Chosen): string {
  const places = new Set<number>();
  for (const rule of rules) {
    if (order.indexOf(rule.caution) > order.indexOf(caution) || (rule.setting ?? setting) !== setting) continue;
    for (const { index: start, 0: match } of text.matchAll(rule.pattern)) {
      for (let index = start; index < start + match.length; index += 1) {
        if (rule.caution === 'sure' || (!places.has(index) && chosen())) places.add(index);
      }
    }
  }
  const start = atStart && setting === 'paragraph' ? startOf(text) : null;
  if (start !== null) places.add(start);
  const closing = setting === 'heading' && atEnd ? /(?<=^|\s)#+\s*$/.exec(text) : null;
  if (closing !== null) places.add(closing.index);
  let escaped = '';
  let copied = 0;
  for (const place of [...places].sort((a, b) => a - b)) {
    escaped += `${text.slice(copied, place)}\\`;
    copied = place;
  }
  return withVisibleSpace(escaped + text.slice(copied), atStart, atEnd);
}

/** Where the backslash goes in a line that would begin a block; null in any other line. */
function startOf(text: string): number | null {
  const match = starts.exec(text);
  return match === null ? null : (match.groups?.number?.length ?? 0);
}

/**
 * White space that does not collapse: in the middle of text it is written as it is, at an edge it would be lost. Not so
 * U+000B, of which Markdown takes nothing off, and which it reads as a reference to nothing.
 */
function withVisibleSpace(text: string, atStart: boolean, atEnd: boolean): string {
  if (!/[^\S \n\v]|\ufeff/.test(text)) return text;
  // The indent of a paragraph in Chinese or Japanese is as wide as its characters: nobody overlooks it.
  const indent = (atStart && /^\u3000+(?=\S)/.exec(text)?.[0].length) || 0;
  return text.replace(/[^\S \n\v]|\ufeff/g, (space, index: number) => {
    if (index < indent) return space;
    const before = text[index - 1] ?? (atStart ? ' ' : 'x');
    const after = text[index + 1] ?? (atEnd ? ' ' : 'x');
    if (space !== '\ufeff' && !/\s/.test(before) && !/\s/.test(after)) return space;
    return space === '\u00a0' ? '&nbsp;' : `&#x${space.codePointAt(0)?.toString(16).toUpperCase()};`;
  });
}
