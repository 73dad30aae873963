import type { Element, ElementContent, Nodes, Properties } from 'hast';
import { REMOVED } from '../vocabulary.ts';

/** Elements that are blocks, of those a body can hold. */
const BLOCKS = new Set('p h1 h2 h3 h4 ul ol pre div table hr details'.split(' '));

/** Makes an element in the place of another, at its position. */
export function inPlaceOf(
  node: Element,
  tagName: string,
  properties: Properties,
  children: readonly ElementContent[],
): Element {
  const made: Element = { type: 'element', tagName, properties, children: [...children] };
  return node.position === undefined ? made : { ...made, position: node.position };
}

/** Makes a text node. */
export function textNode(value: string): ElementContent {
  return { type: 'text', value };
}

/** Whether a node is an element of one of these names. */
export function isNamed(node: ElementContent | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && names.includes(node.tagName);
}

/** Whether a node is a block, or holds one. */
export function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && (BLOCKS.has(node.tagName) || node.children.some(isBlock));
}

/** Whether nodes show nothing but white space. */
export function isSpace(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) => node.type === 'text' && /^[ \t\n\f\r]*$/.test(node.value));
}

/** Groups what stands bare between blocks into paragraphs. */
export function paragraphsOf(nodes: readonly ElementContent[], node: Element): readonly ElementContent[] {
  const grouped: ElementContent[] = [];
  let bare: ElementContent[] = [];
  const endBare = (): void => {
    if (!isSpace(bare)) grouped.push(inPlaceOf(node, 'p', {}, bare));
    bare = [];
  };
  for (const child of nodes) {
    if (isBlock(child)) {
      endBare();
      grouped.push(child);
    } else bare.push(child);
  }
  endBare();
  return grouped;
}

/** All text below a node, whatever its depth, but for elements whose text is not meant to be read. */
export function textBelow(node: Nodes): string {
  const parts: string[] = [];
  const rest: Nodes[] = [node];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (next.type === 'text') parts.push(next.value);
    if (next.type === 'root' || (next.type === 'element' && !REMOVED.has(next.tagName.toLowerCase()))) {
      for (const child of next.children.toReversed()) rest.push(child);
    }
  }
  return parts.join('');
}
