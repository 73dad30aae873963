import { abbreviationLine, definitionLine } from '../hazards.ts';
import { asQuote, frame, linkWith } from '../shapes.ts';
import type { Writes } from '../writes.ts';

const kinds = { blue: 'note', green: 'tip', gray: 'important', yellow: 'warning', red: 'danger' } as const;

/** Jekyll: kramdown, with classes above blocks. */
export const jekyll: Writes = {
  spelling: {
    hazards: [definitionLine, abbreviationLine, /\{(?=[{%:])/g, /\$(?=\$)|(?<=\$)\$/g, /^\^(?=\s*$)/g],
    escapes: /[\\.*_+`<>()[\]{}#!:|"'$=\-~]/,
    lineBreak: '<br>',
    link: (address) => {
      const [, path, rest = ''] = /^\/([^#]*\.md)(#.*)?$/.exec(address) ?? [];
      return path === undefined ? address : `{% link ${decodeURI(path)} %}${rest}`;
    },
    // Liquid runs in code too.
    code: (text) => (/\{[{%]/.test(text) ? raw(text) : text),
  },
  callout: (color, title, body) => {
    if (body.some((line) => /^(?:```|~~~)/.test(line))) return null;
    return [`{: .${kinds[color]} }`, ...asQuote(title, body)];
  },
  details: ' markdown="1"',
  aligned: ' markdown="1"',
  button: linkWith('{: .btn }'),
  video: frame,
  headingId: (heading, id) => `${heading} {#${id}}`,
};

function raw(text: string): string {
  const [, ticks = ''] = /^(`+)[^`]/.exec(text) ?? [];
  const inside = text.slice(ticks.length, text.length - ticks.length);
  return `${ticks}{% raw %}${inside}{% endraw %}${ticks}`;
}
