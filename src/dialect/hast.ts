import type { Root as HtmlRoot, Nodes } from 'hast';
import type { Definition, Root, Text } from 'mdast';
import { defaultHandlers, type Handler, type Options, type State, toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { listItem } from './list.ts';

const options: Options = { allowDangerousHtml: true, handlers: { listItem, text } };

/** Where a text has one line there is nothing to be trimmed within. */
function text(state: State, node: Text): ReturnType<typeof defaultHandlers.text> {
  if (node.data !== undefined || /[\n\r]/.test(node.value)) return defaultHandlers.text(state, node);
  return { type: 'text', value: node.value, ...(node.position && { position: node.position }) };
}

/** One for all texts: `mdast-util-to-hast` makes one for each, looks through all of it for definitions, and copies positions. */
const shared: State = (() => {
  const made: State[] = [];
  toHast(
    { type: 'root', children: [] },
    { ...options, handlers: { ...options.handlers, root: (state) => void made.push(state) } },
  );
  const [state] = made;
  if (state === undefined) throw new Error('mdast-util-to-hast did not ask for the root.');
  state.handlers.root = defaultHandlers.root as Handler;
  state.patch = ({ position }, to: Nodes) => {
    if (position !== undefined) to.position = position;
  };
  return state;
})();

/**
 * Makes ordinary HTML of Markdown, with the HTML in it as `raw` nodes, as `mdast-util-to-hast` does.
 *
 * @param tree whose positions the HTML shares
 */
export function htmlTreeOf(tree: Root): HtmlRoot {
  let definitions: Map<string, Definition> | null = null;
  Object.defineProperty(shared, 'definitionById', {
    configurable: true,
    get() {
      definitions ??= definitionsIn(tree);
      return definitions;
    },
  });
  shared.footnoteOrder = [];
  shared.footnoteCounts = new Map();
  const root = shared.one(tree, undefined) as unknown as HtmlRoot;
  // Footnotes that are left would get a part of their own at the end.
  return shared.footnoteOrder.length === 0 ? root : (toHast(tree, options) as HtmlRoot);
}

/** Of several with one name the first counts. */
function definitionsIn(tree: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    const id = node.identifier.toUpperCase();
    if (!found.has(id)) found.set(id, node);
  });
  return found;
}
