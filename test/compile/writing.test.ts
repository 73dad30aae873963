import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { inItsCapitals, termFinder } from '../../src/compile/writing/terms.ts';
import type { Settings } from '../../src/model/settings.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';

/** What is found in one article: code, line and column. */
function found(text: string, settings: Partial<Settings> = {}, name = 'a.md'): readonly string[] {
  const whole = text.startsWith('---') ? text : `---\ntitle: Title\ndescription: Words\n---\n\n${text}\n`;
  const { problems } = compile(repositoryOf({ [name]: whole }), settingsOf({ writing: 'warning', ...settings }));
  return problems.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);
}

const words = (count: number, word = 'word '): string => word.repeat(count).trim();
const head = (title: string, description: string): string =>
  `---\ntitle: ${title}\ndescription: ${description}\n---\n\nText.\n`;
const image = 'https://example.com/a.png';

// Each beside what is nearly the same, and fine.
test.each<[what: string, text: string, found: readonly string[]]>([
  ['a picture without words', `![](${image})`, ['alt-missing 6:1']],
  ['one in a table', `| A |\n| - |\n| ![](${image}) |`, ['alt-missing 8:3']],
  ['one in HTML', `<img src="${image}">`, ['alt-missing 6:1']],
  ['spaces alone are no words', `![ ](${image})`, ['alt-missing 6:1']],
  ['one that says that it only decorates', `<img alt="" src="${image}">`, []],
  ['one with words', `![The screen](${image})`, []],

  ['a title of 61 characters', head('x'.repeat(61), 'Words'), ['title-long 2:1']],
  ['a title of 60', head('x'.repeat(60), 'Words'), []],
  ['60 emoji of several code points each', head('👩‍🔧'.repeat(60), 'Words'), []],
  ['a description of 141 characters', head('Title', 'x'.repeat(141)), ['description-long 3:1']],
  ['a description of 140', head('Title', 'x'.repeat(140)), []],
  ['no description', '---\ntitle: Title\n---\n\nText.\n', ['description-missing 2:1']],
  ['a snippet, which has none', '---\ntitle: Title\ntype: snippet\n---\n\nText.\n', []],
  ['an internal article, which has none', '---\ntitle: Title\ntype: internal\n---\n\nText.\n', []],

  ['a heading that skips a level', '## Part\n\n#### Detail', ['heading-skipped 8:1']],
  ['a first heading of level 3', '### Detail', ['heading-skipped 6:1']],
  ['a first heading of level 2', '## Part', []],
  ['going back up by several', '## Part\n\n### Detail\n\n#### More\n\n## Next', []],

  ['a picture shown twice', `![A](${image})\n\nText.\n\n![A](${image})`, ['picture-twice 10:1']],
  [
    'an icon in two steps',
    `Press ![A](${image}) here.\n\nPress ![A](${image}) there.`,
    ['image-in-text 6:7', 'image-in-text 8:7'],
  ],

  ['a paragraph of 121 words', words(121), ['paragraph-long 6:1']],
  ['one of 120', words(120), []],
  ['a list item of 121 words', `- ${words(121)}`, ['paragraph-long 6:3']],
  ['two paragraphs of 61 in one item', `- ${words(61)}\n\n  ${words(61)}`, []],
  ['a listing of code', `\`\`\`\n${words(200)}\n\`\`\``, []],

  [
    'a table of long words',
    '| Organisation | Administrators | Documentation |\n| - | - | - |\n| 1 | 2 | 3 |',
    ['table-wide 6:1'],
  ],
  [
    'a table of many short columns',
    '| A | B | C | D | E | F |\n| - | - | - | - | - | - |\n| 1 | 2 | 3 | 4 | 5 | 6 |',
    [],
  ],
  ['long sentences of short words', `| A | B |\n| - | - |\n| ${words(40)} | ${words(40)} |`, []],
  ['Chinese, which is broken anywhere', `| A | B |\n| - | - |\n| ${'字'.repeat(60)} | ${'字'.repeat(60)} |`, []],

  ['the address of a person', 'Ask anna.keller@company.co.', ['personal-address 6:5']],
  ['one behind a link', '[Anna](mailto:anna.keller@company.co)', ['personal-address 6:1']],
  ['one said twice', 'Ask a.keller@gmail.com or a.keller@gmail.com.', ['personal-address 6:5']],
  ['one in code', '`git config user.email anna.keller@company.co`', []],
  ['the address of a team', 'Ask support@company.co or billing.eu@company.co, or customer.success@company.co.', []],
  ['an address in an example', 'Such as jane.doe@example.com or first.last@company.co.', []],
])('%s', (_, text, expected) => {
  expect(found(text)).toEqual(expected);
});

