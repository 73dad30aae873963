import type { ElementContent } from 'hast';
import { element, isElement, oneLine, plainText, text } from './element.ts';

/**
 * What a heading says, in one line: its text with links, bold, italic and code. Line breaks are spaces, and white space
 * is collapsed.
 *
 * @param pieces inline nodes, rewritten
 * @param cut characters to take off its end
 */
export function headingLine(pieces: readonly ElementContent[], cut = 0): ElementContent[] {
  const length = oneLine(plainText(pieces)).length - cut;
  return lineOf(pieces, { length: 0, most: length, afterSpace: true });
}

interface Course {
  length: number;
  readonly most: number;
  afterSpace: boolean;
}

function lineOf(nodes: readonly ElementContent[], course: Course): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text' || isElement(node, 'br')) {
      const single = (node.type === 'text' ? node.value : ' ').replace(/[ \t\n\f\r]+/g, ' ');
      const value = (course.afterSpace ? single.replace(/^ /, '') : single).slice(0, course.most - course.length);
      if (value === '') return [];
      course.length += value.length;
      course.afterSpace = value.endsWith(' ');
      return [text(value)];
    }
    if (node.type !== 'element') return [];
    const children = lineOf(node.children, course);
    if (children.length === 0) return [];
    return isElement(node, 'a', 'b', 'i', 'code') ? [element(node.tagName, node.properties, children)] : children;
  });
}
