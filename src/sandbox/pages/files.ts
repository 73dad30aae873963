import { readFileSync } from 'node:fs';

/** Style of all pages, from the file beside this one. The build puts the text in the place of this module. */
export const stylesheet = readFileSync(new URL('pages.css', import.meta.url), 'utf8');
