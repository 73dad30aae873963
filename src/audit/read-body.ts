import { carrierAttribute, undisplayedWords } from '../body/carried.ts';
import { attributeOf, type HtmlElement, type HtmlNode, isHtmlElement, parseBody, textOf } from '../body/parse.ts';

/** A link of a body. */
export interface BodyLink {
  /** null where it has none. */
  readonly href: string | null;
  /** Its words, on one line; empty around a picture. */
  readonly words: string;
  /** Whether it holds a picture, or is a place that links lead to: then it need not have words or an address. */
  readonly holdsMore: boolean;
}

/** What checks ask of a body. It is parsed once. */
export interface BodyFacts {
  /** All its words, on one line. */
  readonly words: string;
  /** Those of them that are code. */
  readonly code: string;
  readonly links: readonly BodyLink[];
  /** Addresses of its pictures. */
  readonly pictures: readonly string[];
  /** Addresses of what is shown in frames. */
  readonly frames: readonly string[];
  /** What links can lead to inside of it. */
  readonly ids: ReadonlySet<string>;
  /** Headings without a word and without a picture. */
  readonly emptyHeadings: number;
  readonly headingsWithoutId: number;
  /** Whether it has a block that the API does not give out, and readers may see. */
  readonly hasUnseen: boolean;
}

interface Reading {
  words: string;
  code: string;
  /** Elements of code that are open. */
  codeDepth: number;
  readonly links: BodyLink[];
  readonly pictures: string[];
  readonly frames: string[];
  readonly ids: Set<string>;
  emptyHeadings: number;
  headingsWithoutId: number;
}

/** Elements that stand in a line of text: the words around any other are apart. */
const inLine = new Set(['a', 'b', 'i', 'code', 'u', 's', 'sub', 'sup', 'span', 'strong', 'em', 'mark', 'small', 'kbd']);

/** Reads a body. @returns null for one that no browser would show as it was meant: see `parseBody` */
export function readBody(html: string): BodyFacts | null {
  const nodes = parseBody(html);
  if (nodes === null) return null;
  const reading: Reading = {
    words: '',
    code: '',
    codeDepth: 0,
    links: [],
    pictures: [],
    frames: [],
    ids: new Set(),
    emptyHeadings: 0,
    headingsWithoutId: 0,
  };
  walk(nodes, reading);
  const { words, codeDepth: _, ...rest } = reading;
  const hasUnseen = html.includes(carrierAttribute) || html.includes(undisplayedWords);
  return { ...rest, words: onOneLine(words), hasUnseen };
}

function walk(nodes: readonly HtmlNode[], reading: Reading): void {
  for (const node of nodes) {
    if (isHtmlElement(node)) element(node, reading);
    else {
      const text = textOf(node) ?? '';
      reading.words += text;
      if (reading.codeDepth > 0) reading.code += `${text} `;
    }
  }
}

function element(html: HtmlElement, reading: Reading): void {
  const { tagName } = html;
  const isApart = !inLine.has(tagName);
  for (const name of ['id', 'name']) {
    const value = attributeOf(html, name);
    if (value !== null && value !== '') reading.ids.add(value);
  }
  if (tagName === 'img') reading.pictures.push(attributeOf(html, 'src') ?? '');
  if (tagName === 'iframe' || tagName === 'video' || tagName === 'source')
    reading.frames.push(attributeOf(html, 'src') ?? '');
  if (isApart) reading.words += ' ';
  const before = { words: reading.words.length, pictures: reading.pictures.length };
  const isCode = tagName === 'pre' || tagName === 'code';
  if (isCode) reading.codeDepth += 1;
  walk(html.childNodes, reading);
  if (isCode) reading.codeDepth -= 1;
  if (tagName === 'a' || /^h[1-6]$/.test(tagName)) ended(html, before, reading);
  if (isApart) reading.words += ' ';
}

/** Notes a link or a heading, once what is in it was read. */
function ended(
  html: HtmlElement,
  before: { readonly words: number; readonly pictures: number },
  reading: Reading,
): void {
  const words = onOneLine(reading.words.slice(before.words));
  const holdsPicture = reading.pictures.length > before.pictures;
  if (html.tagName === 'a') {
    const isPlace = attributeOf(html, 'id') !== null || attributeOf(html, 'name') !== null;
    reading.links.push({ href: attributeOf(html, 'href'), words, holdsMore: holdsPicture || isPlace });
    return;
  }
  if (words === '' && !holdsPicture) reading.emptyHeadings += 1;
  if (attributeOf(html, 'id') === null) reading.headingsWithoutId += 1;
}

/** Without characters that nobody sees, white space as single spaces. */
function onOneLine(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
