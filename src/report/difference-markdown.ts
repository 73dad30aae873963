import type { DiffLine, Hunk } from '../text/diff.ts';
import type { DiffText } from './diff-text.ts';
import { code, codeBlock, details, htmlCode } from './markdown.ts';
import { count, printable } from './paint.ts';

type Article = DiffText['articles'][number];
type LocaleDifference = Article['locales'][string];

/** How differences are shown. */
export interface DifferenceOptions {
  readonly defaultLocale: string;
  /** From what the sources say to what Intercom has: for edits that were made in Intercom. */
  readonly isReversed: boolean;
  /** Whether HTML in Markdown is shown as what it means. Yes by itself. */
  readonly html?: boolean;
}

/**
 * What changes inside one article as a part, folded where that can be: one block of lines with `-` and `+` for each locale.
 *
 * @returns null when there is nothing to show
 */
export function differenceMarkdown(article: Article, title: string, options: DifferenceOptions): string | null {
  const locales = Object.entries(article.locales);
  const isNamed = locales.length > 1 || locales.some(([locale]) => locale !== options.defaultLocale);
  const lines = [
    ...fieldLines(article.fields, options),
    ...locales.flatMap(([locale, difference]) => [
      ...(isNamed ? [`@@ ${flat(locale)} @@`] : []),
      ...localeLines(difference, options),
    ]),
  ];
  if (lines.length === 0) return null;
  const [added, removed] = ['+', '-'].map((mark) => lines.filter((line) => line.startsWith(mark)).length);
  const size = `${count(added ?? 0, 'line')} added, ${removed ?? 0} removed`;
  const name = options.html === false ? code : htmlCode;
  const head = `${name(article.key)} ${title === '' ? '' : `${name(title)} `}(${size})`;
  const text = codeBlock(lines, 'diff');
  return options.html === false ? `${head}\n\n${text}` : details(head, text);
}

function localeLines(difference: LocaleDifference, options: DifferenceOptions): readonly string[] {
  const { fields, images, unseen, body } = difference;
  return [
    ...fieldLines(fields, options),
    ...images.map((image) => `! ${flat(image)} is another image`),
    ...(unseen ? ['! the text changes in a way that its Markdown does not show'] : []),
    ...body.flatMap((hunk) => hunkLines(hunk, options)),
  ];
}

function fieldLines(fields: Article['fields'], { isReversed }: DifferenceOptions): readonly string[] {
  return Object.entries(fields).flatMap(([name, { before, after }]) => {
    const [first, second] = isReversed ? [after, before] : [before, after];
    return [
      ...(first === null ? [] : [`- ${name}: ${flat(first)}`]),
      ...(second === null ? [] : [`+ ${name}: ${flat(second)}`]),
    ];
  });
}

function hunkLines({ line, lines }: Hunk, options: DifferenceOptions): readonly string[] {
  return [`@@ line ${line} @@`, ...lines.flatMap((one) => lineLines(one, options))];
}

/** A line before and after; where words of it changed they are marked: a block of code shows no colours inside a line. */
function lineLines({ kind, segments }: DiffLine, { isReversed }: DifferenceOptions): readonly string[] {
  if (kind === 'same') return [` ${textOf(segments)}`];
  const [gone, come] = isReversed ? (['added', 'removed'] as const) : (['removed', 'added'] as const);
  const hasGone = kind === 'changed' || kind === gone;
  const hasCome = kind === 'changed' || kind === come;
  const mark = kind === 'changed';
  return [
    ...(hasGone ? [`-${side(segments, gone, mark ? ['[-', '-]'] : null)}`] : []),
    ...(hasCome ? [`+${side(segments, come, mark ? ['{+', '+}'] : null)}`] : []),
  ];
}

/** One side of a changed line. @param marks what stands around the words that the other side does not have */
function side(
  segments: DiffLine['segments'],
  own: 'added' | 'removed',
  marks: readonly [string, string] | null,
): string {
  const shown = segments.filter(({ kind }) => kind === 'same' || kind === own);
  if (marks === null) return textOf(shown);
  return shown
    .map((segment) => (segment.kind === own ? `${marks[0]}${textOf([segment])}${marks[1]}` : textOf([segment])))
    .join('');
}

function textOf(segments: DiffLine['segments']): string {
  return printable(segments.map(({ text }) => text).join('')).replaceAll('\n', ' ');
}

const flat = (text: string): string => printable(text).replace(/\s+/g, ' ');
