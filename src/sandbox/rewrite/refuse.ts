import type { Element, Parents } from 'hast';
import type { Quirks } from '../../model/quirks.ts';
import { attribute, isBlank, isElement } from './node.ts';
import { declarationsOf } from './style.ts';
import { cellsOf, hasAlphaHex, rowsOf } from './table.ts';
import { videoAddress } from './video.ts';

/** Looks at one element and says why Intercom refuses the whole body, or null. */
type Rule = (node: Element, ancestors: readonly Element[], quirks: Quirks) => string | null;

const listTags = ['ul', 'ol'];
const within = (ancestors: readonly Element[], ...names: string[]): boolean =>
  ancestors.some((ancestor) => names.includes(ancestor.tagName));

/** What makes Intercom answer 400 instead of rewriting, by element. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  dl: [() => 'definition lists are not supported'],
  iframe: [
    (node, _, { videos }) =>
      videoAddress(attribute(node, 'src'), videos) === null ? 'the iframe source is not a supported video host' : null,
  ],
  ul: [nestedList, listWithoutItem],
  ol: [nestedList, listWithoutItem],
  li: [
    (node, _, quirks) => (quirks.emptyListItem === 'refused' && isEmpty(node) ? 'list items must not be empty' : null),
  ],
  table: [
    (_, ancestors) => (within(ancestors, 'li') ? 'tables are not supported inside list items' : null),
    (_, ancestors) => (within(ancestors, 'table') ? 'nested tables are not supported' : null),
    (node) => (rowsOf(node).some((row) => cellsOf(row).length > 0) ? null : 'tables must have at least one cell'),
  ],
  td: [cellBackground],
  th: [cellBackground],
};

/**
 * Finds the first thing in a body that Intercom refuses.
 *
 * @param ancestors elements that `parent` stands in, itself included; leave out at the root
 * @returns the reason, as a clause; null when the body can be rewritten
 */
export function refusalOf(parent: Parents, quirks: Quirks, ancestors: readonly Element[] = []): string | null {
  for (const node of parent.children) {
    if (!isElement(node)) continue;
    for (const rule of Object.hasOwn(rules, node.tagName) ? (rules[node.tagName] ?? []) : []) {
      const reason = rule(node, ancestors, quirks);
      if (reason !== null) return reason;
    }
    const inside = refusalOf(node, quirks, [...ancestors, node]);
    if (inside !== null) return inside;
  }
  return null;
}

function nestedList(_: Element, ancestors: readonly Element[], quirks: Quirks): string | null {
  return quirks.nestedLists === 'refused' && within(ancestors, ...listTags) ? 'nested lists are not supported' : null;
}

function listWithoutItem(node: Element, _: readonly Element[], quirks: Quirks): string | null {
  if (quirks.emptyListItem === 'kept') return null;
  const items = node.children.filter((child) => isElement(child, 'li'));
  return items.every(isEmpty) ? 'lists must have at least one item that is not empty' : null;
}

function cellBackground(node: Element, _: readonly Element[], quirks: Quirks): string | null {
  const background = declarationsOf(attribute(node, 'style')).get('background-color');
  return quirks.cellBackground === 'alpha-hex-refused' && hasAlphaHex(background)
    ? `"${background}" is not a supported colour`
    : null;
}

/** Nothing inside but white space. An empty paragraph is something: the editor writes such items. */
function isEmpty(node: Element): boolean {
  return node.children.every((child) => isBlank(child) || child.type === 'comment');
}
