import * as z from 'zod';
import { pageAddress } from '../model/documentation.ts';
import { count, part, state, textOrNone, workspace } from './parts.ts';

const place = part(
  'AuditPlace',
  'What a finding of an audit is about.',
  z.strictObject({
    kind: z.enum(['article', 'collection', 'help-centre']).describe('What it is.'),
    id: z.string().describe('Its id in Intercom.'),
    title: z.string().describe('Title or name.'),
    locale: textOrNone.describe('Language of the text; null where all are meant.'),
    state: state.nullable().describe('Whether the text is published; null of what is no article.'),
    url: textOrNone.describe('Its address in the help centre; null where readers do not have it.'),
    app: textOrNone.describe('Where a teammate edits it; null where there is no page for it alone.'),
    file: textOrNone.describe(
      'The file that it is published from, for translations that of the original; null for none.',
    ),
  }),
);

const rank = z
  .enum(['readers', 'missed', 'team'])
  .describe('Who meets it: readers on a page; readers who look for something; only the team.');

/** What `audit` prints. */
export const audited = {
  workspace,
  at: count.describe('When Intercom was read, in Unix seconds.'),
  counts: z
    .strictObject({
      articles: count.describe('Articles.'),
      published: count.describe('Those that are published in some language.'),
      texts: count.describe('Texts: each language of an article is one.'),
      collections: count.describe('Collections.'),
      helpCentres: count.describe('Help centres.'),
    })
    .describe('What was looked at.'),
  kinds: z
    .array(
      z.strictObject({
        code: z
          .string()
          .describe(`Its code, explained at ${pageAddress('reference/audit')}. Codes never change their meaning.`),
        title: z.string().describe('A heading.'),
        why: z.string().describe('Why readers care.'),
        help: z.string().describe('What to do about most of them.'),
      }),
    )
    .describe('Kinds of findings that there are.'),
  findings: z
    .array(
      z.strictObject({
        code: z.string().describe('Code of its kind.'),
        rank,
        message: z.string().describe('What was found: one sentence.'),
        help: z.string().describe('What to do about it.'),
        places: z.array(place).describe('Where it is, first the one that is to be mended.'),
      }),
    )
    .describe('What was found, the worst first.'),
  notes: z.array(z.string()).describe('What could not be looked at, in sentences.'),
  html: textOrNone.describe('The page that --html wrote; null without it.'),
};
