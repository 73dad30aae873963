import * as z from 'zod';
import { behind } from './differences.ts';
import {
  count,
  gatheredProblem,
  looks,
  maybe,
  oneOf,
  part,
  problem,
  state,
  textOrNone,
  texts,
  workspace,
} from './parts.ts';
import { change, collectionChange, plan, redirectChange } from './plan.ts';

const requestId = textOrNone.describe('Id of the request, for Intercom; null where there was none.');

/** What `check` prints. */
export const checked = {
  ok: z.boolean().describe('There is no error.'),
  problems: z.array(gatheredProblem).describe('What was found, and what the baseline accepts.'),
  fixed: maybe(
    z.strictObject({
      changed: texts.describe('Files that were changed.'),
      left: z.record(z.string(), z.string()).describe('Files that were left alone, with the reason.'),
    }),
    'Only with --fix: what it did.',
  ),
  links: maybe(
    z.strictObject({
      looked: count.describe('How many addresses there are.'),
      dead: count.describe('How many of them are dead.'),
      unchecked: z
        .array(
          z.strictObject({
            url: z.string().describe('The address.'),
            reason: z.string().describe('Why nobody knows.'),
          }),
        )
        .describe('Addresses that may be dead or alive.'),
      failedOnce: z
        .array(
          z.strictObject({
            url: z.string().describe('The address.'),
            reason: z.string().describe('How it failed.'),
          }),
        )
        .describe('Addresses that failed for the first time: dead when they fail again on another day.'),
    }),
    'Only with --check-links: how the addresses on the web are.',
  ),
};

/** What `check --write-baseline` prints. */
export const baseline = {
  written: z.string().describe('The file.'),
  accepted: count.describe('How many problems it accepts.'),
};

const text = part(
  'TextStatus',
  'A text of an article: the original, or a translation that is up with it or behind.',
  z.strictObject({
    is: z.enum(['original', 'fresh', 'stale']).describe('How it stands.'),
    state: state.describe('Whether readers see it.'),
    behind: maybe(behind, 'Only of a stale one: how far it is behind.'),
  }),
);

/** What `status` prints. */
export const status = {
  locales: texts.describe('Languages, the first one is that of the sources.'),
  articles: z
    .array(
      z.strictObject({
        key: z.string().describe('Path of the original.'),
        title: z.string().describe('Its title.'),
        hasErrors: z.boolean().describe('An error keeps it from being published.'),
        texts: z.record(z.string(), text).describe('Its texts by language; a language without one is missing.'),
      }),
    )
    .describe('Articles, by key.'),
};

const outcome = part(
  'Outcome',
  'What became of a change.',
  z.union([
    z.strictObject({
      result: z.literal('done').describe('It took effect.'),
      change: change.describe('The change.'),
      id: z.string().describe('Id of the article.'),
      url: textOrNone.describe('Its public address; null for none.'),
    }),
    z.strictObject({
      result: z.literal('failed').describe('It did not.'),
      change: change.describe('The change.'),
      message: z.string().describe('Why.'),
      requestId,
    }),
  ]),
);

const redirect = redirectChange.describe('What was to become of it.');
const redirectOutcome = part(
  'RedirectOutcome',
  'What became of an old address.',
  z.union([
    z.strictObject({ result: z.literal('done').describe('It is as wanted.'), redirect }),
    z.strictObject({
      result: z.literal('left').describe('It was not begun: the next run does it.'),
      redirect,
      message: z.string().describe('Why.'),
    }),
    z.strictObject({
      result: z.literal('failed').describe('It could not be done.'),
      redirect,
      message: z.string().describe('Why.'),
      requestId,
    }),
  ]),
);

/** What `publish` prints. */
export const published = {
  plan: plan.describe('What was to be done.'),
  outcomes: z.array(outcome).describe('What became of each change.'),
  collections: z.array(collectionChange).describe('Changes of collections that were carried out.'),
  redirects: maybe(z.array(redirectOutcome), 'What became of old addresses; absent for none.'),
  notBegun: texts.describe('Articles that the run did not come to.'),
  stopped: textOrNone.describe('Why the run had to stop; null where it did not.'),
  failedCollections: z.record(z.string(), z.string()).describe('Collections that failed, with the reason.'),
  requests: z.record(z.string(), count).describe('Requests to Intercom, by method.'),
  seconds: z.number().describe('How long it took.'),
};

