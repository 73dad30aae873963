import { divConstruct } from './callout.ts';
import { codeBlock } from './code.ts';
import { blocks, type Construct } from './context.ts';
import { detailsConstruct } from './details.ts';
import { headingConstruct } from './heading.ts';
import { imageConstruct } from './image.ts';
import { formatting, lineBreak, unwrappedInline } from './inline.ts';
import { linkConstruct } from './link.ts';
import { listConstruct, strayItem } from './list.ts';
import { element } from './node.ts';
import { paragraphConstruct } from './paragraph.ts';
import { tableConstruct } from './table.ts';
import { videoConstruct } from './video.ts';

/** A rule across the page. */
const rule: Construct = () => blocks(element('hr', {}, []));

/** Elements that go together with everything in them. */
const removed: Construct = () => [];

/** Unwrapped, and what is in it kept; white space between its blocks means nothing. */
const unwrapped: Construct = (node, walk) => blocks(...walk.blocks(node.children, 'dropped'));

/** What becomes of each element. Elements that are not named lose their tags and keep their content in the line. */
const constructs: Readonly<Record<string, Construct>> = {
  a: linkConstruct,
  address: divConstruct,
  article: divConstruct,
  aside: divConstruct,
  b: formatting('b'),
  blockquote: unwrapped,
  br: lineBreak,
  center: divConstruct,
  code: formatting('code'),
  details: detailsConstruct,
  div: divConstruct,
  em: formatting('i'),
  figcaption: divConstruct,
  figure: unwrapped,
  footer: divConstruct,
  form: removed,
  h1: headingConstruct,
  h2: headingConstruct,
  h3: headingConstruct,
  h4: headingConstruct,
  h5: headingConstruct,
  h6: headingConstruct,
  header: divConstruct,
  hr: rule,
  i: formatting('i'),
  iframe: videoConstruct,
  img: imageConstruct,
  input: removed,
  li: strayItem,
  main: divConstruct,
  nav: divConstruct,
  ol: listConstruct,
  p: paragraphConstruct,
  pre: codeBlock,
  script: removed,
  section: divConstruct,
  select: removed,
  strong: formatting('b'),
  style: removed,
  summary: unwrapped,
  table: tableConstruct,
  template: removed,
  textarea: removed,
  title: removed,
  ul: listConstruct,
};

/** Elements with a rule that are no part of a line. */
const blockTags = new Set(
  Object.keys(constructs).filter(
    (name) => !['a', 'b', 'br', 'code', 'em', 'i', 'iframe', 'img', 'strong'].includes(name),
  ),
);

/** Whether an element is part of a line of text in HTML, as everything is that has no rule of its own. */
export function isLineElement(tagName: string): boolean {
  return !blockTags.has(tagName);
}

/** Finds how an element is rewritten. */
export function constructFor(tagName: string): Construct {
  return (Object.hasOwn(constructs, tagName) ? constructs[tagName] : undefined) ?? unwrappedInline;
}
