/** What a document is made of. `id` is a word that stands in nothing else. */
export type Part =
  | { readonly kind: 'text' | 'heading' | 'code'; readonly id: string; readonly style: number }
  | { readonly kind: 'list'; readonly id: string; readonly style: number; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly id: string; readonly style: number; readonly rows: readonly Row[] }
  | {
      readonly kind: 'callout' | 'section' | 'centre';
      readonly id: string;
      readonly style: number;
      readonly parts: readonly Part[];
    };

export interface Item {
  readonly id: string;
  readonly parts: readonly Part[];
}

export interface Row {
  readonly id: string;
  readonly cells: readonly string[];
}

/** What somebody did to what has an id: another word in it, away with it, something new behind it. */
export type Edit = 'change' | 'drop' | 'add';

/** Edits by the id they are of, with the word that they bring. */
export type Edits = ReadonlyMap<string, { readonly edit: Edit; readonly word: string }>;

/** Draws a number below another one. */
export type Draw = (below: number) => number;

/** A draw that goes through a list of numbers. */
export function drawFrom(numbers: readonly number[]): Draw {
  let at = 0;
  return (below) => {
    at += 1;
    return (numbers[at - 1] ?? 0) % below;
  };
}

/** A document drawn at random: blocks of all kinds, in each other, each in a style of its own. */
export function drawDocument(draw: Draw): readonly Part[] {
  let count = 0;
  const id = (): string => {
    count += 1;
    return `w${count}`;
  };
  const parts = (depth: number, most: number): readonly Part[] => {
    const number = 1 + draw(most);
    return Array.from({ length: number }, (_, at) => part(depth, at));
  };
  const part = (depth: number, at: number): Part => {
    const kinds = ['text', 'list', 'table', 'callout', 'section', 'code', 'heading', 'centre'] as const;
    const kind = depth > 2 || at % 2 === 1 ? 'text' : (kinds[draw(depth === 0 ? 8 : depth === 1 ? 3 : 2)] ?? 'text');
    const facts = { id: id(), style: draw(1000) };
    if (kind === 'list') {
      const items = Array.from({ length: 2 + draw(3) }, (): Item => {
        const isPlain = draw(2) === 0;
        const text: Part = { kind: 'text', id: id(), style: draw(1000) };
        return { id: text.id, parts: isPlain || depth > 1 ? [text] : [text, ...parts(depth + 2, 1)] };
      });
      return { ...facts, kind, items };
    }
    if (kind === 'table') {
      const columns = 1 + draw(3);
      const row = (): Row => ({ id: id(), cells: Array.from({ length: columns }, id) });
      return { ...facts, kind, rows: Array.from({ length: 2 + draw(3) }, row) };
    }
    if (kind === 'callout' || kind === 'section' || kind === 'centre') {
      const all = parts(depth + 1, 4);
      return { ...facts, kind, parts: kind === 'centre' ? all.filter((one) => one.kind === 'text') : all };
    }
    return { ...facts, kind };
  };
  return parts(0, 6);
}

const fillers = ['about', 'the', 'and more', 'with it'];

/** Some words with the id among them; `change` has another word beside it. */
function words(id: string, edits: Edits): string {
  const own = edits.get(id);
  return `${fillers[0]} ${id} ${fillers[1]}${own?.edit === 'change' ? ` ${own.word}${id}` : ''} rest of ${id}x`;
}

/** What comes behind a part, in the same style. */
function withEdits<T extends { readonly id: string }>(
  all: readonly T[],
  edits: Edits,
  make: (id: string, like: T) => T,
): readonly T[] {
  return all.flatMap((one) => {
    const own = edits.get(one.id);
    if (own?.edit === 'drop') return [];
    return own?.edit === 'add' ? [one, make(`${own.word}${one.id}new`, one)] : [one];
  });
}

/** Writes a document as its author does, with edits in it. */
export function write(parts: readonly Part[], edits: Edits): string {
  const all = withEdits(parts, edits, (id): Part => ({ kind: 'text', id, style: 0 }));
  return all.map((part) => writePart(part, edits)).join('\n\n');
}

const indented = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, at) => (at === 0 ? first + line : line === '' ? '' : rest + line))
    .join('\n');

