import { abbreviationLine, definitionLine, emojiNames, marks } from '../hazards.ts';
import { frame, imageWith, indented, linkWith } from '../shapes.ts';
import type { Writes } from '../writes.ts';

const kinds = { blue: 'note', green: 'tip', gray: 'quote', yellow: 'warning', red: 'danger' } as const;

/** MkDocs: admonitions and lists by indentation, attributes behind links and images. */
export const mkdocs: Writes = {
  spelling: {
    hazards: [
      ...[marks, emojiNames, definitionLine, abbreviationLine],
      ...[/\{/g, /\+(?=\+)/g, /\^/g, /~/g],
      // What begins a block of MkDocs; a heading needs no blank behind its signs there.
      /^(?:!(?=!!)|\?(?=\?\?)|\/(?=\/\/)|-(?=-+8<)|\[(?=TOC\])|#(?=#*[^#\s]))/g,
    ],
    escapes: /[\\`*_{}[\]()>#+\-.!]/,
    // Nothing but two blanks ends a line there, and `<br>`, which shows.
    lineBreak: '<br>',
  },
  callout: (color, title, body) => {
    const name = title !== null ? ` "${title}"` : color === 'gray' ? ' ""' : '';
    return [`!!! ${kinds[color]}${name}`, '', ...indented(body)];
  },
  section: (title, body) => [`??? note "${title}"`, '', ...indented(body)],
  details: ' markdown',
  aligned: ' markdown',
  button: linkWith('{ .md-button }'),
  image: imageWith((width) => `{ width=${width} }`),
  video: frame,
  headingId: (heading, id) => `${heading} { #${id} }`,
  listIndent: 4,
};