describe('keys and tokens', () => {
  const body = 'Ab3dE6gH9jK2mN5pQ8sT1vW4xY7zB0cD3fG6';
  test.each([
    ['a token of GitHub', `ghp_${body}`],
    ['an access key of AWS', 'AKIAQ3EGRTY7WXZP2LMN'],
    ['a live key of Stripe', `sk_live_${body.slice(0, 26)}`],
    ['a key of Google', `AIza${body.slice(0, 35)}`],
    ['an access token of Intercom', `dG9rO${body}${body.slice(0, 10)}==`],
    ['a private key', `-----BEGIN RSA PRIVATE KEY-----\n${body}${body}\n-----END RSA PRIVATE KEY-----`],
  ])('%s is found in code and in prose, asked for or not', (kind, secret) => {
    for (const text of [`Send ${secret} along.`, `\`\`\`\ntoken: ${secret}\n\`\`\``]) {
      const repository = repositoryOf({ 'a.md': `# A\n\n${text}\n` });
      const { problems } = compile(repository, settingsOf({}));
      expect(problems.map(({ code, message }) => [code, message])).toEqual([
        ['secret-shown', `this looks like ${kind}`],
      ]);
      // The finding goes into logs and comments.
      expect(JSON.stringify(problems)).not.toContain(secret.slice(8, 30));
    }
  });

  test.each([
    'AKIAIOSFODNN7EXAMPLE',
    'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    `sk_live_${'1234567890'.repeat(3)}`,
    `ghp_${'AbcdefghijKlmnopqrst'.repeat(2)}`,
    'sk_test_4eC39HqLyjWDarjtT1zdp7dc',
    'The prefix ghp_ says that it is a token of GitHub.',
    '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
    'dG9rOg==',
  ])('a placeholder such as %s is none', (text) => {
    expect(found(`\`${text}\``, { writing: 'off' })).toEqual([]);
  });

  test('is found where Markdown needs a backslash', () => {
    expect(found(`Send ghp\\_${body}.`)).toEqual(['secret-shown 6:1']);
  });

  test('is found at its own line of a listing', () => {
    expect(found(`\`\`\`yaml\na: 1\ntoken: ghp_${body}\n\`\`\``)).toEqual(['secret-shown 8:8']);
  });
});

