import type { Element, ElementContent } from 'hast';
import type { Position } from 'unist';
import { addressLook } from './address-look.ts';
import { headingLook } from './heading-look.ts';
import type { Look, Looking } from './looking.ts';
import { paragraphLook } from './paragraph-look.ts';
import { pictureLook } from './picture-look.ts';
import { secretLook } from './secret-look.ts';
import { tableLook } from './table-look.ts';
import { termLook } from './term-look.ts';

/** Each gives null where its rules were not asked for. */
const looks: readonly ((looking: Looking) => Look | null)[] = [
  pictureLook,
  tableLook,
  headingLook,
  paragraphLook,
  termLook,
  secretLook,
  addressLook,
];

/**
 * Looks at how a body is written, by the rules that were asked for.
 *
 * @param nodes ordinary HTML, with positions in the source
 */
export function lookAtWriting(nodes: readonly ElementContent[], looking: Looking): void {
  const all = looks.flatMap((look) => look(looking) ?? []);
  if (all.length === 0) return;
  const walk = (node: ElementContent, nearest: Position | undefined, within: readonly Element[]): void => {
    const own = wholePosition(node.position);
    const at = own ?? nearest;
    for (const look of all) look(node, { at, own, within });
    if (node.type !== 'element') return;
    const inside = [...within, node];
    for (const child of node.children) walk(child, at, inside);
  };
  for (const node of nodes) walk(node, undefined, []);
}

/** The parser of HTML leaves positions behind that have no start. */
function wholePosition(position: Partial<Position> | undefined): Position | undefined {
  const { start, end } = position ?? {};
  return start === undefined || end === undefined ? undefined : { start, end };
}
