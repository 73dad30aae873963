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

/** What a component, shortcode or tag that is not known may be taken for. */
export const componentChoices = ['unwrap', 'drop', 'callout', 'section'] as const;

export type ComponentChoice = (typeof componentChoices)[number];
