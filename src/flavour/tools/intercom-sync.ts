import type { Flavour } from '../flavour.ts';
import { directivesInDialect } from '../intercom-sync/in-dialect.ts';
import { withoutQuotes } from '../intercom-sync/quotes.ts';
import { addressOfReference, referenced } from '../intercom-sync/references.ts';
import { inTurn } from '../text-lines.ts';

/** The Markdown that Intercom's own connector writes and reads; see docs/reference/intercom-sync.md. */
export const intercomSync: Flavour = {
  name: 'intercom-sync',
  title: 'Intercom Sync',
  blocks: [],
  inline: [
    {
      sign: 'intercom:',
      pattern: referenced,
      write: ([, wide = '', bare = '', kind = '', id = '']) => {
        const url = wide || bare;
        return kind === 'article' && /^\d+$/.test(id) ? `](<${addressOfReference(id, url)}>)` : `](<${url}>)`;
      },
    },
  ],
  tags: [],
  comments: [],
  before: inTurn(withoutQuotes, directivesInDialect),
  modules: [],
  files: { endings: ['md'], index: [], never: [], title: 'heading' },
  keys: { title: ['title'], description: ['summary'], draft: [], published: ['published'], addresses: [] },
};
