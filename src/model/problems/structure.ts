import { warning } from './entry.ts';

/** Problems of headings, lists and tables that Intercom cannot show. */
export const structureProblems = {
  'heading-depth': warning(
    () => 'Intercom has four levels of headings; this fifth is shown as the fourth',
    () => 'Use fewer levels.',
    {
      why: 'Intercom has four levels of headings. Deeper ones look like the fourth.',
      bad: '## Plans\n\n### Basic\n\n#### Price\n\n##### Tax\n\n###### Rates',
      good: '## Plans\n\n### Basic\n\n#### Price\n\n##### Tax and rates',
    },
  ),
  'heading-markup': warning(
    (a: { what: string }) => `Intercom keeps only text in headings; ${a.what} is lost`,
    () => 'Put it into the text below the heading.',
    {
      why: 'Intercom keeps only the text of a heading: a link there would be lost.',
      bad: '## Read the [terms](https://example.com/terms)',
      good: '## Terms\n\nRead the [terms](https://example.com/terms).',
    },
  ),
  'heading-image': warning(
    () => 'Intercom has no images in headings; it is put below',
    () => 'Move the image into a paragraph of its own.',
    {
      why: 'Intercom cannot put images into headings. The image is shown below instead.',
      bad: '## Start ![The screen](https://example.com/screen.png)',
      good: '## Start\n\n![The screen](https://example.com/screen.png)',
    },
  ),
  'heading-id-twice': warning(
    (a: { id: string }) => `two headings have the id "${a.id}"; links reach the first`,
    () => 'Give one of them another id.',
    {
      why: 'A link to the id can only reach one of the two headings.',
      bad: '## Set up {#start}\n\n## Sign in {#start}',
      good: '## Set up {#set-up}\n\n## Sign in {#sign-in}',
    },
  ),
  'anchor-lost': warning(
    (a: { id: string }) => `Intercom keeps ids on headings only; the anchor "${a.id}" is lost`,
    () => 'Link to a heading. "## Heading {#my-id}" gives a heading an id of your own.',
    {
      why: 'Intercom keeps ids on headings only, so links to this anchor would lead nowhere.',
      bad: 'Text.\n\n<a name="prices"></a>\n\nPrices.',
      good: 'Text.\n\n## Prices {#prices}',
    },
  ),
  'list-numbering': warning(
    (a: { from: string }) => `Intercom's numbered lists start at 1; the numbers from ${a.from} on are written as text`,
    () => 'If the list goes on from above, indent what is in between so that it belongs to the item before it.',
    {
      why: 'Intercom starts every numbered list at 1. The numbers are kept by writing them as text, and the list is no longer a list.',
      bad: '3. Save.\n4. Close.',
      good: '1. Save.\n2. Close.',
    },
  ),
  'table-in-list': warning(
    () => 'Intercom refuses a table inside a list; the list is cut and the table put between',
    () => 'Move the table out of the list.',
    {
      why: 'Intercom refuses an article with a table inside a list, so the list is split around the table.',
      bad: '- Prices:\n\n  | Plan | Price |\n  | --- | --- |\n  | Basic | 10 |',
      good: '- Prices: see below.\n\n| Plan | Price |\n| --- | --- |\n| Basic | 10 |',
    },
  ),
  'table-cells': warning(
    (a: { text: string }) => `the row has more cells than the table has columns; "${a.text}" is not shown`,
    () => 'Remove the cell, or add a column to the header and to the line below it.',
    {
      why: 'Markdown drops cells beyond the last column, so readers do not see them.',
      bad: '| Plan | Price |\n| --- | --- |\n| Basic | 10 | per month |',
      good: '| Plan | Price | |\n| --- | --- | --- |\n| Basic | 10 | per month |',
    },
  ),
  'nested-table': warning(
    () => 'Intercom refuses a table inside a table; the inner one becomes paragraphs, a row each',
    () => 'Move the inner table out.',
    {
      why: 'Intercom refuses an article with a table inside a table.',
      bad: '<table><tr><td><table><tr><td>Basic</td><td>10</td></tr></table></td></tr></table>',
      good: '<table><tr><td>Basic</td><td>10</td></tr></table>',
    },
  ),
} as const;
