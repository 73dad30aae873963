import { error, warning } from './entry.ts';

/** Problems of articles and collections. */
export const articlesProblems = {
  'title-missing': error(
    () => 'the article has no title',
    () => 'Write "title:" into the front matter, or begin the text with a heading.',
  ),
  'title-repeated': warning(
    (a: { title: string }) => `the text begins with its own title "${a.title}", which readers see twice`,
    () => 'Remove the heading, or the title in the front matter.',
  ),
  'title-twice': warning(
    (a: { title: string; other: string }) => `"${a.title}" is also the title of ${a.other} in the same collection`,
    () => 'Give one of them another title, so that readers can tell them apart.',
  ),
  'locale-field': warning(
    (a: { field: string; source: string }) => `"${a.field}" is the same for all locales; ${a.source} decides`,
    (a) => `Remove it here, or change it in ${a.source}.`,
  ),
  'collection-depth': error(
    (a: { trail: string }) => `"${a.trail}" is more than 3 levels deep, which is all Intercom has`,
    () => 'Move the article up, or name a collection in the front matter.',
  ),
  'collection-name-centre': error(
    (a: { name: string; helpCentre: string }) =>
      `the name "${a.name}" reads like a collection of the help centre "${a.helpCentre}", which a folder here is in`,
    () => 'Rename the collection.',
  ),
  'language-collection': error(
    (a: { reason: string }) => a.reason,
    () =>
      'In the folder of a language, a _collection.yml says the "name" and "description" that a collection has in that language, and nothing else.',
  ),
  'help-centre-below': error(
    () => 'a section is in the help centre of the collection that it is in',
    (a: { top: string }) => `Move the line into ${a.top}/_collection.yml, or remove it.`,
  ),
} as const;