function writePart(part: Part, edits: Edits): string {
  const { style } = part;
  switch (part.kind) {
    case 'text':
      return writeText(words(part.id, edits), style);
    case 'heading':
      return style % 2 === 0 ? `${words(part.id, edits)}\n---` : `## ${words(part.id, edits)} ##`;
    case 'code':
      return `~~~\n${words(part.id, edits)}\n  more\n~~~`;
    case 'callout':
      return `> [!TIP]\n${indented(write(part.parts, edits), '> ', '> ').replace(/^$/gm, style % 2 === 0 ? '>' : '> ')}`;
    case 'section':
      return `<details>\n<summary>${words(part.id, edits)}</summary>\n\n${write(part.parts, edits)}\n\n</details>`;
    case 'centre':
      return `:::center\n${write(part.parts, edits)}\n:::`;
    case 'list':
      return writeList(part, edits);
    case 'table':
      return writeTable(part, edits);
  }
}

const holdsVariable = ({ kind, style }: Part): boolean => kind === 'text' && style % 3 === 1;

function writeText(text: string, style: number): string {
  const styled = style % 3 === 0 ? text.replace('the', '__the__') : style % 3 === 1 ? `{{product}} ${text}` : text;
  return style % 5 < 2 ? styled : styled.replace('rest of ', 'rest of\n');
}

function writeList({ items, style }: Extract<Part, { kind: 'list' }>, edits: Edits): string {
  const all = withEdits(items, edits, (id): Item => ({ id, parts: [{ kind: 'text', id, style: 2 }] }));
  const sign = ['*', '+', '-', ')', '.'][style % 5] ?? '*';
  const space = ' '.repeat(1 + (style % 3));
  const isCounted = style % 7 < 5;
  const written = all.map(({ parts }, at) => {
    const marker = (')' === sign || sign === '.' ? `${isCounted ? at + 1 : 1}${sign}` : sign) + space;
    // What is new behind the first text of an item is an item.
    const inside = parts.map((part) => writePart(part, edits)).join('\n\n');
    return indented(inside, marker, ' '.repeat(marker.length));
  });
  return written.join(style % 2 === 0 ? '\n' : '\n\n');
}

function writeTable({ rows, style }: Extract<Part, { kind: 'table' }>, edits: Edits): string {
  const all = withEdits(rows, edits, (id, { cells }): Row => ({ id, cells: cells.map((_, at) => `${id}c${at}`) }));
  const [open, bar, close] = [
    ['|', '|', '|'],
    ['| ', ' | ', ' |'],
    ['| ', '|', ' |'],
  ][style % 3] as [string, string, string];
  const line = (cells: readonly string[]): string => open + cells.join(bar) + close;
  const [head, ...rest] = all.map(({ cells }) => line(cells.map((cell) => words(cell, edits))));
  return [head, line((rows[0]?.cells ?? []).map(() => '---')), ...rest].join('\n');
}

/** Something that can be edited, and what goes with it when it goes. */
export interface Editable {
  readonly id: string;
  readonly edits: readonly Edit[];
  readonly inside?: readonly string[];
}

/** Everything in a document that can be edited. */
export function editable(parts: readonly Part[]): readonly Editable[] {
  const isFew = parts.length < 2;
  return parts.flatMap((part): readonly Editable[] => {
    const block = { id: part.id, edits: isFew ? (['add'] as const) : (['add', 'drop'] as const) };
    switch (part.kind) {
      case 'text':
      case 'heading':
      case 'code':
        // One with a variable that went cannot be told from one that was replaced: that is never written out.
        return [
          { ...block, edits: ['change', ...block.edits.filter((edit) => edit !== 'drop' || !holdsVariable(part))] },
        ];
      case 'list':
        return part.items.flatMap(({ id, parts: [, ...inner] }) => [
          { id, edits: ['change', 'add'] as const },
          ...editable(inner).map((one) => ({ ...one, edits: one.edits.filter((edit) => edit === 'change') })),
        ]);
      case 'table':
        return part.rows.flatMap(({ id, cells }, at) => [
          { id, edits: at === 0 ? (['add'] as const) : (['add', 'drop'] as const), inside: cells },
          ...cells.map((cell) => ({ id: cell, edits: ['change'] as const })),
        ]);
      default:
        return [
          ...(part.kind === 'section' ? [{ id: part.id, edits: ['change'] as const }] : []),
          ...editable(part.parts),
        ];
    }
  });
}
