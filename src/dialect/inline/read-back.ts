import type { Nodes, PhrasingContent, Root } from 'mdast';
import { unescapeValue } from '../../body/escape.ts';
import { attributeOf } from '../../body/parse.ts';
import { TooComplex } from '../../model/too-complex.ts';
import { noValues } from '../../model/variables.ts';
import { parseMarkdown } from '../syntax/parse.ts';
import type { Setting } from './escape.ts';
import type { Marks, Piece } from './pieces.ts';

/** A text and all that it looks like. */
interface MarkedRun extends Marks {
  readonly text: string;
  /** Elements around it that cannot be split, numbered, with what they are. */
  readonly within: string;
}

/**
 * What readers are meant to see of some lines, to be compared with what Markdown is read as.
 *
 * @param lines of one paragraph
 */
export function meant(lines: readonly (readonly Piece[])[]): string {
  let elements = 0;
  const runsOf = (pieces: readonly Piece[], around: Marks, within: string): MarkedRun[] =>
    pieces.flatMap((piece) => {
      const marks = { bold: around.bold || piece.bold, italic: around.italic || piece.italic };
      if (piece.is === 'text') return [{ text: piece.text, within, ...marks }];
      elements += 1;
      const name = nameOf(piece.element.tagName, attributeOf(piece.element, 'href'));
      return runsOf(piece.inside, marks, `${within} ${elements}${name}`);
    });
  const all = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [lineEnd]),
    ...runsOf(line, { bold: false, italic: false }, ''),
  ]);
  return print(all);
}

const lineEnd: MarkedRun = { text: '\n', within: '', bold: false, italic: false };

function nameOf(tagName: string, href: string | null): string {
  return tagName === 'a' ? `a:${href}` : tagName;
}

function print(runs: readonly MarkedRun[]): string {
  const merged: MarkedRun[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    const isSame = last?.bold === run.bold && last.italic === run.italic && last.within === run.within;
    if (last !== undefined && isSame && run !== lineEnd)
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else merged.push({ ...run });
  }
  return JSON.stringify(merged);
}

/**
 * What Markdown is read as.
 *
 * @param markdown of one paragraph, heading or cell
 * @returns null where it is something else, or holds what no line of Intercom's does
 */
export function readBack(markdown: string, setting: Setting): string | null {
  try {
    const root: Root = parseMarkdown(frames[setting](markdown), noValues);
    const content = root.data?.placeholders === undefined ? contentOf(root, setting) : null;
    const reader = new Reader();
    return content !== null && reader.read(content) && reader.isClosed ? print(reader.runs) : null;
  } catch (error) {
    if (error instanceof TooComplex) return null;
    throw error;
  }
}

const frames: Readonly<Record<Setting, (markdown: string) => string>> = {
  paragraph: (markdown) => markdown,
  heading: (markdown) => `# ${markdown}`,
  cell: (markdown) => `| ${markdown} |\n| --- |`,
};

/** What stands in the one block that was read; null where it is not the block that was meant. */
function contentOf(root: Root, setting: Setting): readonly PhrasingContent[] | null {
  const [block, ...others] = root.children;
  if (others.length > 0 || (setting === 'cell' ? 'table' : setting) !== block?.type) return null;
  if (block.type === 'paragraph' || block.type === 'heading') return block.children;
  const [row, ...rows] = block.type === 'table' ? block.children : [];
  return row?.children.length === 1 && rows.length === 0 ? (row.children[0]?.children ?? null) : null;
}

class Reader {
  readonly runs: MarkedRun[] = [];
  #elements = 0;
  #bold = 0;
  #italic = 0;
  readonly #within: string[] = [];

  get isClosed(): boolean {
    return this.#bold === 0 && this.#italic === 0 && this.#within.length === 0;
  }

  /** Reads nodes; false where one is nothing that was meant. */
  read(nodes: readonly PhrasingContent[]): boolean {
    return nodes.every((node) => this.#node(node));
  }

  #node(node: Nodes): boolean {
    switch (node.type) {
      case 'text':
        return this.#text(node.value);
      case 'strong':
        return this.#marked(1, 0, node.children);
      case 'emphasis':
        return this.#marked(0, 1, node.children);
      case 'break':
        this.runs.push(lineEnd);
        return true;
      case 'inlineCode':
        return this.#element('code', () => this.#text(node.value));
      case 'link':
        return (node.title ?? '') === '' && this.#element(nameOf('a', node.url), () => this.read(node.children));
      case 'html':
        return this.#tag(node.value);
      default:
        return false;
    }
  }

  #text(text: string): boolean {
    const marks = { bold: this.#bold > 0, italic: this.#italic > 0 };
    this.runs.push({ text, within: this.#within.map((one) => ` ${one}`).join(''), ...marks });
    return !text.includes('\n');
  }

  #marked(bold: number, italic: number, children: readonly PhrasingContent[]): boolean {
    this.#bold += bold;
    this.#italic += italic;
    const isRead = this.read(children);
    this.#bold -= bold;
    this.#italic -= italic;
    return isRead;
  }

  #element(name: string, inside: () => boolean): boolean {
    this.#elements += 1;
    this.#within.push(`${this.#elements}${name}`);
    const isRead = inside();
    this.#within.pop();
    return isRead;
  }

  /** One of the tags that the inverse writes itself. */
  #tag(html: string): boolean {
    const [, slash, name, rest = ''] = /^<(\/?)(b|i|a|code|br)\b([^>]*)>$/.exec(html) ?? [];
    const step = slash === '/' ? -1 : 1;
    switch (name) {
      case 'b':
        this.#bold += step;
        return true;
      case 'i':
        this.#italic += step;
        return true;
      case 'br':
        this.runs.push(lineEnd);
        return true;
      case 'a':
      case 'code':
        return this.#openOrClose(name, slash === '/', rest);
      default:
        return false;
    }
  }

  #openOrClose(name: string, closes: boolean, attributes: string): boolean {
    if (closes) return this.#within.pop() !== undefined;
    this.#elements += 1;
    const href = / href="([^"]*)"/.exec(attributes)?.[1] ?? null;
    this.#within.push(
      `${this.#elements}${nameOf(name, href === null ? null : unescapeValue(href.replaceAll('&#123;', '{')))}`,
    );
    return true;
  }
}
