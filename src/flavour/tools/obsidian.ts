import { callout } from '../callout-types.ts';
import type { BlockRule, Flavour } from '../flavour.ts';

/** `> [!type] Title`, and with `-` or `+` one that folds. */
const foldable: BlockRule = {
  sign: '[!',
  open(line) {
    const found = /^>\s?\[!([A-Za-z][\w-]*)(?:\|[^\]]*)?\]([-+]?)[ \t]*(.*)$/.exec(line);
    if (found === null) return null;
    const [, type = '', fold, title = ''] = found;
    const name = (type[0] ?? '').toUpperCase() + type.slice(1);
    const ends = { at: 'quote' } as const;
    if (fold === '-') return { becomes: { is: 'section', title: title.trim() || name }, ends };
    return { becomes: callout(type, title), ends };
  },
};

const picture = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;

/** Obsidian: links of a wiki, pictures and notes put in, callouts with titles. */
export const obsidian: Flavour = {
  name: 'obsidian',
  title: 'Obsidian',
  blocks: [foldable],
  inline: [
    {
      sign: '![[',
      pattern: /!\[\[([^[\]|#\n]+)(#[^[\]|\n]*)?(?:\|([^[\]\n]*))?\]\]/dg,
      write: ([, target = '', heading = '', label = '']) => embed(target.trim(), heading, label.trim()),
    },
    {
      sign: '[[',
      pattern: /(?<!!)\[\[([^[\]|#\n]*)(#[^[\]|\n]*)?(?:\\?\|([^[\]\n]*))?\]\]/dg,
      write: ([, target = '', heading = '', label = '']) => wikilink(target.trim(), heading, label.trim()),
    },
    {
      sign: '![',
      pattern: /!\[([^[\]|]*)\|(\d+)(?:x\d+)?\]\(<?([^()<>\s]*)>?\)/dg,
      write: ([, alt = '', width = '', src = '']) => `<img src="${src}" alt="${alt}" width="${width}">`,
    },
    {
      sign: '==',
      pattern: /(?<![=\w!<>])==(?![\s=])([^=]{1,300}?)(?<!\s)==(?![=\w])/dg,
      write: ([, text]) => `<mark>${text}</mark>`,
    },
    { sign: '^', pattern: /\s\^[a-z0-9-]{4,}\s*$/dg, write: () => '' },
  ],
  tags: [],
  comments: [{ open: '%%', close: '%%' }],
  modules: [],
  files: { endings: ['md'], index: ['index', 'readme'], never: [], title: 'name' },
  keys: {
    title: ['title'],
    description: ['description'],
    draft: ['draft'],
    published: ['publish'],
    addresses: ['permalink', 'aliases'],
  },
};

function wikilink(target: string, heading: string, label: string): string | null {
  if (target === '' && heading === '') return null;
  const shown =
    label ||
    [target.split('/').at(-1) ?? target, ...heading.split('#').filter((one) => one !== '')]
      .filter((one) => one !== '')
      .join(' > ');
  const anchor = heading.split('#').at(-1) ?? '';
  return `[${shown}](<${address(target)}${anchor === '' ? '' : `#${slug(anchor)}`}>)`;
}

function embed(target: string, heading: string, label: string): string | null {
  if (picture.test(target)) {
    const width = /^\d+/.exec(label)?.[0];
    const alt = width === undefined ? label : '';
    return width === undefined ? `![${alt}](<${target}>)` : `<img src="${target}" alt="" width="${width}">`;
  }
  if (/\.[a-z0-9]{2,4}$/i.test(target) && !/\.md$/i.test(target)) return `[${target}](<${target}>)`;
  return wikilink(target, heading, label);
}

const address = (target: string): string =>
  target === '' || /\.[a-z0-9]{2,4}$/i.test(target) ? target : `${target}.md`;

/** Obsidian links to a heading by its words. */
const slug = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
