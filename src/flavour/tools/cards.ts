import type { Becomes } from '../flavour.ts';
import type { Line } from '../lines.ts';
import { isPictureAddress } from '../picture-address.ts';
import type { Tag } from '../tags.ts';
import { titleOf } from './mdx.ts';

/** A card: its picture, its title, linked where the card is, and what it says. */
export function card(tag: Tag, content: readonly Line[]): Becomes {
  const title = nameOf(tag) ?? '';
  const href = addressOf(tag);
  if (title === '') return { is: 'content' };
  if (content.length === 0) {
    const shown = href === null ? `<b>${title}</b>` : linked(title, href);
    return { is: 'lines', lines: [...pictureOf(tag, title), shown] };
  }
  const [picture] = pictureOf(tag, title);
  const part = { is: 'part', title: href === null ? title : linked(title, href) } as const;
  return picture === undefined ? part : { ...part, picture };
}

/** Where a card leads. */
export const addressOf = (tag: Tag): string | null => titleOf(tag, 'href', 'link', 'to', 'url', 'ref', 'relref');

/** What a card is called. */
export const nameOf = (tag: Tag): string | null =>
  titleOf(tag, 'title', 'label', 'text', 'name', 'heading', 'header', 'headline', 'caption');

/** A link of a line of its own, with a sentence about it. */
export function linkCard(tag: Tag): Becomes {
  const title = nameOf(tag) ?? titleOf(tag, 'href') ?? '';
  const href = addressOf(tag) ?? '';
  const description = titleOf(tag, 'description');
  const link = `[${title}](${href})${description === null ? '' : `: ${description}`}`;
  return { is: 'lines', lines: [...pictureOf(tag, title), link] };
}

/** The picture on a card, by its address on the web: a file that Intercom does not take must not keep out the page. */
function pictureOf(tag: Tag, title: string): readonly string[] {
  const src = titleOf(tag, 'img', 'image', 'imageUrl', 'cover', 'thumbnail');
  // A word is the name of an icon.
  return src === null || !(/^https?:/i.test(src) || isPictureAddress(src))
    ? []
    : [`<img src="${src}" alt="${title.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}">`, ''];
}

/** A title that leads to an address. */
export function linked(title: string, href: string): string {
  return `[${title}](${href})`;
}

/** A video or another frame by its address: a line that our dialect reads. */
export function embedded(address: string | null): Becomes {
  return { is: 'lines', lines: address === null ? [] : [address] };
}
