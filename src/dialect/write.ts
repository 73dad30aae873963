import type { Html, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { HtmlElement } from '../body/parse.ts';
import { classesOf } from '../body/parse.ts';
import { storedAlignment } from './align.ts';
import type { BlockWriter, Container, Standing, Writing } from './construct.ts';
import { blockWriters } from './constructs.ts';
import { unitAsHtml } from './html-block.ts';
import { lineOf, writtenOut } from './markdown-nodes.ts';
import type { Space } from './spacing.ts';
import { type Unit, unitsOf } from './units.ts';

/** A block that is HTML in the Markdown, and why. */
export interface HtmlBlock {
  /** For people: "a table with coloured cells". */
  readonly reason: string;
  readonly html: string;
}

/** What was come across while a body was written. */
export interface Notes {
  readonly html: HtmlBlock[];
}

/**
 * Makes what writes blocks of the canonical form as Markdown nodes.
 *
 * @param notes gets what is worth telling
 */
export function createWriting(notes: Notes, { within, spacing }: Standing): Writing {
  return {
    within,
    spacing,
    flow(nodes, container) {
      const inside = createWriting(notes, { within: [container, ...within], spacing });
      const { units, end } = unitsOf(nodes, container, spacing);
      const out: RootContent[] = [];
      for (const unit of units) put(out, unit, inside, notes);
      putEnd(out, end, container);
      return out;
    },
  };
}

/** Puts one block after those that are there, into the directive that aligns them if they are aligned alike. */
function put(out: RootContent[], unit: Unit, writing: Writing, notes: Notes): void {
  const { nodes, align } = writtenUnit(unit, writing, notes);
  const last = out.at(-1);
  const open = align !== null && isAligned(last, align) ? last : null;
  const into = (open?.children ?? out) as RootContent[];
  const space = spaceNodes(unit.before);
  into.push(...space, ...(space.length === 0 && isSameList(last, nodes[0]) ? [writtenOut('<!-- -->')] : []));
  if (align === null || open !== null) into.push(...nodes);
  else into.push({ type: 'containerDirective', name: align, children: nodes as ContainerDirective['children'] });
}

function writtenUnit(
  unit: Unit,
  writing: Writing,
  notes: Notes,
): { readonly nodes: readonly RootContent[]; readonly align: string | null } {
  const [block] = unit.blocks;
  const written = writerOf(block)?.(unit.blocks, writing) ?? { reason: `<${block.tagName}>` };
  if (!('reason' in written)) return { nodes: written, align: storedAlignment(block) };
  const html = unitAsHtml(unit, writing).join('\n');
  notes.html.push({ reason: written.reason, html });
  return { nodes: [writtenOut(html)], align: null };
}

function writerOf(block: HtmlElement): BlockWriter | undefined {
  for (const name of classesOf(block)) {
    const writer = blockWriters.get(`${block.tagName}.${name}`);
    if (writer !== undefined) return writer;
  }
  return blockWriters.get(block.tagName);
}

function isAligned(node: RootContent | undefined, align: string): node is ContainerDirective {
  return node?.type === 'containerDirective' && node.name === align;
}

/** Two lists of one kind in a row are one in Markdown. */
function isSameList(above: RootContent | undefined, below: RootContent | undefined): boolean {
  return above?.type === 'list' && below?.type === 'list' && above.ordered === below.ordered;
}

function spaceNodes({ isTight, asked }: Space): readonly RootContent[] {
  const tight: readonly Html[] = isTight ? [writtenOut('<!-- tight -->')] : [];
  return asked === 0 ? tight : [...tight, lineOf('<br>'.repeat(asked))];
}

/** At the end of an item the empty lines below its last line are breaks at the end of that line. */
function putEnd(out: RootContent[], end: Space, container: Container): void {
  const last = out.at(-1);
  const [line] = last?.type === 'paragraph' ? last.children : [];
  const isText =
    line?.type === 'html' && !/\\$|^(?:<br>|!\[|\[!\[|:button\[|<a[^>]*><img|<?https?:\/\/\S+$)/.test(line.value);
  if (container === 'item' && isText && !end.isTight && last?.type === 'paragraph') {
    last.children = [writtenOut(line.value + '<br>'.repeat(end.asked))];
  } else out.push(...spaceNodes(end));
}
