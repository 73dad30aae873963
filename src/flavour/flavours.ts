import type { TextFlavour } from '../model/flavour-name.ts';
import type { Flavour } from './flavour.ts';
import { docusaurus } from './tools/docusaurus.ts';
import { gitbook } from './tools/gitbook.ts';
import { github } from './tools/github.ts';
import { hugo } from './tools/hugo.ts';
import { intercomSync } from './tools/intercom-sync.ts';
import { jekyll } from './tools/jekyll.ts';
import { mintlify } from './tools/mintlify.ts';
import { mkdocs } from './tools/mkdocs.ts';
import { obsidian } from './tools/obsidian.ts';
import { starlight } from './tools/starlight.ts';
import { vitepress } from './tools/vitepress.ts';

/** Every flavour, one file each. */
export const flavours: Readonly<Record<TextFlavour, Flavour>> = {
  github,
  docusaurus,
  starlight,
  mkdocs,
  gitbook,
  mintlify,
  hugo,
  jekyll,
  obsidian,
  vitepress,
  'intercom-sync': intercomSync,
};
