import * as z from 'zod';
import { count, fieldDifference, maybe, part, problem, texts } from './parts.ts';
import { changeKind, collectionChange, heldWhy, plan } from './plan.ts';

const hunk = part(
  'Hunk',
  'Lines that changed, with some that did not around them.',
  z.strictObject({
    line: count.describe('Number of its first line: in the text after, or of a removed line in the text before.'),
    lines: z
      .array(
        z.strictObject({
          kind: z.enum(['same', 'changed', 'added', 'removed']).describe('In which of the texts it is.'),
          segments: z
            .array(
              z.strictObject({
                kind: z.enum(['same', 'added', 'removed']).describe('In which of the texts they are.'),
                text: z.string().describe('Words.'),
              }),
            )
            .describe('Its words, in order.'),
        }),
      )
      .describe('Its lines.'),
  }),
);

/** Fields of which some changed. */
function changed<const N extends string>(names: readonly N[]) {
  const shape = Object.fromEntries(names.map((name) => [name, maybe(fieldDifference, `Where its ${name} changes.`)]));
  return z.strictObject(shape as Readonly<Record<N, ReturnType<typeof maybe<typeof fieldDifference>>>>);
}

const article = part(
  'ArticleDifference',
  'What changes inside an article, or would if it were not held back.',
  z.strictObject({
    key: z.string().describe('Path of its source in the content folder.'),
    title: z.string().describe('Its title.'),
    change: maybe(changeKind, 'What the plan does with it; absent where it is held back.'),
    held: maybe(heldWhy, 'Why it is held back; absent where it is not.'),
    fields: changed(['path', 'collection', 'fin', 'audiences', 'tags']).describe('What changes of the whole article.'),
    locales: z
      .record(
        z.string(),
        z.strictObject({
          fields: changed(['title', 'description', 'state', 'author', 'owner']).describe(
            'What changes beside the text.',
          ),
          body: z.array(hunk).describe('What changes in the text, Markdown against Markdown.'),
          images: texts.describe('Images that look different by now.'),
          unseen: z.boolean().describe('Something changes that Markdown does not show.'),
        }),
      )
      .describe('Languages in which something changes.'),
  }),
);

const collection = part(
  'CollectionDifference',
  'What changes in a collection, or would if it were not held back.',
  z.strictObject({
    key: z.string().describe('Its names from the top.'),
    kind: maybe(collectionChange.shape.kind, 'What the plan does with it; absent where it is held back.'),
    held: maybe(heldWhy, 'Why it is held back; absent where it is not.'),
    fields: changed(['name', 'description', 'place']).describe('What changes in the first language, and its place.'),
    locales: z.record(z.string(), changed(['name', 'description'])).describe('What changes in other languages.'),
  }),
);

export const behind = part(
  'Behind',
  'How far a translation is behind its original.',
  z.strictObject({
    blocks: count.nullable().describe('Blocks that came, went or changed since; null: not known.'),
    commits: count.nullable().describe('Commits that changed the original since; null: not known.'),
  }),
);

const translation = part(
  'ToTranslate',
  'A translation that is behind, and what changed in its original since.',
  z.strictObject({
    key: z.string().describe('Path of the original.'),
    locale: z.string().describe('Language of the translation.'),
    path: z.string().describe('Path of the translation.'),
    behind: behind.describe('How far it is behind.'),
    fields: changed(['title', 'description']).describe('What changed beside the text.'),
    body: z.array(hunk).describe('What changed in the text; none where git does not have it any more.'),
  }),
);

const { workspace, helpCentre, unchanged, notCompiled, leftOut, digest } = plan.shape;

/** What `diff` prints. */
export const differences = {
  ...{ workspace, helpCentre },
  offline: z.boolean().describe('Intercom was not asked: there is no text to compare with.'),
  collections: z.array(collection).describe('What changes in collections.'),
  articles: z.array(article).describe('What changes in articles, and in what is held back.'),
  translations: z.array(translation).describe('What is to be translated again.'),
  ...{ unchanged, notCompiled, leftOut },
  problems: z.array(problem).describe('What was found.'),
  digest,
};
