import { createRequire } from 'node:module';

/** package.json stands one folder above both `src/` and `dist/`. */
const facts = createRequire(import.meta.url)('../package.json') as { readonly version: string };

/** This program's version. */
export const version: string = facts.version;

/** Put in when the program is bundled. */
declare const HELPCENTRE_BUILD: string | undefined;

/** Stands for this very state of the program; null where it runs from its sources, which may change under it. */
export const build: string | null = typeof HELPCENTRE_BUILD === 'undefined' ? null : HELPCENTRE_BUILD;
