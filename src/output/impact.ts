import * as z from 'zod';
import { count, textOrNone } from './parts.ts';

const file = z.string().describe('The file, from the root of the git repository.');
const glob = z.string().describe('The glob that says so.');

/** What `impact` prints. */
export const impact = {
  from: z.string().describe('Where the change begins, as it was named.'),
  to: textOrNone.describe('Where it ends; null: the files as they are now.'),
  base: z.string().describe('Id of the commit that both have in common.'),
  files: count.describe("Files that changed and are not the help centre's own, without those that only bots changed."),
  watched: count.describe('Articles that name code.'),
  articles: z
    .array(
      z.strictObject({
        key: z.string().describe('Path of its source in the content folder.'),
        title: z.string().describe('Its title.'),
        file: z.string().describe('Its source, from the root of the git repository.'),
        from: textOrNone.describe('Folder whose _collection.yml has the globs; null: the article has them itself.'),
        hits: z
          .array(z.strictObject({ file, glob }))
          .describe('Changed files that it is about, the most specific glob first; none where only images are.'),
        toReview: z.boolean().describe('Nobody has looked at it yet: it is not changed, and no commit says why.'),
        isChanged: z.boolean().describe('The change changes the article, too.'),
        reviewed: textOrNone.describe('Why nothing of it has to change, as a commit says; null: none does.'),
        pictures: z
          .array(
            z.strictObject({
              image: z.string().describe('The image, from the root of the git repository.'),
              file,
              glob,
            }),
          )
          .describe('Its images that are probably old: what they show changed, and they did not.'),
      }),
    )
    .describe('Articles that the change has to do with, the most specific glob first.'),
};
