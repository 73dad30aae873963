import { describe, expect, it } from 'vitest';
import { compileSources } from '../../src/compile/compile.ts';
import type { Flattened } from '../../src/model/flatten.ts';
import { readableBody } from '../kit/readable-body.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';
import { compileBody } from './compile-body.ts';

const repository = repositoryOf({ 'i.png': 'i' });

function flattened(markdown: string, ...flatten: Flattened[]) {
  const { body, problems } = compileBody(markdown, repository, settingsOf({ flatten }));
  return {
    body: body.replaceAll(' class="no-margin"', '').replaceAll('\u00a0', '~'),
    problems: problems.map(({ code, message, place }) => `${place?.line} ${code}: ${message}`),
  };
}

const listMessage =
  'a list in a list becomes lines that begin with a dash or a number, since the workspace does not take it';

describe('nested lists', () => {
  it('stay lists unless the configuration says otherwise', () => {
    expect(flattened('- a\n  - b\n')).toEqual({
      body: '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>',
      problems: [],
    });
  });

  it('become lines of the item they stand in, with a warning at their line', () => {
    expect(flattened('- a\n  - b\n  - *c*\n- d\n', 'nested-lists')).toEqual({
      body: '<ul><li><p>a</p><p>– b</p><p>– <i>c</i></p></li><li><p>d</p></li></ul>',
      problems: [`2 flattened: ${listMessage}`],
    });
  });

  it.each([
    ['numbers in a bullet', '- a\n  1. b\n  2. c\n', '<ul><li><p>a</p><p>1. b</p><p>2. c</p></li></ul>'],
    ['letters in a number', '1. a\n   1. b\n   2. c\n', '<ol><li><p>a</p><p>a. b</p><p>b. c</p></li></ol>'],
    [
      'spaces for what is deeper, and numbers in letters',
      '1. a\n   1. b\n      1. c\n         - d\n',
      '<ol><li><p>a</p><p>a. b</p><p>~~~~1. c</p><p>~~~~~~~~– d</p></li></ol>',
    ],
    ['HTML', '<ul><li>a<ul><li>b</li></ul></li></ul>', '<ul><li><p>a</p><p>– b</p></li></ul>'],
    ['an empty item', '- a\n  - b\n  -\n', '<ul><li><p>a</p><p>– b</p><p>–</p></li></ul>'],
  ])('are written with %s', (_name, markdown, body) => {
    expect(flattened(markdown, 'nested-lists').body).toBe(body);
  });

  it('keep their images and code as blocks, and a mark of their own where no text comes first', () => {
    const { body } = flattened('- a\n  - ```\n    code\n    ```\n  - b\n\n    ![](i.png)\n', 'nested-lists');
    expect(body).toContain('<p>–</p><pre><code>code</code></pre><p>– b</p>');
    expect(body.indexOf('<img')).toBeGreaterThan(body.indexOf('– b'));
    expect(body.match(/<ul>/g)).toHaveLength(1);
  });

  it('in a callout in a list are lines of the callout', () => {
    const { body } = flattened('- a\n\n  > [!NOTE]\n  > - b\n', 'nested-lists');
    expect(body).toMatch(/<div[^>]*callout[^>]*><p>– b<\/p><\/div>/);
  });

  it('go on with two letters after z', () => {
    const many = Array.from({ length: 28 }, (_, index) => `   1. x${index}\n`).join('');
    const { body } = flattened(`1. a\n${many}`, 'nested-lists');
    expect(body).toContain('<p>z. x25</p><p>aa. x26</p><p>ab. x27</p>');
  });
});

describe('other constructs', () => {
  it('a callout becomes the blocks in it', () => {
    expect(flattened('a\n\n> [!TIP]\n> b\n>\n> - c\n\nd\n', 'callouts')).toEqual({
      body: '<p>a</p><p></p><p>b</p><ul><li><p>c</p></li></ul><p>d</p>',
      problems: ['3 flattened: a callout becomes the paragraphs in it, since the workspace does not take it'],
    });
  });

  it('a collapsible section becomes a heading and what is in it, however deep', () => {
    const inner = '<details>\n<summary>Two</summary>\n\nb\n\n</details>';
    expect(flattened(`<details>\n<summary>One</summary>\n\na\n\n${inner}\n\n</details>\n`, 'sections')).toEqual({
      body: '<h2>One</h2><p>a</p><p></p><h2>Two</h2><p>b</p>',
      problems: [1, 6].map(
        (line) =>
          `${line} flattened: a collapsible section becomes a heading and what is in it, since the workspace does not take it`,
      ),
    });
  });

  it('a heading below the second level becomes one of the second, but for the title of a section', () => {
    const section = '<details>\n<summary><h3>S</h3></summary>\n\nb\n\n</details>\n';
    expect(flattened(`# A\n\n## B\n\n### C\n\n${section}`, 'headings')).toEqual({
      body:
        '<h1 id="a">A</h1><h2 id="b">B</h2><h2 id="c">C</h2><details><summary><h3>S</h3></summary>' +
        '<div class="collapsible-section-content"><p>b</p></div></details>',
      problems: [
        '5 flattened: a heading below the second level becomes one of the second, since the workspace does not take it',
      ],
    });
  });

  it('merged cells become one with empty cells beside and below it', () => {
    const table = '<table><tr><td colspan="2" rowspan="2">A</td><td>B</td></tr><tr><td>C</td></tr></table>';
    const { body, problems } = flattened(`\n${table}\n`, 'merged-cells');
    const rows = [...body.matchAll(/<tr>.*?<\/tr>/g)].map((row) => row[0].replace(/<\/?(tr|p)>|<\/td>/g, ''));
    expect(rows).toEqual(['<td>A<td><td>B', '<td><td><td>C']);
    expect(problems).toEqual([
      '2 flattened: a merged cell becomes one with empty cells beside it, since the workspace does not take it',
    ]);
  });

  it('a cell merged with more rows than there are ends with the table', () => {
    const { body } = flattened('<table><tr><td rowspan="9">A</td></tr><tr><td>B</td></tr></table>', 'merged-cells');
    expect(body.match(/<td>/g)).toHaveLength(3);
  });

  it('merged cells that ask for too many are refused', () => {
    const table = '<table><tr><td colspan="1000">A</td></tr></table>\n\n';
    expect(flattened(table.repeat(60), 'merged-cells').problems.at(-1)).toBe(
      '101 too-deep: the text is too large or too deep to be compiled: more than 50000 table cells',
    );
  });

  it('are left alone where nothing is merged, and lose no word', () => {
    const table = '| a | b |\n| - | - |\n| c | d |\n';
    expect(flattened(table, 'merged-cells')).toEqual(flattened(table));
    expect(readableBody(flattened(table, 'merged-cells').body)).toContain('c');
  });
});

it('a source is compiled again when the setting changes', () => {
  const sources = repositoryOf({ 'a.md': '# A\n\n- a\n  - b\n' });
  const before = compileSources(sources, settingsOf());
  expect(compileSources(sources, settingsOf(), before).get('a.md')?.body).toBe(before.get('a.md')?.body);
  const after = compileSources(sources, settingsOf({ flatten: ['nested-lists'] }), before);
  expect(after.get('a.md')?.body.html).toContain('– b');
});
