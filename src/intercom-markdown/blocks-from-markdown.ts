import type { Element, ElementContent } from 'hast';
import type { Heading, ListItem, PhrasingContent, RootContent } from 'mdast';
import { languageAttribute } from './carried.ts';
import { container, element, linesInCode, linkTo, paragraph, text } from './stored-blocks.ts';

/** What the reading of a text may look at. */
export interface ReadContext {
  /** The text, in which the tree has its places. */
  readonly source: string;
  /** What a line stands for that is nothing but a mark; null for any other line. */
  readonly standIn: (line: string) => readonly ElementContent[] | null;
  /** Addresses that are written apart from their links, by identifier. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** A piece of a line: what belongs to its text, or an image, which is a block of its own. */
type Piece = { readonly is: 'text'; readonly node: ElementContent } | { readonly is: 'block'; readonly node: Element };

/** Reads blocks of Markdown as those that Intercom keeps. */
export function blocksFrom(nodes: readonly RootContent[], context: ReadContext): Element[] {
  return nodes.flatMap((node) => blockFrom(node, context));
}

function blockFrom(node: RootContent, context: ReadContext): Element[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphs(node.children, context);
    case 'heading':
      return heading(node, context);
    case 'thematicBreak':
      return [element('hr')];
    case 'list':
      return [
        element(
          node.ordered === true ? 'ol' : 'ul',
          {},
          node.children.map((item) => itemFrom(item, context)),
        ),
      ];
    case 'blockquote':
    case 'footnoteDefinition':
      return blocksFrom(node.children, context);
    case 'code':
      return (context.standIn(node.value.trim()) as Element[] | null) ?? [code(node.value, node.lang ?? null)];
    case 'table':
      return [
        element('div', { className: ['intercom-interblocks-table-container'] }, [
          element('table', { role: 'presentation' }, [
            element(
              'tbody',
              {},
              node.children.map((row) =>
                rowFrom(
                  row.children.map(({ children }) => children),
                  context,
                ),
              ),
            ),
          ]),
        ]),
      ];
    default:
      return [];
  }
}

function rowFrom(cells: readonly (readonly PhrasingContent[])[], context: ReadContext): Element {
  return element(
    'tr',
    {},
    cells.map((cell) => element('td', {}, filled(paragraphs(cell, context)))),
  );
}

function itemFrom(item: ListItem, context: ReadContext): Element {
  const blocks = blocksFrom(item.children, context);
  const [first] = blocks;
  if (typeof item.checked !== 'boolean') return element('li', {}, filled(blocks));
  const box = text(item.checked ? '[x] ' : '[ ] ');
  if (first?.tagName === 'p') first.children.unshift(box);
  return element('li', {}, first?.tagName === 'p' ? blocks : [paragraph([box]), ...blocks]);
}

const filled = (blocks: readonly Element[]): readonly Element[] => (blocks.length === 0 ? [paragraph([])] : blocks);

function code(value: string, lang: string | null): Element {
  const language = lang === null || lang === '' ? {} : { [languageAttribute]: lang };
  return element('pre', {}, [element('code', language, linesInCode(value))]);
}

/** The paragraphs of a line: images in it are blocks, and what stands around them is text of its own. */
function paragraphs(nodes: readonly PhrasingContent[], context: ReadContext): Element[] {
  const [only] = nodes;
  const stands = nodes.length === 1 && only?.type === 'text' ? context.standIn(only.value) : null;
  if (stands !== null) return stands as Element[];
  const blocks: Element[] = [];
  let line: ElementContent[] = [];
  const end = (): void => {
    const isEmpty = line.every((node) => node.type === 'text' && node.value.trim() === '');
    if (!isEmpty) blocks.push(paragraph(line));
    line = [];
  };
  for (const { is, node } of nodes.flatMap((each) => piecesFrom(each, context))) {
    if (is === 'text') line.push(node);
    else {
      end();
      blocks.push(node as Element);
    }
  }
  end();
  return blocks;
}

