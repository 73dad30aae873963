import { TooComplex } from '../../model/too-complex.ts';
import { attributeOf, classesOf, type HtmlElement } from '../parse.ts';
import { plainTextOf } from '../plain-text.ts';
import { withoutVariableMarks } from '../variable-mark.ts';
import { trimEnd, trimStart } from '../white-space.ts';
import { alignmentAttribute, attributesOf, hrefOf } from './attributes.ts';
import { type Flow, type Read, walk } from './flow.ts';
import { boldMark, italicMark, type Lifted, type Mark } from './lines.ts';
import { type CanonicalNode, element } from './node.ts';

/** Every line of a paragraph repeats the marks around it, so their number is limited. Real bodies have up to 4. */
const mostMarks = 12;

/** Line break. */
export const readBreak: Read = (_element, flow) => {
  flow.lines.push([]);
};

/** Reads an element that is nothing itself: what is in it belongs to what is around it. */
export const readInside: Read = (html, flow, marks) => walk(html.childNodes, flow, marks);

/** Bold. */
export const readBold: Read = (html, flow, marks) => walk(html.childNodes, flow, withMark(marks, boldMark));
/** Italic. */
export const readItalic: Read = (html, flow, marks) => walk(html.childNodes, flow, withMark(marks, italicMark));

/** Code within text, and other marks that Intercom does not keep today but a reader would see. */
export const readMark: Read = (html, flow, marks) => {
  const isCodeBlock = flow.kind === 'code' && html.tagName === 'code';
  const attributes = html.tagName === 'code' ? '' : attributesOf(html);
  const mark: Mark = { name: html.tagName, attributes, rank: 0 };
  walk(html.childNodes, flow, isCodeBlock ? marks : withMark(marks, mark));
};

/** Link, or button. A link inside a link cannot be: the inner one is text. */
export const readLink: Read = (html, flow, marks) => {
  const { dropsLink, link } = flow.context.choices;
  const href = hrefOf(html);
  const isButton = classesOf(html).includes('intercom-h2b-button');
  const isDropped = dropsLink?.(href) === true;
  if (isDropped && isButton) return readLabel(html, flow);
  if (isDropped || marks.some((mark) => mark.name === 'a')) return walk(html.childNodes, flow, marks);
  const shown = href === null || link === undefined ? html : withAttribute(html, 'href', link(href));
  if (isButton) return readButton(shown, flow);
  walk(html.childNodes, flow, [...marks, { name: 'a', attributes: attributesOf(shown), rank: 0 }]);
};

/** Image: always a block of its own, in a container that carries its alignment. */
export const readImage: Read = (html, flow, marks) => {
  const { image, dropsImage } = flow.context.choices;
  const source = attributeOf(html, 'src') ?? '';
  if (dropsImage?.(source) === true) return putText(attributeOf(html, 'alt') ?? '', flow);
  const shown = element('img', attributesOf(image === undefined ? html : withAttribute(html, 'src', image(source))));
  const link = marks.find((mark) => mark.name === 'a');
  lift(flow, 'intercom-container', [link === undefined ? shown : element('a', link.attributes, [shown])]);
};

/** Video: always a block of its own. */
export const readVideo: Read = (html, flow) => {
  // The pages of a help centre are of https, and browsers show nothing else in them.
  const source = (attributeOf(html, 'src') ?? '').replace(/^(?:http:)?\/\//i, 'https://');
  if (flow.context.choices.dropsFrame?.(source) === true) return;
  lift(flow, 'intercom-h2b-video', [element('iframe', attributesOf(withAttribute(html, 'src', source)))]);
};

/** Button: always a block of its own, with text and nothing else. */
function readButton(html: HtmlElement, flow: Flow): void {
  // What nobody sees may have kept spaces apart, or from an end.
  const seen = plainTextOf(html.childNodes)
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/ +/g, ' ');
  const text = withoutVariableMarks(trimStart(trimEnd(seen)));
  lift(flow, 'intercom-container', [element('a', attributesOf(html), text === '' ? [] : [text])]);
}

/** What is left of a button whose link is dropped: Intercom keeps its text as a paragraph, and not how it was aligned. */
function readLabel(html: HtmlElement, flow: Flow): void {
  putText(plainTextOf(html.childNodes), flow);
}

/** A paragraph of its own in the line that is open; nothing without a text. */
function putText(text: string, flow: Flow): void {
  const line = trimStart(trimEnd(text.replace(/[\n\r\t ]+/g, ' ')));
  if (line !== '') flow.lines.at(-1)?.push({ block: element('p', '', [line]) });
}

/** Puts a block into the line that is open: it takes its place there when the line ends. */
function lift(flow: Flow, className: string, children: readonly CanonicalNode[]): void {
  const alignment = flow.paragraph?.alignment ?? flow.alignment;
  const lifted: Lifted = { block: element('div', alignmentAttribute(alignment, className), children) };
  flow.lines.at(-1)?.push(lifted);
}

/** Each mark once, and not too many. */
function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  if (marks.includes(mark)) return marks;
  if (marks.length === mostMarks) throw new TooComplex(1, 'marks inside each other');
  return [...marks, mark];
}

function withAttribute(html: HtmlElement, name: string, value: string): HtmlElement {
  return { ...html, attrs: html.attrs.map((one) => (one.name === name ? { ...one, value } : one)) };
}
