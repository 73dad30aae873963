import * as z from 'zod';
import { count, maybe, oneOf, part, problem, textOrNone, texts } from './parts.ts';

export const changeKind = part(
  'ChangeKind',
  'What a change does to an article.',
  z.enum(['create', 'adopt', 'update', 'move', 'unpublish', 'delete', 'recreate', 'record', 'forget']),
);

const reason = part(
  'Reason',
  'Why an article changes.',
  oneOf(
    ['new', 'title', 'description', 'body', 'source', 'state', 'translation-stale', 'author', 'owner'],
    ['fin', 'audiences', 'tags', 'collection', 'locale-added', 'locale-removed', 'path', 'file-gone'],
    ['gone-in-intercom', 'same-in-intercom', 'named-by-id', 'overwrite', 'staged', 'unstaged', 'schedule'],
  ),
);

export const heldWhy = part(
  'HeldWhy',
  'Why something is held back.',
  oneOf(
    ['drift', 'conflict', 'pending-draft', 'undisplayed', 'staged-otherwise', 'gone', 'guard', 'ambiguous'],
    ['double', 'not-promoted', 'other-type', 'no-state'],
  ),
);

const step = part(
  'LocaleStep',
  'What a change does to one language of an article.',
  z.strictObject({
    do: z
      .enum(['write', 'stage', 'withdraw', 'record', 'forget'])
      .describe("Send it, send it out of readers' sight, unpublish it, note that both sides agree, or drop its entry."),
    desired: textOrNone.describe('Fingerprint of what the source compiles to; null when it is gone.'),
    remote: textOrNone.describe('Fingerprint of what Intercom has; null for nothing, or not asked.'),
  }),
);

const time = z.int().nullable();

export const change = part(
  'Change',
  'What one article needs.',
  z.strictObject({
    kind: changeKind.describe('What is done.'),
    key: z.string().describe('Path of its source in the content folder.'),
    from: maybe(z.string(), 'The path that it had: of a move.'),
    id: textOrNone.describe('Its id in Intercom; null: there is no article yet.'),
    type: maybe(z.enum(['internal', 'snippet']), 'Absent for an article of a help centre.'),
    title: z.string().describe('Its title.'),
    reasons: z.array(reason).describe('Why.'),
    locales: z.record(z.string(), step).describe('The languages that it is about.'),
    schedule: maybe(
      z.strictObject({
        publishAt: maybe(time, 'When it goes live, in Unix seconds; null: no longer by itself.'),
        unpublishAt: maybe(time, 'When readers no longer have it, in Unix seconds; null: no longer by itself.'),
      }),
      'What becomes of its times; absent where they stay.',
    ),
  }),
);

export const collectionChange = part(
  'CollectionChange',
  'What a collection needs.',
  z.strictObject({
    kind: z.enum(['create', 'adopt', 'update', 'recreate', 'record']).describe('What is done.'),
    key: z.string().describe('Its names from the top, as in "Billing > Invoices".'),
    id: textOrNone.describe('Its id in Intercom; null: there is none yet.'),
    reasons: z
      .array(
        oneOf(
          ['new', 'name', 'description', 'translations', 'place'],
          ['gone-in-intercom', 'same-in-intercom', 'overwrite'],
        ),
      )
      .describe('Why.'),
    leaves: maybe(texts, 'What of it was edited in Intercom and stays as it is there.'),
    takes: maybe(texts, 'Descriptions that go from Intercom.'),
  }),
);

export const redirectChange = part(
  'RedirectChange',
  'What becomes of an old address.',
  z.strictObject({
    kind: z.enum(['create', 'replace', 'remove', 'record', 'forget']).describe('What is done.'),
    key: z.string().describe('Its name in the lockfile.'),
    address: z.string().describe('Path and query below the address of its help centre.'),
    id: textOrNone.describe('Id of the redirect that is there; null for none.'),
    locale: z.string().describe('Language of the text that it leads to.'),
    to: z
      .union([
        z.strictObject({ article: z.string().describe('Path of the source that it leads to.') }),
        z.strictObject({ collection: z.string().describe('The collection that it leads to.') }),
      ])
      .nullable()
      .describe('What it leads to; null: it goes.'),
  }),
);

export const held = part(
  'Held',
  'A change that is not carried out, and how to go on.',
  z.strictObject({
    key: z.string().describe('Path of the source, or the key of a collection.'),
    id: textOrNone.describe('Id in Intercom; null: there is none yet.'),
    title: z.string().describe('Title of the article, or name of the collection.'),
    why: heldWhy.describe('Why.'),
    by: textOrNone.describe('Who edited it in Intercom, where that is known.'),
    at: time.describe('When, in Unix seconds.'),
    locales: maybe(texts, 'Languages that it is about; absent for all of it.'),
    help: z.string().describe('How to go on.'),
    fields: maybe(texts, 'Only of a collection: what of it is held.'),
    on: maybe(
      z.strictObject({
        target: z.string().describe('Name of the other target.'),
        is: z.enum(['absent', 'other', 'present']).describe('How that target has it.'),
      }),
      'Only of "not-promoted": how the other target has it.',
    ),
  }),
);

export const plan = part(
  'Plan',
  'All that publish would do.',
  z.strictObject({
    formatVersion: z.literal(1).describe('Version of the format.'),
    workspace: textOrNone.describe('Id of the workspace; null for a plan that was made offline.'),
    target: maybe(z.string(), 'Name of the target that it is for, where the configuration has some.'),
    promotes: maybe(z.string(), 'Name of the target whose articles alone are published.'),
    helpCentre: textOrNone.describe('Id of the help centre of helpcentre.yml; null where none was asked.'),
    collections: z.array(collectionChange).describe('What collections need.'),
    changes: z.array(change).describe('What articles need, sorted by key.'),
    redirects: maybe(z.array(redirectChange), 'What becomes of old addresses; absent for nothing.'),
    held: z.array(held).describe('What is held back.'),
    unchanged: count.describe('How many articles need nothing.'),
    notCompiled: texts.describe('Articles with an error in their source: left as they are.'),
    leftOut: texts.describe('Articles with an error that only the workspace shows: left as they are.'),
    unlinked: maybe(texts, 'Articles that links lead to and that Intercom does not have: such a link is its text.'),
    elsewhere: maybe(count, 'How many more changes there are, where only a part was asked for.'),
    mode: maybe(z.enum(['stage', 'release']), 'Whether it stages, or releases what is staged; absent: it publishes.'),
    problems: z.array(problem).describe('What was found.'),
    digest: z.string().describe('Fingerprint of the plan: two plans with one digest do the same.'),
  }),
);
