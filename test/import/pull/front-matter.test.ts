import { describe, expect, it } from 'vitest';
import { editFrontMatter, keysOf } from '../../../src/import/pull/front-matter.ts';
import { mergeField } from '../../../src/import/pull/merge-field.ts';
import { splitSource } from '../../../src/text/fences.ts';

const labels = { ours: 'a.md (yours)', theirs: 'Intercom (Ana)' };
const edited = (text: string, key: string, value: string | boolean | readonly string[] | null, isConflict = false) => {
  const { front, body } = splitSource(text);
  return editFrontMatter(front, [{ key, value, isConflict }], labels) + body;
};

describe('editing front matter', () => {
  it.each([
    ['a value', '---\ntitle: A\nstate: draft\n---\n\nx\n', 'title', 'B', '---\ntitle: B\nstate: draft\n---\n\nx\n'],
    ['one with a comment', '---\ntitle: A # why\n---\n', 'title', 'B: c', '---\ntitle: "B: c" # why\n---\n'],
    ['one in quotes', '---\n"title": "A # b" # c\n---\n', 'title', 'B', '---\ntitle: B # c\n---\n'],
    [
      'a folded one',
      '---\ndescription: >\n  a\n  b\ntitle: A\n---\n',
      'description',
      'c',
      '---\ndescription: c\ntitle: A\n---\n',
    ],
    [
      'the last of several lines',
      '---\ntitle: A\ndescription: |\n  a\n\n---\n',
      'description',
      'c',
      '---\ntitle: A\ndescription: c\n\n---\n',
    ],
    [
      'a list',
      '---\ncollection:\n  - A\n  - B\nstate: draft\n---\n',
      'collection',
      'C',
      '---\ncollection: C\nstate: draft\n---\n',
    ],
    [
      'a new field, in its place',
      '---\n# a\ntitle: A\n# b\nstate: draft\n---\n',
      'description',
      'c',
      '---\n# a\ntitle: A\ndescription: c\n# b\nstate: draft\n---\n',
    ],
    [
      'a new field before all others',
      '---\nstate: draft\n---\nx\n',
      'title',
      'A',
      '---\ntitle: A\nstate: draft\n---\nx\n',
    ],
    ['a field that goes', '---\ntitle: A\nstate: draft\n---\n', 'state', null, '---\ntitle: A\n---\n'],
    ['a text without front matter', 'x\n', 'state', 'draft', '---\nstate: draft\n---\n\nx\n'],
    ['front matter that is empty', '---\n---\nx\n', 'state', 'draft', '---\nstate: draft\n---\nx\n'],
    ['front matter without a last line end', '---\ntitle: A\n---', 'title', 'B', '---\ntitle: B\n---'],
    [
      'one of several on a line',
      '---\n{title: A, id: 12, collection: [B, "C: d"]} # e\n---\n',
      'title',
      'F',
      '---\ntitle: F\nid: 12\ncollection: [B, "C: d"]\n# e\n---\n',
    ],
    ['a flag', '---\ndraft: true\n---\n', 'draft', false, '---\ndraft: false\n---\n'],
  ])('%s', (_, text, key, value, result) => {
    expect(edited(text, key, value)).toBe(result);
  });

  it('puts both values of a field between markers, and nothing where one side has none', () => {
    expect(edited('---\ntitle: A # b\nstate: draft\n---\n', 'title', 'C', true)).toBe(
      '---\n<<<<<<< a.md (yours)\ntitle: A # b\n=======\ntitle: C\n>>>>>>> Intercom (Ana)\nstate: draft\n---\n',
    );
    expect(edited('---\ntitle: A\n---\n', 'description', 'c', true)).toBe(
      '---\ntitle: A\n<<<<<<< a.md (yours)\n=======\ndescription: c\n>>>>>>> Intercom (Ana)\n---\n',
    );
    expect(edited('---\ntitle: A\nstate: draft\n---\n', 'state', null, true)).toBe(
      '---\ntitle: A\n<<<<<<< a.md (yours)\nstate: draft\n=======\n>>>>>>> Intercom (Ana)\n---\n',
    );
  });

  it('knows the keys as they are spelled, and no front matter where a rule stands in the text', () => {
    expect(keysOf('---\n# c\nTitle: A\n"draft": true\n---\n')).toEqual(['Title', 'draft']);
    expect(keysOf('')).toEqual([]);
    expect(splitSource('----\nx\n---\n')).toEqual({ front: '', body: '----\nx\n---\n' });
    expect(splitSource('---\na: 1\n---\n---\nx\n')).toEqual({ front: '---\na: 1\n---\n', body: '---\nx\n' });
  });
});

describe('the table for a field', () => {
  it.each([
    ['a', 'a', 'a', 'keep'],
    ['a', 'b', 'a', 'keep'],
    ['a', 'a', 'b', 'take'],
    ['a', 'b', 'b', 'keep'],
    ['a', 'b', 'c', 'conflict'],
    [null, 'a', 'a', 'keep'],
    [null, 'a', 'b', 'conflict'],
  ] as const)('published %j, here %j, in Intercom %j: %s', (base, ours, theirs, verdict) => {
    expect(mergeField(base, ours, theirs)).toBe(verdict);
  });
});
