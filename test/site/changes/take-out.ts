import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * HTML with everything that has one of the marks taken out, and the other mark taken off. It knows nothing of how the
 * marks were made.
 *
 * @param mark null only reads the HTML and prints it again
 */
export function withoutMark(html: string, mark: 'ins' | 'del' | null): string {
  const tree = parseFragment(html);
  if (mark !== null) tree.childNodes = tree.childNodes.flatMap((node) => taken(node, mark));
  return serialize(tree).replaceAll('&nbsp;', '\u00a0');
}

function taken(node: Node, mark: 'ins' | 'del'): Node[] {
  if (!('tagName' in node)) return [node];
  const own = node.attrs.find(({ name }) => name === 'data-mark')?.value;
  if (node.tagName === mark || own === mark) return [];
  const children = node.childNodes.flatMap((child) => taken(child, mark));
  if (node.tagName === 'ins' || node.tagName === 'del') return children;
  // A link or box of code without anything left in it is gone with it.
  if (children.length === 0 && node.childNodes.length > 0 && ['a', 'b', 'i', 'code'].includes(node.tagName)) return [];
  return [{ ...node, attrs: node.attrs.filter(({ name }) => name !== 'data-mark'), childNodes: children }];
}
