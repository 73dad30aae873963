import { type Directive, directivesIn } from '../../intercom-markdown/directives.ts';
import { directiveShapes } from '../../intercom-markdown/shapes.ts';
import { type CalloutColor, calloutColors, calloutColours } from '../../model/callout-kinds.ts';
import { isCarrierData } from '../../model/carrier-data.ts';
import { behind, type Line, lineAt } from '../lines.ts';

/** What stands in the place of the two lines of a directive. */
interface Frame {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** Rewrites the directives of Intercom's Markdown into our dialect; what is in them keeps its lines. */
export function directivesInDialect(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => text.includes(':::'))) return lines;
  const { directives, stray } = directivesIn(lines.map(({ text }) => text));
  const instead = new Map<number, readonly string[]>([...stray].map((index) => [index, []]));
  for (const one of directives) {
    const { above, below } = frameOf(one);
    const indented = (text: string): string => (text === '' ? '' : ' '.repeat(one.indent) + text);
    const isAlone = one.close === one.open;
    instead.set(one.open, [...above, ...(isAlone ? below : [])].map(indented));
    if (!isAlone) instead.set(one.close, below.map(indented));
  }
  return lines.flatMap((line, index) => instead.get(index)?.map((text) => writtenAt(text, line)) ?? [line]);
}

/** A line for one of a directive: its places are those of the directive. */
function writtenAt(text: string, line: Line): Line {
  const indent = /^ */.exec(text)?.[0] ?? '';
  return behind(indent, lineAt(text.slice(indent.length), line));
}

/** Levels that colons are counted for: what is deeper is refused anyway. */
const deepest = 50;

const nothing: Frame = { above: [''], below: [''] };

function frameOf({ name, attributes, height }: Directive): Frame {
  const value = (key: string): string => attributes.get(key)?.trim() ?? '';
  switch (name) {
    case 'callout':
      return calloutFrame(value('backgroundColor'), value('borderColor'), height);
    case 'collapsible':
      return {
        above: ['', '<details>', `<summary>${asHtml(value('title'))}</summary>`, ''],
        below: ['', '</details>', ''],
      };
    case 'button':
      return alone(buttonLines(value('label'), value('href'), value('align')));
    case 'video':
      return alone(videoLines(value('provider'), value('id'), value('text')));
    case 'attachment':
      return alone([`[${asText(value('name'))}](<${asAddress(value('href'))}>)`]);
    case 'intercom-block':
      return isCarrierData(value('data')) ? alone([`::intercom-block{data="${value('data')}"}`]) : nothing;
    default:
      return nothing;
  }
}

const alone = (lines: readonly string[]): Frame => ({ above: ['', ...lines, ''], below: [''] });

/** Colours of its own need the form in which Intercom keeps a callout; without any it is the plain one. */
function calloutFrame(background: string, border: string, height: number): Frame {
  const color = colorOf(background, border);
  const fence = ':'.repeat(2 + Math.min(height, deepest));
  if (color !== null) return { above: ['', `${fence}callout{color=${color}}`], below: [fence, ''] };
  const style = `background-color: ${asHtml(background)}; border-color: ${asHtml(border)};`;
  return {
    above: ['', `<div class="intercom-interblocks-callout" style="${style}">`, ''],
    below: ['', '</div>', ''],
  };
}

function colorOf(background: string, border: string): CalloutColor | null {
  if (background === '' && border === '') return 'gray';
  const written = [background.toLowerCase(), border.toLowerCase()];
  const known = calloutColors.find((color) => calloutColours[color].every((part, at) => part === written[at]));
  if (known !== undefined) return known;
  // One colour alone makes no callout of Intercom's.
  if (border !== '' && background !== '') return null;
  return calloutColors.find((color) => calloutColours[color].some((part) => written.includes(part))) ?? 'gray';
}

function buttonLines(label: string, href: string, align: string): readonly string[] {
  const button = `:button[${asText(label)}]{href="${asAttribute(href)}"}`;
  return align === 'center' || align === 'right' ? [`:::${align}`, button, ':::'] : [button];
}

function videoLines(provider: string, id: string, text: string): readonly string[] {
  const page = directiveShapes.video.providers?.[provider.toLowerCase()];
  const address = page === undefined ? [] : [`<${asAddress(page(id))}>`];
  return text === '' ? address : [...address, '', asText(text)];
}

/** Words as Markdown that says the same. */
const asText = (text: string): string => text.replace(/[\\`*_~[\]<>|{@]|:(?=\/\/)|(?<=www)\./gi, '\\$&');
const asHtml = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const asAttribute = (text: string): string => text.replaceAll('"', '&quot;').replace(/\{(?=\{)/g, '\\$&');
const asAddress = (text: string): string => text.replace(/[<>\s]/g, encodeURIComponent);
