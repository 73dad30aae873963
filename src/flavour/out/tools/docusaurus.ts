import { emojiNames } from '../hazards.ts';
import { colonCallout, frame } from '../shapes.ts';
import type { Writes } from '../writes.ts';
import { mdxSpelling } from './mdx.ts';

/** Docusaurus: admonitions between colons, MDX in every file. */
export const docusaurus: Writes = {
  spelling: { ...mdxSpelling, hazards: [...mdxSpelling.hazards, emojiNames] },
  callout: colonCallout(
    { blue: 'note', green: 'tip', gray: 'important', yellow: 'warning', red: 'danger' },
    (kind, title) => (title === null ? kind : `${kind}[${title}]`),
  ),
  aligned: '',
  video: frame,
  button: (text, href) =>
    /[\\<>{}&"]/.test(text + href) ? null : `<a className="button button--primary" href="${href}">${text}</a>`,
};
