import { attributeOf, classesOf, type HtmlElement, type HtmlNode, isHtmlElement } from '../body/parse.ts';
import { storedAlignment } from './align.ts';
import { buttonTag } from './button.ts';
import { storedText } from './code.ts';
import type { Container, Standing } from './construct.ts';
import { ownIdOf } from './heading.ts';
import { lineAsHtml } from './html-line.ts';
import { textAsHtml, valueAsHtml } from './html-text.ts';
import { imageTag, linkAttributes } from './image.ts';
import { summaryTag } from './section.ts';
import type { Space } from './spacing.ts';
import { carrierOf, carrierTag, isUndisplayed, undisplayedMark } from './undisplayed.ts';
import { isOneBlank, type Unit, unitsOf } from './units.ts';
import { embeddedAs } from './video-address.ts';

/**
 * What is in a container of the canonical form as HTML that compiles to the same: without what the compiler puts in by
 * itself, such as classes and the usual space between blocks. No line of it is empty, since that would end a block of
 * HTML in Markdown.
 *
 * @param nodes addresses as they are written in Markdown
 * @param around where the container stands
 * @returns one line a block
 */
export function flowAsHtml(nodes: readonly HtmlNode[], container: Container, around: Standing): readonly string[] {
  const { units, end } = unitsOf(nodes, container, around.spacing);
  const inside = { ...around, within: [container, ...around.within] };
  const lines = units.flatMap((unit) => [...spaceAsHtml(unit.before), ...unitAsHtml(unit, inside)]);
  return [...lines, ...spaceAsHtml(end)];
}

function spaceAsHtml({ isTight, asked }: Space): readonly string[] {
  return [...(isTight ? ['<!-- tight -->'] : []), ...Array.from({ length: asked }, () => '<p><br></p>')];
}

/**
 * A block of the canonical form as HTML, in lines.
 *
 * @param standing where it stands
 */
export function unitAsHtml({ blocks }: Unit, standing: Standing): readonly string[] {
  const [block] = blocks;
  const align = storedAlignment(block);
  switch (block.tagName) {
    case 'p':
      if (isUndisplayed(block)) return [undisplayedAsHtml(block)];
      return [`<p${alignAttribute(block)}>${blocks.map((line) => lineAsHtml(line.childNodes)).join('<br>')}</p>`];
    case 'ul':
    case 'ol':
      return listAsHtml(block, standing);
    case 'hr':
      return ['<hr>'];
    case 'pre':
      return [codeAsHtml(storedText(block.childNodes))];
    case 'table':
      // Marked so, it is kept where Intercom takes none.
      return standing.within.includes('item') || standing.within.includes('cell')
        ? wrapped(
            '<div class="intercom-interblocks-table-container" data-kept>',
            tableAsHtml(block, standing),
            '</div>',
          )
        : tableAsHtml(block, standing);
    case 'details':
      return sectionAsHtml(block, standing);
    case 'div': {
      if (classesOf(block).includes('intercom-interblocks-callout')) return calloutAsHtml(block, standing);
      const media = mediaAsHtml(block);
      return [align === null ? media : `<div align="${align}">${media}</div>`];
    }
    default:
      return [headingAsHtml(block)];
  }
}

function undisplayedAsHtml(block: HtmlElement): string {
  const data = carrierOf(block);
  return data === null ? undisplayedMark : carrierTag(data);
}

function alignAttribute(block: HtmlElement): string {
  const align = storedAlignment(block);
  return align === null ? '' : ` align="${align}"`;
}

/** Levels as Markdown has them, one deeper than in Intercom. */
function headingAsHtml(block: HtmlElement): string {
  const tagName = `h${Math.min(6, Number(block.tagName.slice(1)) + 1)}`;
  const content = [lineAsHtml(block.childNodes), textAsHtml(ownIdOf(block))];
  return `<${tagName}${alignAttribute(block)}>${content.filter((part) => part !== '').join(' ')}</${tagName}>`;
}