describe('terms', () => {
  const terms = { 'log in': ['login to', 'sign in'], GitHub: ['Github', 'Git Hub'], de: { anmelden: ['einloggen'] } };

  test.each<[text: string, found: readonly string[]]>([
    ['Please sign in.', ['other-term 6:8']],
    ['Please sign\nin.', ['other-term 6:8']],
    ['**Sign in** here, or [login to](https://example.com) it.', ['other-term 6:3', 'other-term 6:23']],
    ['Log in with GitHub.', []],
    ['On Github and on Git Hub.', ['other-term 6:4', 'other-term 6:18']],
    ['Type `github login to` and `sign in`.', []],
    ['A signing in, a design in.', []],
    ['See https://x.com/Github, <https://x.com/a-Github-b>, www.x.com/Github and ../Github/a.md.', []],
    ['Ask a@Github, open Github.com, or run Github.exe. Github.', ['other-term 6:51']],
    ['Bitte einloggen.', []],
  ])('%s', (text, expected) => {
    expect(found(text, { writing: 'off', terms })).toEqual(expected);
  });

  test('belong to a language: the first one, or the one that they stand below', () => {
    const files = {
      'a.md': '---\ntitle: Sign in\n---\n\nText.\n',
      'a.de.md': '---\ntitle: Einloggen\ndescription: sign in\n---\n\nText.\n',
    };
    const { problems } = compile(repositoryOf(files), settingsOf({ terms }));
    expect(problems.map(({ message }) => message)).toEqual([
      '"Einloggen" should be "anmelden" here',
      '"Sign in" should be "log in" here',
    ]);
  });

  test('inside the right word no other is found', () => {
    const find = termFinder({ 'single sign on': ['sign on'], 'sign in': ['sign on'] }, 'en');
    expect(find?.('Use single sign on.')).toEqual([]);
    expect(termFinder({}, 'en')).toBeNull();
    expect(termFinder({ a: ['a'] }, 'en')).toBeNull();
  });

  test('signs in a term are no pattern', () => {
    const find = termFinder({ 'C++': ['C plus (plus)', 'Wi-Fi.*'] }, 'en');
    expect(find?.('C plus (plus) and Wi-Fi.* and Wi-Fi').map(({ written }) => written)).toEqual([
      'C plus (plus)',
      'Wi-Fi.*',
    ]);
  });

  test.each(['*star*', 'a | b', '<b>', '[link]', '{{x}}', '_u_', '1. one', '- one', '`code`', 'a\\b'])(
    'nothing puts %s into Markdown, where it means something else',
    (term) => {
      const { problems } = compile(
        repositoryOf({ 'a.md': '# A\n\n| wrong |\n| --- |\n| wrong |\n' }),
        settingsOf({ terms: { [term]: ['wrong'] } }),
      );
      expect(problems.map(({ code, fix }) => [code, fix ?? null])).toEqual([
        ['other-term', null],
        ['other-term', null],
      ]);
    },
  );

  test('of thousands each is found', () => {
    const numbers = [...Array(3_000).keys()];
    const find = termFinder(Object.fromEntries(numbers.map((at) => [`right ${at}`, [`wrong${at} thing`]])), 'en');
    expect(find?.('Wrong0 thing, wrong1500\nthing and wrong2999 thing').map(({ term }) => term)).toEqual([
      'right 0',
      'right 1500',
      'right 2999',
    ]);
  });

  test('the fix keeps the capitals of what was written', () => {
    expect(['sign in', 'Sign in', 'SIGN IN', 'GitHub'].map((word) => inItsCapitals('log in', word, 'en'))).toEqual([
      'log in',
      'Log in',
      'LOG IN',
      'Log in',
    ]);
    expect(inItsCapitals('iPhone', 'Iphone', 'en')).toBe('iPhone');
  });
});

test('what is switched off, or stricter, by its code is so', () => {
  expect(found(`![](${image})`, { problems: { 'alt-missing': 'off' } })).toEqual([]);
  expect(found(`![](${image})`, { writing: 'off', problems: { 'alt-missing': 'warning' } })).toEqual([
    'alt-missing 6:1',
  ]);
  const repository = repositoryOf({ 'a.md': `# A\n\n![](${image})\n` });
  const { desired, problems } = compile(repository, settingsOf({ problems: { 'alt-missing': 'error' } }));
  expect([desired.failed, problems.map(({ severity }) => severity)]).toEqual([['a.md'], ['error']]);
  expect(compile(repository, settingsOf({})).problems).toEqual([]);
});

test('a finding in a snippet is at its place in the snippet', () => {
  const files = {
    'a.md': '---\ntitle: A\ndescription: B\n---\n\n::include{file="_parts/p.md"}\n',
    '_parts/p.md': `One.\n\n![](${image})\n`,
  };
  const { problems } = compile(repositoryOf(files), settingsOf({ writing: 'warning' }));
  expect(problems.map(({ code, place }) => `${code} ${place?.file}:${place?.line}`)).toEqual([
    'alt-missing content/_parts/p.md:3',
  ]);
});
