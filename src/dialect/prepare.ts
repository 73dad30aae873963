import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { NodeRule, Preparing } from './construct.ts';
import { nodeRules } from './constructs.ts';

/** Asks every construct about the Markdown nodes it speaks for, outermost first. */
export function prepareNodes(tree: Root, preparing: Preparing): void {
  visit(tree as Nodes, (node, index, parent) => {
    for (const rule of rulesFor(node)) {
      const instead = rule(node as never, preparing);
      if (instead === undefined || parent === undefined || index === undefined) continue;
      parent.children.splice(index, 1, ...(instead as never[]));
      return [SKIP, index];
    }
    return undefined;
  });
}

function rulesFor(node: Nodes): readonly NodeRule[] {
  const general = nodeRules.get(node.type) ?? [];
  const named = 'name' in node ? (nodeRules.get(`${node.type}:${node.name}`) ?? []) : [];
  return named.length === 0 ? general : [...general, ...named];
}
