import { expect, test } from 'vitest';
import type { Change, Held, Plan } from '../../src/model/plan.ts';
import { type DiffText, diffText } from '../../src/report/diff-text.ts';
import { paint } from '../../src/report/paint.ts';
import { wrapSegments } from '../../src/report/wrap-segments.ts';
import { wordDiff } from '../../src/text/diff.ts';

const plain = paint(false);
const colours = paint(true);

const step = { do: 'write', desired: null, remote: null } as const;

function change(more: Partial<Change> = {}): Change {
  return { kind: 'update', key: 'a.md', id: '1', title: 'A', reasons: ['body'], locales: { en: step }, ...more };
}

function plan(more: Partial<Plan>): Plan {
  return {
    formatVersion: 1,
    workspace: 'abc12345',
    helpCentre: null,
    collections: [],
    changes: [],
    held: [],
    unchanged: 0,
    notCompiled: [],
    leftOut: [],
    problems: [],
    digest: `sha256-${'0'.repeat(64)}`,
    ...more,
  };
}

type Locale = DiffText['articles'][number]['locales'][string];

const locale = (before: string, after: string, more: Partial<Locale> = {}): Locale => ({
  fields: {},
  body: wordDiff(before, after),
  images: [],
  unseen: false,
  ...more,
});

function shown(more: Partial<DiffText>): DiffText {
  return { plan: plan({}), articles: [], collections: [], name: 'Acme', defaultLocale: 'en', columns: 80, ...more };
}

const one = shown({
  plan: plan({ changes: [change()] }),
  articles: [
    {
      key: 'a.md',
      fields: { path: { before: 'b.md', after: 'a.md' }, collection: { before: 'Billing', after: 'Money > In' } },
      locales: {
        en: locale('Old text.\n\nSame.', 'New text.\n\nSame.', {
          fields: { title: { before: 'The old one', after: 'The new one' }, state: { before: null, after: 'draft' } },
          images: ['form.png'],
        }),
      },
    },
  ],
});

test('an article shows its fields, its pictures and its text, with marks in a pipe', () => {
  expect(diffText(one, plain)).toBe(`Plan for Acme (abc12345): 1 to update; 0 unchanged

  ~ update    a.md  text changed
      collection   [-Billing-]{+Money > In+}
      title        The [-old-]{+new+} one
      state        {+draft+}
      image        form.png is another image

      [-Old-]{+New+} text.

      Same.
`);
});