function heading(node: Heading, context: ReadContext): Element[] {
  const start = node.position?.start.offset ?? 0;
  const written = context.source.slice(start, node.position?.end.offset ?? start);
  const id = /(?<!\\)\{#([^\s{}]+)\}$/.exec(written)?.[1];
  const children = id === undefined ? node.children : withoutEnd(node.children, `{#${id}}`);
  const pieces = children.flatMap((each) => piecesFrom(each, context));
  const inside = pieces.flatMap(({ is, node: piece }) => (is === 'text' ? [piece] : []));
  const blocks = pieces.flatMap((piece) => (piece.is === 'block' ? [piece.node] : []));
  return [element(`h${Math.min(node.depth, 4)}`, id === undefined ? {} : { id }, inside), ...blocks];
}

/** The content of a heading without the id at its end, which is text to the parser. */
function withoutEnd(nodes: readonly PhrasingContent[], end: string): readonly PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text' || !last.value.endsWith(end)) return nodes;
  const value = last.value.slice(0, -end.length).replace(/[ \t]$/, '');
  return value === '' ? nodes.slice(0, -1) : [...nodes.slice(0, -1), { ...last, value }];
}

function piecesFrom(node: PhrasingContent, context: ReadContext): Piece[] {
  const around = (wrap: (children: ElementContent[]) => Element): Piece[] => wrapped(node, context, wrap);
  switch (node.type) {
    case 'text':
      return [{ is: 'text', node: text(node.value) }];
    case 'break':
      return [{ is: 'text', node: element('br') }];
    case 'inlineCode':
      return [{ is: 'text', node: element('code', {}, [text(node.value)]) }];
    case 'strong':
      return around((children) => element('b', {}, children));
    case 'emphasis':
      return around((children) => element('i', {}, children));
    case 'link':
      // What was found in text that is escaped, behind the parser's back, has no place.
      if (node.position === undefined) return node.children.flatMap((child) => piecesFrom(child, context));
      return linked(node.url, node, context);
    case 'image':
      return [imageFrom(node.url, node.alt)];
    case 'linkReference':
    case 'imageReference': {
      const url = context.definitions.get(node.identifier);
      if (url === undefined) return [{ is: 'text', node: text(writtenOf(node, context)) }];
      return node.type === 'linkReference' ? linked(url, node, context) : [imageFrom(url, node.alt)];
    }
    case 'html':
      return [];
    default:
      return [{ is: 'text', node: text(writtenOf(node, context)) }];
  }
}

function imageFrom(src: string, written: string | null | undefined): Piece {
  const alt = written ? { alt: written } : {};
  return { is: 'block', node: container([element('img', { src, ...alt })]) };
}

function linked(url: string, node: PhrasingContent, context: ReadContext): Piece[] {
  return wrapped(node, context, (children) => linkTo(url, children)).map((piece) =>
    piece.is === 'block' ? { is: 'block', node: linkedImage(piece.node, url) } : piece,
  );
}

/** Markup around the text of a line, piece by piece between the images in it. */
function wrapped(node: PhrasingContent, context: ReadContext, wrap: (children: ElementContent[]) => Element): Piece[] {
  const inside = 'children' in node ? node.children.flatMap((child) => piecesFrom(child, context)) : [];
  const pieces: Piece[] = [];
  let run: ElementContent[] = [];
  const end = (): void => {
    if (run.length > 0) pieces.push({ is: 'text', node: wrap(run) });
    run = [];
  };
  for (const piece of inside) {
    if (piece.is === 'text') run.push(piece.node);
    else {
      end();
      pieces.push(piece);
    }
  }
  end();
  return pieces;
}

function linkedImage(block: Element, url: string): Element {
  const link = linkTo(url, block.children);
  const { href, target } = link.properties;
  return { ...block, children: [element('a', href === undefined ? { target } : { href, target }, block.children)] };
}

/** What Intercom has no meaning for, as it was written. */
function writtenOf(node: PhrasingContent, { source }: ReadContext): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
