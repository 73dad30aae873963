import type { CalloutColor } from '../../model/callout-kinds.ts';
import { colonsAround, quoted } from './rewrite.ts';
import { trimmed } from './structure.ts';
import type { Lines, SizedImage, Writes } from './writes.ts';

/** A kind for each colour; null where the tool has none: a plain quote is gray to us, and a quote to all. */
export type Kinds = Readonly<Record<CalloutColor, string | null>>;

type Callout = Writes['callout'];

/** A quote, which is a gray callout where nothing else is said. */
export function asQuote(title: string | null, body: Lines): Lines {
  return quoted(title === null ? body : [`**${title}**`, '', ...body]);
}

/** `:::note[Title]` … `:::`. */
export const colonCallout =
  (kinds: Kinds, opening: (kind: string, title: string | null) => string): Callout =>
  (color, title, body) => {
    const kind = kinds[color];
    if (kind === null) return asQuote(title, body);
    const colons = colonsAround(body);
    return [`${colons}${opening(kind, title)}`, '', ...body, '', colons];
  };

/** Lines that belong to the line above by their indentation. */
export const indented = (lines: Lines): Lines => lines.map((line) => (line === '' ? '' : `    ${line}`));

/** Between two tags, each on a line of its own. */
export const between = (open: string, body: Lines, close: string): Lines => [open, '', ...trimmed(body), '', close];

/** A frame that shows a video, as HTML. */
export function frame(_address: string, player: string | null): string | null {
  if (player === null) return null;
  return `<iframe src="${player}" width="640" height="360" frameborder="0" allowfullscreen></iframe>`;
}

/** `![alt](src)` with something behind. */
export const imageWith =
  (rest: (width: number) => string) =>
  ({ src, alt, width }: SizedImage): string | null =>
    width === null || /[[\]\\`*_<>&|{}]/.test(alt) || /[\s()<>&]/.test(src) ? null : `![${alt}](${src})${rest(width)}`;

/** A link with attributes behind it that make it a button. */
export const linkWith =
  (rest: string) =>
  (text: string, href: string): string | null =>
    /[[\]\\<>{}&`*_]/.test(text) || /[\s()<>{}]/.test(href) ? null : `[${text}](${href})${rest}`;
