import type { FootnoteDefinition, FootnoteReference, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Preparing } from './construct.ts';

/**
 * Footnotes, which Intercom does not have: `[^a]` becomes a number in brackets, and the notes stand under a rule
 * at the end, in the order in which they are referred to.
 */
export function prepareFootnotes(tree: Root, { report }: Preparing): void {
  const { definitions, repeated } = takeDefinitions(tree);
  if (definitions.size === 0) return;
  const numbers = new Map<string, number>();
  const numberOf = (identifier: string): number => {
    const number = numbers.get(identifier) ?? numbers.size + 1;
    numbers.set(identifier, number);
    return number;
  };
  const refer = (node: FootnoteReference): { type: 'text'; value: string } => {
    if (!numbers.has(node.identifier)) report('footnote', { label: node.label ?? node.identifier }, node.position);
    return { type: 'text', value: `[${numberOf(node.identifier)}]`, ...at(node) };
  };
  replaceReferences(tree, refer);
  const notes: RootContent[] = [];
  // A note can refer to another, which then comes after it.
  for (const [identifier, number] of numbers) {
    const definition = definitions.get(identifier);
    if (definition !== undefined) notes.push(...note(definition, number, refer));
  }
  for (const [identifier, definition] of definitions) {
    if (numbers.has(identifier)) continue;
    report('footnote-unused', { label: definition.label ?? identifier }, definition.position);
    notes.push(...note(definition, numberOf(identifier), refer));
  }
  for (const [index, definition] of repeated.entries()) {
    report('footnote-twice', { label: definition.label ?? definition.identifier }, definition.position);
    notes.push(...note(definition, numbers.size + index + 1, refer));
  }
  tree.children.push({ type: 'thematicBreak' }, ...notes);
}

/** Takes the notes out of the text. Of several with one name the first counts. */
function takeDefinitions(tree: Root): {
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>;
  readonly repeated: readonly FootnoteDefinition[];
} {
  const definitions = new Map<string, FootnoteDefinition>();
  const repeated: FootnoteDefinition[] = [];
  visit(tree as Nodes, 'footnoteDefinition', (node: FootnoteDefinition, index, parent) => {
    if (parent === undefined || index === undefined) return;
    if (definitions.has(node.identifier)) repeated.push(node);
    else definitions.set(node.identifier, node);
    parent.children.splice(index, 1);
    return index;
  });
  return { definitions, repeated };
}

function replaceReferences(tree: Nodes, refer: (node: FootnoteReference) => { type: 'text'; value: string }): void {
  visit(tree, 'footnoteReference', (node: FootnoteReference, index, parent) => {
    if (parent !== undefined && index !== undefined) parent.children[index] = refer(node);
  });
}

function note(
  definition: FootnoteDefinition,
  number: number,
  refer: (node: FootnoteReference) => { type: 'text'; value: string },
): RootContent[] {
  replaceReferences(definition, refer);
  const [first, ...rest] = definition.children;
  const label = { type: 'text' as const, value: `[${number}] `, ...at(definition) };
  if (first?.type === 'paragraph') return [{ ...first, children: [label, ...first.children] }, ...rest];
  const paragraph: Paragraph = { type: 'paragraph', children: [label], ...at(definition) };
  return [paragraph, ...definition.children];
}

function at(node: Nodes): Pick<Paragraph, 'position'> {
  return node.position === undefined ? {} : { position: node.position };
}
