import { describe, expect, test } from 'vitest';
import { flavours } from '../../src/flavour/flavours.ts';
import { readFrontMatter } from '../../src/read/front-matter.ts';

const read = (text: string, flavour: 'mkdocs' | 'hugo' = 'mkdocs') => {
  const found = readFrontMatter(text, 'a.md', { ignore: [], rename: {} }, flavours[flavour]);
  if (!found.ok) throw new Error(found.problems[0]?.message);
  const { fields, body, bodyLine } = found.frontMatter;
  return { fields, body, bodyLine };
};

describe('metadata without fences', () => {
  test('is lines of keys and values up to the first other line', () => {
    expect(read('Title: My page\nSummary: A\n    B\nAuthors: x\n\nText.\n')).toEqual({
      fields: { title: 'My page' },
      body: '\n\n\n\n\nText.\n',
      bodyLine: 5,
    });
  });

  test.each(['https://example.com\n', '# Title: x\n', 'A sentence with a: colon\n', '\nTitle: x\n'])(
    'is none in %j',
    (text) => expect(read(text)).toEqual({ fields: {}, body: text, bodyLine: 1 }),
  );

  test('is none where a line of dashes begins the text, and no other ends it', () =>
    expect(read('---\n\nText.\n').body).toBe('---\n\nText.\n'));

  test('is text for other tools', () =>
    expect(read('Title: x\n', 'hugo')).toEqual({ fields: {}, body: 'Title: x\n', bodyLine: 1 }));
});
