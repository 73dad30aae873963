import type { BlockRule } from '../flavour.ts';
import { isPictureAddress } from '../picture-address.ts';

/** Characters of a table of cards; a longer one stays a table. */
const mostOfTable = 60_000;

/** `<table data-view="cards">`: a list with an item for each card, its first words linked where the card leads. */
export const cardTable: BlockRule = {
  sign: '<table',
  open(line) {
    if (!/^<table\b[^<>]*data-view="cards"/.test(line) || line.length > mostOfTable) return null;
    if (!/<\/table>\s*$/.test(line)) return null;
    const head = cellsOf(line.slice(0, line.indexOf('</thead>')), 'th');
    const rows = line.slice(line.indexOf('</thead>')).split('<tr').slice(1);
    const lines = rows.flatMap((row) => cardOf(cellsOf(row, 'td'), head));
    return lines.length === 0 ? null : { becomes: { is: 'lines', lines }, ends: { at: 'once' } };
  },
};

interface Cell {
  readonly attributes: string;
  readonly html: string;
}

function cellsOf(html: string, name: 'th' | 'td'): readonly Cell[] {
  return html
    .split(name === 'th' ? /<th(?=[\s>])/ : /<td(?=[\s>])/)
    .slice(1)
    .map((part) => {
      const start = part.indexOf('>');
      const end = part.indexOf(`</${name}>`);
      return { attributes: part.slice(0, start), html: end < 0 ? '' : part.slice(start + 1, end).trim() };
    });
}

/** One card as an item of a list, its cover below; what else is hidden is layout. */
function cardOf(cells: readonly Cell[], head: readonly Cell[]): readonly string[] {
  const of = (index: number): string => head[index]?.attributes ?? '';
  const target = cells.find((_, index) => of(index).includes('data-card-target'));
  const href = /<a href="([^"]*)"/.exec(target?.html ?? '')?.[1];
  const [title, ...texts] = cells
    .filter((_, index) => !/data-hidden|data-card-target|data-card-cover/.test(of(index)))
    .map(({ html }) => textOf(html))
    .filter((text) => text !== '');
  if (title === undefined) return href === undefined ? [] : [`- <a href="${href}">${nameOf(href)}</a>`];
  const bare = title.replace(/^<strong>(.*)<\/strong>$/, '$1');
  const isLink = href !== undefined && !bare.includes('<a ');
  const first = isLink ? `<a href="${href}">${bare}</a>` : `<b>${bare}</b>`;
  const cover = cells.find(({ html }, index) => /data-card-cover(?!-dark)/.test(of(index)) && html !== '');
  const addresses = [...(cover?.html ?? '').matchAll(/\b(?:href|src)="([^"]+)"/gi)].map(([, address = '']) => address);
  const src = addresses.find(isPictureAddress);
  const name = bare
    .replaceAll('<br>', ', ')
    .replace(/<[^<>]*>/g, '')
    .replaceAll('"', '&quot;')
    .trim();
  const picture = src === undefined ? [] : ['', `  <img src="${src}" alt="${name}">`, ''];
  return [`- ${first}${texts.length === 0 ? '' : `: ${texts.join(' ')}`}`, ...picture];
}

const nameOf = (href: string): string =>
  href
    .replace(/\/(?:README\.md)?$/, '')
    .split('/')
    .at(-1) ?? href;

/** What a cell says, without icons, buttons and pictures. */
function textOf(html: string): string {
  return (
    html
      .replace(/<i class="fa[^<>]*>[^<]*<\/i>/g, '')
      .replace(/<(?:img|picture|source)\b[^<>]*>|<\/picture>|<\/?(?:p|h[1-6]|div|figure)\b[^<>]*>/g, ' ')
      .replace(/<span data-option[^<>]*>([^<]*)<\/span>,?/g, '')
      // A list in the item of a list would have a mark of its own beside that.
      .replace(/<\/li>\s*<li[^<>]*>/g, '<br>')
      .replace(/<\/?(?:ul|ol|li)\b[^<>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
