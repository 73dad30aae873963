import { escapeText, escapeValue } from '../../../body/escape.ts';
import { type HtmlNode, isHtmlElement, textOf } from '../../../body/parse.ts';

/** A node of a body: text, or an element with its attributes ready to print. */
export type BodyNode = string | BodyElement;

/** An element of a body. */
export interface BodyElement {
  readonly name: string;
  /** ` name="value"` for each. */
  readonly attributes: string;
  readonly children: readonly BodyNode[];
}

/** Which of the two bodies something is in: `del` the one before alone, `ins` the one after alone. */
export type ChangeMark = 'del' | 'ins';

/** A node of two bodies in one. */
export type MarkedNode = string | MarkedElement | Marked;

/** An element that both bodies have, or that stands in what only one of them has. */
export interface MarkedElement extends Omit<BodyElement, 'children'> {
  readonly children: readonly MarkedNode[];
  /** The attributes that it had before, where they changed. */
  readonly was?: string;
}

/** What only one of the two bodies has. */
export interface Marked {
  readonly mark: ChangeMark;
  readonly children: readonly MarkedNode[];
}

const voidElements = new Set(['br', 'hr', 'img']);

/** Takes parsed nodes over: what is neither text nor element is left out, and so is what looks like a mark of ours. */
export function bodyNodes(nodes: readonly HtmlNode[]): readonly BodyNode[] {
  return nodes.flatMap((node): readonly BodyNode[] => {
    const text = textOf(node);
    if (text !== null) return [text];
    if (!isHtmlElement(node)) return [];
    const attributes = node.attrs
      .filter(({ name }) => name !== 'data-mark')
      .map(({ name, value }) => ` ${name}="${escapeValue(value)}"`);
    const name = otherNames.get(node.tagName) ?? node.tagName;
    return [{ name, attributes: attributes.join(''), children: bodyNodes(node.childNodes) }];
  });
}

const otherNames: ReadonlyMap<string, string> = new Map([
  ['ins', 'u'],
  ['del', 's'],
]);

/** Whether the node is what only one of the bodies has. */
export function isMarked(node: MarkedNode): node is Marked {
  return typeof node !== 'string' && 'mark' in node;
}

/** All text of a node, white space between blocks, and what an image or a video shows. */
export function textOfNode(node: BodyNode): string {
  if (typeof node === 'string') return node;
  if (node.name === 'img' || node.name === 'iframe') return node.attributes;
  const inside = node.children.map(textOfNode).join('');
  return inline.has(node.name) ? inside : ` ${inside} `;
}

const inline = new Set('a b i code kbd mark s small strike sub sup u del ins'.split(' '));

/** Prints nodes of one body. */
export function printBody(nodes: readonly BodyNode[]): string {
  let html = '';
  for (const node of nodes) {
    if (typeof node === 'string') html += escapeText(node);
    else html += element(node, printBody(node.children));
  }
  return html;
}

/**
 * Prints two bodies in one, or what one of them has, with its marks: `<ins>` and `<del>` around words and blocks. A list
 * item, row or cell cannot stand in one: it says so itself, as `data-mark`, and its content stands in it.
 *
 * @param without what is left out: `ins` leaves the body before, `del` the body after
 */
export function printMarked(nodes: readonly MarkedNode[], without: ChangeMark | null = null): string {
  let html = '';
  for (const node of nodes) {
    if (typeof node === 'string') html += escapeText(node);
    else if (!isMarked(node)) html += element(shownAs(node, without), printMarked(node.children, without));
    else if (node.mark !== without) html += printMark(node, without);
  }
  return html;
}

const parts = new Set(['li', 'tr', 'td']);

function printMark({ mark, children }: Marked, without: ChangeMark | null): string {
  const [first] = children;
  if (first === undefined || typeof first === 'string' || isMarked(first) || !parts.has(first.name)) {
    return `<${mark}>${printMarked(children, without)}</${mark}>`;
  }
  return children
    .map((child) => {
      if (typeof child === 'string' || isMarked(child)) return printMarked([child], without);
      const inside: readonly MarkedNode[] =
        child.name === 'tr'
          ? child.children.map((cell): Marked => ({ mark, children: [cell] }))
          : [{ mark, children: child.children }];
      return element({ ...child, attributes: `${child.attributes} data-mark="${mark}"` }, printMarked(inside, without));
    })
    .join('');
}

/** An element whose attributes changed is shown with the new ones, but where only the body before is shown. */
function shownAs(node: MarkedElement, without: ChangeMark | null): Pick<BodyElement, 'name' | 'attributes'> {
  if (node.was === undefined) return node;
  return { name: node.name, attributes: `${without === 'ins' ? node.was : node.attributes} data-mark="changed"` };
}

function element({ name, attributes }: Pick<BodyElement, 'name' | 'attributes'>, inside: string): string {
  return voidElements.has(name) ? `<${name}${attributes}>` : `<${name}${attributes}>${inside}</${name}>`;
}
