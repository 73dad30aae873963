import { advice, warning } from './entry.ts';

/** Where an example is that needs the rules switched on. */
const on = { 'helpcentre.yml': 'writing: warning' };

/** Problems of how something is written: most of them are looked for only with `writing`. */
export const writingProblems = {
  'alt-missing': advice(
    (a: { target: string }) => `image "${a.target}" has no alternative text`,
    () => 'Say in a few words what it shows; for one that only decorates write <img alt="" …>.',
    {
      why: 'Readers who cannot see the picture, and search engines, have nothing but this text.',
      bad: { ...on, 'content/a.md': '# A\n\n![](https://example.com/screen.png)' },
      good: {
        ...on,
        'content/a.md': '---\ndescription: The screen\n---\n\n# A\n\n![The screen](https://example.com/screen.png)',
      },
    },
  ),
  'table-wide': advice(
    (a: { columns: number; needed: number; room: number }) =>
      `this table of ${a.columns} columns needs room for ${a.needed} characters, and a phone has room for ${a.room}`,
    () => 'Take out a column, use shorter words, or make a list of it.',
    {
      why: 'On a phone readers have to push such a table to and fro, and lose the row they were in.',
      bad: {
        ...on,
        'content/a.md':
          '---\ndescription: Limits\n---\n\n# A\n\n| Organisation | Administrators | Documentation | Integrations |\n| --- | --- | --- | --- |\n| One | Two | Three | Four |',
      },
      good: {
        ...on,
        'content/a.md':
          '---\ndescription: Limits\n---\n\n# A\n\n| Plan | Limit |\n| --- | --- |\n| Organisation | 12 |',
      },
    },
  ),
  'description-missing': advice(
    () => 'the article has no description',
    () => 'Write "description:" into the front matter: one sentence that says what readers find here.',
    {
      why: 'Lists and search results show it below the title. Without it readers choose by the title alone.',
      bad: { ...on, 'content/a.md': '# Refunds\n\nText.' },
      good: { ...on, 'content/a.md': '---\ndescription: When we pay you back\n---\n\n# Refunds\n\nText.' },
    },
  ),
  'description-long': advice(
    (a: { length: number; most: number }) =>
      `the description has ${a.length} characters, and ${a.most} are shown in full`,
    () => 'Make it shorter.',
    {
      why: 'What is longer is cut off in lists and by search engines.',
      bad: {
        ...on,
        'content/a.md': `---\ndescription: ${'When and how we pay you back what you have paid us. '.repeat(3).trim()}\n---\n\n# Refunds\n\nText.`,
      },
      good: { ...on, 'content/a.md': '---\ndescription: When we pay you back\n---\n\n# Refunds\n\nText.' },
    },
  ),
  'title-long': advice(
    (a: { length: number; most: number }) => `the title has ${a.length} characters, and ${a.most} are shown in full`,
    () => 'Make it shorter: what matters first.',
    {
      why: 'What is longer is cut off in lists and by search engines.',
      bad: {
        ...on,
        'content/a.md':
          '---\ndescription: Refunds\n---\n\n# Everything that you always wanted to know about how we pay you back',
      },
      good: { ...on, 'content/a.md': '---\ndescription: Refunds\n---\n\n# How we pay you back' },
    },
  ),
  'heading-skipped': advice(
    (a: { level: number; before: number; right: number }) =>
      a.before === 0
        ? `the first heading is of level ${a.level}, right below the title`
        : `a heading of level ${a.level} follows one of level ${a.before}`,
    (a) => `Make it one of level ${a.right}.`,
    {
      why: 'Screen readers announce the levels. Where one is missing, their listeners think that they missed a part.',
      bad: { ...on, 'content/a.md': '---\ndescription: Parts\n---\n\n# A\n\n## Part\n\n#### Detail' },
      good: { ...on, 'content/a.md': '---\ndescription: Parts\n---\n\n# A\n\n## Part\n\n### Detail' },
    },
  ),
  'picture-twice': advice(
    (a: { target: string; line: number }) => `the picture "${a.target}" is shown on line ${a.line} already`,
    () => 'Show it once, and refer to it.',
    {
      why: 'Readers look for the difference between the two.',
      bad: {
        ...on,
        'content/a.md':
          '---\ndescription: The screen\n---\n\n# A\n\n![The screen](https://example.com/a.png)\n\nText.\n\n![The screen](https://example.com/a.png)',
      },
      good: {
        ...on,
        'content/a.md': '---\ndescription: The screen\n---\n\n# A\n\n![The screen](https://example.com/a.png)\n\nText.',
      },
    },
  ),
  'picture-copied': advice(
    (a: { target: string; other: string }) => `"${a.target}" is the same picture as ${a.other}`,
    () => 'Use one file for both, so that a new screenshot has to be put in one place only.',
    {
      why: 'One of two copies is forgotten when the screen changes.',
      bad: {
        'helpcentre.yml': 'writing: warning\nimages: { host: github }',
        'content/a.md': '---\ndescription: The screen\n---\n\n# A\n\n![One](one.svg)\n\n![Two](two.svg)',
        'content/one.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>',
        'content/two.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>',
      },
      good: {
        'helpcentre.yml': 'writing: warning\nimages: { host: github }',
        'content/a.md': '---\ndescription: The screen\n---\n\n# A\n\n![One](one.svg)',
        'content/one.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>',
      },
    },
  ),
  'paragraph-long': advice(
    (a: { words: number; most: number }) =>
      `this paragraph has ${a.words} words, and more than ${a.most} are hard to read on a screen`,
    () => 'Split it, or make steps or a list of it.',
    {
      why: 'People who look for help skim. They pass over a wall of text.',
      bad: { ...on, 'content/a.md': `---\ndescription: Words\n---\n\n# A\n\n${'One more word. '.repeat(41).trim()}` },
      good: { ...on, 'content/a.md': '---\ndescription: Words\n---\n\n# A\n\nOne more word.' },
    },
  ),
  'other-term': warning(
    (a: { written: string; term: string }) => `"${a.written}" should be "${a.term}" here`,
    (a) => `Write "${a.term}", as "terms" in helpcentre.yml says.`,
    {
      why: 'Readers take two words for two things.',
      bad: {
        'helpcentre.yml': 'terms: { log in: [login to, sign in] }',
        'content/a.md': '# A\n\nPlease sign in first.',
      },
      good: {
        'helpcentre.yml': 'terms: { log in: [login to, sign in] }',
        'content/a.md': '# A\n\nPlease log in first.',
      },
    },
  ),
  'secret-shown': warning(
    (a: { what: string }) => `this looks like ${a.what}`,
    () => 'If it is a real one, revoke it now: git remembers it. Write a placeholder such as YOUR_TOKEN instead.',
    {
      why: 'Whoever reads the help centre, or the repository, could use it.',
      // In two pieces, so that nobody who looks for such things stumbles over this one.
      bad: `Send the header \`Authorization: Bearer ghp_${'Ab3dE6gH9jK2'.repeat(3)}\`.`,
      good: 'Send the header `Authorization: Bearer YOUR_TOKEN`.',
    },
  ),
  'personal-address': advice(
    (a: { address: string }) => `${a.address} looks like the address of a person`,
    () => 'Give an address of a team, or one at example.com in an example.',
    {
      why: 'People leave, and programs that send spam read help centres.',
      bad: { ...on, 'content/a.md': '---\ndescription: Whom to ask\n---\n\n# A\n\nAsk anna.keller@company.co.' },
      good: { ...on, 'content/a.md': '---\ndescription: Whom to ask\n---\n\n# A\n\nAsk support@company.co.' },
    },
  ),
} as const;
