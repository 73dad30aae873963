import { expect, test } from 'vitest';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

const body = (text: string): string =>
  compileBody(text, repositoryOf({}), settingsOf({ flavour: 'jekyll' }), 'a.md').body;

/** The rows of the only table, their cells parted by bars. */
function rowsOf(text: string): readonly string[] {
  const html = body(text);
  expect(html.match(/<table/g)).toHaveLength(1);
  return [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    row
      .replaceAll('</td><td>', '|')
      .replaceAll(/<\/?(?:td|p)\b[^>]*>/g, '')
      .trim(),
  );
}

test('rows without a head are a table', () => {
  expect(rowsOf('Text\n\n|**A**|b|\n|**C**|d `e|f`|\n\nText\n')).toEqual(['<b>A</b>|b', '<b>C</b>|d <code>e|f</code>']);
  expect(rowsOf('1. One\n\n   |a|b|\n   |c|d|e|\n\n2. Two\n')).toHaveLength(2);
  expect(rowsOf('a | b\nc | d\n')).toEqual(['a|b', 'c|d']);
  expect(rowsOf('|a|\n|b|\n{: .wide }\n')).toEqual(['a', 'b']);
});

test('a line of dashes may be above the rows and between them', () => {
  expect(rowsOf('|---|---|\n| a | b |\n| c | d |\n')).toEqual(['a|b', 'c|d']);
  expect(rowsOf('|---+---|\n| A | B |\n|:--+--:|\n| c | d |\n|---\n| e | f |\n|===\n| g | h |\n')).toEqual([
    '<b>A</b>|<b>B</b>',
    'c|d',
    'e|f',
    'g|h',
  ]);
});

test('a cell of one dash stays a row', () => {
  expect(rowsOf('| A | B |\n|---|---|\n| - | - |\n')).toHaveLength(2);
});

test('text with a bar in it stays text', () => {
  for (const text of [
    'Choose File | Open.\n',
    'One | two\nthree\n',
    'Text\n|a|b|\n',
    '{{ "/a" | relative_url }}\n',
    '`a|b`\n',
    '```\n|a|b|\n```\n',
    '- a | b\n',
    '# a | b\n',
  ]) {
    expect(body(text), text).not.toContain('<table');
  }
});
