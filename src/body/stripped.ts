import { escapeText, escapeValue } from './escape.ts';
import { attributeOf, classesOf, type HtmlElement, type HtmlNode, isHtmlElement, parseBody, textOf } from './parse.ts';
import { type LinkFits, linksFit, twinForm } from './twin.ts';

/**
 * Whether a body in Intercom can be what is left of a body of ours where Intercom dropped structure on the way: callouts,
 * sections, merged and coloured cells, levels of headings, lists inside lists … Words, images, videos and links are the
 * same and in one order, and of everything else it has no more than ours has. So writing ours over it takes nothing away.
 *
 * @param ours as compiled, symbolic links and all
 * @param fits as for `isTwin`
 */
export function isStripped(ours: string, stored: string, fits?: LinkFits): boolean {
  const [sent, kept] = [parseBody(twinForm(ours)), parseBody(twinForm(stored))];
  if (sent === null || kept === null) return false;
  return (
    isWithin(structureOf(kept), structureOf(sent)) && bareForm(kept) === bareForm(sent) && linksFit(ours, stored, fits)
  );
}

/** What no server can drop without a loss that everybody sees, in order; ends of blocks and white space are spaces. */
function bareForm(nodes: readonly HtmlNode[]): string {
  return printBare(nodes)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

function printBare(nodes: readonly HtmlNode[]): string {
  let bare = '';
  for (const node of nodes) bare += isHtmlElement(node) ? bareElement(node) : escapeText(textOf(node) ?? '');
  return bare;
}

/** Elements that stand in a line of text: any other one begins and ends a line. */
const inLine = new Set(['b', 'i', 'code', 'u', 's', 'sub', 'sup', 'span', 'mark', 'small', 'del', 'ins', 'kbd']);

function bareElement(html: HtmlElement): string {
  const inside = printBare(html.childNodes);
  switch (html.tagName) {
    case 'a':
      return `<a ${escapeValue(attributeOf(html, 'href') ?? '')}>${inside}</a>`;
    case 'img':
    case 'iframe':
      return ` <${html.tagName} ${escapeValue(attributeOf(html, 'src') ?? '')}> ${inside}`;
    default:
      return inLine.has(html.tagName) ? inside : ` ${inside} `;
  }
}

/** How often a body has each thing besides paragraphs that a server could drop. A heading is one at every level. */
function structureOf(nodes: readonly HtmlNode[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const left = [...nodes];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (!isHtmlElement(node)) continue;
    for (const token of tokensOf(node)) found.set(token, (found.get(token) ?? 0) + 1);
    left.push(...node.childNodes);
  }
  return found;
}

function tokensOf(html: HtmlElement): readonly string[] {
  const { tagName } = html;
  const name = /^h[1-6]$/.test(tagName) ? 'heading' : tagName;
  const own = html.attrs.flatMap(({ name: attribute, value }) => {
    if (attribute === 'href' || attribute === 'src') return [];
    if (attribute === 'class') return classesOf(html);
    return attribute === 'style' ? value.split(/;\s*/).filter((one) => one !== '') : [`${attribute}=${value}`];
  });
  return [...(name === 'p' ? [] : [name]), ...own.map((token) => `${name} ${token}`)];
}

function isWithin(less: ReadonlyMap<string, number>, more: ReadonlyMap<string, number>): boolean {
  return [...less].every(([token, count]) => count <= (more.get(token) ?? 0));
}
