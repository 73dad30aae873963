import type { MarkdownLoss } from './losses.ts';

const texts: Readonly<Record<MarkdownLoss['is'], string>> = {
  spacing: 'empty lines between blocks',
  alignment: 'what is centred or aligned to the right',
  'image-size': 'the width of an image',
  'cell-background': 'the colour of a cell',
  'cell-width': 'the width of a column',
  'cell-span': 'merged cells',
  'cell-blocks': 'a cell with more in it than one line of text',
  'markup-in-code': 'formatting in code',
  'link-without-address': 'a link without an address',
  video: 'a video with more to it than its id',
  'section-title': 'the title of a section as it is',
  'quotation-mark': 'a quotation mark on a button or in the title of a section',
  'heading-id': 'the id of a heading',
  undisplayed: 'another block that Intercom does not give out',
  element: 'an element that it has no word for',
  otherwise: 'a text that would be read as something else',
};

/** What Intercom's Markdown cannot say, for a sentence: "the width of an image and merged cells". */
export function markdownLossesText(losses: readonly MarkdownLoss[]): string {
  const said = [...new Set(losses.map(({ is }) => texts[is]))];
  const last = said.pop() ?? '';
  return said.length === 0 ? last : `${said.join(', ')} and ${last}`;
}
