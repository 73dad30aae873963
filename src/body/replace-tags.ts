import { type Tag, tagsOf } from './tags.ts';

/**
 * Replaces tags of HTML in the stable serialisation. An `a` that is taken away goes with its end, and its content stays.
 *
 * @param replace the text for a tag, `''` to take it away; null leaves the tag as it is
 */
export function replaceTags(html: string, replace: (tag: Tag) => string | null): string {
  const parts: string[] = [];
  let copied = 0;
  let dropsEnd = false;
  for (const tag of tagsOf(html)) {
    const isEnd = dropsEnd && tag.name === 'a' && tag.closes;
    const text = isEnd ? '' : replace(tag);
    if (text === null) continue;
    if (isEnd) dropsEnd = false;
    else if (text === '' && tag.name === 'a') dropsEnd = true;
    parts.push(html.slice(copied, tag.start), text);
    copied = tag.start + tag.text.length;
  }
  return parts.join('') + html.slice(copied);
}
