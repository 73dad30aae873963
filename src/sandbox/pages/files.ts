import { readFileSync } from 'node:fs';

/** What the pages for teammates need besides the preview's styles. The build puts the text in the place of this module. */
export const teammateStyles = readFileSync(new URL('pages.css', import.meta.url), 'utf8');
