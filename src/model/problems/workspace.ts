import { didYouMean, error, warning } from './entry.ts';

/** Problems of what the sources ask of the workspace: help centres, languages, authors. */
export const workspaceProblems = {
  'unknown-help-centre': error(
    (a: { wanted: string; known: string; nearest: string | null }) =>
      `the workspace has no help centre "${a.wanted}", so nothing is published`,
    (a) =>
      a.known === ''
        ? 'Create one in Intercom first.'
        : `${didYouMean(a.nearest)}It has: ${a.known}. Name one as "helpCentre" in helpcentre.yml.`,
    {
      why: 'Publishing to a help centre that does not exist would put the articles where nobody finds them.',
      bad: { 'helpcentre.yml': 'helpCentre: acme-hlep' },
      good: { 'helpcentre.yml': 'helpCentre: acme-help' },
    },
  ),
  'folder-help-centre': error(
    (a: { folder: string; wanted: string; known: string; nearest: string | null }) =>
      `${a.folder}/_collection.yml names the help centre "${a.wanted}", which the workspace does not have, so nothing is published`,
    (a) => (a.known === '' ? 'Create it in Intercom first.' : `${didYouMean(a.nearest)}It has: ${a.known}.`),
    {
      why: 'The folder names a help centre that the workspace does not have, so its articles have nowhere to go.',
      bad: { 'content/developers/_collection.yml': 'helpCentre: acme-devlopers' },
      good: { 'content/developers/_collection.yml': 'helpCentre: acme-developers' },
    },
  ),
  'help-centre-again': error(
    (a: { folder: string; wanted: string; other: string | null }) =>
      a.other === null
        ? `${a.folder}/_collection.yml says "helpCentre: ${a.wanted}", which is where folders are published anyway`
        : `${a.folder}/_collection.yml says "helpCentre: ${a.wanted}", and ${a.other} names the same help centre in another way`,
    (a) => (a.other === null ? 'Remove the line.' : 'Write the same name into both.'),
    {
      why: 'Two names for one help centre would split a collection in two. The line is either needless or has to read the same everywhere.',
      bad: { 'helpcentre.yml': 'helpCentre: acme-help', 'content/billing/_collection.yml': 'helpCentre: acme-help' },
      good: { 'helpcentre.yml': 'helpCentre: acme-help' },
    },
  ),
  'help-centre-unsure': warning(
    (a: { chosen: string }) =>
      `the workspace has several help centres and this API version does not say which is the default; "${a.chosen}" is taken`,
    () => 'Name one as "helpCentre" in helpcentre.yml.',
    {
      why: 'Older API versions do not say which help centre is the default, so helpcentre has to guess.',
      bad: { 'helpcentre.yml': 'apiVersion: "2.11"' },
      good: { 'helpcentre.yml': 'apiVersion: "2.11"\nhelpCentre: acme-help' },
    },
  ),
  'locale-not-enabled': error(
    (a: { locale: string; helpCentre: string; paths: string }) =>
      `the help centre "${a.helpCentre}" has no locale "${a.locale}", which ${a.paths} would be published in`,
    () => "Enable the language in the help centre's settings, or remove what is written in it.",
    {
      why: 'Intercom refuses a text or the name of a collection in a language that the help centre does not have.',
      bad: { 'content/refunds.it.md': '# Rimborsi' },
      good: { 'In Intercom': 'Settings > Help Center > Languages: Italian is on' },
    },
  ),
  'staging-unsupported': error(
    (a: { version: string }) =>
      `staging needs version 2.16 of Intercom's API, and this is ${a.version}, so nothing is published`,
    () => 'Set apiVersion: "2.16" in helpcentre.yml, or do without --stage, --release and "stage".',
    {
      why: 'Older versions of the API cannot keep a change of a published article from readers.',
      bad: { 'helpcentre.yml': 'apiVersion: "2.15"\nstage: true' },
      good: { 'helpcentre.yml': 'apiVersion: "2.16"\nstage: true' },
    },
  ),
  'languages-off': error(
    (a: { locales: string; count: number; paths: string }) =>
      `languages are switched off in this workspace, and ${a.count === 1 ? 'one file is' : `${a.count} files are`} in ${a.locales}, so nothing is published: ${a.paths}`,
    () =>
      'Turn languages on in Intercom (Settings > Help Center > Languages), or take the files out with "ignore" in helpcentre.yml.',
    {
      why: 'Without languages Intercom drops every translation, or refuses the article that has one. It says nothing of languages then, which is how helpcentre knows. With "problems: { languages-off: warning }" it goes on all the same.',
      bad: { 'content/refunds.md': '# Refunds', 'content/refunds.fr.md': '# Remboursements' },
      good: { 'In Intercom': 'Settings > Help Center > Languages: French is on' },
    },
  ),
  'collection-unnamed': error(
    (a: { key: string; locale: string; paths: string; folder: string | null }) =>
      `"${a.key}" has no name in ${a.locale}, so no reader finds what is published in it in ${a.locale}: ${a.paths}`,
    (a) =>
      a.folder === null
        ? `Give it a name in ${a.locale} in Intercom, or a folder whose _collection.yml has "translations".`
        : `Add to ${a.folder}/_collection.yml: translations: { ${a.locale}: { name: … } }.`,
    {
      why: 'Intercom takes a text in a language in which its collection, or one above it, has no name, and shows it to nobody. With "problems: { collection-unnamed: warning }" it is published all the same.',
      bad: { 'content/billing/_collection.yml': 'name: Billing', 'content/billing/refunds.fr.md': '# Remboursements' },
      good: {
        'content/billing/_collection.yml': 'name: Billing\ntranslations:\n  fr:\n    name: Facturation',
        'content/billing/refunds.fr.md': '# Remboursements',
      },
    },
  ),
  'no-first-language': error(
    (a: { path: string; isNew: boolean; locale: string; helpCentre: string }) =>
      a.isNew
        ? `${a.path} would be a new article without a text in ${a.locale}, the first language of the help centre "${a.helpCentre}"`
        : `${a.path} would move without a text in ${a.locale} to the help centre "${a.helpCentre}", whose first language that is`,
    (a) => `Add its ${a.locale} source.`,
    {
      why: 'Intercom shows the first language of a help centre where a translation is missing, so an article needs a text in it.',
      bad: {
        'content/developers/_collection.yml': 'helpCentre: acme-francais',
        'content/developers/webhooks.md': '# Webhooks',
      },
      good: {
        'content/developers/_collection.yml': 'helpCentre: acme-francais',
        'content/developers/webhooks.md': '# Webhooks',
        'content/developers/webhooks.fr.md': '# Webhooks',
      },
    },
  ),
  'collection-twins': warning(
    (a: { key: string; count: number }) =>
      `Intercom has ${a.count} collections that could be "${a.key}"; the first is taken`,
    () => 'Rename or merge the others in Intercom.',
    {
      why: 'Intercom allows several collections of one name. helpcentre takes the first, which may not be the one you mean.',
      bad: { 'In Intercom': 'Billing (2 articles)\nBilling (0 articles)' },
      good: { 'In Intercom': 'Billing (2 articles)' },
    },
  ),
  'unknown-default-author': error(
    (a: { author: string }) => `"author" in helpcentre.yml: no teammate "${a.author}" in the workspace`,
    () => 'Use the e-mail or id of a teammate who may write articles.',
    {
      why: 'Intercom needs an author for every article, and only a teammate of the workspace can be one.',
      bad: { 'helpcentre.yml': 'author: docs@example.org' },
      good: { 'helpcentre.yml': 'author: docs@example.com' },
    },
  ),
  'unknown-audience': error(
    (a: { name: string; nearest: string | null }) => `no audience "${a.name}" in the workspace`,
    (a) =>
      a.nearest === null
        ? 'Create it in Intercom (Settings > Audiences), or name one that is there.'
        : `Did you mean "${a.nearest}"?`,
    {
      why: 'The audiences of an article are whom Fin answers with it. Without the one that is meant, Fin would answer everybody, so the article waits.',
      bad: '---\ntitle: Refunds\naudiences: [Entreprise]\n---\n\nText.',
      good: '---\ntitle: Refunds\naudiences: [Enterprise]\n---\n\nText.',
    },
  ),
  'unknown-tag': error(
    (a: { name: string; nearest: string | null }) => `no tag "${a.name}" in the workspace`,
    (a) =>
      a.nearest === null
        ? 'Create it in Intercom, or write "createTags: true" into helpcentre.yml to have it made.'
        : `Did you mean "${a.nearest}"? Write "createTags: true" into helpcentre.yml to have new tags made.`,
    {
      why: 'Tags are shared with the whole workspace. One that is only misspelt would be a second tag that nobody looks for.',
      bad: '---\ntitle: Refunds\ntags: [biling]\n---\n\nText.',
      good: '---\ntitle: Refunds\ntags: [billing]\n---\n\nText.',
    },
  ),
  'reach-unsupported': warning(
    (a: { keys: string; whose: string; version: string }) =>
      `${a.keys} of ${a.whose} not published: version ${a.version} of Intercom's API cannot set that`,
    () => 'Write "apiVersion: 2.16" into helpcentre.yml.',
    {
      why: "What Fin may answer with an article, its audiences and its tags can be set from version 2.16 of Intercom's API on. The rest of the article is published.",
      bad: {
        'helpcentre.yml': 'apiVersion: 2.11',
        'content/refunds.md': '---\ntitle: Refunds\nfin: { chatbot: false }\n---\n\nText.',
      },
      good: {
        'helpcentre.yml': 'apiVersion: 2.16',
        'content/refunds.md': '---\ntitle: Refunds\nfin: { chatbot: false }\n---\n\nText.',
      },
    },
  ),
  'unknown-author': error(
    (a: { author: string }) => `no teammate "${a.author}" in the workspace`,
    () => 'Use the e-mail or id of a teammate who may write articles.',
    {
      why: 'Intercom needs an author for every article, and only a teammate of the workspace can be one.',
      bad: '---\ntitle: Refunds\nauthor: somebody@example.org\n---\n\nText.',
      good: '---\ntitle: Refunds\nauthor: docs@example.com\n---\n\nText.',
    },
  ),
} as const;
