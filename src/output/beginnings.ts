import * as z from 'zod';
import { count, flavour, looks, maybe, part, problem, textOrNone, texts, workspace } from './parts.ts';
import { plan } from './plan.ts';

const said = part(
  'Said',
  'A file or an article, and what there is to say of it.',
  z.strictObject({ name: z.string().describe('Its name.'), reason: z.string().describe('What there is to say.') }),
);

/** What `import` prints. */
export const imported = {
  workspace,
  helpCentres: texts.describe('Identifiers of the help centres that were imported.'),
  content: z.string().describe('The content folder.'),
  wroteConfiguration: textOrNone.describe('The configuration that was written; null where there was one.'),
  articles: count.describe('Articles.'),
  texts: count.describe('Texts: an article in a language is one.'),
  locales: z.record(z.string(), count).describe('Texts by language.'),
  collections: count.describe('Collections.'),
  images: z
    .strictObject({
      downloaded: count.describe('How many were downloaded.'),
      present: count.describe('How many were there.'),
      failed: z.array(said).describe('Those that could not be downloaded.'),
    })
    .describe('Images.'),
  pureMarkdown: count.describe('Texts that are Markdown and nothing else.'),
  withHtml: z
    .strictObject({
      texts: count.describe('How many texts.'),
      blocks: count.describe('How many blocks.'),
      reasons: z.record(z.string(), count).describe('Blocks by the reason.'),
    })
    .describe('Texts with blocks of HTML.'),
  keptAsHtml: z.array(said).describe('Texts that are one block of HTML.'),
  undisplayed: z.array(said).describe('Texts with blocks that Intercom does not give out.'),
  headings: z.array(said).describe('Texts with headings that a write would change.'),
  addresses: z.array(said).describe('Texts with addresses that are never sent.'),
  failed: z.array(said).describe('Texts that are not what Intercom has.'),
  left: z.array(said).describe('Articles that were not imported.'),
  managed: count.describe('Articles that have a source already.'),
  notes: texts.describe('What else a person should know.'),
  byHand: z
    .array(
      z.strictObject({
        sentence: z.string().describe('What to do.'),
        lines: texts.describe('Lines to paste.'),
      }),
    )
    .describe('What a person has to do for the tool.'),
  cameRound: z.boolean().describe('The plan says that Intercom has what was imported.'),
  plan: plan
    .pick({
      ...{ changes: true, collections: true, redirects: true, held: true },
      ...{ notCompiled: true, leftOut: true, unchanged: true },
    })
    .describe('What a publish would do now.'),
  problems: z.array(problem).describe('Errors in what was written.'),
};

/** What `init` prints. */
export const begun = {
  found: z
    .array(
      z.strictObject({
        what: z.string().describe('What it is: articles, tool, language, repository, branch …'),
        value: z.string().describe('What was found.'),
        how: z.string().describe('What told it.'),
      }),
    )
    .describe('What was found before anything was written.'),
  configuration: textOrNone.describe('Text of helpcentre.yml; null where one was there.'),
  created: texts.describe('Files that were written.'),
  added: texts.describe('Files that got lines more.'),
  renewed: texts.describe('Files of which our own part was written anew.'),
  left: texts.describe('Files that existed, and were left alone.'),
  byHand: texts.describe('What is left to do by hand, with the lines to paste.'),
  commands: texts.describe('The two commands that come next.'),
  next: texts.describe('How the articles get to readers.'),
  checks: maybe(looks, 'What doctor says; only where there is a token.'),
};

/** What `adopt` prints. */
export const adopted = {
  flavour: flavour.describe('The tool.'),
  file: textOrNone.describe('The file that told; null where the texts did.'),
  content: z.string().describe('Folder of the texts.'),
  roots: texts.describe('Folders that site-absolute paths of images count from.'),
  siteUrl: textOrNone.describe('Address of the site; null: not known.'),
  base: z.string().describe('Path that the addresses of the site begin with.'),
  locales: z.enum(['suffix', 'folder', 'i18n']).describe('Where translations are.'),
  locale: textOrNone.describe('Language of the texts; null: not known.'),
  ignored: texts.describe('What is in the folder and not published.'),
  left: maybe(texts, 'Folders of older versions.'),
  readmes: maybe(z.literal('articles'), 'The README.md of a folder is an article.'),
  aboutIt: maybe(texts, 'Texts about the repository itself, among "ignored".'),
  seen: maybe(
    z.strictObject({
      links: count.describe('Links that have pages there.'),
      of: count.describe('All that begin with a slash.'),
    }),
    'Links that told where the site has its pages.',
  ),
  foreign: maybe(texts, "Keys of front matter that are another tool's."),
  configuration: z.string().describe('Text of helpcentre.yml.'),
  lowered: texts.describe('Codes of errors that are warnings in it.'),
  ready: count.describe('Articles that would be published.'),
  failed: count.describe('Articles that would not, for errors.'),
  lonely: count.describe('Translations without an original.'),
  skipped: count.describe('Pages that the tool does not build.'),
  unlisted: maybe(
    z.strictObject({
      navigation: z.string().describe('File of the navigation.'),
      pages: count.describe('How many pages.'),
    }),
    'Pages that the navigation does not list.',
  ),
  languages: texts.describe('Languages of the texts.'),
  collections: count.describe('Collections.'),
  images: count.describe('Images.'),
  problems: z.record(z.string(), count).describe('How many problems there are of each code.'),
};

/** What `convert` prints. */
export const converted = {
  folder: z.string().describe('Folder that was written.'),
  keptFolder: z.string().describe('Folder in it with what our layout cannot say.'),
  articles: count.describe('Articles.'),
  texts: count.describe('Texts: an article in a language is one.'),
  images: count.describe('Images.'),
  collections: texts.describe('Collections.'),
  withId: count.describe('Articles with their id in front matter.'),
  withoutId: count.describe('Articles that have no id yet.'),
  kept: z
    .array(
      z.strictObject({
        path: z.string().describe('The file.'),
        why: z
          .enum(['other-kind', 'not-compiled', 'partly', 'left-out', 'of-repository', 'unreadable'])
          .describe('Why.'),
      }),
    )
    .describe('Files that are kept as they are.'),
  keptSettings: z.boolean().describe('Fields that front matter cannot say are kept there too.'),
  different: z
    .array(
      z.strictObject({
        path: z.string().describe('The file.'),
        fields: texts.describe('What of it.'),
      }),
    )
    .describe('Texts that do not say the same in both layouts.'),
  settings: texts.describe('Settings of the old configuration that the new one does not have.'),
  errorsAfter: z.array(problem).describe('Errors in what was written.'),
};
