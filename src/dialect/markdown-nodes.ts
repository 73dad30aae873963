import type { Html, Paragraph } from 'mdast';

/** A paragraph of Markdown that is written out already. */
export function lineOf(markdown: string): Paragraph {
  return { type: 'paragraph', children: [writtenOut(markdown)] };
}

/** Markdown or HTML that is put in as it stands. */
export function writtenOut(markdown: string): Html {
  return { type: 'html', value: markdown };
}
