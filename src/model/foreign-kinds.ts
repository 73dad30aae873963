import type { Kind } from './foreign-kind.ts';
import { inLines } from './foreign-kinds-in-lines.ts';

const callout = 'Write "> [!NOTE]", with the text below it behind ">".';
const section = 'Write <details> with a <summary>.';
const nothing = 'Leave it out.';

const kinds = {
  admonition: { what: 'an admonition', tool: 'MkDocs', flavours: ['mkdocs'], mark: '!!! note', instead: callout },
  collapsible: {
    what: 'a collapsible block',
    tool: 'MkDocs',
    flavours: ['mkdocs'],
    mark: '??? note',
    instead: section,
  },
  tab: {
    what: 'a tab',
    tool: 'MkDocs',
    flavours: ['mkdocs'],
    mark: '=== "…"',
    instead: 'Write a heading, or <details> with a <summary>, for each tab.',
  },
  slashes: { what: 'a block', tool: 'MkDocs', flavours: ['mkdocs'], mark: '/// note', instead: callout },
  snippet: {
    what: 'a snippet',
    tool: 'MkDocs',
    flavours: ['mkdocs'],
    mark: '--8<--',
    instead: 'Write ":::include{file=…}".',
  },
  keys: {
    what: 'a key',
    tool: 'MkDocs',
    flavours: ['mkdocs'],
    mark: '++ctrl+c++',
    instead: 'Write <kbd>Ctrl</kbd>+<kbd>C</kbd>.',
  },
  icon: { what: 'an icon', tool: 'MkDocs', flavours: ['mkdocs'], mark: ':material-…:', instead: nothing },
  'attribute-list': {
    what: 'a list of attributes',
    tool: 'MkDocs and VitePress',
    flavours: ['mkdocs', 'vitepress'],
    mark: '{ .class }',
    isCommon: true,
    instead: 'Leave it out. A heading may have an id, "## Heading {#id}", and a button is :button[Text]{href="…"}.',
  },
  abbreviation: {
    what: 'an abbreviation',
    tool: 'MkDocs',
    flavours: ['mkdocs'],
    mark: '*[HTML]: …',
    isCommon: true,
    instead: 'Write the words out where they come first.',
  },
  definition: {
    what: 'a definition',
    tool: 'MkDocs, Hugo and Jekyll',
    flavours: ['mkdocs', 'hugo', 'jekyll'],
    mark: ': definition',
    isCommon: true,
    instead: 'Write the term in bold, and a paragraph below it.',
  },
  mark: {
    what: 'marked text',
    tool: 'Obsidian and MkDocs',
    flavours: ['obsidian', 'mkdocs'],
    mark: '==…==',
    isCommon: true,
    instead: 'Write **bold** text.',
  },
  ...inLines,
  'kramdown-attributes': {
    what: 'a list of attributes',
    tool: 'Jekyll',
    flavours: ['jekyll', 'mkdocs'],
    mark: '{: .class }',
    instead: 'Leave it out. "> [!NOTE]" makes a callout.',
  },
  liquid: {
    what: 'a Liquid tag',
    tool: 'Jekyll',
    flavours: ['jekyll'],
    mark: '{% … %}',
    instead: 'Write what it shows. ":::include{file=…}" takes in another text.',
  },
  'gitbook-block': {
    what: 'a block',
    tool: 'GitBook',
    flavours: ['gitbook'],
    mark: '{% hint %}',
    instead: 'Write "> [!NOTE]" for a hint, <details> for what opens, and a link for what leads elsewhere.',
  },
  shortcode: {
    what: 'a shortcode',
    tool: 'Hugo',
    flavours: ['hugo'],
    mark: '{{< … >}}',
    instead: 'Write what it shows: "> [!NOTE]" for a callout, ![text](file) for a figure.',
  },
  'wiki-link': {
    what: 'a link',
    tool: 'Obsidian',
    flavours: ['obsidian'],
    mark: '[[…]]',
    instead: 'Write [text](file.md), or ![text](file.png) for an image.',
  },
  'wiki-comment': {
    what: 'a comment',
    tool: 'Obsidian',
    flavours: ['obsidian'],
    mark: '%%…%%',
    instead: 'Write <!-- comment -->.',
  },
  'colon-admonition': {
    what: 'an admonition',
    tool: 'Docusaurus and Starlight',
    flavours: ['docusaurus', 'starlight'],
    mark: ':::note',
    instead: callout,
  },
  container: { what: 'a container', tool: 'VitePress', flavours: ['vitepress'], mark: '::: tip', instead: callout },
  'container-details': {
    what: 'a collapsible block',
    tool: 'VitePress',
    flavours: ['vitepress'],
    mark: '::: details',
    instead: section,
  },
  'part-of-file': {
    what: 'a part of another file',
    tool: 'VitePress',
    flavours: ['vitepress'],
    mark: '<<< @/…',
    instead: 'Write the code itself.',
  },
  'include-comment': {
    what: 'an include',
    tool: 'VitePress',
    flavours: ['vitepress'],
    mark: '<!--@include: …-->',
    shown: 'nothing is shown for it',
    instead: 'Write ":::include{file=…}".',
  },
  component: {
    what: 'a component',
    tool: 'MDX',
    flavours: ['docusaurus', 'mintlify', 'starlight'],
    mark: '<Component>',
    instead: 'Write "> [!NOTE]" for a callout, <details> for what opens.',
  },
  'mintlify-component': {
    what: 'a component',
    tool: 'Mintlify',
    flavours: ['mintlify'],
    mark: '<Note>',
    instead: 'Write "> [!NOTE]" for a callout, <details> for what opens.',
  },
  'starlight-component': {
    what: 'a component',
    tool: 'Starlight',
    flavours: ['starlight'],
    mark: '<Aside>',
    instead: callout,
  },
  aside: {
    what: 'a component',
    tool: 'Starlight',
    flavours: ['starlight'],
    mark: '<Aside>',
    instead: callout,
    shown: 'only what is in it is shown',
  },
  'docusaurus-component': {
    what: 'a component',
    tool: 'Docusaurus',
    flavours: ['docusaurus'],
    mark: '<TabItem>',
    instead: section,
  },
  module: {
    what: 'a line of a program',
    tool: 'MDX',
    flavours: ['docusaurus', 'mintlify', 'starlight'],
    mark: 'import … from',
    instead: nothing,
  },
  'mdx-comment': {
    what: 'a comment',
    tool: 'MDX',
    flavours: ['docusaurus', 'mintlify', 'starlight'],
    mark: '{/* … */}',
    instead: 'Write <!-- comment -->.',
  },
  'fenced-admonition': {
    what: 'an admonition',
    tool: 'other tools',
    flavours: [],
    mark: '```{note}',
    isCommon: true,
    instead: callout,
    shown: 'it is shown as code',
  },
  contents: {
    what: 'a table of contents',
    tool: 'other tools',
    flavours: ['mkdocs', 'vitepress'],
    mark: '[TOC]',
    isCommon: true,
    instead: nothing,
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** What another tool reads, by name. */
export type ForeignKind = keyof typeof kinds;

/** Every kind, and what is said of it. */
export const foreignKinds: Readonly<Record<ForeignKind, Kind>> = kinds;

/** Whether it is the name of a kind. */
export function isForeignKind(name: unknown): name is ForeignKind {
  return typeof name === 'string' && Object.hasOwn(kinds, name);
}