test('on a terminal words are coloured, and struck through or underlined, without marks', () => {
  const text = diffText(one, colours);
  expect(text).toContain(
    'The \u001b[31m\u001b[9mold\u001b[29m\u001b[39m\u001b[32m\u001b[4mnew\u001b[24m\u001b[39m one',
  );
  expect(text).not.toMatch(/\[-|\{\+/);
});

test('locales are named where there are several, or another one than the default', () => {
  const differences = { en: locale('a', ''), fr: locale('b', '', { unseen: true }) };
  const texts = (locales: DiffText['articles'][number]['locales']): string =>
    diffText(shown({ plan: plan({ changes: [change()] }), articles: [{ key: 'a.md', fields: {}, locales }] }), plain);
  expect(texts(differences)).toContain(`text changed
      en

      [-a-]
      fr
      text         changes in a way that its Markdown does not show

      [-b-]
`);
  expect(texts({ fr: differences.fr })).toContain('      fr\n');
  expect(texts({ en: differences.en })).not.toContain('      en\n');
});

test('collections show their names and places', () => {
  const text = diffText(
    shown({
      plan: plan({ collections: [{ kind: 'update', key: 'Money', id: '1', reasons: ['name'] }] }),
      collections: [
        {
          key: 'Money',
          fields: { name: { before: 'Billing', after: 'Money' } },
          locales: { fr: { name: { before: null, after: 'Argent' } } },
        },
      ],
    }),
    plain,
  );
  expect(text).toContain(`
  ~ update    collection Money  name changed
      name         [-Billing-]{+Money+}
      fr
      name         {+Argent+}
`);
});

test.each<[Held['why'], string]>([
  ['drift', "    Intercom's text, and what a publish would put in its place:\n\n      [-a-]\n"],
  ['conflict', "    Intercom's text, and what a publish would put in its place; both were changed:\n\n      [-a-]\n"],
  [
    'pending-draft',
    '    What readers see now, and what the source says; Intercom does not show the draft here:\n\n      [-a-]\n',
  ],
])('what is held by %s says what is compared', (why, text) => {
  const held: Held = { key: 'a.md', id: '1', title: 'A', why, by: null, at: null, help: 'What to do.' };
  const articles = [{ key: 'a.md', fields: {}, locales: { en: locale('a', '') } }];
  expect(diffText(shown({ plan: plan({ held: [held] }), articles }), plain)).toContain(`    → What to do.\n${text}`);
  const nothing = [{ key: 'a.md', fields: {}, locales: {} }];
  expect(diffText(shown({ plan: plan({ held: [held] }), articles: nothing }), plain)).toMatch(/What to do\.\n$/);
});

test('parts of a text that are far from each other are kept apart', () => {
  const lines = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const after = lines.map((line) => (line === 'a' || line === 'h' ? line.toUpperCase() : line));
  const articles = [{ key: 'a.md', fields: {}, locales: { en: locale(lines.join('\n'), after.join('\n')) } }];
  expect(diffText(shown({ plan: plan({ changes: [change()] }), articles }), plain)).toContain(`
      [-a-]
      {+A+}
      b
      c
      ⋯
      f
      g
      [-h-]
      {+H+}
`);
});

test('no line is wider than the terminal, and marks do not run over line ends', () => {
  const before = `Keep this. ${'remove these words '.repeat(12)}end`;
  const after = `Keep this. ${'add some other text '.repeat(12)}end`;
  for (const columns of [40, 80]) {
    const articles = [{ key: 'a.md', fields: {}, locales: { en: locale(before, after) } }];
    const lines = diffText(shown({ plan: plan({ changes: [change()] }), articles, columns }), plain)
      .split('\n')
      .slice(2);
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(columns);
      expect(line.match(/\[-/g)?.length).toBe(line.match(/-\]/g)?.length);
    }
  }
});

test('lines are broken at white space, and within scripts that have none', () => {
  const words = (text: string) => [{ kind: 'same' as const, text }];
  expect(wrapSegments(words('aaa bbb ccc'), 7, plain)).toEqual(['aaa bbb', 'ccc']);
  expect(wrapSegments([{ kind: 'added', text: 'aaa bbb ccc' }], 11, plain)).toEqual(['{+aaa bbb+}', '{+ccc+}']);
  expect(wrapSegments(words('https://example.com/long bb'), 7, plain)).toEqual(['https://example.com/long', 'bb']);
  expect(wrapSegments(words('我喜欢猫'), 4, plain)).toEqual(['我喜', '欢猫']);
  expect(wrapSegments([...words('word'), { kind: 'added', text: ', more' }], 8, plain)).toEqual([
    'word{+,+}',
    '{+more+}',
  ]);
});

test('the lines of a list item stand behind its mark', () => {
  const text = `- ${'word '.repeat(20)}end`;
  const articles = [{ key: 'a.md', fields: {}, locales: { en: locale(text, `${text}s`) } }];
  const lines = diffText(shown({ plan: plan({ changes: [change()] }), articles, columns: 60 }), plain).split('\n');
  expect(lines.slice(4)).toEqual([
    `      - ${'word '.repeat(10).trim()}`,
    `        ${'word '.repeat(10).trim()}`,
    '        [-end-]{+ends+}',
    '',
  ]);
});

test('no text of an article steers the terminal', () => {
  const evil = '\u001b[2J\u202ex';
  const articles = [
    {
      key: 'a.md',
      fields: { collection: { before: evil, after: `${evil}2` } },
      locales: {
        [evil]: locale(evil, `${evil} y`, { fields: { title: { before: evil, after: null } }, images: [evil] }),
      },
    },
  ];
  const text = diffText(shown({ plan: plan({ changes: [change()] }), articles, name: evil }), plain);
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e]/u);
});
