import { describe, expect, test } from 'vitest';
import { withPart } from '../../src/init/own-part.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

function put(before: string | null, part = 'Ours: é.\n') {
  const result = withPart(before === null ? null : bytesOf(before), part);
  if (!result.ok) return result;
  return { did: result.did, text: Buffer.from(result.bytes).toString('latin1') };
}

const é = '\xc3\xa9';
const ours = (end = '\n', words = `Ours: ${é}.`): string =>
  `<!-- helpcentre:begin -->${end}${words}${end}<!-- helpcentre:end -->`;
const bom = '\xef\xbb\xbf';

describe('our part of a file', () => {
  test.each([
    ['makes a file', null, `${ours()}\n`, 'created'],
    ['is added to an empty one', '', `${ours()}\n`, 'added'],
    ['is added behind an empty line', '# Theirs\n', `# Theirs\n\n${ours()}\n`, 'added'],
    ['is added where there is one', '# Theirs\n\n', `# Theirs\n\n${ours()}\n`, 'added'],
    ['is added to a last line without an end', '# Theirs', `# Theirs\n\n${ours()}\n`, 'added'],
    ['is added with the line ends of the file', '# Theirs\r\n', `# Theirs\r\n\r\n${ours('\r\n')}\r\n`, 'added'],
    ['is added behind a byte order mark', bom, `${bom}${ours()}\n`, 'added'],
    ['leaves what is no UTF-8', '# \xe9\xff\n', `# \xe9\xff\n\n${ours()}\n`, 'added'],
    ['is renewed', `A\n${ours('\n', 'Old.')}\nB`, `A\n${ours()}\nB`, 'renewed'],
    ['is renewed at the end of a file without a line end', ours('\n', 'Old.'), ours(), 'renewed'],
    [
      'is renewed between what stands in it and lines of others',
      `${bom}A\xff\r\n${ours('\r\n', 'Old.')}  \r\n\r\n\r\nB \r\n`,
      `${bom}A\xff\r\n${ours('\r\n')}  \r\n\r\n\r\nB \r\n`,
      'renewed',
    ],
    ['is renewed behind a byte order mark', `${bom}${ours('\n', 'Old.')}`, `${bom}${ours()}`, 'renewed'],
    ['is what is there already', `A\n\n${ours()}\n\nB\n`, `A\n\n${ours()}\n\nB\n`, 'nothing'],
    [
      'is not what a sentence names',
      'Say <!-- helpcentre:begin --> here.\n',
      `Say <!-- helpcentre:begin --> here.\n\n${ours()}\n`,
      'added',
    ],
  ])('%s', (_, before, after, did) => {
    expect(put(before)).toEqual({ did, text: after });
    expect(put(after)).toEqual({ did: 'nothing', text: after });
  });

  test.each([
    ['A\n<!-- helpcentre:begin -->\nB\n', 2, 'stands there without "<!-- helpcentre:end -->"'],
    ['A\n\n<!-- helpcentre:end -->\n', 3, 'stands there without "<!-- helpcentre:begin -->"'],
    ['<!-- helpcentre:end -->\n<!-- helpcentre:begin -->\n', 1, 'stands above'],
    [`${ours()}\n\n${ours()}\n`, 5, 'a second "<!-- helpcentre:begin -->"'],
    [`${ours()}\n<!-- helpcentre:end -->\n`, 4, 'a second "<!-- helpcentre:end -->"'],
    ['\xff\xfeA\0\n\0', 1, 'it is no text in UTF-8'],
  ])('is not written into %j', (before, line, words) => {
    expect(put(before)).toMatchObject({
      ok: false,
      line,
      message: expect.stringContaining(words),
      help: expect.stringMatching(/run again\.$/),
    });
  });
});
