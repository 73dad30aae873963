import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { classesOf, isElement } from './node.ts';

/**
 * Prints a rewritten body the way Intercom's API does: one line, `\n` after each empty paragraph unless it
 * ends the body, and of all characters only `&`, `<` and `>` escaped in text.
 */
export function printBody({ children }: Root): string {
  const last = children.at(-1);
  const tree: Root = { type: 'root', children: printable(children, (node) => node !== last) };
  return toHtml(tree, { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } });
}

/**
 * Nodes as the library prints them right. What was rewritten stays as it is: it is printed once more where images go.
 *
 * @param isFollowed whether something comes after a node
 */
function printable<Node extends RootContent | ElementContent>(
  nodes: readonly Node[],
  isFollowed: (node: Node) => boolean = () => true,
): (Node | Verbatim)[] {
  return nodes.flatMap((node): readonly (Node | Verbatim)[] => {
    // The library escapes less than Intercom does, so text is handed over as it shall be printed.
    if (node.type === 'text') return [verbatim(escapeText(node.value))];
    if (node.type !== 'element') return [node];
    const copy = { ...node, children: printable(node.children) };
    return isEmptyLine(node) && isFollowed(node) ? [copy, verbatim('\n')] : [copy];
  });
}

type Verbatim = Extract<RootContent, { value: string }>;

function isEmptyLine(node: Element): boolean {
  return isElement(node, 'p') && node.children.length === 0 && classesOf(node).join(' ') === 'no-margin';
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function verbatim(value: string): Verbatim {
  return { type: 'raw', value } as unknown as Verbatim;
}
