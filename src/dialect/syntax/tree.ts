import type { Root } from 'mdast';
import { type CompileContext, type Extension, fromMarkdown, type Handle } from 'mdast-util-from-markdown';
import type { Event, Point } from 'micromark-util-types';
import { withListItems } from './list-items.ts';

/** Makes mdast of what micromark found in one text. */
export type TreeMaker = (events: readonly Event[]) => Root;

/**
 * What `mdast-util-from-markdown` does with events. It puts its handlers together for every text, and copies the context that
 * they are called with for every event; here one is used for all events of a text.
 *
 * @param extensions for the nodes of a syntax; without listeners around all events, and without transforms
 */
export function treeMaker(extensions: readonly (Extension | Extension[])[]): TreeMaker {
  const given = contextOf(extensions);
  const enter = new Map(Object.entries(given.config.enter));
  const exit = new Map(Object.entries(given.config.exit));
  return (found) => {
    const events = withListItems(found);
    const tree: Root = { type: 'root', children: [] };
    const context: CompileContext = { ...given, stack: [tree], tokenStack: [], data: {} };
    for (const event of events) {
      const handle = (event[0] === 'enter' ? enter : exit).get(event[1].type);
      if (handle === undefined) continue;
      context.sliceSerialize = event[2].sliceSerialize;
      handle.call(context, event[1]);
    }
    const open = context.tokenStack.at(-1);
    if (open !== undefined) throw new Error(`a token (\`${open[0].type}\`) is still open at the end of the document`);
    tree.position = { start: pointOf(events[0]?.[1].start), end: pointOf(events.at(-2)?.[1].end) };
    return tree;
  };
}

function pointOf(
  { line, column, offset }: Pick<Point, 'line' | 'column' | 'offset'> = { line: 1, column: 1, offset: 0 },
) {
  return { line, column, offset };
}

/** The context that handlers are called with, for its functions and for all handlers by the names of their tokens. */
function contextOf(extensions: readonly (Extension | Extension[])[]): CompileContext {
  const seen: CompileContext[] = [];
  // Nothing else asks for the token that all text of a block is in.
  const look: Handle = function (this: CompileContext) {
    seen.push({ ...this });
  };
  fromMarkdown('a', { mdastExtensions: [...extensions, { enter: { content: look } }] });
  const [context] = seen;
  if (context === undefined) throw new Error('The parser of Markdown gave no token `content`.');
  const { content: _, ...enter } = context.config.enter;
  return { ...context, config: { ...context.config, enter } };
}