/** What `pull` prints. */
export const pulled = {
  workspace,
  isCheck: z.boolean().describe('Nothing was written: --check asked what would be.'),
  pulled: z
    .array(
      z.strictObject({
        path: z.string().describe('The file.'),
        key: z.string().describe("The article's key, or the collection's."),
        locale: z.string().describe('Language.'),
        id: z.string().describe('Id in Intercom.'),
        title: z.string().describe('Title, or name.'),
        result: z
          .enum(['merged', 'conflict', 'noted', 'created'])
          .describe('In the file; between conflict markers; there already; a new file.'),
        changed: z
          .array(
            oneOf(
              ['title', 'description', 'state', 'author', 'owner', 'collection'],
              ['fin', 'audiences', 'tags', 'body', 'name', 'translations'],
            ),
          )
          .describe('What was edited.'),
        conflicts: count.describe('Conflicts to settle.'),
        by: textOrNone.describe('Who edited it last, where that is known.'),
        at: count.nullable().describe('When, in Unix seconds.'),
        notes: texts.describe('What a person should know of it.'),
      }),
    )
    .describe('Files with edits made in Intercom.'),
  offers: z
    .array(
      z.strictObject({
        kind: z.enum(['article', 'locale', 'collection']).describe('What has no file.'),
        id: z.string().describe('Id in Intercom.'),
        locale: z.string().describe('Language.'),
        title: z.string().describe('Title, or name.'),
        state: state.describe('Whether readers see it.'),
        collection: textOrNone.describe('The collection that it is in; null for none.'),
        key: textOrNone.describe('The source that a new language belongs to; null for a new article.'),
      }),
    )
    .describe('What has no file yet, and gets one with --new.'),
  left: z
    .array(
      z.strictObject({
        key: z.string().describe('Path of the source, or the key of a collection.'),
        id: textOrNone.describe('Id in Intercom.'),
        why: oneOf(
          ['gone', 'pending-draft', 'file-gone', 'file-there', 'not-compiled', 'changed-on-disk'],
          ['place', 'front-matter'],
        ).describe('Why.'),
        by: textOrNone.describe('Who edited it, where that is known.'),
        at: count.nullable().describe('When, in Unix seconds.'),
        help: z.string().describe('How to go on.'),
      }),
    )
    .describe('What was looked at and left alone.'),
  images: texts.describe('Images that were downloaded.'),
  problems: z.array(problem).describe('What was found.'),
};

/** What `doctor` prints. */
export const looked = {
  ok: z.boolean().describe('Nothing keeps publishing from working.'),
  checks: looks.describe('What was looked at, in order.'),
};

const answers = z.record(z.string(), z.union([z.string(), z.number(), texts]));

/** What `probe` prints. */
export const probed = {
  workspace: z.string().describe('Id of the workspace.'),
  facts: z
    .strictObject({
      asked: z.string().describe('The day.'),
      apiVersion: z.string().describe('Version of the API that was asked.'),
      answers: answers.describe('Answers by question.'),
      rateLimit: maybe(count, 'Requests in ten seconds.'),
      locales: maybe(texts, 'Languages of its first help centre.'),
      doubted: maybe(answers, 'Earlier answers that a publish saw contradicted since.'),
    })
    .nullable()
    .describe('What is known of it now, as in the lockfile; null where nothing was asked.'),
  unknown: z.record(z.string(), z.string()).describe('Questions without an answer, with the reason.'),
  notAsked: z.record(z.string(), z.string()).describe('Questions that were not asked, with the reason.'),
  requests: count.describe('Requests that it took.'),
  remaining: z
    .array(
      z.strictObject({
        kind: z.enum(['article', 'collection', 'redirect']).describe('What it is.'),
        name: z.string().describe('Title, name or address.'),
        id: textOrNone.describe('Its id; null where Intercom did not say.'),
        why: z.string().describe('Why it is still there.'),
      }),
    )
    .describe('What could not be taken away again.'),
};
