import type { Nodes } from 'mdast';
import type { Preparing } from './construct.ts';

/** Nodes of which nothing is text: code, addresses, HTML. */
const opaque = new Set([
  'inlineCode',
  'html',
  'image',
  'imageReference',
  'variable',
  'footnoteReference',
  'textDirective',
]);

/** From where to where code between tags reaches, among nodes beside each other. */
function codeInHtml(nodes: readonly Nodes[]): readonly (readonly [number | undefined, number | undefined])[] {
  const ranges: [number | undefined, number | undefined][] = [];
  let from: { readonly name: string; readonly at: number | undefined } | null = null;
  for (const node of nodes) {
    if (node.type !== 'html') continue;
    const [, slash, name = ''] = /^<(\/?)(code|kbd|samp|pre)\b/i.exec(node.value) ?? [];
    if (slash === '') from ??= { name: name.toLowerCase(), at: node.position?.start.offset };
    if (slash !== '/' || from?.name !== name.toLowerCase()) continue;
    ranges.push([from.at, node.position?.end.offset]);
    from = null;
  }
  return ranges;
}

/**
 * The text of a block as it is written, marks and escapes and all, with spaces in place of code, HTML and addresses. As
 * long as what is written, so that an index in it is one in the source.
 */
export function writtenText(block: Nodes, { written }: Preparing): string {
  const from = block.position?.start.offset;
  if (from === undefined) return '';
  const whole = written(block.position);
  let units: string[] | null = null;
  const blank = (start: number | undefined, end: number | undefined): void => {
    if (start === undefined || end === undefined) return;
    // Positions count UTF-16 units.
    units ??= whole.split('');
    for (let index = Math.max(0, start - from); index < Math.min(units.length, end - from); index += 1) {
      if (units[index] !== '\n') units[index] = ' ';
    }
  };
  const open: Nodes[] = [block];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { start, end } = node.position ?? {};
    // A variable is text by now, with its value.
    if (opaque.has(node.type) || ('known' in node && node.known === true)) blank(start?.offset, end?.offset);
    else if (node.type === 'link' || node.type === 'linkReference') {
      const last = node.children.at(-1)?.position?.end.offset ?? start?.offset;
      const isBare = node.children[0]?.position?.start.offset === start?.offset;
      blank(isBare ? start?.offset : last, end?.offset);
      open.push(...node.children);
    } else if ('children' in node) open.push(...node.children);
    if ('children' in node) for (const [start, end] of codeInHtml(node.children)) blank(start, end);
  }
  // TypeScript does not see that it may be set inside `blank`.
  return (units as string[] | null)?.join('') ?? whole;
}
