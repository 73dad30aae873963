import { entity, type Place, spell } from './spell.ts';
import { type Block, blocksIn, trimmed } from './structure.ts';
import type { Lines, SizedImage, Writes } from './writes.ts';

/** How much of a tool's own is written. */
export type Manner =
  /** Every construct in the tool's form. */
  | 'own'
  /** Constructs in forms that the tool and our dialect share. */
  | 'shared';

/** What rewriting goes by. */
export interface Rewriting {
  readonly writes: Writes;
  readonly manner: Manner;
  /** Address of the frame that shows a video; null for none. */
  readonly playerOf: (address: string) => string | null;
}

/** Rewrites lines of our dialect's normal form into a tool's Markdown. */
export function rewrite(lines: Lines, rewriting: Rewriting): Lines {
  return blocksIn(lines).flatMap((block) => rewritten(block, rewriting));
}

function rewritten(block: Block, rewriting: Rewriting): Lines {
  const { writes } = rewriting;
  switch (block.is) {
    case 'blank':
      return [''];
    case 'code':
      return code(block.lines, writes);
    case 'callout':
      return callout(block, rewriting);
    case 'aligned':
      return aligned(block, rewriting);
    case 'section':
      return section(block, rewriting);
    case 'item':
      return item(block, rewriting);
    case 'html':
      return html(block.lines, rewriting);
    case 'heading':
      return [heading(block, rewriting)];
    case 'table':
      // The second line says how columns are aligned.
      return block.lines.map((line, at) => (at === 1 ? line : spelled(line, rewriting, 'cell')));
    case 'paragraph':
      return paragraph(block.lines, rewriting);
  }
}

const spelled = (line: string, { writes }: Rewriting, place: Place): string => spell(line, writes.spelling, place);

function code(lines: Lines, { spelling }: Writes): Lines {
  const { code: rewriteCode } = spelling;
  if (rewriteCode === undefined) return lines;
  const inside = lines.slice(1, -1).join('\n');
  const done = rewriteCode(inside, 'fence');
  return done === inside ? lines : [lines[0] ?? '', ...done.split('\n'), lines.at(-1) ?? ''];
}

const kinds = { blue: 'NOTE', green: 'TIP', gray: 'IMPORTANT', yellow: 'WARNING', red: 'CAUTION' } as const;

function callout({ color, body }: Extract<Block, { is: 'callout' }>, rewriting: Rewriting): Lines {
  const alert = (): Lines => [`> [!${kinds[color]}]`, ...quoted(rewrite(body, rewriting))];
  if (rewriting.manner === 'shared') return alert();
  const title = /^\*\*([^*[\]`\\<>{}]+)\*\*$/.exec(body[0] ?? '')?.[1];
  const isTitled = title !== undefined && body[1] === '' && trimmed(body.slice(2)).length > 0;
  const titled = isTitled
    ? rewriting.writes.callout(color, spelled(title, rewriting, 'text'), rewrite(body.slice(2), rewriting))
    : null;
  return titled ?? rewriting.writes.callout(color, null, rewrite(body, rewriting)) ?? alert();
}

/** Lines in a quote. */
export const quoted = (lines: Lines): Lines => lines.map((line) => (line === '' ? '>' : `> ${line}`));

function aligned({ align, body }: Extract<Block, { is: 'aligned' }>, rewriting: Rewriting): Lines {
  const inside = rewrite(body, rewriting);
  const attributes = rewriting.writes.aligned;
  if (attributes === undefined) {
    const colons = colonsAround(inside);
    return [`${colons}${align}`, ...inside, colons];
  }
  return [`<div align="${align}"${attributes}>`, '', ...inside, '', '</div>'];
}

/** As many colons as what is around such lines needs. */
export function colonsAround(lines: Lines): string {
  const inside = lines.map((line) => /^\s*(:{3,})/.exec(line)?.[1]?.length ?? 0);
  return ':'.repeat(Math.max(3, ...inside.map((count) => count + 1)));
}

/** A title that means the same everywhere. */
const plainTitle = /^[\p{L}\p{N}][\p{L}\p{N} ,.;?!()'’“”–—/-]*$/u;

function section({ summary, body }: Extract<Block, { is: 'section' }>, rewriting: Rewriting): Lines {
  const inside = rewrite(body, rewriting);
  const own = rewriting.manner === 'own' && plainTitle.test(summary) && !/\s$/.test(summary);
  const written = own ? (rewriting.writes.section?.(summary, inside) ?? null) : null;
  const tag = `<details${rewriting.writes.details ?? ''}>`;
  // Other tools read Markdown in it.
  const text = summary.replace(/(<[^<>]*>)|[*`\\]/g, (sign, element?: string) => element ?? entity(sign));
  const title = spelled(`<summary>${text}</summary>`, rewriting, 'html');
  return written ?? [tag, title, '', ...inside, ...(inside.length === 0 ? [] : ['']), '</details>'];
}

