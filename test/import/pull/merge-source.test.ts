import { describe, expect, it } from 'vitest';
import { merged, normalFormOf } from './merging.ts';

/** What becomes of a text when a piece of its normal form is edited in Intercom. */
function pulled(base: string, from: string, to: string, ours = base) {
  const normal = normalFormOf(base);
  expect(normal).toContain(from);
  return merged({ base, ours, theirs: normalFormOf(normal.replace(from, to)) });
}

describe('an edit made in Intercom', () => {
  it.each([
    ['in a list with other bullets', '* a\n* b\n* c\n', '- b', '- bee', '* a\n* bee\n* c\n'],
    ['that adds an item', '* a\n* b\n', '- a\n- b', '- a\n- new\n- b', '* a\n* new\n* b\n'],
    ['in a list with nested ones', '+ a\n  + b\n  + c\n', '- c', '- sea', '+ a\n  + b\n  + sea\n'],
    ['in a numbered list', '1) one\n1) two\n', 'two', 'deux', '1) one\n1) deux\n'],
    ['in a line of a paragraph', 'One,\ntwo,\nthree.\n', 'two', 'deux', 'One,\ndeux,\nthree.\n'],
    ['in bold text', 'So __very__ good.\n', 'very', 'so', 'So __so__ good.\n'],
    ['in a cell of a table', '|a|b|\n|-|-|\n|1|2|\n', '| 2 |', '| 3 |', '|a|b|\n|-|-|\n|1|3|\n'],
    ['that widens a table', '|a|b|\n|-|---|\n|1|2|\n', '| 2 |', '| two or more |', '|a|b|\n|-|---|\n|1|two or more|\n'],
    ['in a callout', '> [!TIP]\n> Try it,\n> twice.\n', 'twice', 'again', '> [!TIP]\n> Try it,\n> again.\n'],
    ['in code', '~~~\nlet a;\n~~~\n', 'let a', 'let b', '~~~\nlet b;\n~~~\n'],
    ['in a heading', 'Old way\n-------\n\nText.\n', 'Old way', 'New way', 'New way\n-------\n\nText.\n'],
    ['beside a comment', 'A.\n\n<!-- mind this -->\n\nB.\n', 'B.', 'Bee.', 'A.\n\n<!-- mind this -->\n\nBee.\n'],
    ['that removes a block', 'A.\n\n* b\n\nC.\n', '- b\n\n', '', 'A.\n\nC.\n'],
    [
      'that removes the last block',
      'A.\n\nB.\n\n[r]: https://x.example\n',
      '\n\nB.',
      '',
      'A.\n\n[r]: https://x.example\n',
    ],
    ['that removes the first block', 'A.\n\nB.\n', 'A.\n\n', '', 'B.\n'],
    ['that adds a block at the start', 'A.\n', 'A.', 'New.\n\nA.', 'New.\n\nA.\n'],
    [
      'that adds one at the end',
      'A.\n\n[r]: https://x.example\n',
      'A.',
      'A.\n\nNew.',
      'A.\n\nNew.\n\n[r]: https://x.example\n',
    ],
    ['behind an include', '::include{file=_note.md}\n\nA.\n', 'A.', 'B.', '::include{file=_note.md}\n\nB.\n'],
    ['that adds a heading', '# A\n\ntext\n', '## A\n\ntext', '## A\n\ntext\n\n### B', '# A\n\ntext\n\n## B\n'],
    ['that adds a block', '### A\n\n#### B\n', '## A', '## A\n\nNew.', '### A\n\nNew.\n\n#### B\n'],
  ])('%s', (_, base, from, to, text) => {
    expect(pulled(base, from, to)).toEqual({ text, conflicts: 0, changed: ['body'], writtenOut: [] });
  });

  it('in another item than ours is merged, in a list in normal form', () => {
    const base = '- a\n- b\n- c\n';
    const ours = base.replace('- a', '- ay');
    expect(pulled(base, '- c', '- sea', ours)).toMatchObject({ text: '- ay\n- b\n- sea\n', conflicts: 0 });
  });

  it('in the same item stands beside ours, and the other items stay out of it', () => {
    const base = '- a\n- b\n- c\n';
    const ours = base.replace('- b', '- ours');
    expect(pulled(base, '- b', '- theirs', ours)).toMatchObject({
      conflicts: 1,
      text: '- a\n<<<<<<< a.md (yours)\n- ours\n=======\n- theirs\n>>>>>>> Intercom (Ana)\n- c\n',
    });
  });

  it.each([
    ['in the next item of another style', '*   a\n*   b\n', '- b', '- bee', '*   a', '*   ay', '*   ay\n*   bee\n'],
    ['that adds an item', '1) a\n2) b\n', '2. b', '2. new\n3. b', '2) b', '2) bee', '1) a\n2) new\n3) bee\n'],
    ['that removes an item', '+ a\n\n+ b\n\n+ c\n', '- a\n', '', '+ c', '+ sea', '+ b\n\n+ sea\n'],
    ['in a cell of a row', '|a|b|\n|-|-|\n|1|2|\n', '| 2 |', '| two |', '|1|', '|one|', '|a|b|\n|-|-|\n|one|two|\n'],
    ['that adds a row', '|a|\n|-|\n|1|\n|2|\n', '| 2 |', '| 2 |\n| 3 |', '|1|', '|one|', '|a|\n|-|\n|one|\n|2|\n|3|\n'],
    [
      'in a block of a callout',
      '>[!TIP]\n>One\n>line.\n>\n>Two.\n',
      'Two',
      'Deux',
      'One',
      'Un',
      '>[!TIP]\n>Un\n>line.\n>\n>Deux.\n',
    ],
    [
      'in a block of a section',
      '<details><summary>S</summary>\n\n* a\n* b\n\nc\n\n</details>\n',
      '- b',
      '- bee',
      '* a',
      '* ay',
      '<details><summary>S</summary>\n\n* ay\n* bee\n\nc\n\n</details>\n',
    ],
    [
      'in a list in a list',
      '*  a\n   +  b\n   +  c\n*  d\n',
      '- c',
      '- sea',
      '+  b',
      '+  bee',
      '*  a\n   +  bee\n   +  sea\n*  d\n',
    ],
  ])('%s is merged with ours beside it', (_, base, from, to, mine, ourEdit, text) => {
    expect(pulled(base, from, to, base.replace(mine, ourEdit))).toMatchObject({ text, conflicts: 0 });
  });

  it.each([
    [
      'item',
      '* a\n* b\n* c\n',
      ['- b', '- theirs'],
      ['* b', '* ours'],
      '* a\n<<<<<<< a.md (yours)\n* ours\n=======\n* theirs\n>>>>>>> Intercom (Ana)\n* c\n',
    ],
    [
      'row',
      '|a|b|\n|-|-|\n|1|2|\n|3|4|\n',
      ['| 4 |', '| theirs |'],
      ['|4|', '|ours|'],
      '|a|b|\n|-|-|\n|1|2|\n<<<<<<< a.md (yours)\n|3|ours|\n=======\n|3|theirs|\n>>>>>>> Intercom (Ana)\n',
    ],
    [
      'block of a section',
      '<details><summary>S</summary>\n\na\nb\n\nc\n\n</details>\n',
      ['\n\nc', '\n\ntheirs'],
      ['\n\nc', '\n\nours'],
      '<details><summary>S</summary>\n\na\nb\n\n<<<<<<< a.md (yours)\nours\n=======\ntheirs\n>>>>>>> Intercom (Ana)\n\n</details>\n',
    ],
  ])(
    'of the same %s is marked there, in any style',
    (_, base, [from = '', to = ''], [mine = '', ourEdit = ''], text) => {
      expect(pulled(base, from, to, base.replace(mine, ourEdit))).toMatchObject({ text, conflicts: 1 });
    },
  );

  it('is never merged with what we put in at the same place', () => {
    const result = pulled('* a\n* b\n', '- a\n', '- a\n- theirs\n', '* a\n* ours\n* b\n');
    expect(result.conflicts).toBe(1);
    for (const one of ['ours', 'theirs']) expect(result.text).toContain(one);
  });

  it('of what we took out is a conflict, and is not lost', () => {
    const result = pulled('* a\n* b\n* c\n', '- b', '- b, theirs', '* a\n* c\n');
    expect(result.conflicts).toBe(1);
    expect(result.text).toContain('b, theirs');
  });

  it('takes a block with a variable out', () => {
    expect(pulled('A.\n\nBy {{product}}.\n\nC.\n', 'By Acme.\n\n', '')).toMatchObject({
      text: 'A.\n\nC.\n',
      conflicts: 0,
    });
  });

  it('that is the same as ours is no conflict', () => {
    const base = 'A.\n\nB.\n';
    expect(pulled(base, 'B.', 'Bee.', 'A.\n\nBee.\n')).toEqual({
      text: 'A.\n\nBee.\n',
      conflicts: 0,
      changed: [],
      writtenOut: [],
    });
  });

  it('of what we removed is a conflict with nothing on our side', () => {
    expect(pulled('A.\n\nB.\n\nC.\n', 'B.', 'Bee.', 'A.\n\nC.\n')).toMatchObject({
      conflicts: 1,
      text: expect.stringContaining('<<<<<<< a.md (yours)\n=======\nBee.'),
    });
  });

  it.each([
    ['an include', '::include{file=_note.md}\n', 'Mind the gap.', 'Mind it.'],
    ['a variable', 'By {{product}}.\n', 'Acme', 'Apex'],
    ['a footnote', 'Text[^1].\n\n[^1]: Note.\n', 'Text', 'Words'],
  ])('of what comes from %s is a conflict, and is never written out', (what, base, from, to) => {
    const result = pulled(base, from, to);
    if (what !== 'a footnote') expect(result).toMatchObject({ conflicts: 1, writtenOut: [what] });
    expect(result.text).toContain(base.split('\n')[0]?.replace('Text', result.conflicts === 0 ? 'Words' : 'Text'));
  });
});
