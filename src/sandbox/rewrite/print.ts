import type { Element, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { classesOf, isElement } from './node.ts';

/**
 * Prints a rewritten body the way Intercom's API does: one line, `\n` after each empty paragraph unless it
 * ends the body, and of all characters only `&`, `<` and `>` escaped in text.
 */
export function printBody(tree: Root): string {
  const copy = structuredClone(tree);
  const last = copy.children.at(-1);
  visit(copy, 'element', (node, index, parent) => {
    if (parent !== undefined && index !== undefined && node !== last && isEmptyLine(node)) {
      parent.children.splice(index + 1, 0, { type: 'text', value: '\n' });
    }
  });
  visit(copy, 'text', (node, index, parent) => {
    // The library escapes less than Intercom does, so text is handed over as it shall be printed.
    if (parent !== undefined && index !== undefined) parent.children[index] = verbatim(escapeText(node.value));
  });
  return toHtml(copy, { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } });
}

function isEmptyLine(node: Element): boolean {
  return isElement(node, 'p') && node.children.length === 0 && classesOf(node).join(' ') === 'no-margin';
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function verbatim(value: string): Extract<RootContent, { value: string }> {
  return { type: 'raw', value } as unknown as Extract<RootContent, { value: string }>;
}
