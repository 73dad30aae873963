/** The tools whose Markdown is read; `github` is our own dialect. */
export const flavourNames = [
  'github',
  'docusaurus',
  'starlight',
  'mkdocs',
  'gitbook',
  'mintlify',
  'hugo',
  'jekyll',
  'obsidian',
  'vitepress',
] as const;

export type FlavourName = (typeof flavourNames)[number];

/** How repositories are laid out: in files of ours or another tool's, or as Intercom's own connector writes them. */
export const layouts = ['files', 'intercom-sync'] as const;

export type Layout = (typeof layouts)[number];

/** The Markdown of a text: that of a tool, or that of Intercom's connector, which comes with its layout alone. */
export type TextFlavour = FlavourName | 'intercom-sync';

/** What a component, shortcode or tag that is not known may be taken for. */
export const componentChoices = ['unwrap', 'drop', 'callout', 'section'] as const;

export type ComponentChoice = (typeof componentChoices)[number];
