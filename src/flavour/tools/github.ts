import type { Flavour } from '../flavour.ts';

/** Our own dialect, which is GitHub's: nothing of it is rewritten. */
export const github: Flavour = {
  name: 'github',
  title: 'GitHub',
  blocks: [],
  inline: [],
  tags: [],
  comments: [],
  modules: [],
  files: { endings: ['md', 'markdown'], index: [], never: [], title: 'heading' },
  keys: { title: ['title'], description: ['description'], draft: ['draft'], published: [], addresses: [] },
};
