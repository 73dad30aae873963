import type { InlineRule, Names, TagRule } from '../flavour.ts';
import type { Tag } from '../tags.ts';

/** A tag that only groups or lays out what is in it. */
export const unwrap: TagRule = () => ({ is: 'content' });

/** The first of some attributes that says something. */
export function titleOf(tag: Tag, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = tag.attributes.get(name)?.trim() ?? '';
    if (value !== '') return value;
  }
  return null;
}

/** A picture that a name stands for in the file, or the address in `require('…')`. */
function addressOf(expression: string, names: Names): string | null {
  const required = /^require\(\s*['"]([^'"]+)['"]\s*\)(?:\.default)?$/.exec(expression)?.[1];
  const based = /^useBaseUrl\(\s*['"]([^'"]+)['"]\s*\)$/.exec(expression)?.[1];
  return required ?? based ?? names.get(expression.replace(/\.(?:src|default)$/, '')) ?? null;
}

/** What MDX has in lines that Markdown has not: expressions in attributes of HTML, and texts in braces. */
export const mdxInline: readonly InlineRule[] = [
  {
    sign: '={',
    pattern: /\b(src|href|srcSet)=\{([^{}]*)\}/dg,
    write: ([, name = '', expression = ''], names) => {
      const text = /^\s*(?:"([^"]*)"|'([^']*)'|`([^`$]*)`)\s*$/.exec(expression);
      const address = text === null ? addressOf(expression.trim(), names) : (text[1] ?? text[2] ?? text[3] ?? '');
      return address === null ? null : `${name}="${address}"`;
    },
  },
  {
    sign: 'style={{',
    pattern: /\sstyle=\{\{[^{}]*\}\}/dg,
    write: ([whole = '']) => {
      const width = /\b(?:max)?width:\s*['"]?(\d+)(?:px)?['"]?\s*[,}]/i.exec(whole)?.[1];
      return width === undefined ? '' : ` width="${width}"`;
    },
  },
  {
    sign: '={',
    pattern: /\b(width|height)=\{['"]?(\d+)(?:px)?['"]?\}/dg,
    write: ([, name, value]) => `${name}="${value}"`,
  },
  { sign: 'className=', pattern: /\sclassName=(?:"[^"]*"|'[^']*'|\{[^{}]*\})/dg, write: () => '' },
  { sign: "{'", pattern: /\{'([^'{}]*)'\}/dg, write: ([, text = '']) => text },
  { sign: '{"', pattern: /\{"([^"{}]*)"\}/dg, write: ([, text = '']) => text },
];
