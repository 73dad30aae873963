import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const size = 5_000_000;

function filled(unit: string, head = '---\ntitle: T\n---\n'): Buffer {
  return Buffer.concat([Buffer.from(head), Buffer.alloc(size, unit)]);
}

/** Codes of the errors that `check` finds in a folder with this one source. */
async function errorsIn(bytes: Uint8Array, more: Readonly<Record<string, string | Uint8Array>> = {}) {
  const { dir } = await makeRepository({ 'content/a.md': bytes, ...more });
  const { code, stdout, stderr } = await runIn(dir, ['check', '--json']);
  expect(stderr).toBe('');
  const { problems } = JSON.parse(stdout) as { problems: readonly Problem[] };
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(code).toBe(errors.length === 0 ? 0 : 1);
  for (const { place } of errors) expect(place).toMatchObject({ file: expect.stringMatching(/^content\//) });
  return errors.map((found) => found.code);
}

describe('a file of 5 MB ends in a problem', () => {
  it.each<[string, Buffer, string]>([
    ['of words', filled('Some words in a line.\n\n'), 'too-deep'],
    ['in one line', filled('word '), 'too-deep'],
    ['of quotes', filled('> '), 'too-deep'],
    ['of lists', filled('- '), 'too-deep'],
    ['of emphasis', filled('*x '), 'too-deep'],
    ['of brackets', filled('['), 'too-deep'],
    ['of NUL bytes', filled('\0', ''), 'too-deep'],
    ['of mixed line ends', filled('a\r\nb\rc\n\n'), 'too-deep'],
    ['that is no UTF-8 at its very end', Buffer.concat([filled('word\n'), Buffer.from([0xc3])]), 'not-utf8'],
    ['of bytes that are no text', Buffer.alloc(size, Buffer.from([0xff, 0xfe, 0x00, 0x41])), 'not-utf8'],
    ['with a long value', filled('word ', '---\ntitle: '), 'front-matter-not-closed'],
    ['of front matter', Buffer.concat([filled('k: v\n', '---\n'), Buffer.from('---\n')]), 'front-matter-too-long'],
    [
      'of brackets in front matter',
      Buffer.concat([filled('[', '---\na: '), Buffer.from('\n---\n')]),
      'front-matter-too-long',
    ],
  ])('%s', async (_name, bytes, code) => {
    expect(await errorsIn(bytes)).toEqual([code]);
  });

  it('when it is a snippet', async () => {
    const article = Buffer.from('---\ntitle: T\n---\n\n::include{file=_s/big.md}\n');
    expect(await errorsIn(article, { 'content/_s/big.md': filled('words\n\n', '') })).toEqual(['too-deep']);
  });
});

describe('front matter of the greatest length that is read', () => {
  it.each([
    ['of one key', 'title: a\n'.repeat(10_000), 'key-twice'],
    ['of many keys', Array.from({ length: 9000 }, (_, index) => `k${index}: v\n`).join(''), 'title-missing'],
    ['of brackets', `a: ${'['.repeat(90_000)}\n`, 'yaml-syntax'],
    ['of dashes', `${'- '.repeat(45_000)}\n`, 'yaml-syntax'],
    ['of aliases', `a: &a [x]\n${'b: *a\n'.repeat(9000)}`, 'key-twice'],
  ])('%s ends in problems', async (_name, yaml, code) => {
    const errors = await errorsIn(Buffer.from(`---\n${yaml}---\nText\n`));
    expect(new Set(errors)).toEqual(new Set([code]));
  });
});

describe('a file of any bytes', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom(
        '---\n',
        'title: T\n',
        '# A\r\n',
        'a\rb\n',
        '\0',
        '\ufeff',
        '> [!NOTE]\n',
        '- a\n',
        '| a |\n| - |\n',
        '<b>',
      )
      .map((text) => new TextEncoder().encode(text)),
  );

  it('ends in output or in problems at their places', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        await errorsIn(Buffer.concat(pieces));
      }),
      { numRuns: 60 },
    );
  });
});
