import { callout, isCalloutType, isToldType } from './callout-types.ts';
import type { Becomes } from './flavour.ts';
import { attributesOf } from './jsx-text.ts';
import type { Line } from './lines.ts';
import { isPictureAddress } from './picture-address.ts';
import type { Tag } from './tags.ts';
import { addressOf, card, linkCard, linked, nameOf } from './tools/cards.ts';
import { imageOf, titleOf } from './tools/mdx.ts';

/** What a tag that no table knows says of itself by what it is given: a picture, a film, a card; null where it says nothing. */
export function byItsAttributes(tag: Tag, content: readonly Line[], closes: boolean): Becomes | null {
  if (content.length === 0 && /^anchor$/i.test(tag.name)) {
    const id = titleOf(tag, 'id', 'name');
    if (id !== null && /^[^\s"<>&]+$/.test(id)) return { is: 'lines', lines: [`<a id="${id}"></a>`] };
  }
  const title = nameOf(tag);
  const href = addressOf(tag);
  const film = filmOf(tag);
  const type = content.length > 0 ? calloutTypeOf(tag) : null;
  if (type !== null) return callout(type, titleOf(tag, 'title', 'heading', 'label'));
  if (!closes && isPicture(tag)) return { is: 'lines', lines: [imageOf(tag)] };
  if (!closes && film !== null) return { is: 'lines', lines: [film] };
  if (!closes && title !== null && href !== null) return linkCard(tag);
  if (!closes && isVideo(tag))
    return { is: 'lines', lines: [`<video src="${tag.attributes.get('src') ?? ''}"></video>`] };
  if (closes && title !== null && href !== null && /card|tile/i.test(tag.name)) return card(tag, content);
  if (content.length > 0 && title !== null && href !== null) return { is: 'part', title: linked(title, href) };
  return null;
}

/** Whether all that a tag says is which picture it shows. */
function isPicture({ attributes }: Tag): boolean {
  return isPictureAddress(attributes.get('src') ?? '');
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

const box = '(?:[-_]?(?:box|block|callout|alert|admonition|banner|message|panel))?$';
const typedBox = new RegExp(`^(?:callout|alert|admonition|aside|notice|(?:call|note)out)${box}`, 'i');
/** Names that a site has of its own: `csnote`, `info-box`. */
const ownBox = /(?:note|callout|alert|admonition|notice|warning|infobox|info-box|tip-?box)$/i;
const endingKind = /(?:note|warning|info|tip)(?=-?(?:box)?$)/i;
const namedBox = new RegExp(`^([a-z]+?)${box}`, 'i');

/** The type of callout that a tag is by its name: `<Warning>`, `<InfoBox>`, `<Alert type="info">`; null for one that is none. */
function calloutTypeOf(tag: Tag): string | null {
  const named = namedBox.exec(tag.name)?.[1]?.toLowerCase() ?? '';
  if (isToldType(named)) return named;
  if (!typedBox.test(tag.name) && !ownBox.test(tag.name)) return null;
  const given = titleOf(tag, 'type', 'variant', 'kind', 'severity', 'status', 'level', 'intent')?.toLowerCase();
  const ending = endingKind.exec(tag.name)?.[0].toLowerCase();
  return (
    [given, tag.values.find(isCalloutType), ending].find((one) => one !== undefined && isCalloutType(one)) ?? 'note'
  );
}

/** Attributes that only say how something looks. */
const looks = /^(?:class|className|style|color|colour|size|variant|weight|align|key|id)$/;

/** Whether all that a tag around words says is how they look: without it readers lose none of them. */
export function isOnlyLook({ name, written }: Tag): boolean {
  if (!written.startsWith('<')) return false;
  return (
    attributesOf(written.slice(name.length + 1, -1)).every((one) => looks.test(one.name)) && !written.includes('{...')
  );
}

/** The keys that a tag shows by its name: `<Key mod="cmd" k="o" />`; null for any other. */
export function keysOf({ name, attributes, kind }: Tag): string | null {
  if (kind === 'close' || !/^(?:key|keys|kbd|shortcut|hotkey|keycombo|keyboardshortcut)$/i.test(name)) return null;
  const keys = [...attributes]
    .filter(([key]) => !looks.test(key))
    .flatMap(([, value]) => value.split(/[\s+,]+/))
    .filter((key) => /^[^<>`]{1,20}$/.test(key));
  return keys.length === 0 ? null : `<kbd>${keys.join('+')}</kbd>`;
}
