import { attributeOf, classesOf, type HtmlElement, type HtmlNode, isHtmlElement } from '../parse.ts';
import { plainTextOf } from '../plain-text.ts';
import { inlineAsMarkdown, isInlineNode } from './inline.ts';
import { tableAsMarkdown } from './table.ts';

/** One block: its lines, and what it is to its neighbours. */
interface Block {
  readonly text: string;
  readonly is: 'line' | 'list' | 'other';
  /** Whether an empty paragraph stands before it. */
  readonly isApart: boolean;
}

/** Blocks as Markdown, an empty line between them; only paragraphs that look like lines of one are joined. */
export function blocksAsMarkdown(nodes: readonly HtmlNode[]): string {
  return joinBlocks(blocksOf(nodes), '\n\n');
}

/** @param between what stands between blocks that no empty paragraph keeps apart */
function joinBlocks(blocks: readonly Block[], between: string): string {
  let text = '';
  for (const [index, block] of blocks.entries()) {
    const isLine = block.is === 'line' && blocks[index - 1]?.is === 'line' && !block.isApart;
    if (index > 0) text += isLine ? '\\\n' : block.isApart ? '\n\n' : between;
    text += block.text;
  }
  return text;
}

function blocksOf(nodes: readonly HtmlNode[]): readonly Block[] {
  const blocks: Block[] = [];
  let isApart = false;
  let loose: HtmlNode[] = [];
  const put = (text: string, is: Block['is']): void => {
    if (text.trim() === '') {
      isApart = true;
      return;
    }
    blocks.push({ text, is, isApart });
    isApart = false;
  };
  const endLoose = (): void => {
    if (loose.length > 0) put(inlineAsMarkdown(loose).trim(), 'line');
    loose = [];
  };
  for (const node of nodes) {
    if (isInlineNode(node)) {
      loose.push(node);
      continue;
    }
    endLoose();
    if (isHtmlElement(node)) for (const { text, is } of blockOf(node)) put(text, is);
  }
  endLoose();
  return blocks;
}

type Told = Pick<Block, 'text' | 'is'>;

function blockOf(element: HtmlElement): readonly Told[] {
  const alignment = classesOf(element)
    .find((name) => name.startsWith('intercom-align-'))
    ?.slice('intercom-align-'.length);
  const told = plainBlockOf(element);
  if (alignment === undefined || told.every(({ text }) => text.trim() === '')) return told;
  const text = told.map((one) => one.text).join('\n\n');
  return [{ text: `:::${alignment}\n${text}\n:::`, is: 'other' }];
}

function plainBlockOf(element: HtmlElement): readonly Told[] {
  const { tagName, childNodes } = element;
  switch (tagName) {
    case 'p':
      return [{ text: inlineAsMarkdown(childNodes).trim(), is: 'line' }];
    case 'ul':
    case 'ol':
      return [{ text: list(element), is: 'list' }];
    case 'pre':
      return other(fence(element));
    case 'hr':
      return other('---');
    case 'table':
      return other(tableAsMarkdown(element, (cell) => joinBlocks(blocksOf(cell.childNodes), '\n')));
    case 'details':
      return other(section(element));
    case 'iframe':
      return other(attributeOf(element, 'src') ?? '');
    default:
      if (/^h[1-6]$/.test(tagName))
        return other(`${'#'.repeat(Number(tagName[1]))} ${plainTextOf(childNodes)}`.trimEnd());
      if (classesOf(element).includes('intercom-interblocks-callout')) return other(callout(element));
      return isMedia(element) ? other(joinBlocks(blocksOf(childNodes), '\n\n')) : blocksOf(childNodes);
  }
}

/** Images, videos and buttons stand alone, whatever is beside them. */
function isMedia(element: HtmlElement): boolean {
  return classesOf(element).some((name) => name === 'intercom-container' || name === 'intercom-h2b-video');
}

function other(text: string): readonly Told[] {
  return [{ text, is: 'other' }];
}

function list(element: HtmlElement): string {
  const start = Number(attributeOf(element, 'start') ?? 1) || 1;
  return element.childNodes
    .filter(isHtmlElement)
    .map((item, index) => {
      const mark = element.tagName === 'ol' ? `${start + index}. ` : '- ';
      const text = joinBlocks(blocksOf(item.tagName === 'li' ? item.childNodes : [item]), '\n');
      return (mark + indent(text, ' '.repeat(mark.length))).trimEnd();
    })
    .join('\n');
}

/** Every line but the first, indented; empty ones stay empty. */
function indent(text: string, by: string): string {
  return text.replace(/\n(?!\n|$)/g, `\n${by}`);
}

function fence(element: HtmlElement): string {
  const text = codeText(element.childNodes);
  const longest = Math.max(2, ...Array.from(text.matchAll(/`{3,}/g), ([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}\n${text}\n${mark}`;
}

function codeText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (!isHtmlElement(node)) return 'value' in node && node.nodeName === '#text' ? node.value : '';
      return node.tagName === 'br' ? '\n' : codeText(node.childNodes);
    })
    .join('');
}

function section(element: HtmlElement): string {
  const summary = element.childNodes.find((node) => isHtmlElement(node) && node.tagName === 'summary');
  const rest = element.childNodes.filter((node) => node !== summary);
  const title = summary !== undefined && isHtmlElement(summary) ? joinBlocks(blocksOf(summary.childNodes), ' ') : '';
  const text = blocksAsMarkdown(rest);
  return `<details>\n<summary>${title}</summary>\n\n${text}${text === '' ? '' : '\n\n'}</details>`;
}

/** GitHub's alerts by the backgrounds that stand for them. */
const ALERTS: Readonly<Record<string, string>> = {
  '#e3e7fa80': 'NOTE',
  '#d7efdc80': 'TIP',
  '#e8e8e880': 'IMPORTANT',
  '#feedaf80': 'WARNING',
  '#fed9db80': 'CAUTION',
};

function callout(element: HtmlElement): string {
  const style = attributeOf(element, 'style') ?? '';
  const background = /(?:^|;)\s*background-color:\s*([^;]+)/.exec(style)?.[1]?.trim() ?? '';
  const name = ALERTS[background];
  const text = blocksAsMarkdown(element.childNodes);
  if (name === undefined) return `:::callout{color=${background}}\n${text}\n:::`;
  return `> [!${name}]\n${text.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>')}`;
}
