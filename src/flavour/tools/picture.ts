import type { Becomes, TagRule } from '../flavour.ts';
import type { Tag } from '../tags.ts';
import { titleOf } from './mdx.ts';

/** A tag that shows a picture, with a line about it below; null without one. */
export function picture(tag: Tag): Becomes | null {
  const src =
    titleOf(tag, 'src', 'url', 'path', 'image_path', 'file', 'image') ??
    tag.values.find((one) => /\.\w{3,4}$/.test(one) && !one.endsWith('.html'));
  if (src === undefined) return null;
  const alt = titleOf(tag, 'alt', 'title', 'caption', 'image-description', 'image-alt') ?? '';
  const caption = titleOf(tag, 'caption', 'image-caption');
  const width = /^\d+(?=px$|$)/.exec(titleOf(tag, 'width', 'image-width') ?? '')?.[0];
  const size = width === undefined ? '' : ` width="${width}"`;
  const image = `<img src="${src}" alt="${alt.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"${size}>`;
  const href = titleOf(tag, 'link');
  const shown = href === null ? image : `[${image}](<${href}>)`;
  return { is: 'lines', lines: caption === null ? [shown] : [shown, '', `<i>${caption}</i>`] };
}

/** Docsy's picture of a page: the start of its name, what is done with it, and to which size; a line about it in it. */
export const processed: TagRule = (tag, content) => {
  const [name, , spec = ''] = tag.values;
  if (name === undefined) return picture(tag);
  const width = /^\d+(?=x)/.exec(spec)?.[0];
  const caption = content
    .map(({ text }) => text.trim())
    .join(' ')
    .trim();
  const image = `<img src="${name}" alt=""${width === undefined ? '' : ` width="${width}"`}>`;
  return { is: 'lines', lines: caption === '' ? [image] : [image, '', `<i>${caption}</i>`] };
};
