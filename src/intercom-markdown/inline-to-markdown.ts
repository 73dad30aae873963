import type { PhrasingContent } from 'mdast';
import { type Line, type Mark, nestRuns } from '../body/canonical/lines.ts';
import type { CanonicalNode } from '../body/canonical/node.ts';
import type { LossList } from './losses.ts';

/** Code within a line: in Markdown it stands innermost. */
export function codeMark(): Mark {
  return { name: 'code', attributes: '', rank: 3 };
}

/** A link; its address is what sets it apart. */
export function linkMark(href: string): Mark {
  return { name: 'a', attributes: href, rank: 0 };
}

/** What the writing of a line may ask. */
export interface LineContext {
  readonly list: LossList;
  /** The number of the article that an address leads to; null for any other. */
  readonly articleAt: (href: string) => string | null;
}

/** Lines of one block as the inline content of Markdown, a hard break between each two. */
export function phrasingOf(lines: readonly Line[], context: LineContext): PhrasingContent[] {
  return lines.flatMap((line, index): PhrasingContent[] => {
    const runs = line.flatMap((piece) => ('text' in piece ? [piece] : []));
    const content = nestRuns(runs).map((node) => inlineOf(node, context));
    return index === 0 ? content : [{ type: 'break' }, ...content];
  });
}

function inlineOf(node: CanonicalNode, context: LineContext): PhrasingContent {
  if (typeof node === 'string') return { type: 'text', value: node };
  const children = (): PhrasingContent[] => node.children.map((child) => inlineOf(child, context));
  switch (node.name) {
    case 'b':
      return { type: 'strong', children: children() };
    case 'i':
      return { type: 'emphasis', children: children() };
    case 'code':
      return { type: 'inlineCode', value: node.children.filter((child) => typeof child === 'string').join('') };
    default: {
      const id = context.articleAt(node.attributes);
      const title = id === null ? null : `intercom:article:${id}`;
      return { type: 'link', url: node.attributes, title, children: children() };
    }
  }
}
