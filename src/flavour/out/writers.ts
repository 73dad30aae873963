import type { FlavourName } from '../../model/flavour-name.ts';
import { docusaurus } from './tools/docusaurus.ts';
import { gitbook } from './tools/gitbook.ts';
import { hugo } from './tools/hugo.ts';
import { jekyll } from './tools/jekyll.ts';
import { mintlify } from './tools/mintlify.ts';
import { mkdocs } from './tools/mkdocs.ts';
import { obsidian } from './tools/obsidian.ts';
import { starlight } from './tools/starlight.ts';
import { vitepress } from './tools/vitepress.ts';
import type { Writes } from './writes.ts';

/** How each tool writes what our dialect says; `github` is our dialect. */
export const writers: Readonly<Record<Exclude<FlavourName, 'github'>, Writes>> = {
  docusaurus,
  starlight,
  mkdocs,
  gitbook,
  mintlify,
  hugo,
  jekyll,
  obsidian,
  vitepress,
};
