import { settleHeadingLevels } from './heading-levels.ts';
import { type HtmlElement, type HtmlNode, isHtmlElement, parseBody } from './parse.ts';
import { plainTextOf } from './plain-text.ts';

/** What can stand in a heading that was written in Intercom's editor, and not in one that is sent. */
export type HeadingMarkup = 'links' | 'bold' | 'italic' | 'code';

/** Headings of a body that a write would take something from. */
export interface HeadingLosses {
  readonly markup: Readonly<Record<HeadingMarkup, number>>;
  /** Headings that would move up, because none of the body is an h1. */
  readonly shifted: number;
}

interface Found {
  readonly text: string;
  readonly level: number;
  readonly markup: ReadonlySet<HeadingMarkup>;
  /** The title of a collapsible section: its level stays what it is. */
  readonly isTitle: boolean;
}

const names: Readonly<Record<string, HeadingMarkup>> = {
  a: 'links',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  code: 'code',
};

/**
 * What Intercom would take from the headings of a body when another one is sent in its place: it keeps only the text of
 * headings that it is sent, and moves all up until the shallowest is an h1. No comparison shows that, since it
 * happens to every body.
 *
 * @param stored as Intercom has it now
 * @param sent what would be written; headings that are not in it any more do not count
 * @returns null where nothing is taken
 */
export function headingLosses(stored: string, sent: string): HeadingLosses | null {
  const before = found(stored);
  if (before.length === 0) return null;
  const after = found(sent);
  const kept = remaining(before, after);
  const markup = (name: HeadingMarkup): number => kept.filter((heading) => heading.markup.has(name)).length;
  const levels = before.filter(({ isTitle }) => !isTitle).map(({ level }) => level);
  const isShifted = settleHeadingLevels(levels)[0] !== levels[0];
  const losses = {
    markup: { links: markup('links'), bold: markup('bold'), italic: markup('italic'), code: markup('code') },
    shifted: isShifted ? kept.filter(({ isTitle }) => !isTitle).length : 0,
  };
  return losses.shifted + Object.values(losses.markup).reduce((sum, one) => sum + one, 0) === 0 ? null : losses;
}

/** What several writes take together. */
export function sumOfLosses(losses: readonly HeadingLosses[]): HeadingLosses {
  const sum = (count: (one: HeadingLosses) => number): number => losses.reduce((all, one) => all + count(one), 0);
  return {
    markup: {
      links: sum(({ markup }) => markup.links),
      bold: sum(({ markup }) => markup.bold),
      italic: sum(({ markup }) => markup.italic),
      code: sum(({ markup }) => markup.code),
    },
    shifted: sum(({ shifted }) => shifted),
  };
}

/** Headings that are still there: by their text, or, where as many are sent as there were, by their place. */
function remaining(before: readonly Found[], after: readonly Found[]): readonly Found[] {
  if (before.length === after.length) return before;
  const left = new Map<string, number>();
  for (const { text } of after) left.set(text, (left.get(text) ?? 0) + 1);
  return before.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0;
  });
}

function found(html: string): readonly Found[] {
  const headings: Found[] = [];
  const walk = (nodes: readonly HtmlNode[], isTitle: boolean): void => {
    for (const node of nodes) {
      if (!isHtmlElement(node)) continue;
      if (/^h[1-6]$/.test(node.tagName)) headings.push(read(node, isTitle));
      else walk(node.childNodes, isTitle || node.tagName === 'summary');
    }
  };
  walk(/<h[1-6]/i.test(html) ? (parseBody(html) ?? []) : [], false);
  return headings.filter(({ text }) => text !== '');
}

function read(heading: HtmlElement, isTitle: boolean): Found {
  const markup = new Set<HeadingMarkup>();
  const walk = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (!isHtmlElement(node)) continue;
      const name = Object.hasOwn(names, node.tagName) ? names[node.tagName] : undefined;
      if (name !== undefined && plainTextOf(node.childNodes) !== '') markup.add(name);
      walk(node.childNodes);
    }
  };
  walk(heading.childNodes);
  return { text: plainTextOf(heading.childNodes), level: Number(heading.tagName.slice(1)), markup, isTitle };
}
