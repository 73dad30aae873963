import { callout, isCalloutType } from '../callout-types.ts';
import type { Becomes, TagRule, Tags } from '../flavour.ts';
import { icon, iconOf } from '../icons.ts';
import type { Tag } from '../tags.ts';
import { linked } from './cards.ts';
import { titleOf, unwrap } from './mdx.ts';
import { picture } from './picture.ts';

/** What stands in a tag behind its name, as written. */
export const insideOf = (tag: Tag): string => tag.written.replace(/^\{%-?\s*\w+\s*/, '').replace(/\s*-?%\}$/, '');

/** The last part of a file's name, without its ending. */
const bareName = (file: string): string =>
  file
    .replace(/\.\w+$/, '')
    .split('/')
    .at(-1) ?? '';

/** Files of a theme that are a picture, a film or a callout, by their names; what others hold is in them. */
export const include: TagRule = (tag) => {
  const file = tag.values[0] ?? '';
  const name = bareName(file);
  if (/\.svg$/i.test(file)) return { is: 'lines', lines: [icon] };
  if (/(?:figure|image|img|picture|screenshot)/i.test(name)) return picture(tag);
  const content = titleOf(tag, 'content', 'text');
  if (content !== null && (isCalloutType(name) || name === 'callout')) return filled(name, content);
  if (!/(?:youtube|video)/i.test(name)) return null;
  const id = titleOf(tag, 'id', 'vid', 'video_id', 'youtubeId', 'youtube_id', 'video', 'url');
  return id === null ? null : film(id);
};

function filled(name: string, content: string): Becomes | null {
  const becomes = callout(name === 'callout' ? 'info' : name, null);
  if (becomes.is !== 'callout') return null;
  return { is: 'lines', lines: [`:::callout{color=${becomes.color}}`, content, ':::'] };
}

const film = (id: string): Becomes => ({
  is: 'lines',
  lines: [/^https?:/.test(id) ? id : `https://www.youtube.com/watch?v=${id}`],
});

/** A callout of a plug-in: what kind it is says its name, or its first word. */
const admonition: TagRule = (tag, content) => {
  if (content.length === 0) return null;
  const kind = titleOf(tag, 'type', 'style', 'kind') ?? tag.values.find(isCalloutType) ?? tag.name;
  return callout(isCalloutType(kind) ? kind : 'note', titleOf(tag, 'title'));
};

const kinds = ['note', 'info', 'tip', 'hint', 'warning', 'caution', 'danger', 'important', 'success', 'error'];

/** Words behind the address of a picture, where they are no settings. */
function wordsBehind(tag: Tag, src: string): string {
  const inside = insideOf(tag);
  const rest = inside.slice(inside.indexOf(src) + src.length).replace(/^["']/, '');
  const alt = /--alt\s+(.+?)(?:\s+--|$)/.exec(rest)?.[1];
  if (alt !== undefined) return alt.trim();
  return /[=|:{}]|--|^\s*\d/.test(rest) ? '' : rest.trim().replace(/^(["'])(.*)\1$/, '$2');
}

/** A picture that a plug-in shows: `{% image path/to.png What it shows %}`. */
const shown: TagRule = (tag) => {
  const named = [...tag.attributes].find(([key, value]) => /^(?:path|src|url)$/.test(key) && value !== '')?.[1];
  const src = named ?? tag.values.find((one) => /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(one));
  if (src === undefined) return null;
  const words = titleOf(tag, 'alt', 'caption', 'title') ?? wordsBehind(tag, src);
  // The plug-in knows the folder, in front of a slash too.
  const image = `<img src="${src.replace(/^\//, '')}" alt="${words.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}">`;
  const isCaption = words !== '' && (tag.name === 'image' || tag.name === 'figure') && titleOf(tag, 'alt') === null;
  return { is: 'lines', lines: isCaption ? [image, '', `<i>${words}</i>`] : [image] };
};

const player: TagRule = (tag) => {
  const id = titleOf(tag, 'id') ?? tag.values[0] ?? '';
  if (id === '') return null;
  return tag.name === 'vimeo' && !/^https?:/.test(id) ? film(`https://vimeo.com/${id}`) : film(id);
};

/** A fold whose title is all that stands in its tag. */
const fold: TagRule = (tag) => ({ is: 'section', title: insideOf(tag).replace(/^(["'])(.*)\1$/, '$2') || 'Details' });

/** One of several ways: the first word says of which, the others what it is called. */
const tab: TagRule = (tag) => ({ is: 'tab', title: tag.values.slice(1).join(' ') || (tag.values[0] ?? 'Tab') });

const gist: TagRule = ({ values: [of] }) => {
  const address = of === undefined ? null : `https://gist.github.com/${of}`;
  return address === null ? null : { is: 'lines', lines: [linked(address, address)] };
};

/** Tags of plug-ins that many sites have, or write themselves under the same names. */
export const pluginBlocks: Tags['blocks'] = {
  ...Object.fromEntries([...kinds, 'callout', 'alert', 'admonition', 'notice'].map((name) => [name, admonition])),
  ...Object.fromEntries(['image', 'img', 'figure', 'picture', 'responsive_image'].map((name) => [name, shown])),
  ...Object.fromEntries(['youtube', 'vimeo', 'video'].map((name) => [name, player])),
  details: fold,
  tabs: unwrap,
  tab,
  table: unwrap,
  gist,
};

/** Tags of plug-ins in a line of text. */
export const pluginInline: Tags['inline'] = { icon: iconOf, octicon: iconOf, fa: iconOf };
