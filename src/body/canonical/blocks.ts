import { attributeOf, classesOf, type HtmlElement, isHtmlElement, textOf } from '../parse.ts';
import { alignmentOf, attributesOf } from './attributes.ts';
import {
  addBlock,
  type BodyContext,
  blocksOf,
  endLines,
  endParagraph,
  type Flow,
  filledBlocksOf,
  openFlow,
  type Read,
  startParagraph,
  walk,
} from './flow.ts';
import { collapseLine, type Line, type Mark, nestRuns, type Run } from './lines.ts';
import { blankParagraph, type CanonicalElement, type CanonicalNode, element, printAttribute } from './node.ts';

/** Paragraph. */
export const readParagraph: Read = (html, flow, marks) => {
  const alignment = alignmentOf(html) ?? flow.alignment;
  startParagraph(flow, attributesOf(html, flow.alignment), alignment);
  walk(html.childNodes, flow, marks);
  endParagraph(flow);
};

/** Reads an element that only groups blocks: quotes, `section`, `div` without a meaning of its own. */
export const readGroup: Read = (html, flow, marks) => {
  const { alignment, isOutermost } = flow;
  endLines(flow);
  flow.alignment = alignmentOf(html) ?? alignment;
  flow.isOutermost = false;
  walk(html.childNodes, flow, marks);
  endLines(flow);
  flow.alignment = alignment;
  flow.isOutermost = isOutermost;
};

/** `div`: what it is, its class says. */
export const readDiv: Read = (html, flow, marks) => {
  const classes = classesOf(html);
  if (classes.includes('intercom-interblocks-table-container')) return readTableContainer(html, flow, marks);
  const known = ['intercom-container', 'intercom-h2b-video', 'collapsible-section-content'];
  const own = classes.filter((token) => token.startsWith('intercom-') && !token.startsWith('intercom-align-'));
  if (own.every((token) => known.includes(token))) return readGroup(html, flow, marks);
  addBlock(flow, element('div', attributesOf(html), filledBlocksOf(html.childNodes, flow.context, marks)));
};

/** White space between the container of a table and the table is saved as an empty paragraph on that side. */
function readTableContainer(html: HtmlElement, flow: Flow, marks: readonly Mark[]): void {
  endLines(flow);
  for (const node of html.childNodes) {
    if (textOf(node)?.trim() === '') addBlock(flow, blankParagraph());
    else walk([node], flow, marks);
  }
  endLines(flow);
}

/** Heading: its text alone. Its level is settled when all headings of the body are known. */
export const readHeading: Read = (html, flow, marks) => {
  const { choices, headings, inSummary } = flow.context;
  const id = choices.seesHeadingIds === true ? attributeOf(html, 'id') : null;
  const inside = openFlow('heading', flow.context);
  inside.alignment = alignmentOf(html) ?? flow.alignment;
  walk(html.childNodes, inside, marks);
  const text = textOfLines(inside.lines);
  const after = [...liftedFrom(inside.lines), ...inside.blocks];
  if (text !== '' || after.length === 0) {
    const children = headingContent(inside.lines, choices.headingMarkup) ?? [text];
    const level = Math.min(Number(html.tagName.slice(1)), inSummary ? 4 : 6);
    const attributes = (id === null ? '' : printAttribute('id', id)) + attributesOf(html, flow.alignment);
    const heading = element(`h${level}`, attributes, text === '' ? [] : children);
    if (!inSummary) headings.push(heading);
    addBlock(flow, heading);
  }
  for (const block of after) addBlock(flow, block);
};

/** Code block: always `pre` around `code`, without the language, with a line break for each newline. */
export const readCodeBlock: Read = (html, flow, marks) => {
  const inside = openFlow('code', flow.context);
  const hasCode = html.childNodes.some((node) => isHtmlElement(node) && node.tagName === 'code');
  const nodes = html.childNodes.filter((node) => !hasCode || textOf(node)?.trim() !== '');
  const marksInside = marks.filter((mark) => mark.name !== 'code');
  walk(nodes, inside, marksInside);
  addBlock(flow, element('pre', '', [element('code', '', joinLines(inside.lines))]));
  for (const block of [...liftedFrom(inside.lines), ...inside.blocks]) addBlock(flow, block);
};

/** Rule. */
export const readRule: Read = (_html, flow) => addBlock(flow, element('hr'));

/** List. What stands between items belongs to the item before it. */
export const readList: Read = (html, flow, marks) => {
  const items: { readonly attributes: string; readonly blocks: CanonicalElement[] }[] = [];
  for (const node of html.childNodes) {
    if (isHtmlElement(node) && node.tagName === 'li') {
      const blocks = filledBlocksOf(node.childNodes, flow.context, marks);
      items.push({ attributes: attributesOf(node), blocks });
      continue;
    }
    const stray = blocksOf([node], flow.context, marks);
    if (stray.length > 0 && items.length === 0) items.push({ attributes: '', blocks: stray });
    else items.at(-1)?.blocks.push(...stray);
  }
  const children = items.map(({ attributes, blocks }) => element('li', attributes, blocks));
  addBlock(flow, element(html.tagName === 'ol' ? 'ol' : 'ul', attributesOf(html), children));
};

/** Collapsible section, with or without the `div` around its content. */
export const readDetails: Read = (html, flow, marks) => {
  const summary = html.childNodes.find((node) => isHtmlElement(node) && node.tagName === 'summary');
  const rest = html.childNodes.filter((node) => node !== summary);
  const inSummary: BodyContext = { ...flow.context, inSummary: true };
  const title = summary !== undefined && isHtmlElement(summary) ? blocksOf(summary.childNodes, inSummary, marks) : [];
  const content = blocksOf(rest, flow.context, marks);
  const children = [
    element('summary', '', title),
    element('div', printAttribute('class', 'collapsible-section-content'), content),
  ];
  addBlock(flow, element('details', attributesOf(html), children));
};

/** Lines with breaks between them. */
function joinLines(lines: readonly Line[]): CanonicalNode[] {
  return lines.flatMap((line, index) => [...(index === 0 ? [] : [element('br')]), ...nestRuns(runsOf(line))]);
}

/** What a heading holds where its markup counts; null where it does not. */
function headingContent(
  lines: readonly Line[],
  choice: BodyContext['choices']['headingMarkup'],
): readonly CanonicalNode[] | null {
  if (choice === undefined) return null;
  return choice === 'all' ? joinLines(lines.map(collapseLine)) : nestRuns(inOneLine(lines));
}

/** All text of some lines, in one. */
function textOfLines(lines: readonly Line[]): string {
  return inOneLine(lines)
    .map((run) => run.text)
    .join('');
}

function inOneLine(lines: readonly Line[]): readonly Run[] {
  return runsOf(collapseLine(lines.flatMap((line): Line => [{ text: ' ', marks: [] }, ...runsOf(line)])));
}

function runsOf(line: Line): readonly Run[] {
  return line.filter((piece): piece is Run => 'text' in piece);
}

function liftedFrom(lines: readonly Line[]): readonly CanonicalElement[] {
  return lines.flatMap((line) => line.flatMap((piece) => ('block' in piece ? [piece.block] : [])));
}
