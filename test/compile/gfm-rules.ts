import { gfmAutolinks } from './gfm-autolinks.ts';

/** One rule of the GFM specification's extensions, in our own examples. */
export interface GfmRule {
  readonly section: 'Tables' | 'Task list items' | 'Strikethrough' | 'Autolinks' | 'Disallowed raw HTML';
  /** Numbers of the specification's examples that are about this rule. */
  readonly examples: string;
  readonly rule: string;
  /** Markdown, and the HTML that the rule makes of it. */
  readonly cases: readonly (readonly [markdown: string, html: string])[];
}

/** A table's HTML: a row of `th`, then rows of `td`; `align` by column. */
function table(head: readonly string[], rows: readonly (readonly string[])[], align: readonly string[] = []): string {
  const cell = (tag: string) => (text: string, column: number) =>
    `<${tag}${align[column] ? ` align="${align[column]}"` : ''}>${text}</${tag}>`;
  const body = rows.map((row) => `<tr>${row.map(cell('td')).join('')}</tr>`).join('');
  return `<table><thead><tr>${head.map(cell('th')).join('')}</tr></thead><tbody>${body}</tbody></table>`;
}

const box = (checked: boolean): string => `<input type="checkbox" disabled${checked ? ' checked' : ''}>`;

const tables: readonly GfmRule[] = [
  {
    section: 'Tables',
    examples: '198',
    rule: 'a row of heads, a row of hyphens and rows of cells are a table',
    cases: [
      ['| Plan | Price |\n| --- | --- |\n| Solo | 9 |\n', table(['Plan', 'Price'], [['Solo', '9']])],
      ['| Plan |\n| - |\n| *Solo* `x` |\n', table(['Plan'], [['<em>Solo</em> <code>x</code>']])],
      ['Text\n| Plan |\n| - |\n', `<p>Text</p>${table(['Plan'], [])}`],
    ],
  },
  {
    section: 'Tables',
    examples: '199',
    rule: 'cells need not match in length, outer pipes may be left out, colons align',
    cases: [
      [
        '| Plan | Price per month |\n:-: | --:\nSolo | 9\n',
        table(['Plan', 'Price per month'], [['Solo', '9']], ['center', 'right']),
      ],
      ['a | b\n:-- | -\nc | d\n', table(['a', 'b'], [['c', 'd']], ['left'])],
    ],
  },
  {
    section: 'Tables',
    examples: '200',
    rule: 'a pipe with a backslash is text, in code and emphasis too',
    cases: [
      ['| a\\|b |\n| --- |\n| `c\\|d` |\n', table(['a|b'], [['<code>c|d</code>']])],
      ['| a |\n| - |\n| *b\\|c* |\n', table(['a'], [['<em>b|c</em>']])],
    ],
  },
  {
    section: 'Tables',
    examples: '201',
    rule: 'another block ends the table',
    cases: [
      ['| a |\n| - |\n| b |\n# c\n', `${table(['a'], [['b']])}<h1>c</h1>`],
      ['| a |\n| - |\n| b |\n> c\n', `${table(['a'], [['b']])}<blockquote><p>c</p></blockquote>`],
      ['| a |\n| - |\n| b |\n- c\n', `${table(['a'], [['b']])}<ul><li>c</li></ul>`],
    ],
  },
  {
    section: 'Tables',
    examples: '202',
    rule: 'a line of text goes on as a row, and a blank line ends the table',
    cases: [['| a | b |\n| - | - |\nc\n\nd\n', `${table(['a', 'b'], [['c', '']])}<p>d</p>`]],
  },
  {
    section: 'Tables',
    examples: '203',
    rule: 'heads and hyphens must be as many, or it is text',
    cases: [
      ['| a | b |\n| - |\n| c |\n', '<p>| a | b |\n| - |\n| c |</p>'],
      ['| a |\n| - | - |\n', '<p>| a |\n| - | - |</p>'],
    ],
  },
  {
    section: 'Tables',
    examples: '204',
    rule: 'a short row is filled up, what is too much in a long one goes',
    cases: [
      [
        '| a | b |\n| - | - |\n| c |\n| d | e | f |\n',
        table(
          ['a', 'b'],
          [
            ['c', ''],
            ['d', 'e'],
          ],
        ),
      ],
    ],
  },
  {
    section: 'Tables',
    examples: '205',
    rule: 'a table may be nothing but its head',
    cases: [['| a | b |\n| - | - |\n', table(['a', 'b'], [])]],
  },
];

const tasks: readonly GfmRule[] = [
  {
    section: 'Task list items',
    examples: '279',
    rule: 'a space in brackets is an open box, an x of either case a ticked one',
    cases: [
      [
        '- [ ] a\n- [x] b\n- [X] c\n',
        `<ul><li>${box(false)} a</li><li>${box(true)} b</li><li>${box(true)} c</li></ul>`,
      ],
      ['1. [x] a\n', `<ol><li>${box(true)} a</li></ol>`],
      ['- [x]a\n- [y] b\n- c [x] d\n', '<ul><li>[x]a</li><li>[y] b</li><li>c [x] d</li></ul>'],
      ['[x] a\n', '<p>[x] a</p>'],
    ],
  },
  {
    section: 'Task list items',
    examples: '280',
    rule: 'boxes may stand in lists in lists',
    cases: [
      [
        '- [x] a\n  - [ ] b\n- [ ] c\n',
        `<ul><li>${box(true)} a<ul><li>${box(false)} b</li></ul></li><li>${box(false)} c</li></ul>`,
      ],
    ],
  },
];

const strikes: readonly GfmRule[] = [
  {
    section: 'Strikethrough',
    examples: '491',
    rule: 'two tildes on both sides strike out',
    cases: [
      ['a ~~b c~~ d\n', '<p>a <del>b c</del> d</p>'],
      ['~~a *b*~~\n', '<p><del>a <em>b</em></del></p>'],
    ],
  },
  {
    section: 'Strikethrough',
    examples: '492',
    rule: 'not across paragraphs',
    cases: [['a ~~b\n\nc~~ d\n', '<p>a ~~b</p><p>c~~ d</p>']],
  },
];

const disallowed: readonly GfmRule[] = [
  {
    section: 'Disallowed raw HTML',
    examples: '653',
    rule: 'no tag that changes how HTML is read does so, in any case of letters',
    cases: [['a <xmp> b\n', '<p>a &lt;xmp&gt; b</p>']],
  },
];

/** The rules of every extension, in the order of the specification. */
export const gfmRules: readonly GfmRule[] = [...tables, ...tasks, ...strikes, ...gfmAutolinks, ...disallowed];
