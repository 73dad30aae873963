import type { Element, ElementContent } from 'hast';
import type { Position } from 'unist';
import type { Report } from '../../dialect/construct.ts';
import { addressLook } from './address-look.ts';
import type { WritingRules } from './asked.ts';
import { headingLook } from './heading-look.ts';
import { paragraphLook } from './paragraph-look.ts';
import { pictureLook } from './picture-look.ts';
import { secretLook } from './secret-look.ts';
import { tableLook } from './table-look.ts';
import { termLook } from './term-look.ts';

/** What looking may use. */
export interface Looking {
  readonly rules: WritingRules;
  readonly report: Report;
  /** The source's text at a position, as it was written. */
  readonly written: (at: Position | undefined) => string;
  /** Whether the source, or a snippet in it, has something like this. */
  readonly matches: (pattern: RegExp) => boolean;
}

/** What is around a node. */
export interface Around {
  /** Of the node, or of the nearest one around it that has one. */
  readonly at: Position | undefined;
  /** Of the node itself. */
  readonly own: Position | undefined;
  /** Elements around it, the outermost first. */
  readonly within: readonly Element[];
}

/** Looks at each node of a body, in order. */
export type Look = (node: ElementContent, around: Around) => void;

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
