import { warning } from './entry.ts';

/** Problems of headings, lists and tables that Intercom cannot show. */
export const structureProblems = {
  'heading-depth': warning(
    () => 'Intercom has four levels of headings; this fifth is shown as the fourth',
    () => 'Use fewer levels.',
  ),
  'heading-markup': warning(
    (a: { what: string }) => `Intercom keeps only text in headings; ${a.what} is lost`,
    () => 'Put it into the text below the heading.',
  ),
  'heading-image': warning(
    () => 'Intercom has no images in headings; it is put below',
    () => 'Move the image into a paragraph of its own.',
  ),
  'heading-id-twice': warning(
    (a: { id: string }) => `two headings have the id "${a.id}"; links reach the first`,
    () => 'Give one of them another id.',
  ),
  'anchor-lost': warning(
    (a: { id: string }) => `Intercom keeps ids on headings only; the anchor "${a.id}" is lost`,
    () => 'Link to a heading. "## Heading {#my-id}" gives a heading an id of your own.',
  ),
  'list-numbering': warning(
    (a: { from: string }) => `Intercom's numbered lists start at 1; the numbers from ${a.from} on are written as text`,
    () => 'If the list goes on from above, indent what stands between so that it belongs to the item before.',
  ),
  'table-in-list': warning(
    () => 'Intercom refuses a table inside a list; the list is cut and the table put between',
    () => 'Move the table out of the list.',
  ),
  'table-cells': warning(
    (a: { text: string }) => `the row has more cells than the table has columns; "${a.text}" is not shown`,
    () => 'Take the cell out, or add a column to the head and to the line below it.',
  ),
  'nested-table': warning(
    () => 'Intercom refuses a table inside a table; the inner one becomes paragraphs, a row each',
    () => 'Move the inner table out.',
  ),
} as const;
