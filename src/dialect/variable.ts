import type { Nodes, Parents, Root, Text } from 'mdast';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import { TooComplex } from '../model/too-complex.ts';
import { nearestName } from '../text/nearest.ts';
import type { Preparing } from './construct.ts';

type Values = Readonly<Record<string, string>>;

const written = /\\?\{\{ *([A-Za-z_][\w.-]{0,63}) *\}\}/g;

/**
 * Puts the values of variables into plain text. `\{{name}}` stays, without the backslash.
 *
 * @param text a title or an attribute
 * @param values by name; when there are none, the syntax is off
 * @param unknown gets the name of a variable without a value; what was written stays
 */
export function fillVariables(text: string, values: Values, unknown: (name: string) => void): string {
  if (Object.keys(values).length === 0) return text;
  return text.replace(written, (whole, name: string) => {
    if (whole.startsWith('\\')) return whole.slice(1);
    if (Object.hasOwn(values, name)) return values[name] ?? '';
    unknown(name);
    return whole;
  });
}

/** Characters of a text with its values: a short text may name a long value thousands of times. */
const mostFilled = 2_000_000;

/**
 * Puts the values of variables into everything but code: text, addresses, titles, directives' attributes and
 * raw HTML.
 */
export function prepareVariables(tree: Root, values: Values, preparing: Preparing): void {
  if (Object.keys(values).length === 0) return;
  // Words with a dot or a hyphen in braces are rather a template's.
  const unknown = (name: string, at: Position | undefined): void => {
    if (/\W/.test(name)) return;
    preparing.report('unknown-variable', { name, nearest: nearestName(name, Object.keys(values)) }, at);
  };
  for (const { name, position } of tree.data?.unknownVariables ?? []) unknown(name, position);
  const fill = (text: string, node: Nodes): string =>
    fillVariables(text, values, (name) => unknown(name, node.position));
  let level = 0;
  let length = 0;
  visit(tree as Nodes, (node, _index, parent) => {
    length += 'value' in node ? node.value.length : 'url' in node ? node.url.length : 0;
    if (length > mostFilled) throw new TooComplex(node.position?.start.line ?? 1, 'the values of its variables');
    switch (node.type) {
      case 'variable':
        if (level > 0) node.value = preparing.written(node.position);
        else if (!node.known) unknown(node.name, node.position);
        (node as { type: string }).type = 'text';
        break;
      case 'html': {
        const filled = fillHtml(node.value, level, (text) => fill(text, node));
        node.value = filled.html;
        level = filled.level;
        break;
      }
      case 'textDirective':
      case 'leafDirective':
      case 'containerDirective':
        for (const [key, value] of Object.entries(node.attributes ?? {})) {
          if (node.attributes && typeof value === 'string') node.attributes[key] = fill(value, node);
        }
        break;
      case 'link':
        if (isBareLink(node)) node.url = fill(node.url.replace(/%7B/gi, '{').replace(/%7D/gi, '}'), node);
        break;
      case 'text':
        if (parent?.type === 'link' && isBareText(parent, node)) node.value = fill(node.value, node);
        break;
      default:
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') level = 0;
  });
}

/** Bare addresses are one token, in which the parser looks for nothing else. */
function isBareLink(node: Parents & { url: string }): boolean {
  const [child] = node.children;
  return node.children.length === 1 && child?.type === 'text' && node.url.endsWith(child.value);
}

/** A link that is its own text ends with it, but for `>`; `[text](address)` does not. */
function isBareText(link: Parents & { url: string }, { value, position }: Text): boolean {
  const rest = (link.position?.end.offset ?? 0) - (position?.end.offset ?? 0);
  return link.children.length === 1 && /\{\{/.test(value) && rest <= 1;
}

/** Fills raw HTML outside `<code>` and `<pre>`; `level` says how many of these are open. */
function fillHtml(html: string, level: number, fill: (text: string) => string): { html: string; level: number } {
  let open = level;
  const parts = html.split(/(<\/?(?:code|pre)\b[^>]*>)/i).map((part, index) => {
    if (index % 2 === 0) return open > 0 ? part : fill(part);
    open = Math.max(0, open + (part.startsWith('</') ? -1 : 1));
    return part;
  });
  return { html: parts.join(''), level: open };
}
