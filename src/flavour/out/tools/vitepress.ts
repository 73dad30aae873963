import { emojiNames } from '../hazards.ts';
import { colonsAround } from '../rewrite.ts';
import { colonCallout, frame } from '../shapes.ts';
import type { Writes } from '../writes.ts';

const containers = colonCallout(
  { blue: 'info', green: 'tip', gray: null, yellow: 'warning', red: 'danger' },
  (kind, title) => (title === null ? ` ${kind}` : ` ${kind} ${title}`),
);

/** VitePress: containers between colons; what stands between double braces is Vue's. */
export const vitepress: Writes = {
  spelling: {
    hazards: [/\{(?=\{)/g, /(?<!\{)\{(?=\s*[.#A-Za-z])/g, emojiNames, /^\[(?=\[toc\]\])/gi, /^<(?=<<)/g],
    plain: (sign) => (sign === '{' ? '<span v-pre>{</span>' : null),
    lineBreak: '\\',
  },
  // GitHub's alerts are VitePress's too, and say gray.
  callout: (color, title, body) => (color === 'gray' ? null : containers(color, title, body)),
  section: (title, body) => {
    const colons = colonsAround(body);
    return [`${colons} details ${title}`, '', ...body, '', colons];
  },
  aligned: '',
  video: frame,
};
