import { readFileSync } from 'node:fs';

/** A file beside this one. The build puts the texts in the place of this module. */
const textOf = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The one stylesheet of all pages. */
export const stylesheet = ['tokens', 'pages', 'parts', 'body', 'changes']
  .map((name) => textOf(`${name}.css`))
  .join('\n');

/** The stylesheet of the page that an audit writes. */
export const auditStylesheet = ['tokens', 'pages', 'parts', 'audit'].map((name) => textOf(`${name}.css`)).join('\n');

/** The script of that page. */
export const auditScript = textOf('audit.js');

/** All drawings, 24 units wide, in the colour of the text, to be used by their ids. */
export const drawings = textOf('icons.svg').trim();

/** The mark in the browser's tab. */
export const siteIcon = textOf('site-icon.svg').trim();
