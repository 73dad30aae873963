import { didYouMean, error } from './entry.ts';

/** Problems of what keeps helpcentre.yml from being read, and what it may not say. */
export const configurationProblems = {
  'unknown-key': error(
    (a: { key: string; where: string; nearest: string | null }) => `unknown key "${a.key}" in ${a.where}`,
    (a) => (a.nearest === null ? 'Remove it.' : `Did you mean "${a.nearest}"?`),
    {
      why: 'A misspelt key would otherwise be ignored in silence, and the setting with it.',
      bad: { 'helpcentre.yml': 'contents: docs', 'docs/a.md': 'Text.' },
      good: { 'helpcentre.yml': 'content: docs', 'docs/a.md': '# A\n\nText.' },
    },
  ),
  'bad-value': error(
    (a: { key: string; where: string; reason: string; nearest?: string | null }) =>
      `${a.key === '' ? a.where : `"${a.key}" in ${a.where}`}: ${a.reason}`,
    (a) => ((a.nearest ?? null) === null ? 'Correct the value.' : `Did you mean "${a.nearest}"?`),
    {
      why: 'A key has a value that helpcentre cannot use, so it cannot know what you want.',
      bad: '---\ntitle: Refunds\nstate: public\n---\n\nText.',
      good: '---\ntitle: Refunds\nstate: published\n---\n\nText.',
    },
  ),
  'yaml-syntax': error(
    (a: { reason: string }) => `not valid YAML: ${a.reason}`,
    () => 'Correct the YAML; values with a colon, a quote or a leading special character need quotes.',
    {
      why: 'The lines cannot be read as YAML, so none of the fields are known. A colon followed by a space starts a value, even inside a title.',
      bad: '---\ntitle: Refunds: how they work\n---\n\nText.',
      good: '---\ntitle: "Refunds: how they work"\n---\n\nText.',
    },
  ),
  'key-twice': error(
    (a: { key: string; first: number }) => `"${a.key}" appears twice (first on line ${a.first})`,
    () => 'Remove one of the two.',
    {
      why: 'Only one of the two values could count, and YAML does not say which.',
      bad: '---\ntitle: Refunds\ntitle: Returns\n---\n\nText.',
      good: '---\ntitle: Refunds\n---\n\nText.',
    },
  ),
  'no-configuration': error(
    (a: { file: string; folder: string }) => `${a.file} was not found in ${a.folder}`,
    () =>
      'Write one with "helpcentre init". If there is one elsewhere, name it with --config FILE or its folder with --cwd DIR.',
    {
      why: 'Every command starts from helpcentre.yml: it says where the articles are and which help centre they belong to. An empty file is enough.',
      bad: { 'On the command line': 'cd docs/content\nhelpcentre check' },
      good: { 'On the command line': 'cd docs\nhelpcentre check' },
    },
  ),
  'unknown-target': error(
    (a: { name: string; where: string; known: string; nearest: string | null }) =>
      `there is no target "${a.name}" in ${a.where}`,
    (a) =>
      a.known === ''
        ? 'Add it under "targets", with its "workspace" and "tokenVariable", or leave the name out.'
        : `${didYouMean(a.nearest)}It has: ${a.known}.`,
    {
      why: 'Which workspace is meant is never guessed: the articles would go to another one.',
      bad: { 'On the command line': 'helpcentre publish --target prodution' },
      good: { 'On the command line': 'helpcentre publish --target production' },
    },
  ),
  unreadable: error(
    (a: { file: string; reason: string }) => `${a.file} cannot be read: ${a.reason}`,
    () => 'Check the path and its permissions.',
    {
      why: 'The file is there, but the system refuses to open it: it may be a folder, or you may lack the permission to read it.',
      bad: { 'On the command line': 'chmod 000 helpcentre.yml\nhelpcentre check' },
      good: { 'On the command line': 'chmod 644 helpcentre.yml\nhelpcentre check' },
    },
  ),
  'linked-out': error(
    (a: { file: string }) => `${a.file} is a link, or lies behind one, that leads out of the repository`,
    () => 'Put the file itself there. If the link came with a branch or a pull request, review that with care.',
    {
      why: 'A link that leaves the repository could make helpcentre publish or overwrite a file that nobody reviewed.',
      bad: { 'On the command line': 'ln -s /home/me/helpcentre.yml helpcentre.yml\nhelpcentre check' },
      good: { 'On the command line': 'cp /home/me/helpcentre.yml helpcentre.yml\nhelpcentre check' },
    },
  ),
  'no-content-folder': error(
    (a: { folder: string }) => `the content folder "${a.folder}" does not exist`,
    () => 'Create it, or name another with "content" in helpcentre.yml.',
    {
      why: 'Without the folder there are no articles to read. A wrong name here must not look like an empty help centre.',
      bad: { 'helpcentre.yml': 'content: articles', 'docs/a.md': '# A' },
      good: { 'helpcentre.yml': 'content: docs', 'docs/a.md': '# A' },
    },
  ),
  'no-sources': error(
    (a: { folder: string; found: string; elsewhere: string | null }) =>
      `there are no sources in "${a.folder}", but there is ${a.found}`.replace(/is (?=[\d,]+ \S+ files)/, 'are '),
    (a) =>
      a.elsewhere === null
        ? 'Sources are Markdown files that end in .md. Where these belong to another tool, name it in helpcentre.yml, such as "flavour: docusaurus"; else rename them, or name another folder with "content".'
        : `If these are the sources, write "content: ${a.elsewhere}" in helpcentre.yml.`,
    {
      why: 'A help centre without articles is hardly what was meant, and with nothing to compile nothing else would be wrong.',
      bad: { 'content/a.rst': 'A\n=' },
      good: { 'content/a.md': '# A' },
    },
  ),
  'unknown-locale': error(
    (a: { locale: string }) => `"${a.locale}" is not a language that Intercom's help centres have`,
    () => 'Use a code such as fr, de or pt-BR.',
    {
      why: 'Intercom only has the languages in its own list; a name in any other could not be stored.',
      bad: {
        'content/billing/_collection.yml': 'translations:\n  xx: { name: Facturation }',
        'content/billing/a.md': '# A',
      },
      good: {
        'content/billing/_collection.yml': 'translations:\n  fr: { name: Facturation }',
        'content/billing/a.md': '# A',
      },
    },
  ),
  'locale-twice': error(
    (a: { locale: string; other: string }) => `"${a.locale}" and "${a.other}" are the same locale`,
    () => 'Remove one of the two.',
    {
      why: 'Two spellings of one language would give the collection two names in it.',
      bad: {
        'content/billing/_collection.yml': 'translations:\n  pt-BR: { name: Faturamento }\n  pt-br: { name: Cobrança }',
        'content/billing/a.md': '# A',
      },
      good: {
        'content/billing/_collection.yml': 'translations:\n  pt-BR: { name: Faturamento }',
        'content/billing/a.md': '# A',
      },
    },
  ),
  'stage-nothing': error(
    (a: { part: string }) => `"stage" in helpcentre.yml names "${a.part}", and there is no source of that name`,
    () => 'Name a file or a folder in the content folder, or remove the line.',
    {
      why: 'What is meant to wait would be published at once, because its name is written in another way.',
      bad: { 'helpcentre.yml': 'stage: [relases]', 'content/releases/next.md': '# Next' },
      good: { 'helpcentre.yml': 'stage: [releases]', 'content/releases/next.md': '# Next' },
    },
  ),
} as const;
