import type { Element, ElementContent } from 'hast';
import { iconName, isIconClass } from '../model/icon-class.ts';
import type { Report, Shape } from './construct.ts';
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

/**
 * What icons are called, where nothing else is shown beside them; nothing where they have no names.
 *
 * @param byClass whether what their font calls them is a name too
 */
export function namesOfIcons(nodes: readonly ElementContent[], byClass = false): readonly ElementContent[] {
  const names = iconsIn(nodes)
    .map((node) => nameOf(node) || (byClass ? (iconName(classes(node)) ?? '') : ''))
    .filter((name) => name !== '');
  return names.length === 0 ? [] : [text(names.join(' '))];
}

/** Says of the first icon that it is lost, where there is one. */
export function sayIconLost(nodes: readonly ElementContent[], shape: Shape): void {
  const [first] = iconsIn(nodes);
  if (first !== undefined) shape.report('icon-lost', {}, first.position);
}

/** The first icon that shows nothing: none that is alone in a cell, of which more is said, and none whose name its link shows. */
function droppedIcon(nodes: readonly ElementContent[]): Element | null {
  for (const node of nodes) {
    if (!isElement(node) || node.tagName === 'svg') continue;
    if (isIcon(node)) return node;
    const isAlone = isElement(node, 'td', 'th', 'a') && !isVisible(node.children);
    const found = isAlone ? null : droppedIcon(node.children);
    if (found !== null) return found;
  }
  return null;
}

/** Says once of a text that its icons are not shown, where it has any. */
export function sayIconsDropped(nodes: readonly ElementContent[], report: Report): void {
  const found = droppedIcon(nodes);
  if (found !== null) report('icon-dropped', {}, found.position);
}
