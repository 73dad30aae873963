import type { Resources } from '../resources.ts';
import type { Tag } from '../tags.ts';
import { titleOf } from './mdx.ts';

const isPicture = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Tags that show a picture with nothing below it. */
const bare = ['avatar'];

/** The picture, or the link to the file, that a tag shows by the name that the page's front matter gives it; null for none. */
export function resourceLines(tag: Tag, resources: Resources): readonly string[] | null {
  const name = titleOf(tag, 'name', 'src') ?? tag.values[0];
  const found = name === undefined ? undefined : resources.get(name);
  if (found === undefined) return null;
  const title = titleOf(tag, 'alt', 'caption', 'title') ?? found.title ?? '';
  const plain = title.replace(/[[\]\\]/g, '\\$&');
  if (!isPicture.test(found.src)) {
    const link = `[${plain || found.src}](<${found.src}>)`;
    return [found.credits === undefined ? link : `${link} (${found.credits})`];
  }
  const picture = `![${plain}](<${found.src}>)`;
  const about = [title, found.credits === undefined ? '' : `(${found.credits})`].filter((one) => one !== '').join(' ');
  return bare.includes(tag.name) || about === '' ? [picture] : [picture, '', `*${about}*`];
}
