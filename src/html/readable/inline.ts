import { attributeOf, classesOf, type HtmlElement, type HtmlNode, isHtmlElement, textOf } from '../parse.ts';

/** Elements that can stand in a line. Everything else is a block, or holds blocks. */
const INLINE: ReadonlySet<string> = new Set('a b strong i em code br img span u s sub sup small'.split(' '));

/** Whether a node belongs to a line of text. */
export function isInlineNode(node: HtmlNode): boolean {
  return isHtmlElement(node) ? INLINE.has(node.tagName) : textOf(node) !== null;
}

/** Text with its marks as Markdown, on one line but for hard breaks. */
export function inlineAsMarkdown(nodes: readonly HtmlNode[]): string {
  return nodes.map(nodeAsMarkdown).join('');
}

function nodeAsMarkdown(node: HtmlNode): string {
  if (!isHtmlElement(node)) return (textOf(node) ?? '').replace(/[\t\n\f\r ]+/g, ' ');
  const inside = inlineAsMarkdown(node.childNodes);
  switch (node.tagName) {
    case 'b':
    case 'strong':
      return marked(inside, '**');
    case 'i':
    case 'em':
      return marked(inside, '*');
    case 'code':
      return marked(inside, inside.includes('`') ? '``' : '`');
    case 'br':
      return '\\\n';
    case 'img':
      return image(node);
    case 'a':
      return link(node, inside);
    default:
      return inside;
  }
}

function marked(inside: string, mark: string): string {
  return inside === '' ? '' : mark + inside + mark;
}

function link(element: HtmlElement, inside: string): string {
  const href = attributeOf(element, 'href');
  if (classesOf(element).includes('intercom-h2b-button')) return `:button[${inside}]{href=${href ?? ''}}`;
  return href === null ? inside : `[${inside}](${withPlainFragment(href)})`;
}

/** The heading of a link in its own letters: Intercom percent-encodes them. */
function withPlainFragment(href: string): string {
  try {
    return href.replace(/#.*$/, decodeURI);
  } catch {
    return href;
  }
}

function image(element: HtmlElement): string {
  const source = attributeOf(element, 'src') ?? '';
  const alt = attributeOf(element, 'alt') ?? '';
  const width = attributeOf(element, 'width');
  return width === null ? `![${alt}](${source})` : `<img src="${source}" alt="${alt}" width="${width}">`;
}
