import type { Nodes, Root } from 'mdast';
import type { NodeRule, Preparing } from './construct.ts';
import { nodeRules } from './constructs.ts';

/** Asks every construct about the Markdown nodes it speaks for, outermost first. */
export function prepareNodes(tree: Root, preparing: Preparing): void {
  prepareNode(tree, preparing);
}

function prepareNode(node: Nodes, preparing: Preparing): void {
  for (const rule of rulesFor(node)) rule(node as never, preparing);
  if ('children' in node) for (const child of node.children) prepareNode(child, preparing);
}

const none: readonly NodeRule[] = [];

function rulesFor(node: Nodes): readonly NodeRule[] {
  const general = nodeRules.get(node.type) ?? none;
  const named = 'name' in node ? nodeRules.get(`${node.type}:${node.name}`) : undefined;
  return named === undefined ? general : [...general, ...named];
}
