import { elementsIn } from './elements-in.ts';
import { attributeOf } from './parse.ts';
import { plainTextOf } from './plain-text.ts';

/** A heading as it stands in a body. */
export interface Heading {
  /** 1 to 6, as written. */
  readonly level: number;
  /** null without one. */
  readonly id: string | null;
  /** Without markup, white space collapsed. */
  readonly text: string;
}

/** The headings of a body in document order, from any HTML: what was sent, or what came back. */
export function headings(html: string): readonly Heading[] {
  return elementsIn(html, ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']).map((heading) => ({
    level: Number(heading.tagName.slice(1)),
    id: attributeOf(heading, 'id'),
    text: plainTextOf(heading.childNodes),
  }));
}
