import type { Nodes, Parents, Root, Text } from 'mdast';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import { escapeValue } from '../body/escape.ts';
import { TooComplex } from '../model/too-complex.ts';
import { type Values, type VariableFinding, variableName } from '../model/variables.ts';
import type { Preparing } from './construct.ts';

const written = new RegExp(`\\\\?\\{\\{ *(${variableName}) *\\}\\}`, 'g');

/** Gets what is wrong with a variable; null for nothing. */
type Tell = (name: string, finding: VariableFinding | null) => void;

/**
 * Puts the values of variables into plain text. `\{{name}}` stays, without the backslash.
 *
 * @param text a title or an attribute
 * @param values when there are none, the syntax is off
 * @param tell is told of every variable; of one without a value, what was written stays
 * @param as how a value is written there
 */
export function fillVariables(text: string, values: Values, tell: Tell, as = (value: string) => value): string {
  if (!values.isOn) return text;
  return text.replace(written, (whole, name: string) => {
    if (whole.startsWith('\\')) return whole.slice(1);
    const { value, finding } = values.find(name);
    tell(name, finding);
    return value === null ? whole : as(value);
  });
}

/** A text in which nothing is taken for a variable. */
export function escapeVariables(text: string): string {
  return text.replace(written, (found) => `\\${found}`);
}

/** Characters of a text with its values: a short text may name a long value thousands of times. */
const mostFilled = 2_000_000;

/**
 * Puts the values of variables into everything but code: text, addresses, titles, directives' attributes and
 * raw HTML, where they are text too.
 *
 * @param uses gets the name of every variable
 */
export function prepareVariables(tree: Root, values: Values, preparing: Preparing, uses: Set<string>): void {
  if (!values.isOn) return;
  const tell = (finding: VariableFinding | null, at: Position | undefined): void => {
    // Code and arguments belong together, which the compiler does not see in a union.
    if (finding !== null) preparing.report(finding.code, finding.args as never, at);
  };
  for (const name of tree.data?.variables ?? []) uses.add(name);
  for (const { finding, position } of tree.data?.variableFindings ?? []) tell(finding, position);
  const fill = (text: string, node: Nodes, as?: (value: string) => string): string =>
    fillVariables(
      text,
      values,
      (name, finding) => {
        uses.add(name);
        tell(finding, node.position);
      },
      as,
    );
  let level = 0;
  let length = 0;
  visit(tree as Nodes, (node, _index, parent) => {
    length += 'value' in node ? node.value.length : 'url' in node ? node.url.length : 0;
    if (length > mostFilled) throw new TooComplex(node.position?.start.line ?? 1, 'the values of its variables');
    switch (node.type) {
      case 'variable':
        if (level > 0) node.value = preparing.written(node.position);
        else tell(node.finding, node.position);
        (node as { type: string }).type = 'text';
        break;
      case 'html': {
        const filled = fillHtml(node.value, level, (text) => fill(text, node, inHtml));
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

/** A value in raw HTML, as text or in an attribute: it is never markup. */
const inHtml = (value: string): string => escapeValue(value).replace(/'/g, '&#39;');