/** A line break that ends code shows nothing, so it takes one more for an empty line. */
function codeAsHtml(text: string): string {
  return `<pre><code>${textAsHtml(text.replace(/\n$/, '\n\n')).replaceAll('\n', '<br>')}</code></pre>`;
}

function listAsHtml(block: HtmlElement, standing: Standing): readonly string[] {
  const items = block.childNodes
    .filter(isHtmlElement)
    .flatMap((item) => wrapped('<li>', flowAsHtml(item.childNodes, 'item', standing), '</li>'));
  return [`<${block.tagName}>`, ...indented(items), `</${block.tagName}>`];
}

/** In one line where one is enough. */
function wrapped(open: string, lines: readonly string[], close: string): readonly string[] {
  return lines.length <= 1 ? [`${open}${lines.join('')}${close}`] : [open, ...indented(lines), close];
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function calloutAsHtml(block: HtmlElement, standing: Standing): readonly string[] {
  const style = attributeOf(block, 'style') ?? '';
  const content = isOneBlank(block) ? [] : flowAsHtml(block.childNodes, 'callout', standing);
  return [`<div class="intercom-interblocks-callout" style="${valueAsHtml(style)}">`, ...indented(content), '</div>'];
}

function sectionAsHtml(block: HtmlElement, standing: Standing): readonly string[] {
  const content = block.childNodes.findLast(isHtmlElement);
  const lines = flowAsHtml(content?.childNodes ?? [], 'section', standing);
  return ['<details>', ...indented([summaryTag(block), ...lines]), '</details>'];
}

/** One line a row where all cells fit in it, else one a cell or block. */
function tableAsHtml(block: HtmlElement, standing: Standing): readonly string[] {
  const rows = block.childNodes.filter(isHtmlElement).flatMap((body) => body.childNodes.filter(isHtmlElement));
  const lines = rows.flatMap((row) => {
    const cells = row.childNodes.filter(isHtmlElement).map((cell) => cellAsHtml(cell, standing));
    const isShort = cells.every((cell) => cell.length === 1);
    return isShort ? [`<tr>${cells.flat().join('')}</tr>`] : ['<tr>', ...indented(cells.flat()), '</tr>'];
  });
  return ['<table>', ...indented(lines), '</table>'];
}

function cellAsHtml(cell: HtmlElement, standing: Standing): readonly string[] {
  const attributes = cell.attrs.map(({ name, value }) => ` ${name}="${valueAsHtml(value)}"`).join('');
  if (isOneBlank(cell)) return [`<td${attributes}></td>`];
  const { units, end } = unitsOf(cell.childNodes, 'cell', standing.spacing);
  const [only] = units;
  const isLine = units.length === 1 && only?.blocks[0].tagName === 'p' && only.blocks[0].attrs.length === 0;
  if (isLine && only.before.asked === 0 && end.asked === 0 && !isUndisplayed(only.blocks[0])) {
    return [`<td${attributes}>${only.blocks.map((line) => lineAsHtml(line.childNodes)).join('<br>')}</td>`];
  }
  return wrapped(`<td${attributes}>`, flowAsHtml(cell.childNodes, 'cell', standing), '</td>');
}

/** An image, button or video, without its container. */
function mediaAsHtml(block: HtmlElement): string {
  const [child] = block.childNodes;
  if (child === undefined || !isHtmlElement(child)) return '';
  if (child.tagName === 'img') return imageTag(child);
  if (child.tagName === 'iframe') return frameAsHtml(child);
  const [inner] = child.childNodes;
  if (inner !== undefined && isHtmlElement(inner)) return `<p><a${linkAttributes(child)}>${imageTag(inner)}</a></p>`;
  return buttonTag(child);
}

/** A page that is no video of the six hosts is marked, or it would become a link. */
function frameAsHtml(frame: HtmlElement): string {
  const mark = embeddedAs(attributeOf(frame, 'src') ?? '') === null ? ' data-kept' : '';
  return `<div class="intercom-h2b-video"${mark}><iframe src="${escapedValue(frame, 'src')}"></iframe></div>`;
}

function escapedValue(element: HtmlElement, name: string): string {
  return valueAsHtml(attributeOf(element, name) ?? '');
}
