import type { Element, ElementContent } from 'hast';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { serialise } from '../body/serialise.ts';
import { TooComplex } from '../model/too-complex.ts';
import { blocksFrom, type ReadContext } from './blocks-from-markdown.ts';
import { directiveBlocks } from './directive-blocks.ts';
import { type Directive, directivesIn } from './directives.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** An item that begins on the next line; behind a blank one it would be empty. */
const bareBullet = /^\s*(?:[-*+]|\d{1,9}[.)])\s*$/;

/** Directives inside each other that are read. */
const mostDepth = 50;

/**
 * The body that Intercom makes of its own Markdown: HTML of its vocabulary, in which what HTML does not show is kept in
 * the attributes of `carried.ts`. Quotes become paragraphs, HTML in the text is dropped, and so is what a directive
 * holds that has no text.
 *
 * @param markdown as `body_markdown` has it, or as somebody wrote it
 * @throws TooComplex for what is nested too deep to be read
 */
export function fromIntercomMarkdown(markdown: string): string {
  return serialise({ type: 'root', children: read(markdown.split(/\r\n?|\n/)) });
}

/**
 * Reads lines. A directive becomes one line that stands for it, so that the rest is plain Markdown, whatever it is nested
 * in; what is in the directive is read by itself.
 */
function read(lines: readonly string[]): ElementContent[] {
  const mark = unusedIn(lines);
  const blocks: ElementContent[][] = [];
  const text: string[] = [];
  const { directives, stray } = directivesIn(lines);
  if (directives.some(({ height }) => height > mostDepth)) throw new TooComplex(1, 'directives inside each other');
  const outermost = new Map<number, Directive>();
  let end = -1;
  for (const one of directives) {
    if (one.open <= end) continue;
    outermost.set(one.open, one);
    end = one.close;
  }
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const one = outermost.get(index);
    if (one === undefined) {
      text.push(stray.has(index) ? '' : line);
      continue;
    }
    const inside = lines.slice(one.open + 1, Math.max(one.open + 1, one.close));
    const indent = new RegExp(`^[ \\t]{0,${one.indent}}`);
    const content = (): ElementContent[] => read(inside.map((each) => each.replace(indent, '')));
    const above = bareBullet.test(text.at(-1) ?? '') ? [] : [''];
    text.push(...above, `${' '.repeat(one.indent)}${mark}${blocks.length}${mark}`, '');
    blocks.push(directiveBlocks(one, content));
    index = one.close;
  }
  return blocksOf(text.join('\n'), (line) => standsFor(line, mark, blocks));
}

function blocksOf(source: string, standIn: ReadContext['standIn']): Element[] {
  const tree: Root = parser.parse(source);
  const definitions = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    if (!definitions.has(identifier)) definitions.set(identifier, url);
  });
  return blocksFrom(tree.children, { source, standIn, definitions });
}

function standsFor(
  line: string,
  mark: string,
  blocks: readonly (readonly ElementContent[])[],
): readonly ElementContent[] | null {
  if (!line.startsWith(mark) || !line.endsWith(mark)) return null;
  return blocks[Number(line.slice(1, -1))] ?? null;
}

/** A character that means nothing in Markdown and does not occur. */
function unusedIn(lines: readonly string[]): string {
  const used = new Set(lines.flatMap((line) => line.match(/[\uE000-\uF8FF]/g) ?? []));
  for (let code = 0xe000; code < 0xf8ff; code += 1) {
    const character = String.fromCharCode(code);
    if (!used.has(character)) return character;
  }
  throw new TooComplex(1, 'characters of private use');
}
