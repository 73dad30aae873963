import type { Nodes, Root, RootContent } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';

/** Moves all positions of a snippet to where it stands among the texts that were read. */
export function shift(tree: Root, base: { readonly line: number; readonly offset: number }): void {
  const seen = new Set<Point>();
  const move = (point: Point | undefined): void => {
    if (point === undefined || seen.has(point)) return;
    seen.add(point);
    point.line += base.line;
    if (point.offset !== undefined) point.offset += base.offset;
  };
  const moveBoth = (position: { start: Point; end: Point } | undefined): void => {
    move(position?.start);
    move(position?.end);
  };
  visit(tree as Nodes, (node) => moveBoth(node.position));
  for (const position of tree.data?.placeholders ?? []) moveBoth(position);
  for (const { position } of tree.data?.variableFindings ?? []) moveBoth(position);
}

/** Keeps a snippet's labels apart from those of other files. */
export function makeOwn(tree: Root, prefix: string): void {
  visit(tree as Nodes, (node) => {
    if ('identifier' in node) (node as RootContent & { identifier: string }).identifier = prefix + node.identifier;
  });
}
