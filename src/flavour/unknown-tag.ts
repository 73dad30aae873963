import { callout, isCalloutType } from './callout-types.ts';
import type { Becomes } from './flavour.ts';
import type { Line } from './lines.ts';
import type { Tag } from './tags.ts';
import { addressOf, card, linkCard, linked, nameOf } from './tools/cards.ts';
import { imageOf } from './tools/mdx.ts';

/** What a tag that no table knows says of itself by what it is given: a picture, a film, a card; null where it says nothing. */
export function byItsAttributes(tag: Tag, content: readonly Line[], closes: boolean): Becomes | null {
  const title = nameOf(tag);
  const href = addressOf(tag);
  const film = filmOf(tag);
  if (!closes && isPicture(tag)) return { is: 'lines', lines: [imageOf(tag)] };
  if (!closes && film !== null) return { is: 'lines', lines: [film] };
  if (!closes && title !== null && href !== null) return linkCard(tag);
  if (!closes && isVideo(tag))
    return { is: 'lines', lines: [`<video src="${tag.attributes.get('src') ?? ''}"></video>`] };
  if (closes && title !== null && href !== null && /card|tile/i.test(tag.name)) return card(tag, content);
  if (content.length > 0 && callouts.test(tag.name)) return calloutOf(tag, title);
  if (content.length > 0 && title !== null && href !== null) return { is: 'part', title: linked(title, href) };
  return null;
}

/** Names of tags that a site has of its own for callouts: `csnote`, `info-box`. */
const callouts = /(?:note|callout|alert|admonition|notice|warning|infobox|info-box|tip-?box)$/i;

/** A callout: its kind stands first in the tag, or its name ends in it. */
function calloutOf(tag: Tag, title: string | null): Becomes {
  const ending = /(?:note|warning|info|tip)(?=-?(?:box)?$)/i.exec(tag.name)?.[0].toLowerCase();
  const kind = tag.attributes.get('type') ?? tag.values.find(isCalloutType) ?? ending ?? 'note';
  return callout(isCalloutType(kind) ? kind : 'note', title);
}

/** Whether all that a tag says is which picture it shows. */
function isPicture({ attributes }: Tag): boolean {
  return /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(attributes.get('src') ?? '');
}

/** Whether a tag shows a film in a file, as `<video>` does. */
function isVideo({ attributes }: Tag): boolean {
  return /^[^"<>]+\.(?:mp4|webm|mov)$/i.test(attributes.get('src') ?? '');
}

/** Where people have their films. */
const films =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|loom\.com|wistia\.(?:com|net)|wi\.st)\/\S+$/i;

/** The address of the film that a tag shows: `<Video url="https://youtu.be/…">`, or the number that YouTube gives it. */
function filmOf({ name, attributes }: Tag): string | null {
  const address = [...attributes.values()].find((value) => films.test(value));
  if (address !== undefined || !/you-?tube/i.test(name)) return address ?? null;
  const id = [...attributes].find(([key, value]) => /id$|^(?:v|video|src)$/i.test(key) && /^[\w-]{11}$/.test(value));
  return id === undefined ? null : `https://www.youtube.com/watch?v=${id[1]}`;
}
