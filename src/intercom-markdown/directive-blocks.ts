import type { Element, ElementContent } from 'hast';
import { carrierAttribute, undisplayedWords } from '../body/carried.ts';
import { calloutColours } from '../model/callout-kinds.ts';
import { attachmentAttribute } from './carried.ts';
import type { Directive } from './directives.ts';
import { playerAddress } from './players.ts';
import { container, element, linkTo, paragraph, text } from './stored-blocks.ts';

/**
 * The blocks that Intercom makes of a directive.
 *
 * @param content reads what is in it; what cannot hold any is not read
 */
export function directiveBlocks(
  { name, attributes }: Directive,
  content: () => readonly ElementContent[],
): ElementContent[] {
  const value = (key: string): string => attributes.get(key)?.trim() ?? '';
  switch (name) {
    case 'callout':
      return [callout(value('backgroundColor'), value('borderColor'), content())];
    case 'collapsible':
      return [section(value('title'), content())];
    case 'button':
      return [button(value('href'), value('label'), value('align'))];
    case 'video':
      return video(value('provider'), value('id'), value('text'));
    case 'attachment':
      return [attachment(attributes, value('href'), value('name'))];
    case 'intercom-block':
      return value('data') === '' ? [] : [carrier(value('data'))];
    default:
      return [...content()];
  }
}

/** The paragraph that stands for a block that HTML does not show, with the data of its carrier. */
export function carrier(data: string): Element {
  return paragraph([element('b', {}, [text(undisplayedWords)])], { [carrierAttribute]: data });
}

/** Without colours it is the plain one, which is grey. */
function callout(background: string, border: string, content: readonly ElementContent[]): Element {
  const [grey, greyBorder] = calloutColours.gray;
  const style = `background-color: ${background || grey}; border-color: ${border || greyBorder};`;
  const inside = content.length === 0 ? [paragraph([])] : content;
  return element('div', { className: ['intercom-interblocks-callout'], style }, inside);
}

function section(title: string, content: readonly ElementContent[]): Element {
  return element('details', {}, [
    element('summary', {}, [element('h2', {}, title === '' ? [] : [text(title)])]),
    element('div', { className: ['collapsible-section-content'] }, content),
  ]);
}

function button(href: string, label: string, align: string): Element {
  const link = linkTo(href, [text(label)]);
  const { href: address, target } = link.properties;
  return container([element('a', { className: ['intercom-h2b-button'], target, href: address }, link.children)], align);
}

function video(provider: string, id: string, shown: string): ElementContent[] {
  const address = playerAddress(provider, id);
  const below = shown === '' ? [] : [paragraph([text(shown)])];
  if (address === null) return below;
  const flags = { webkitallowfullscreen: true, mozallowfullscreen: true, allowFullScreen: true };
  const frame = element('iframe', { src: address, frameBorder: '0', ...flags });
  return [element('div', { className: ['intercom-h2b-video'] }, [frame]), ...below];
}

function attachment(attributes: ReadonlyMap<string, string>, href: string, name: string): Element {
  const written = [...attributes].map(([key, value]) => ` ${key}="${value.replace(/["\\]/g, '\\$&')}"`).join('');
  return paragraph([linkTo(href, [text(name)], { [attachmentAttribute]: written })]);
}
