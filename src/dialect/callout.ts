import type { Blockquote, Paragraph, RootContent, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { normaliseStyle } from '../body/canonical/style.ts';
import { attributeOf } from '../body/parse.ts';
import { alertKinds, type CalloutColor, calloutColors, calloutColours, colorOfAlert } from '../model/callout-kinds.ts';
import { nearestName } from '../text/nearest.ts';
import { type BlockWriter, becomes, type Construct, type ElementRule, type Preparing } from './construct.ts';
import { element, styles } from './element.ts';
import { colorOfQuote } from './labelled-quote.ts';
import { lineOf } from './markdown-nodes.ts';
import { emptyParagraph } from './spacing.ts';
import { isColour } from './style.ts';
import { isOneBlank } from './units.ts';

const calloutClass = 'intercom-interblocks-callout';

function styleOf(color: CalloutColor): string {
  const [background, border] = calloutColours[color];
  return `background-color: ${background}; border-color: ${border};`;
}

/** The `style` of every callout that Intercom has. */
export const calloutStyles: readonly string[] = calloutColors.map(styleOf);

/** Marks the quote of an alert that nobody knows, of which it is said already. */
const unknownAlert = 'dataUnknownAlert';

/** Makes a quote that begins with `[!NOTE]` and the like a callout. */
function alert(node: Blockquote, preparing: Preparing): void {
  const { report } = preparing;
  const [first] = node.children;
  const marker = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || marker?.type !== 'text') return;
  const match = /^\[!([A-Za-z]+)\][ \t]*/.exec(marker.value);
  const written = match?.[0].trim() ?? '';
  const kind = match?.[1]?.toUpperCase() ?? '';
  if (match === null) return;
  const color = colorOfAlert(kind);
  if (color === null) {
    node.data = becomes('blockquote', { [unknownAlert]: true });
    report('alert-unknown', { written }, marker.position);
    return;
  }
  const rest = marker.value.slice(match[0].length);
  const isAlone = rest.startsWith('\n') || (rest === '' && (first.children[1]?.type ?? 'break') === 'break');
  if (!isAlone || written !== `[!${kind}]`) {
    report(
      'alert-spelling',
      { written: isAlone ? written : `${written} with text behind it`, proper: `[!${kind}]` },
      marker.position,
      isAlone || isPlain(rest, first.children[1]) ? alertRemedy(marker, match[0], isAlone, kind, preparing) : undefined,
    );
  }
  takeMarker(node, first, marker, rest);
  node.data = becomes('div', { className: [calloutClass], style: styleOf(color) });
}

/** Whether a text means the same at the start of a line: there `# `, `- ` and the like begin a block. */
function isPlain(rest: string, next: Paragraph['children'][number] | undefined): boolean {
  if (rest === '') return ['strong', 'emphasis', 'link', 'inlineCode'].includes(next?.type ?? '');
  return /^(?:[\p{L}"'“‘(]|\d+(?![\d.)]))/u.test(rest);
}

/** The marker as GitHub writes it, and what follows it on a line of its own in the same quote. */
function alertRemedy(marker: Text, found: string, isAlone: boolean, kind: string, { written }: Preparing) {
  const start = marker.position?.start;
  if (start?.offset === undefined) return undefined;
  const before = written({
    start: { line: start.line, column: 1, offset: start.offset - start.column + 1 },
    end: start,
  });
  const end = { line: start.line, column: start.column + found.length, offset: start.offset + found.length };
  // What stands before it must be understood as a whole: quotes, lists around them, and space.
  const isQuote = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*$/.test(before) && before.includes('>');
  if (!isQuote || written({ start, end }) !== found) return undefined;
  const below = isAlone ? '' : `\n${before.replace(/[^>\t]/g, ' ')}`;
  return { description: `write [!${kind}] on a line of its own`, at: { start, end }, text: `[!${kind}]${below}` };
}

function takeMarker(quote: Blockquote, paragraph: Paragraph, marker: Text, rest: string): void {
  marker.value = rest.replace(/^\n/, '');
  if (marker.value === '') paragraph.children.shift();
  if (paragraph.children[0]?.type === 'break') paragraph.children.shift();
  if (paragraph.children.length === 0) quote.children.shift();
}

/** Makes `:::callout{color=…}` a callout. */
function directive(node: ContainerDirective, { report }: Preparing): void {
  const color = (node.attributes?.color ?? node.attributes?.colour ?? '').toLowerCase();
  const known = calloutColors.find((one) => one === color);
  if (known === undefined) {
    const nearest = nearestName(color, calloutColors);
    report(
      'callout-color',
      { color, nearest },
      node.position && { start: node.position.start, end: node.position.start },
    );
  }
  node.data = becomes('div', { className: [calloutClass], style: styleOf(known ?? 'gray') });
}

/** A callout with any colours, from Markdown or as Intercom writes it. */
const callout: ElementRule = (node, shape) => {
  if (shape.within.includes('callout')) {
    shape.report('nested-callout', {}, node.position);
    return shape.blocks(node.children);
  }
  const own = styles(node);
  const background = own.get('background-color');
  const border = own.get('border-color');
  const style =
    isColour(background) && isColour(border)
      ? `background-color: ${background}; border-color: ${border};`
      : styleOf('gray');
  return [calloutBlock(shape.flow(node.children, 'callout'), style)];
};

/** A plain quote, which Intercom would unwrap, so that nobody sees where it ends; or what people wrote before alerts. */
const quote: ElementRule = (node, shape) => {
  if (shape.within.includes('callout')) {
    shape.report('nested-callout', {}, node.position);
    return shape.blocks(node.children);
  }
  const color = colorOfQuote(node);
  if (color === null && node.properties[unknownAlert] === undefined) shape.report('plain-quote', {}, node.position);
  return [calloutBlock(shape.flow(node.children, 'callout'), styleOf(color ?? 'gray'))];
};

function calloutBlock(blocks: readonly ReturnType<typeof element>[], style: string): ReturnType<typeof element> {
  return element('div', { className: [calloutClass], style }, blocks.length === 0 ? [emptyParagraph()] : blocks);
}

/** GitHub's alerts, by the style in which the canonical form has their colours. */
const alertsByStyle = new Map(
  alertKinds.map((kind) => [normaliseStyle(styleOf(colorOfAlert(kind) ?? 'gray'), () => false), kind.toUpperCase()]),
);

const write: BlockWriter = ([block], writing) => {
  const alert = alertsByStyle.get(attributeOf(block, 'style') ?? '');
  if (alert === undefined) return { reason: 'a callout in colours of its own' };
  const content = isOneBlank(block) ? [] : writing.flow(block.childNodes, 'callout');
  return [{ type: 'blockquote', children: withMarker(`[!${alert}]`, content) as Blockquote['children'] }];
};

/** Puts the marker on the line above the text; above anything else it stands alone. */
function withMarker(marker: string, content: readonly RootContent[]): RootContent[] {
  const [first, ...rest] = content;
  const [text] = first?.type === 'paragraph' ? first.children : [];
  if (text?.type !== 'html' || /^<br>/.test(text.value)) return [lineOf(marker), ...content];
  return [lineOf(`${marker}\n${text.value}`), ...rest];
}

export const callouts: Construct = {
  name: 'callout',
  toHtml: {
    nodes: { blockquote: alert, 'containerDirective:callout': directive },
    elements: { [`div.${calloutClass}`]: callout, blockquote: quote },
  },
  toMarkdown: { [`div.${calloutClass}`]: write },
};
