import type { Element, ElementContent } from 'hast';
import { ATTRIBUTES, REMOVED, STAND_INS } from '../vocabulary.ts';
import { safeProperties } from './attributes.ts';
import { inPlaceOf, isBlock, paragraphsOf, textBelow, textNode } from './nodes.ts';
import type { Course, Spot } from './spot.ts';
import { rebuildDetails, rebuildList, rebuildTable } from './structure.ts';
import { keptFrame, safeAddress, safeVideo } from './url.ts';

/** Elements inside each other that are still read. */
const MAX_DEPTH = 128;

/** Cleans the nodes of a whole tree. */
export function cleanNodes(nodes: readonly ElementContent[], course: Omit<Course, 'clean'>): ElementContent[] {
  const whole: Course = { ...course, clean };
  return clean(nodes, { course: whole, depth: 0, inText: false, inLink: false, refusesTable: false });
}

function clean(nodes: readonly ElementContent[], spot: Spot): ElementContent[] {
  const deeper = { ...spot, depth: spot.depth + 1 };
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node];
    return node.type === 'element' ? cleanElement(node, deeper) : [];
  });
}

function cleanElement(node: Element, spot: Spot): readonly ElementContent[] {
  const { report } = spot.course;
  const tagName = node.tagName.toLowerCase();
  if (REMOVED.has(tagName)) {
    report({ kind: 'element-removed', node, name: tagName });
    return [];
  }
  if (spot.depth > MAX_DEPTH) {
    report({ kind: 'too-deep', node, name: tagName });
    return [textNode(textBelow(node))];
  }
  if (Object.hasOwn(ATTRIBUTES, tagName)) return keep(node, tagName, spot);
  return standIn(node, tagName, spot);
}

/** What the table of stand-ins has for an element that a body cannot hold. */
function standIn(node: Element, tagName: string, spot: Spot): readonly ElementContent[] {
  const { report } = spot.course;
  const instead = STAND_INS.get(tagName) ?? { as: 'content', isBlock: false, isLoss: true };
  switch (instead.as) {
    case 'element':
      if (instead.isLoss) report({ kind: 'element-replaced', node, name: tagName });
      return keep(node, instead.tagName, spot);
    case 'text':
      report({ kind: 'element-replaced', node, name: tagName });
      return [textNode(instead.before), ...clean(node.children, spot), textNode(instead.after)];
    case 'content': {
      if (instead.isLoss) report({ kind: 'element-unwrapped', node, name: tagName });
      safeProperties(node, '', report);
      return instead.isBlock ? contentOfBlock(node, spot) : clean(node.children, spot);
    }
  }
}

/** Content of a block that goes: it stays apart from what is beside it. */
function contentOfBlock(node: Element, spot: Spot): readonly ElementContent[] {
  const children = clean(node.children, spot);
  return spot.inText ? [lineBreak(node), ...children] : paragraphsOf(children, node);
}

/** Keeps an element, under this name, as far as it may stand here. */
function keep(node: Element, tagName: string, spot: Spot): readonly ElementContent[] {
  const { report } = spot.course;
  switch (tagName) {
    case 'a':
      return keepLink(node, spot);
    case 'img':
      return keepImage(node, spot);
    case 'iframe':
      return keepVideo(node, spot);
    case 'li':
    case 'tbody':
    case 'tr':
    case 'td':
    case 'summary':
      // Only reached outside the list, table or section that would have taken it along.
      return contentOfBlock(node, spot);
  }
  const made = inPlaceOf(node, tagName, safeProperties(node, tagName, report), []);
  if (spot.inText && isBlock(made)) {
    report({ kind: 'element-unwrapped', node, name: tagName });
    return tagName === 'hr' ? [lineBreak(node)] : contentOfBlock(node, spot);
  }
  return rebuild(node, made, spot);
}

/** Puts the content into a kept element, in the order in which a parser would leave it. */
function rebuild(node: Element, made: Element, spot: Spot): readonly ElementContent[] {
  switch (made.tagName) {
    case 'br':
    case 'hr':
      return [made];
    case 'ul':
    case 'ol':
      return rebuildList(node, made, spot);
    case 'table':
      return rebuildTable(node, made, spot);
    case 'details':
      return rebuildDetails(node, made, spot);
    case 'div':
      if (made.properties.className === undefined) return contentOfBlock(node, spot);
      return [{ ...made, children: clean(node.children, spot) }];
    default: {
      const inText = spot.inText || /^(?:p|h[1-4]|pre)$/.test(made.tagName);
      return [{ ...made, children: clean(node.children, { ...spot, inText }) }];
    }
  }
}

/** A link that may not lead where it leads, and one inside another, keeps its text. */
function keepLink(node: Element, spot: Spot): readonly ElementContent[] {
  const { report, made } = spot.course;
  const written = node.properties.href;
  const href = written === undefined || written === null ? null : safeAddress(String(written), 'link', made);
  const isUnsafe = href === null && written !== undefined && written !== null;
  if (isUnsafe) report({ kind: 'address-removed', node, name: String(written).slice(0, 200) });
  if (isUnsafe || spot.inLink) return clean(node.children, spot);
  const properties = safeProperties(node, 'a', report, href);
  return [inPlaceOf(node, 'a', properties, clean(node.children, { ...spot, inLink: true }))];
}

/** An image that may not be shown leaves its alternative text. */
function keepImage(node: Element, { course: { report, made } }: Spot): readonly ElementContent[] {
  const written = node.properties.src;
  const src = safeAddress(String(written ?? ''), 'image', made);
  const properties = safeProperties(node, 'img', report, src);
  if (src !== null && src !== '') return [inPlaceOf(node, 'img', properties, [])];
  report({ kind: 'address-removed', node, name: String(written ?? '').slice(0, 200) });
  return properties.alt === undefined ? [] : [textNode(String(properties.alt))];
}

/** A page that Intercom does not embed becomes a link to it. */
function keepVideo(node: Element, { course: { report }, inLink }: Spot): readonly ElementContent[] {
  const written = String(node.properties.src ?? '');
  const src = node.data?.kept === true ? keptFrame(written) : safeVideo(written);
  if (src !== null)
    return [
      inPlaceOf(
        node,
        'iframe',
        safeProperties(node, 'iframe', () => undefined, src),
        [],
      ),
    ];
  const href = safeAddress(written, 'link', new Set());
  if (href === null || href === '') {
    report({ kind: 'address-removed', node, name: written.slice(0, 200) });
    return [];
  }
  report({ kind: 'element-replaced', node, name: 'iframe' });
  return inLink ? [textNode(href)] : [inPlaceOf(node, 'a', { href }, [textNode(href)])];
}

function lineBreak(node: Element): Element {
  return inPlaceOf(node, 'br', {}, []);
}
