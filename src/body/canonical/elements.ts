import type { HtmlElement } from '../parse.ts';
import {
  readCodeBlock,
  readDetails,
  readDiv,
  readGroup,
  readHeading,
  readList,
  readParagraph,
  readRule,
} from './blocks.ts';
import type { Read } from './flow.ts';
import { readBold, readBreak, readImage, readInside, readItalic, readLink, readMark, readVideo } from './inline.ts';
import { readTable } from './table.ts';

const readNothing: Read = () => undefined;
const htmlNamespace = 'http://www.w3.org/1999/xhtml';

/** What becomes of each element. One that is not in the table is unwrapped, as Intercom does. */
const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ...each(['p'], readParagraph),
  ...each(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], readHeading),
  ...each(['ul', 'ol', 'menu', 'dir'], readList),
  ...each(['pre', 'listing'], readCodeBlock),
  ...each(['hr'], readRule),
  ...each(['table'], readTable),
  ...each(['details'], readDetails),
  ...each(['div'], readDiv),
  ...each(
    ['address', 'article', 'aside', 'blockquote', 'caption', 'center', 'dd', 'dl', 'dt', 'fieldset', 'figcaption'],
    readGroup,
  ),
  ...each(
    ['figure', 'footer', 'form', 'header', 'hgroup', 'legend', 'li', 'main', 'nav', 'search', 'section', 'summary'],
    readGroup,
  ),
  ...each(['br'], readBreak),
  ...each(['b', 'strong'], readBold),
  ...each(['i', 'em'], readItalic),
  ...each(['a'], readLink),
  ...each(['img'], readImage),
  ...each(['iframe'], readVideo),
  ...each(['code', 'del', 'ins', 'kbd', 'mark', 's', 'small', 'strike', 'sub', 'sup', 'u'], readMark),
  ...each(
    [
      'script',
      'style',
      'template',
      'textarea',
      'title',
      'noembed',
      'noframes',
      'noscript',
      'plaintext',
      'xmp',
      'select',
    ],
    readNothing,
  ),
]);

/** Reads an element by the table. Foreign content (SVG, MathML) is none that Intercom keeps. */
export const readElement: Read = (html: HtmlElement, flow, marks) => {
  if (html.namespaceURI !== htmlNamespace) return;
  (readers.get(html.tagName) ?? readInside)(html, flow, marks);
};

function each(names: readonly string[], read: Read): readonly (readonly [string, Read])[] {
  return names.map((name) => [name, read] as const);
}
