import { asQuote, between, frame } from '../shapes.ts';
import type { Writes } from '../writes.ts';
import { mdxSpelling } from './mdx.ts';

const kinds = { blue: 'Note', green: 'Tip', gray: null, yellow: 'Warning', red: 'Danger' } as const;

/** Mintlify: components in MDX. */
export const mintlify: Writes = {
  spelling: mdxSpelling,
  callout: (color, title, body) => {
    const kind = kinds[color];
    if (kind === null) return asQuote(title, body);
    return between(`<${kind}${title === null ? '' : ` title="${title}"`}>`, body, `</${kind}>`);
  },
  section: (title, body) => between(`<Accordion title="${title}">`, body, '</Accordion>'),
  aligned: '',
  video: frame,
};
