import { isKnownElement } from '../model/html-elements.ts';
import { createCodeLines, withoutCodeSpans } from '../text/code-lines.ts';
import type { Tags } from './flavour.ts';
import type { Line } from './lines.ts';
import { elementsNamed } from './tags.ts';

/** Elements of a page's head, and of frames: none of a text. */
const ofPages = /^(?:html|head|body|title|base|link|meta|frame|frameset|noframes)$/;

const closing = /<\/([a-z][\w-]*)\s*>/g;

/** Names beyond which a text has no elements of its own: it is refused, or made up. */
const mostNames = 200;

/**
 * Elements that HTML has not and that are closed: in MDX a site gives them a meaning, or browsers show what is in them.
 * What nothing closes, such as `<your-name>`, is a placeholder. Those of drawings are left out.
 */
export function ownElements(lines: readonly Line[]): Tags | null {
  const names = new Set<string>();
  const isCode = createCodeLines();
  let isDrawing = false;
  for (const { text } of lines) {
    if (isCode(text) || !text.includes('<')) continue;
    if (/<(?:svg|math)\b/.test(text)) isDrawing = true;
    if (!isDrawing && text.includes('</')) {
      for (const [, name = ''] of withoutCodeSpans(text).matchAll(closing))
        if (!isKnownElement(name) && !ofPages.test(name)) names.add(name);
    }
    if (/<\/(?:svg|math)>/.test(text)) isDrawing = false;
  }
  return names.size === 0 || names.size > mostNames ? null : { syntax: elementsNamed(names), blocks: {}, inline: {} };
}