function item({ marker, body }: Extract<Block, { is: 'item' }>, rewriting: Rewriting): Lines {
  const inside = rewrite(body, rewriting);
  const own = `${marker} `;
  const indent = rewriting.writes.listIndent ?? own.length;
  const width = Math.max(own.length, indent);
  const [first = '', ...rest] = inside;
  const start = first === '' ? marker : marker.padEnd(width) + first;
  return [start, ...rest.map((line) => (line === '' ? '' : ' '.repeat(width) + line))];
}

function heading({ marks, text, id }: Extract<Block, { is: 'heading' }>, rewriting: Rewriting): string {
  const line = `${marks} ${spelled(text, rewriting, 'text')}`.trimEnd();
  if (id === null) return line;
  return rewriting.writes.headingId?.(line, id) ?? `${line} {#${id}}`;
}

const buttonLine = /^:button\[((?:\\.|[^[\]\\])*)\]\{href="([^"]*)"\}$/;
const imageLine = /^!\[(?:\\.|[^[\]\\])*\]\([^\s]*\)$|^\[!\[(?:\\.|[^[\]\\])*\]\([^\s]*\)\]\([^\s]*\)$/;
const sizedLine = /^<img src="([^"]*)"((?:\s+[\w-]+="[^"]*")*)>$/;

function paragraph(lines: Lines, rewriting: Rewriting): Lines {
  const { writes, manner } = rewriting;
  const [line = ''] = lines;
  if (lines.length === 1) {
    const button = buttonLine.exec(line);
    if (button !== null) return [buttonOf(button[1] ?? '', button[2] ?? '', rewriting)];
    if (imageLine.test(line)) return [spelled(line, rewriting, 'alt')];
    const player = /^https?:\/\/\S+$/.test(line) ? rewriting.playerOf(line) : null;
    const video = player === null || manner === 'shared' ? null : (writes.video?.(line, player) ?? null);
    if (video !== null) return html([video], rewriting);
  }
  return lines.map((one, at) => {
    const isBroken = at < lines.length - 1 && one.endsWith('\\');
    const text = spelled(isBroken ? one.slice(0, -1) : one, rewriting, 'text');
    return isBroken ? text + writes.spelling.lineBreak : text;
  });
}

/** HTML that looks like a button to us, and is a link anywhere else. */
function buttonOf(text: string, href: string, rewriting: Rewriting): string {
  const own = rewriting.manner === 'own' ? (rewriting.writes.button?.(text, href) ?? null) : null;
  if (own !== null) return own;
  const plain = text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  // Signs of Markdown, and what makes a link of an address.
  const shown = plain.replace(/[\\`*_[\]~|{}<>&"@]|(?<=https?|ftp):(?=\/\/)|(?<=www)\./gi, entity);
  return spelled(`<a class="intercom-h2b-button" href="${href}">${shown}</a>`, rewriting, 'html');
}

function html(lines: Lines, rewriting: Rewriting): Lines {
  const image = lines.length === 1 ? sizedImage(lines[0] ?? '') : null;
  const own = image === null || rewriting.manner === 'shared' ? null : (rewriting.writes.image?.(image) ?? null);
  return own !== null ? [own] : lines.map((line) => spelled(line, rewriting, 'html'));
}

function sizedImage(line: string): SizedImage | null {
  const [, src, rest = ''] = sizedLine.exec(line) ?? [];
  if (src === undefined) return null;
  const given = new Map([...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
  const width = given.get('width') ?? '';
  const isPlain = [...given.keys()].every((name) => name === 'alt' || name === 'width') && /^\d+$/.test(width);
  return { src, alt: given.get('alt') ?? '', width: isPlain ? Number(width) : null };
}
