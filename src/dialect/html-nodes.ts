import type { Html, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import type { ForeignKind } from '../model/foreign-kinds.ts';
import { TooComplex } from '../model/too-complex.ts';
import type { Preparing } from './construct.ts';
import { componentKind } from './foreign-signs.ts';
import { scanHtml } from './html-scan.ts';
import { OpenLevels } from './open-levels.ts';
import { OpenTags } from './open-tags.ts';

/** Elements of raw HTML inside each other. Real articles stay under ten. */
const maxDepth = 60;
const tooDeep = 'HTML elements inside each other';

/**
 * Looks through all raw HTML before an HTML parser does: `<port>` and other names that are no element's become
 * text with a warning, and what is nested too deep for the parser is refused.
 *
 * @throws TooComplex at the line where it becomes too deep
 */
export function prepareHtml(tree: Root, preparing: Preparing): { readonly hasHtml: boolean } {
  let hasHtml = false;
  const levels = new OpenLevels();
  const open = new OpenTags();
  const joined: Position[] = [];
  const strange: Strange[] = [];
  visit(tree as Nodes, 'html', (node: Html, index, parent) => {
    hasHtml = true;
    if (parent !== undefined && index !== undefined)
      joined.push(...joinForeign(node, parent.children as Nodes[], index));
    const scanned = scanHtml(node.value);
    for (const tag of scanned.tags) {
      levels.meet(tag);
      if (levels.depth > maxDepth) throw new TooComplex(lineOf(node, tag.line)?.start.line ?? 1, tooDeep);
    }
    for (const { written, line } of scanned.unknown) strange.push({ written, at: lineOf(node, line) });
    for (const tag of scanned.tags) open.meet(tag, lineOf(node, tag.line));
    if (scanned.isOpenComment) preparing.report('comment-unclosed', {}, node.position);
    node.value = scanned.html;
  });
  for (const { name, at } of open.unclosed()) preparing.report('html-unclosed', { element: name }, at);
  for (const at of tree.data?.placeholders ?? []) {
    const offset = at.start.offset ?? 0;
    if (joined.some(({ start, end }) => offset > (start.offset ?? 0) && offset < (end.offset ?? 0))) continue;
    // A shortcode of Hugo is said as one.
    if (preparing.written({ start: { ...at.start, offset: offset - 2 }, end: at.start }) === '{{') continue;
    const written = preparing.written({ start: at.start, end: { ...at.end, offset: offset + 200 } });
    strange.push({ written: /^<[^>]*>/.exec(written)?.[0] ?? '<', at });
  }
  sayStrange(strange, preparing);
  return { hasHtml };
}

/**
 * In a paragraph each tag is a node. An `<iframe>`, `<svg>` or `<math>` is one thing from its first tag to its
 * last, so the nodes between are made one.
 */
function joinForeign(node: Html, siblings: Nodes[], index: number): Position[] {
  const name = /^<(iframe|svg|math)\b/i.exec(node.value)?.[1];
  if (name === undefined || new RegExp(`</${name}`, 'i').test(node.value)) return [];
  const closing = new RegExp(`^</${name}\\b`, 'i');
  const end = siblings.findIndex((other, at) => at > index && other.type === 'html' && closing.test(other.value));
  if (end < 0) return [];
  const inside = siblings.splice(index + 1, end - index);
  node.value += inside.map((other) => ('value' in other ? other.value : textOf(other))).join('');
  const last = inside.at(-1)?.position;
  return node.position && last ? [{ start: node.position.start, end: last.end }] : [];
}

/** A tag whose name is no element's. */
interface Strange {
  readonly written: string;
  readonly at: Position | undefined;
}

/** A closing tag is part of what its opening tag was said of; a component is said once. */
function sayStrange(strange: readonly Strange[], { report }: Preparing): void {
  const closed = new Set(strange.flatMap(({ written }) => /^<\/([\w.:-]+)/.exec(written)?.[1] ?? []));
  const said = new Set<string>();
  for (const { written, at } of strange) {
    const [, slash, name = ''] = /^<(\/?)([\w.:-]+)/.exec(written) ?? [];
    const kind = kindOf(name, written, closed.has(name));
    if ((slash === '/' || kind !== null) && said.has(name)) continue;
    said.add(name);
    report('not-html', { written: written.replace(/\s+/g, ' '), kind }, at);
  }
}

/** Whose component it is: it has an end or attributes, which something to fill in has not. */
function kindOf(name: string, written: string, isClosed: boolean): ForeignKind | null {
  if (!/^[A-Z]/.test(name)) return null;
  const isTag = /\/>$|\s[\w:-]+=["'{]/.test(written);
  const known = isTag || isClosed ? componentKind(name) : null;
  return known ?? (isTag ? 'component' : null);
}

function lineOf(node: Html, line: number): Position | undefined {
  if (node.position === undefined || line === 0) return node.position;
  const point = { line: node.position.start.line + line, column: 1 };
  return { start: point, end: point };
}
