import type { Flavour, TagRule, Tags } from '../flavour.ts';
import type { Tag } from '../tags.ts';
import { htmlBlocks } from '../tags.ts';

/** A tag that only groups or lays out what is in it. */
export const unwrap: TagRule = () => ({ is: 'content' });

/** The first of some attributes that says something. */
export function titleOf(tag: Tag, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = tag.attributes.get(name)?.replace(/\s+/g, ' ').trim() ?? '';
    if (value !== '') return value;
  }
  return null;
}

/** How a tag aligns what is in it, where it says so by an attribute of its own. */
function alignOf(tag: Tag): 'center' | 'right' | 'justify' | null {
  const align = tag.attributes.get('align');
  return align === 'center' || align === 'right' || align === 'justify' ? align : null;
}

/** A tag that groups or aligns, and that links may lead to. */
const group: TagRule = (tag, content) => {
  // What only Intercom has stays as it is, for our dialect reads it.
  if (tag.attributes.get('class')?.startsWith('intercom-interblocks-'))
    return { is: 'lines', lines: [tag.written, ...content.map(({ text }) => text), `</${tag.name}>`] };
  const align = alignOf(tag);
  if (align !== null) return { is: 'aligned', align };
  const id = titleOf(tag, 'id');
  return id === null ? { is: 'content' } : { is: 'anchored', id };
};

/** Elements of HTML that may hold Markdown in MDX without blank lines around it. */
export const elements: Tags = {
  syntax: htmlBlocks,
  blocks: {
    ...Object.fromEntries(
      ['div', 'section', 'article', 'main', 'header', 'footer', 'center', 'figure', 'figcaption', 'nav', 'p'].map(
        (name) => [name, group],
      ),
    ),
    details: () => ({ is: 'details' }),
  },
  inline: {},
};

/** An image by its attributes; nothing for one without an address. */
export function imageOf(tag: Tag): string {
  const src = titleOf(tag, 'src', 'light', 'lightSrc', 'srcLight');
  if (src === null) return '';
  const alt = (titleOf(tag, 'alt', 'title') ?? '').replaceAll('"', '&quot;');
  const width = /^\d+(?=(?:px)?$)/.exec(titleOf(tag, 'width') ?? '')?.[0];
  return `<img src="${src}" alt="${alt}"${width === undefined ? '' : ` width="${width}"`}>`;
}

/** A link that looks like a button. */
export function buttonTo(...names: readonly string[]): (tag: Tag, content: string | null) => string {
  return (tag, content) => {
    const href = titleOf(tag, ...names);
    const text = (content ?? titleOf(tag, 'label', 'text', 'title') ?? '').trim();
    return href === null ? text : `:button[${text}]{href="${href}"}`;
  };
}

/** A link. */
export function linkTo(...names: readonly string[]): (tag: Tag, content: string | null) => string {
  return (tag, content) => {
    const href = titleOf(tag, ...names);
    const text = (content ?? '').trim();
    return href === null || text === '' ? text : `[${text}](${/[\s()]/.test(href) ? `<${href}>` : href})`;
  };
}

/** A block in the place of what stands in a line: a tag that has its lines to itself. */
export function asBlock(write: (tag: Tag, content: string | null) => string): TagRule {
  return (tag, content) => {
    const text = content.map((line) => line.text.trim()).join(' ');
    const line = write(tag, text.trim() === '' ? null : text.trim());
    return { is: 'lines', lines: line === '' ? [] : [line] };
  };
}

/** What all that is written in MDX has alike. */
export const mdx: Pick<Flavour, 'inline' | 'comments' | 'quotes'> = {
  inline: [],
  comments: [{ open: '{/*', close: '*/}' }],
  quotes:
    /^import\s+(?:[\w$]+\s*,\s*)?\{[^{}]*\}\s*from\s+['"]((?:\.{0,2}|@site)\/[^'"\n]+\.(?:[jt]sx?|mjs|mdx?))['"]/gm,
};

/** The name of code: `title="a.js"` in the line of its fence. */
export function codeTitle(info: string): string | null {
  return /\b(?:title|filename)=(?:"([^"]*)"|'([^']*)')/.exec(info)?.slice(1).find(Boolean) ?? null;
}
