import fc from 'fast-check';

const words = [
  ...[
    'word',
    'a',
    'é',
    '中',
    '😀',
    '1',
    '2.',
    'x_y',
    '(y)',
    '“q”',
    '\u00a0',
    'a - b',
    '{',
    'C#',
    '5 < 6',
    '!',
    ', ',
    ': ',
  ],
  ...[
    '**b**',
    '*e*',
    '_e_',
    '__b__',
    '**a *b* c**',
    '**`c`**',
    '**Note:**',
    '`c`',
    '`a * b`',
    '[l](u)',
    '[**l**](u "t")',
  ],
  ...['![i](s)', '[![i](s)](u)', '\\*', '\\[', '<br>', '<kbd>', '</kbd>', ' ', ' ', ' ', '  \n', ' \n', '\n', '\n'],
];
/** What may change how all around it is read. */
const marks = [
  ...[
    '*',
    '**',
    '***',
    '_',
    '`',
    '``',
    '[',
    ']',
    '](',
    '](u)',
    '(u)',
    '![',
    '<',
    '<b',
    '<port>',
    '<!-- ',
    ' -->',
    '&amp;',
  ],
  ...[
    '~',
    '~~',
    '{{v}}',
    '{{',
    '|',
    '#',
    ' #',
    '\t',
    '\\',
    '\\\n',
    'http://a.b',
    'www.a.b',
    'a@b.co',
    ':button[x]{href="u"}',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '[a]: ',
    '[ ] ',
    '[x] ',
    '<https://a.b>',
    '<script>',
    '\ufeff',
    '\0',
    ':::',
    '::',
    '>',
    '- ',
    '1. ',
  ],
];

const phrases = (odd: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 100 - odd, arbitrary: fc.constantFrom(...words) },
        { weight: odd, arbitrary: fc.constantFrom(...marks) },
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join(''));

const starts = [
  ...[
    '',
    '',
    '',
    '# ',
    '## ',
    '#',
    '- ',
    '* ',
    '-   ',
    '1. ',
    '2. ',
    '1) ',
    '10. ',
    '> ',
    '>',
    '```',
    '```js',
    '``` js meta ',
  ],
  ...[
    '~~~',
    '    ',
    '  ',
    ' ',
    '\t',
    '---',
    '***',
    '_ _ _',
    '===',
    '| a | b |',
    '| - | - |',
    '- [ ] ',
    '- - ',
    '- # ',
    '1. - ',
  ],
  ...[
    '<div>',
    '</div>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<pre>',
    ':::callout',
    ':::',
    ':::center{x="y"}',
    '::: ',
  ],
  ...[
    ':::include{file="x"}',
    '  - ',
    '   - ',
    '   1. ',
    '    - ',
    '  ```',
    '   ```',
    '  > ',
    '- ```',
    '   ',
    '  ',
    '+ ',
  ],
];

/** Lines of all kinds below each other, with and without blank ones between. */
export const mixedLines = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('', '', '  ') },
      { weight: 7, arbitrary: fc.tuple(fc.constantFrom(...starts), phrases(10)).map((parts) => parts.join('')) },
      { weight: 2, arbitrary: fc.constantFrom(...starts) },
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((lines) => lines.join('\n'));

const indented = (text: string, by: number): string => text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(by)}`);

const { blocks } = fc.letrec<{ blocks: string; block: string; list: string }>((tie) => ({
  blocks: fc
    .array(fc.tuple(tie('block'), fc.constantFrom('\n\n', '\n\n', '\n', '\n\n\n')), { minLength: 1, maxLength: 3 })
    .map((all) => all.map(([block, space], at) => (at === all.length - 1 ? block : block + space)).join('')),
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 5, arbitrary: phrases(1) },
    { weight: 1, arbitrary: phrases(0).map((text) => `## ${text.replace(/\n/g, ' ')}`) },
    { weight: 1, arbitrary: phrases(3).map((text) => `\`\`\`js\n${text}\n\n  x\n\`\`\``) },
    { weight: 4, arbitrary: tie('list') },
    { weight: 2, arbitrary: tie('blocks').map((text) => text.replace(/^(?=.)/gm, '> ').replace(/^(?=$)/gm, '>')) },
  ),
  list: fc
    .tuple(
      fc.constantFrom('- ', '* ', '1. ', '2) ', '-  ', '10. '),
      fc.array(fc.tuple(tie('blocks'), fc.constantFrom('\n', '\n', '\n\n')), { minLength: 1, maxLength: 3 }),
    )
    .map(([marker, items]) =>
      items
        .map(([item, space]) => marker + indented(item, marker.length) + space)
        .join('')
        .trimEnd(),
    ),
}));

/** Blocks and lists in lists that stand where they should, and such texts with one thing put in or taken away. */
export const tidyTexts = fc
  .tuple(blocks, fc.option(fc.tuple(fc.nat(), fc.constantFrom(...marks, ...starts, '\n', '\n\n'), fc.nat(2))))
  .map(([text, change]) => {
    if (change === null) return text;
    const [at, put, take] = change;
    const from = at % (text.length + 1);
    return text.slice(0, from) + put + text.slice(from + take);
  });
