import type { Kind } from './foreign-kind.ts';

const nothing = 'Leave it out.';

/** What other tools read within a line of text. */
export const inLines = {
  inserted: {
    what: 'inserted text',
    tool: 'MkDocs',
    flavours: ['mkdocs'],
    mark: '^^…^^',
    isCommon: true,
    instead: 'Write **bold** text.',
  },
  critic: {
    what: 'a marked change',
    tool: 'MkDocs',
    flavours: ['mkdocs'],
    mark: '{++…++}',
    isCommon: true,
    instead: 'Write the text as it is now.',
  },
  'inline-note': {
    what: 'a footnote',
    tool: 'Obsidian',
    flavours: ['obsidian'],
    mark: '^[…]',
    isCommon: true,
    instead: 'Write the note in brackets.',
  },
  'block-id': {
    what: 'the id of a block',
    tool: 'Obsidian',
    flavours: ['obsidian'],
    mark: '^a1b2c3',
    instead: nothing,
  },
  'image-size': {
    what: 'an image with a size',
    tool: 'other tools',
    flavours: ['vitepress'],
    mark: '![](… =100x50)',
    isCommon: true,
    instead: 'Write <img src="…" alt="…" width="100">.',
  },
  'kramdown-extension': {
    what: 'an extension',
    tool: 'Jekyll',
    flavours: ['jekyll'],
    mark: '{::…}',
    instead: nothing,
  },
  'liquid-output': {
    what: 'an expression',
    tool: 'Jekyll',
    flavours: ['jekyll', 'mkdocs'],
    mark: '{{ site.… }}',
    isCommon: true,
    instead: 'Write what it shows, or a variable of helpcentre.yml.',
  },
  'vue-expression': {
    what: 'an expression',
    tool: 'VitePress',
    flavours: ['vitepress'],
    mark: '{{ $… }}',
    instead: 'Write what it shows, or a variable of helpcentre.yml.',
  },
} as const satisfies Readonly<Record<string, Kind>>;
