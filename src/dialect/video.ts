import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { attributeOf, isHtmlElement } from '../body/parse.ts';
import { isSendableFrame } from '../body/sendable.ts';
import type { BlockWriter, Construct, ElementRule, Shape } from './construct.ts';
import { attribute, classes, element, isElement, isSpace, text } from './element.ts';
import { loneAddress } from './link.ts';
import { lineOf } from './markdown-nodes.ts';
import { embeddedAs, isPlayerAddress, pageOf, videoAddress } from './video-address.ts';

/** Intercom's block for a video; attributes in the order in which Intercom writes them. */
function videoBlock(address: string): Element {
  return element('div', { className: ['intercom-h2b-video'] }, [
    element('iframe', {
      src: address,
      frameBorder: '0',
      webkitallowfullscreen: true,
      mozallowfullscreen: true,
      allowFullScreen: true,
    }),
  ]);
}

/**
 * The video that a paragraph consists of: one bare link to a page of the six hosts. A link with a text of its
 * own stays a link.
 */
export function videoAlone(paragraph: Element, shape: Shape): Element | null {
  const shown = paragraph.children.filter((child) => !isSpace(child));
  const [link] = shown;
  if (shown.length !== 1 || !isElement(link, 'a')) return null;
  // Written as Intercom writes links, it is meant to stay one.
  if (classes(link).includes('intercom-content-link')) return null;
  const href = attribute(link, 'href');
  const label = textOf(link).trim();
  if (href !== label && href.replace(/^https?:\/\//, '') !== label) return null;
  const address = embeddedAs(href);
  if (address === null) return null;
  shape.sees();
  return videoBlock(address);
}

/** `<iframe>`: a video of the six hosts, else a link to what it shows. */
const iframe: ElementRule = (node, shape) => {
  const source = attribute(node, 'src');
  const address = videoAddress(source) ?? embeddedAs(source);
  if (address !== null) {
    shape.sees();
    return [videoBlock(address)];
  }
  shape.report('video-unknown', { target: source }, node.position);
  return linkTo(source, node, shape);
};

/** `<video>` and the like: a link to the file. */
const media: ElementRule = (node, shape) => {
  const source = node.children.find((child) => isElement(child, 'source'));
  const address =
    attribute(node, 'src') || attribute(node, 'data') || (isElement(source) ? attribute(source, 'src') : '');
  shape.report('html-reduced', { element: node.tagName, kept: 'a link to the file is shown' }, node.position);
  // What `<object>` holds is text for those who cannot see it; what `<video>` holds is for browsers of long ago.
  const inside = node.tagName === 'object' ? shape.blocks(node.children) : [];
  return [...linkTo(address, node, shape), ...inside];
};

function linkTo(address: string, node: Element, shape: Shape): Element[] {
  if (address === '') return [];
  const absolute = address.startsWith('//') ? `https:${address}` : address;
  const link = element('a', { href: absolute }, [text(absolute)]);
  return shape.blocks([node.position === undefined ? link : { ...link, position: node.position }]);
}

/**
 * A video is the address of its page, if that leads to the very same player; else the address of the player, with all
 * that it says.
 */
const write: BlockWriter = ([block]) => {
  const [frame] = block.childNodes;
  const source = frame !== undefined && isHtmlElement(frame) ? (attributeOf(frame, 'src') ?? '') : '';
  const page = [pageOf(source), source].find((one) => one !== null && videoAddress(one) === source) ?? null;
  const address = page ?? (isPlayerAddress(source) ? source : null);
  const written = address === null ? null : loneAddress(address);
  return written === null ? { reason: 'a frame with an address of its own' } : [lineOf(written)];
};

/**
 * A video in Intercom's own container keeps its address, however that is spelled. With `data-kept` it may be any page
 * that Intercom has.
 */
const container: ElementRule = (node, shape) => {
  const [frame, ...others] = node.children.filter((child) => !isSpace(child));
  const source = isElement(frame, 'iframe') && others.length === 0 ? attribute(frame, 'src') : '';
  const address = embeddedAs(source);
  const isKept = address !== null || node.properties.dataKept !== undefined;
  if (!isKept || !isSendableFrame(source)) return shape.pieces(node.children);
  if (address === null) shape.report('stored-kept', { what: `the frame of "${source}"` }, node.position);
  shape.sees();
  return [videoBlock(source)];
};

export const videos: Construct = {
  name: 'video',
  toHtml: {
    elements: {
      'div.intercom-h2b-video': container,
      iframe,
      video: media,
      audio: media,
      embed: media,
      object: media,
    },
  },
  toMarkdown: { 'div.intercom-h2b-video': write },
};
