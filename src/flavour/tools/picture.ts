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

/** Hugo shows the title of a figure and whose it is below it, with its caption. */
export const figure: TagRule = (tag) => {
  const shown = picture(tag);
  if (shown?.is !== 'lines') return shown;
  const title = titleOf(tag, 'title');
  const attr = titleOf(tag, 'attr');
  const href = titleOf(tag, 'attrlink');
  const caption = titleOf(tag, 'caption');
  const whose = attr === null || href === null ? attr : `<a href="${href}">${attr}</a>`;
  const about = [caption, whose].filter((one) => one !== null).join(' ');
  const lines = [...(title === null ? [] : [`<b>${title}</b>`]), ...(about === '' ? [] : [`<i>${about}</i>`])];
  return { is: 'lines', lines: [shown.lines[0] ?? '', ...lines.flatMap((line) => ['', line])] };
};
