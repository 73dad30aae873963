import pico from 'picocolors';
import { withCommas } from '../model/with-commas.ts';

/** Puts colours on text, or leaves it alone. Meaning never hangs on colour: every sign has a word or mark too. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly cyan: (text: string) => string;
  /** Words that go: red and struck through, `[-words-]` without colours. */
  readonly deleted: (text: string) => string;
  /** Words that come: green and underlined, `{+words+}` without colours. */
  readonly inserted: (text: string) => string;
}

/** @param colours whether the text is for a terminal that shows colours */
export function paint(colours: boolean): Paint {
  const { bold, dim, red, green, yellow, blue, cyan, strikethrough, underline } = pico.createColors(colours);
  const deleted = (text: string): string => (colours ? red(strikethrough(text)) : `[-${text}-]`);
  const inserted = (text: string): string => (colours ? green(underline(text)) : `{+${text}+}`);
  return { bold, dim, red, green, yellow, blue, cyan, deleted, inserted };
}

/** `1 article`, `2 articles`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${withCommas(number)} ${number === 1 ? one : many}`;
}

/**
 * Characters that steer a terminal, turn the direction or hide words made visible, so that what is read is what is there.
 */
export function printable(text: string): string {
  return text.replace(seenOrUnsafe, (found, kept: string | undefined) => kept ?? visible(found));
}

/** The same for text that belongs on one line: a name with a line end in it must not look like two lines of ours. */
export function oneLine(text: string): string {
  return printable(text).replace(/[\n\t]/g, visible);
}

/** What this program itself steers a terminal with: its colours, and the line of progress that is written anew. */
const start = '\u001b\\[';
const own = `${start}(?:0|1|2|4|9|22|24|29|3[1-6]|39)m|\r${start}2K`;
/** The unseen character with which `inert` keeps a forge from making a mention, a reference or a link. */
const apart = '(?<=[@#:!]|gh|www|&amp;)\u200b';

/** Scripts that are not spelt right without joiners, after a letter of theirs. */
const joined = ['Arab', 'Syrc', 'Mong', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh'];
const joiner = `(?<=[${joined.map((script) => `\\p{scx=${script}}`).join('')}])[\u200c\u200d]`;
/** A family or a trade of emoji, and a flag of a region: what holds these together belongs to what is seen. */
const emoji =
  '(?<=\\p{ExtPict}[\\ufe0f\\p{EMod}]?)\u200d(?=\\p{ExtPict})|\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}';
const seen = `${emoji}|${joiner}`;
const steering =
  '(?![\n\t])[\\p{Cc}\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]';
const seenOrUnsafe = new RegExp(`(${seen})|${steering}`, 'gu');
const ownOrUnsafe = new RegExp(`(${own}|${apart}|${seen})|${steering}`, 'gu');

/**
 * Text as it may reach a terminal or a log: whatever was forgotten before is made visible here. In JSON what comes out
 * means the same, since it is written as JSON itself writes such a character.
 */
export function safeOutput(text: string): string {
  return text.replace(ownOrUnsafe, (found, kept: string | undefined) => kept ?? visible(found));
}

/** As JSON writes it: a character beyond the first plane is two. */
function visible(character: string): string {
  return [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');
}
