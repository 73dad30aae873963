import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/read/source.ts';

const address = { path: 'a.md', article: 'a.md', locale: 'en' };
const read = (text: string) => readSource(address, Buffer.from(text), 'content/a.md', { ignore: [], rename: {} });

describe('conflict markers in a source', () => {
  it.each([
    ['in the text', 'One.\n\n<<<<<<< a.md (yours)\nTwo.\n=======\nZwei.\n>>>>>>> Intercom (Ana)\n', '3, 5, 7'],
    ['in the front matter', '---\n<<<<<<< ours\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\n---\n', '2, 4, 6'],
    ['with the base between them', '<<<<<<< a\n1\n||||||| base\n0\n=======\n2\n>>>>>>> b\n', '1, 5, 7'],
    ['twice', '<<<<<<< a\n=======\n>>>>>>> b\n<<<<<<< a\n=======\n>>>>>>> b\n', '1, 2, 3, 4, 5, 6'],
  ])('are refused %s, with their lines', (_, text, lines) => {
    const result = read(text);
    expect(result.ok).toBe(false);
    expect(result.problems).toMatchObject([
      {
        code: 'source-conflict',
        severity: 'error',
        message: `the file holds unmerged conflict markers (lines ${lines})`,
      },
    ]);
  });

  it.each([
    ['a heading underlined by seven signs', 'Title\n=======\n\nText.\n'],
    ['an opening that is never closed', '<<<<<<< HEAD\n\nText.\n'],
    ['markers that are indented', ' <<<<<<< a\n =======\n >>>>>>> b\n'],
  ])('are not seen in %s', (_, text) => {
    expect(read(text).ok).toBe(true);
  });
});
