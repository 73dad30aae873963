import type { Element, ElementContent } from 'hast';
import { isIconClass } from '../model/icon-class.ts';
import type { Shape } from './construct.ts';
import { attribute, classes, isElement, isVisible, text } from './element.ts';

/** Whether an element is there for the icon that a style gives it. */
function isIcon(node: Element): boolean {
  const isMade = ['i', 'span', 'em', 'svg'].includes(node.tagName) && !isVisible(node.children);
  return isMade && (classes(node).some(isIconClass) || attribute(node, 'role') === 'img' || nameOf(node) !== '');
}

/** What it says to those who cannot see it. */
function nameOf(node: Element): string {
  return (attribute(node, 'ariaLabel') || attribute(node, 'title')).trim();
}

function iconsIn(nodes: readonly ElementContent[]): readonly Element[] {
  return nodes.flatMap((node) => (!isElement(node) ? [] : isIcon(node) ? [node] : iconsIn(node.children)));
}

/** What icons are called, where nothing else is shown beside them; nothing where they have no names. */
export function namesOfIcons(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const names = iconsIn(nodes)
    .map(nameOf)
    .filter((name) => name !== '');
  return names.length === 0 ? [] : [text(names.join(' '))];
}

/** Says of the first icon that it is lost, where there is one. */
export function sayIconLost(nodes: readonly ElementContent[], shape: Shape): void {
  const [first] = iconsIn(nodes);
  if (first !== undefined) shape.report('icon-lost', {}, first.position);
}
