import { headingsAlone } from './headings-alone.ts';

/**
 * What is looked for in the body of an article that did not change: its headings, as HTML, and after them the addresses of
 * articles that it has anywhere, as far as their ids.
 *
 * @param html as Intercom answered it
 * @returns null where that cannot be told without reading it the way browsers do
 */
export function remainsOf(html: string): string | null {
  const headings = headingsAlone(html);
  return headings === null ? null : [headings, ...new Set(html.match(/\/articles\/\w*/g))].join(' ');
}
