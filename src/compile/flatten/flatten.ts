import type { Element, ElementContent } from 'hast';
import type { Report } from '../../dialect/construct.ts';
import { attribute, classes, element, isBlock, isElement, text } from '../../dialect/element.ts';
import { type Flattened, videoOf } from '../../model/flatten.ts';
import { videoFormOf } from '../../model/video-form.ts';
import { itemsAsLines } from './lists.ts';
import { createCellBudget, type SpendCells, unmerged } from './tables.ts';

/** What is the same for all blocks of a body, and how deep in lists a block stands. */
interface Flattening {
  readonly wanted: ReadonlySet<Flattened>;
  readonly report: Report;
  readonly spendCells: SpendCells;
  /** List items around; of those in a row that are numbered, how many. */
  readonly items: number;
  readonly numbered: number;
  /** Position of the innermost element around that has one. */
  readonly nearest: Element['position'];
}

/**
 * Writes constructs in a plainer way, for a workspace that does not take them as the dialect writes them: Intercom's
 * page on article HTML promises none of these, and real workspaces were seen to keep them all.
 *
 * @param blocks with levels and ids of headings settled; marks for spacing pass through
 * @param constructs what is to be plainer
 * @param report gets a warning for each construct that is
 * @returns new blocks; those given are not changed
 * @throws TooComplex for merged cells that come to more cells than a body may have
 */
export function flatten(blocks: readonly Element[], constructs: readonly Flattened[], report: Report): Element[] {
  if (constructs.length === 0) return [...blocks];
  const spendCells = createCellBudget();
  return flattened(blocks, {
    wanted: new Set(constructs),
    report,
    spendCells,
    items: 0,
    numbered: 0,
    nearest: undefined,
  });
}

function flattened(blocks: readonly Element[], flattening: Flattening): Element[] {
  return blocks.flatMap((block) => plainer(block, flattening));
}

function plainer(block: Element, flattening: Flattening): Element[] {
  const { wanted } = flattening;
  switch (block.tagName) {
    case 'ul':
    case 'ol':
      return plainerList(block, flattening);
    case 'h3':
    case 'h4':
      if (!wanted.has('headings')) return [block];
      tell(block, flattening, 'a heading below the second level', 'one of the second');
      return [{ ...block, tagName: 'h2' }];
    case 'details':
      return plainerSection(block, flattening);
    case 'div':
      if (isPlainVideo(block, wanted)) return [linkOf(block, flattening)];
      if (!wanted.has('callouts') || !isCallout(block)) return [inside(block, flattening)];
      tell(block, flattening, 'a callout', 'the paragraphs in it');
      return flattened(block.children.filter(isBlock), flattening);
    case 'table':
      return [wanted.has('merged-cells') ? plainerTable(block, flattening) : inside(block, flattening)];
    default:
      return [block];
  }
}

function plainerList(list: Element, flattening: Flattening): Element[] {
  const { wanted, items } = flattening;
  const numbered = list.tagName === 'ol' ? flattening.numbered + 1 : 0;
  const plain = inside(list, { ...flattening, items: items + 1, numbered });
  if (items === 0 || !wanted.has('nested-lists')) return [plain];
  // What is nested in a nested list is told of with it.
  if (items === 1) tell(list, flattening, 'a list in a list', 'lines that begin with a dash or a number');
  return itemsAsLines(plain, items - 1, numbered % 2 === 0 ? 'letters' : 'numbers');
}

function plainerSection(section: Element, flattening: Flattening): Element[] {
  const [summary, content] = section.children.filter((child) => isElement(child));
  if (!flattening.wanted.has('sections')) {
    // The title has a level of its own choice: it is no part of the outline.
    const kept = [summary, content && inside(content, flattening)].filter((child) => child !== undefined);
    return [{ ...section, children: kept }];
  }
  tell(section, flattening, 'a collapsible section', 'a heading and what is in it');
  return flattened([...(summary?.children ?? []), ...(content?.children ?? [])].filter(isBlock), flattening);
}

function plainerTable(table: Element, flattening: Flattening): Element {
  const position = table.position ?? flattening.nearest;
  const plain = unmerged(table, position?.start.line ?? 1, flattening.spendCells);
  if (plain === null) return inside(table, flattening);
  tell(table, flattening, 'a merged cell', 'one with empty cells beside it');
  return inside(plain, flattening);
}

/** An element with every block in it made plainer, however deep. */
function inside(node: Element, flattening: Flattening): Element {
  const here = { ...flattening, nearest: node.position ?? flattening.nearest };
  const children = node.children.flatMap((child): readonly ElementContent[] => {
    if (!isElement(child)) return [child];
    return isBlock(child) ? plainer(child, here) : [inside(child, here)];
  });
  return { ...node, children };
}

function tell(block: Element, { report, nearest }: Flattening, what: string, kept: string): void {
  report('flattened', { what, kept }, block.position ?? nearest);
}

/** Whether it is a video that is to be a link. */
function isPlainVideo(block: Element, wanted: Flattening['wanted']): boolean {
  const address = videoIn(block);
  if (address === null) return false;
  const form = videoFormOf(address);
  return wanted.has('videos') || (form !== null && wanted.has(videoOf(form)));
}

function videoIn(block: Element): string | null {
  const frame = block.children.find((child) => isElement(child, 'iframe'));
  return isElement(frame) ? (attribute(frame, 'src') ?? null) : null;
}

function linkOf(block: Element, flattening: Flattening): Element {
  const address = videoIn(block) ?? '';
  tell(block, flattening, 'a video', 'a link to it');
  return element('p', { className: ['no-margin'] }, [element('a', { href: address }, [text(address)])]);
}

function isCallout(block: Element): boolean {
  return classes(block).includes('intercom-interblocks-callout');
}
