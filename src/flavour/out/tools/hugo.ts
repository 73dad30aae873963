import { definitionLine, emojiNames } from '../hazards.ts';
import { frame } from '../shapes.ts';
import type { Writes } from '../writes.ts';

/** Hugo: its own shortcodes alone, for those of a theme fail where it has them not. */
export const hugo: Writes = {
  spelling: {
    hazards: [/\{(?=\s*[.#A-Za-z{%])/g, emojiNames, definitionLine, /^<(?=-)/g],
    lineBreak: '\\',
    // Hugo runs shortcodes in code too.
    code: (text) => text.replace(/\{\{([<%])((?:(?!\{\{)[\s\S])*?)\1?([>%])\}\}/g, '{{$1/*$2*/$3}}'),
    link: (address) => (/\.md(?:#|$)/.test(address) ? `{{< relref "${decodeURI(address)}" >}}` : address),
  },
  callout: () => null,
  section: (title, body) => [`{{< details summary="${title}" >}}`, ...body, '{{< /details >}}'],
  aligned: '',
  image: ({ src, alt, width }) =>
    width === null || /["&<>{}\\]/.test(src + alt) ? null : `{{< figure src="${src}" alt="${alt}" width="${width}" >}}`,
  video: (address, player) => {
    const id = /^https:\/\/(?:www\.youtube\.com\/watch\?v=|youtu\.be\/)([\w-]+)$/.exec(address)?.[1];
    return id === undefined ? frame(address, player) : `{{< youtube ${id} >}}`;
  },
};
