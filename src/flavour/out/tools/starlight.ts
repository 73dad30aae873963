import { colonCallout, frame } from '../shapes.ts';
import type { Writes } from '../writes.ts';

/** Starlight: asides between colons, plain Markdown. */
export const starlight: Writes = {
  spelling: { hazards: [], readsHtml: true, lineBreak: '\\' },
  callout: colonCallout({ blue: 'note', green: 'tip', gray: null, yellow: 'caution', red: 'danger' }, (kind, title) =>
    title === null ? kind : `${kind}[${title}]`,
  ),
  aligned: '',
  video: frame,
};
