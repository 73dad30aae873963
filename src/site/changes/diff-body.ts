import { html, raw } from 'hono/html';
import { resolveBody } from '../body/article-body.ts';
import { markedSchema, presentBody } from '../body/present.ts';
import type { Html, PageContext } from '../page.ts';
import type { BlockRow } from './marked/blocks.ts';
import { markedDiff } from './marked/marked.ts';
import { type ChangeMark, isMarked, type MarkedNode, printMarked } from './marked/node.ts';
import type { BodyChange } from './view.ts';

/** Blocks without a change that are shown beside one. */
const around = 4;
/** Fewer blocks than these are not folded. */
const leastFolded = 4;

/**
 * A text before and after, as one with marks or as two beside each other. Where there is only one it is shown as it is.
 *
 * @param isBeside as two
 */
export function diffBody(body: BodyChange, isBeside: boolean, context: PageContext): Html {
  const { before, after } = body;
  if (before === null || after === null) return only(body, context);
  const rows = markedDiff(before, after, body);
  if (rows === null) {
    return html`<p class="notice" lang="en">The text is nested too deeply to compare.</p>`;
  }
  const parts = folded(rows).map((part) => {
    const shown = part.rows.map((row) => rowHtml(row, isBeside, context));
    if (!part.isFolded) return shown;
    const words = `${part.rows.flatMap(({ nodes }) => nodes).length} blocks without a change`;
    return html`<details class="fold"><summary lang="en">${words}</summary>${shown}</details>`;
  });
  return isBeside
    ? html`<div class="diff beside"><div class="sides" lang="en" aria-hidden="true"><span>Before</span><span>After</span></div>${parts}</div>`
    : html`<div class="diff body inline">${parts}</div>`;
}

function only({ before, after, ...addresses }: BodyChange, context: PageContext): Html {
  const rows = markedDiff('', after ?? before ?? '', addresses) ?? [];
  const nodes = rows.flatMap((row) => row.nodes.flatMap((node) => (isMarked(node) ? node.children : [node])));
  return html`<div class="diff body">${present(printMarked(nodes), context)}</div>`;
}

function rowHtml(row: BlockRow, isBeside: boolean, context: PageContext): Html {
  const shown = (without: ChangeMark | null): Html => present(printMarked(opened(row.nodes), without), context);
  if (!isBeside) return html`<div class="row ${row.is}">${shown(null)}</div>`;
  const side = (without: ChangeMark, name: string): Html =>
    html`<div class="body" data-side="${name}">${row.is === 'same' ? '' : html`<span class="sr" lang="en">${name}: </span>`}${shown(without)}</div>`;
  return html`<div class="row ${row.is}">${side('ins', 'Before')}${side('del', 'After')}</div>`;
}

/** Marked HTML of canonical bodies as a part of our page. */
function present(marked: string, context: PageContext): Html {
  const tables = marked
    .replaceAll('<table', '<div class="intercom-interblocks-table-container"><table')
    .replaceAll('</table>', '</table></div>');
  return raw(presentBody(resolveBody(tables, context), '', markedSchema).html);
}

/** Sections that fold are open where something in them changes. */
function opened(nodes: readonly MarkedNode[]): readonly MarkedNode[] {
  return nodes.map((node) => {
    if (typeof node === 'string' || isMarked(node)) return node;
    const children = opened(node.children);
    const isOpen = node.name === 'details' && hasMark(node.children);
    return { ...node, children, ...(isOpen ? { attributes: `${node.attributes} open` } : {}) };
  });
}

function hasMark(nodes: readonly MarkedNode[]): boolean {
  return nodes.some((node) => typeof node !== 'string' && (isMarked(node) || hasMark(node.children)));
}

interface Part {
  readonly isFolded: boolean;
  readonly rows: readonly BlockRow[];
}

/** What did not change is folded but for what is beside a change. */
function folded(rows: readonly BlockRow[]): readonly Part[] {
  const near = rows.map((_, index) =>
    rows.slice(Math.max(0, index - around), index + around + 1).some(({ is }) => is !== 'same'),
  );
  const parts: { isFolded: boolean; rows: BlockRow[] }[] = [];
  for (const [index, row] of rows.entries()) {
    const isFolded = near[index] === false;
    const last = parts.at(-1);
    if (last?.isFolded === isFolded) last.rows.push(row);
    else parts.push({ isFolded, rows: [row] });
  }
  return parts.map((part) => ({
    isFolded: part.isFolded && part.rows.length >= leastFolded,
    rows: sameAsOne(part.rows),
  }));
}

/** Rows without a change in a row are one row. */
function sameAsOne(rows: readonly BlockRow[]): readonly BlockRow[] {
  const result: BlockRow[] = [];
  for (const row of rows) {
    const last = result.at(-1);
    if (last?.is === 'same' && row.is === 'same') {
      result[result.length - 1] = { is: 'same', nodes: [...last.nodes, ...row.nodes] };
    } else result.push(row);
  }
  return result;
}
