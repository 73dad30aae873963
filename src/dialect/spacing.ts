import type { Element } from 'hast';
import { classesOf, type HtmlElement, isHtmlElement } from '../body/parse.ts';
import type { Spacing } from '../model/article.ts';
import type { Container } from './construct.ts';
import { classes, element, isElement } from './element.ts';

/** Kinds of blocks as far as the space between them goes. */
type Kind =
  | 'text'
  | 'heading'
  | 'list'
  | 'image'
  | 'video'
  | 'button'
  | 'code'
  | 'callout'
  | 'table'
  | 'section'
  | 'rule'
  | 'blank';

const order = ['text', 'heading', 'list', 'image', 'video', 'button', 'code', 'callout', 'table', 'section', 'rule'];

/**
 * Empty paragraphs between a block (row) and the next one (column). Intercom's paragraphs and images have no
 * margin, so writers put an empty paragraph where they want space; headings, lists, tables and rules bring
 * their own. The figures follow what writers do most often.
 */
const table: Readonly<Record<Exclude<Kind, 'blank'>, string>> = {
  //         text heading list image video button code callout table section rule
  text: '     1    1       0    1     1     1      1    1       0     1       0',
  heading: '  0    0       0    0     0     0      0    0       0     0       0',
  list: '     0    0       0    0     0     0      0    0       0     0       0',
  image: '    1    1       1    1     1     1      1    1       1     1       1',
  video: '    1    1       0    1     1     1      1    1       1     1       1',
  button: '   1    1       1    1     1     1      1    1       1     1       1',
  code: '     1    1       1    1     1     1      1    1       1     1       0',
  callout: '  1    1       1    1     1     1      1    1       1     1       1',
  table: '    0    0       0    0     0     0      0    0       0     0       0',
  section: '  1    1       1    1     1     1      1    1       1     0       1',
  rule: '     0    0       0    0     0     0      0    0       0     0       0',
};

const usualGaps = new Map(
  Object.entries(table).flatMap(([above, row]) =>
    row
      .trim()
      .split(/\s+/)
      .map((count, column) => [`${above} ${order[column]}`, Number(count)] as const),
  ),
);

/** At the end of a list item an image gets one too, or it touches the next item. */
const endOfItem: ReadonlySet<Kind> = new Set<Kind>(['image', 'video']);

/** Between two blocks; beside a paragraph that is a blank line itself there is never another. */
function gapOf(above: Kind, below: Kind, spacing: Spacing): number {
  const usual = usualGaps.get(`${above} ${below}`);
  if (usual === undefined || spacing === 'tight') return 0;
  return spacing === 'airy' ? 1 : usual;
}

function gapAtEnd(last: Kind, container: Container, spacing: Spacing): number {
  return container === 'item' && spacing !== 'tight' && endOfItem.has(last) ? 1 : 0;
}

/** An empty paragraph. */
export function emptyParagraph(): Element {
  return element('p', { className: ['no-margin'] });
}

/** A mark for an empty paragraph that the author asked for. */
export function blank(): Element {
  return { ...emptyParagraph(), data: { position: {}, blank: true } };
}

/** A mark for `<!-- tight -->`. */
export function tight(): Element {
  return { ...emptyParagraph(), data: { position: {}, tight: true } };
}

/**
 * Puts the empty paragraphs between blocks. Those the author asked for come on top of the usual ones; beside a
 * paragraph written with `class="no-margin"`, and where `<!-- tight -->` stands, there are no usual ones.
 *
 * @param blocks with `blank()` and `tight()` among them
 * @param container what they stand in
 * @param spacing the rule that applies to the source
 */
export function spaced(blocks: readonly Element[], container: Container, spacing: Spacing): Element[] {
  const out: Element[] = [];
  let above: Element | null = null;
  let asked = 0;
  let close = false;
  for (const block of blocks) {
    if (block.data?.blank) asked += 1;
    else if (block.data?.tight) close = true;
    else {
      const usual = above === null || close ? 0 : gap(above, block, spacing);
      for (let count = usual + asked; count > 0; count -= 1) out.push(emptyParagraph());
      out.push(block);
      above = block;
      asked = 0;
      close = false;
    }
  }
  const atEnd = above !== null && !close ? gapAtEnd(kindOf(above), container, spacing) : 0;
  for (let count = atEnd + asked; count > 0; count -= 1) out.push(emptyParagraph());
  return out;
}

function gap(above: Element, below: Element, spacing: Spacing): number {
  if (above.data?.exact || below.data?.exact) return 0;
  return gapOf(kindOf(above), kindOf(below), spacing);
}

function kindOf(block: Element): Kind {
  if (block.tagName === 'p' && isBlankLine(block)) return 'blank';
  const [child] = block.children;
  const isButton = isElement(child, 'a') && classes(child).includes('intercom-h2b-button');
  return kindNamed(block.tagName, classes(block), isButton);
}

function kindNamed(tagName: string, names: readonly string[], isButton: boolean): Exclude<Kind, 'blank'> {
  switch (tagName) {
    case 'p':
      return 'text';
    case 'ul':
    case 'ol':
      return 'list';
    case 'pre':
      return 'code';
    case 'hr':
      return 'rule';
    case 'table':
      return 'table';
    case 'details':
      return 'section';
    case 'div':
      if (names.includes('intercom-interblocks-callout')) return 'callout';
      if (names.includes('intercom-interblocks-table-container')) return 'table';
      if (names.includes('intercom-h2b-video')) return 'video';
      return isButton ? 'button' : 'image';
    default:
      return 'heading';
  }
}

/** A paragraph with nothing but what the canonical form takes for space too; wide spaces, as U+3000, are text there. */
function isBlankLine(block: Element): boolean {
  return block.children.every((child) => child.type === 'text' && /^[ \t\n\f\r\u00a0\u200b\ufeff]*$/.test(child.value));
}

/** What stands between two blocks so that a certain number of empty paragraphs comes of it. */
export interface Space {
  /** Whether `<!-- tight -->` takes the usual ones away. */
  readonly isTight: boolean;
  /** Empty paragraphs that are asked for. */
  readonly asked: number;
}

/**
 * The inverse of `spaced` between two blocks of the canonical form.
 *
 * @param above null at the start of a container
 * @param below null at its end
 * @param count empty paragraphs between the two
 * @param spacing the rule that applies to the source
 */
export function spaceBetween(
  above: HtmlElement | null,
  below: HtmlElement | null,
  count: number,
  container: Container,
  spacing: Spacing,
): Space {
  const usual = usualBetween(above, below, container, spacing);
  return count < usual ? { isTight: true, asked: count } : { isTight: false, asked: count - usual };
}

function usualBetween(
  above: HtmlElement | null,
  below: HtmlElement | null,
  container: Container,
  spacing: Spacing,
): number {
  if (above === null) return 0;
  const kind = kindOfStored(above);
  if (below === null) return gapAtEnd(kind, container, spacing);
  return gapOf(kind, kindOfStored(below), spacing);
}

function kindOfStored(block: HtmlElement): Kind {
  const [child] = block.childNodes;
  const isButton = child !== undefined && isHtmlElement(child) && classesOf(child).includes('intercom-h2b-button');
  return kindNamed(block.tagName, classesOf(block), isButton);
}
