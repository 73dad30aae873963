import { error, warning } from './entry.ts';

/** Problems of articles and collections. */
export const articlesProblems = {
  'title-missing': error(
    () => 'the article has no title',
    () => 'Write "title:" into the front matter, or begin the text with a heading.',
    {
      why: 'Intercom refuses an article without a title. As a warning, the article is called like its file.',
      bad: '---\ndescription: When we pay you back\n---\n\nText.',
      good: '---\ntitle: Refunds\ndescription: When we pay you back\n---\n\nText.',
    },
  ),
  'title-repeated': warning(
    (a: { title: string }) => `the text begins with its own title "${a.title}", which readers see twice`,
    () => 'Remove the heading, or the title in the front matter.',
    {
      why: 'Intercom shows the title above the text, so readers would see it twice.',
      bad: '---\ntitle: Refunds\n---\n\n# Refunds\n\nText.',
      good: '---\ntitle: Refunds\n---\n\nText.',
    },
  ),
  'title-twice': warning(
    (a: { title: string; other: string; kind: string | null }) =>
      `"${a.title}" is also the title of ${a.other}${a.kind === null ? ' in the same collection' : `, which is ${a.kind} too`}`,
    (a) => `Give one of them another title, so that ${a.kind === null ? 'readers' : 'people'} can tell them apart.`,
    {
      why: 'Readers cannot tell two articles of the same title apart in a list.',
      bad: { 'content/a.md': '# Refunds', 'content/b.md': '# Refunds' },
      good: { 'content/a.md': '# Refunds', 'content/b.md': '# Returns' },
    },
  ),
  'locale-field': warning(
    (a: { field: string; source: string }) => `"${a.field}" is the same for all locales; ${a.source} decides`,
    (a) => `Remove it here, or change it in ${a.source}.`,
    {
      why: 'State, author and collection belong to the whole article. A translation that says otherwise is ignored.',
      bad: {
        'content/refunds.md': '# Refunds',
        'content/refunds.fr.md': '---\ntitle: Remboursements\nauthor: docs@example.com\n---\n\nTexte.',
      },
      good: {
        'content/refunds.md': '---\ntitle: Refunds\nauthor: docs@example.com\n---\n\nText.',
        'content/refunds.fr.md': '# Remboursements',
      },
    },
  ),
  'collection-depth': error(
    (a: { trail: string; into: string }) => `"${a.trail}" is more than 3 levels deep, the most that Intercom has`,
    (a) =>
      `Move the article up, name a collection in its front matter, or write "inParent: true" into the _collection.yml of a folder above that need not be a collection. As a warning ("problems: { collection-depth: warning }") it is put into "${a.into}".`,
    {
      why: 'Intercom has collections, sections and subsections, and nothing below them.',
      bad: { 'content/a/b/c/d/e.md': '# E' },
      good: { 'content/a/b/c/e.md': '# E' },
    },
  ),
  'collection-name-centre': error(
    (a: { name: string; helpCentre: string }) =>
      `the name "${a.name}" reads like a collection of the help centre "${a.helpCentre}", which a folder here is in`,
    () => 'Rename the collection.',
    {
      why: 'The name has the form in which the lockfile writes a collection of another help centre, so the two could not be told apart.',
      bad: {
        'content/developers/_collection.yml': 'helpCentre: acme-developers',
        'content/developers/a.md': '# A',
        'content/b.md': '---\ntitle: B\ncollection: "[acme-developers] Guides"\n---\n\nText.',
      },
      good: {
        'content/developers/_collection.yml': 'helpCentre: acme-developers',
        'content/developers/a.md': '# A',
        'content/b.md': '---\ntitle: B\ncollection: Guides\n---\n\nText.',
      },
    },
  ),
  'language-collection': error(
    (a: { reason: string }) => a.reason,
    () =>
      'In the folder of a language, a _collection.yml gives the "name" and "description" of the collection in that language, and nothing else.',
    {
      why: 'A collection has one icon, order and help centre for all languages. Only its name and description are translated.',
      bad: {
        'helpcentre.yml': 'locales: folder',
        'content/en/billing/a.md': '# A',
        'content/fr/billing/_collection.yml': 'name: Facturation\norder: 2',
      },
      good: {
        'helpcentre.yml': 'locales: folder',
        'content/en/billing/a.md': '# A',
        'content/fr/billing/_collection.yml': 'name: Facturation',
      },
    },
  ),
  'help-centre-below': error(
    () => 'a section is always in the help centre of its collection',
    (a: { top: string }) => `Move the line into ${a.top}/_collection.yml, or remove it.`,
    {
      why: 'In Intercom a section cannot be in another help centre than its collection.',
      bad: {
        'content/developers/_collection.yml': 'helpCentre: acme-developers',
        'content/developers/api/_collection.yml': 'helpCentre: acme-api',
        'content/developers/api/a.md': '# A',
      },
      good: {
        'content/developers/_collection.yml': 'helpCentre: acme-developers',
        'content/developers/api/a.md': '# A',
      },
    },
  ),
  'time-of-draft': error(
    (a: { key: string }) => `an article with "${a.key}" cannot be a draft`,
    (a) => `Remove "draft" or "state", or remove "${a.key}".`,
    {
      why: 'Intercom publishes at a time, or keeps a draft until somebody publishes it; it cannot do both.',
      bad: { 'content/sale.md': '---\ndraft: true\npublishAt: 2099-12-01 09:00 Europe/Paris\n---\n\n# Sale' },
      good: { 'content/sale.md': '---\npublishAt: 2099-12-01 09:00 Europe/Paris\n---\n\n# Sale' },
    },
  ),
  'times-crossed': error(
    () => '"unpublishAt" is not after "publishAt"',
    () => 'Name a later time, or remove one of the two.',
    {
      why: 'An article that leaves before it comes would never be seen.',
      bad: {
        'content/sale.md': '---\npublishAt: 2099-12-24 09:00 UTC\nunpublishAt: 2099-12-01 09:00 UTC\n---\n\n# Sale',
      },
      good: {
        'content/sale.md': '---\npublishAt: 2099-12-01 09:00 UTC\nunpublishAt: 2099-12-24 09:00 UTC\n---\n\n# Sale',
      },
    },
  ),
} as const;
