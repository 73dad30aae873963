import * as z from 'zod';
import type { Flavour } from '../flavour/flavour.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';

/** Keys under which layouts find the video of a page. */
const named = /^(?:video|vid|youtube|yt)(?:[_-]?(?:id|url))?$/i;
/** What YouTube calls a video: a word of eleven small letters is none. */
const id = /^(?=[\w-]*[\dA-Z_-])[\w-]{11}$/;
const address = /^https?:\/\/(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com)\/[^\s"'<>]+$/i;

/**
 * Writes the video that a page has in its front matter, and that the site's own layout shows above the text, in the line
 * of its key, which the front matter leaves blank.
 *
 * @param yaml front matter in the tool's keys
 * @param body the text with its front matter blanked out
 * @returns the body with it; the same where there is none, or the text has it itself
 */
export function withVideo(yaml: LocatedYaml, { name }: Pick<Flavour, 'name'>, body: string): string {
  if (name !== 'jekyll' && name !== 'hugo') return body;
  for (const [key, value] of Object.entries(z.record(z.string(), z.unknown()).safeParse(yaml.value).data ?? {})) {
    if (!named.test(key) || typeof value !== 'string' || body.includes(value)) continue;
    const video = id.test(value) ? `https://www.youtube.com/watch?v=${value}` : address.test(value) ? value : null;
    const lines = body.split('\n');
    const at = yaml.placeOfKey([key]).line - 1;
    if (video !== null && lines[at] === '') return lines.with(at, video).join('\n');
  }
  return body;
}
