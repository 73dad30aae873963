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

/** Something with a body, or with what remains of it. */
export type WithRemains = Readonly<{ body: string; remains?: string }>;

/** Where headings and links to articles are looked for: in the body, or in what remains of one that was let go. */
export function soughtIn(text: WithRemains): string {
  return text.remains ?? text.body;
}
