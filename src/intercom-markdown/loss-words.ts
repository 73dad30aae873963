import type { MarkdownLoss } from './losses.ts';

/** Losses in words, to follow "without": "the sizes of images and the <u> around text". */
export function lossWords(losses: readonly MarkdownLoss[]): string {
  const words = [...new Set(losses.map(wordsOf))];
  const [last = ''] = words.slice(-1);
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function wordsOf(loss: MarkdownLoss): string {
  switch (loss.is) {
    case 'spacing':
      return 'the empty lines between blocks';
    case 'alignment':
      return 'alignment';
    case 'image-size':
      return 'the sizes of images';
    case 'cell-background':
      return 'the backgrounds of cells';
    case 'cell-width':
      return 'the widths of columns';
    case 'cell-span':
      return 'cells that span others';
    case 'cell-blocks':
      return 'cells with more than one line of text';
    case 'markup-in-code':
      return 'markup in code';
    case 'link-without-address':
      return 'links without an address';
    case 'video':
      return `more of a video than its id (${loss.address})`;
    case 'section-title':
      return 'sections with a title that is no plain second-level heading';
    case 'quotation-mark':
      return `the quotation mark in "${loss.text}"`;
    case 'heading-id':
      return `the id "${loss.id}" of a heading`;
    case 'undisplayed':
      return 'a block that Intercom does not give out';
    case 'element':
      return `<${loss.name}>`;
    case 'otherwise':
      return 'something that would be read as something else';
  }
}
