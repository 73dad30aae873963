import { expect, test } from 'vitest';
import { problemsPart } from '../../src/report/problems-part.ts';

const addressOf = (code: string): string => `https://example.com/problems#${code}`;
const found = { severity: 'error', message: 'no such file', help: '' } as const;

test('a code in a comment leads to what explains it', () => {
  expect(problemsPart([{ ...found, code: 'dead-link' }], addressOf)[0]?.text).toContain(
    '- error: no such file ([dead-link](https://example.com/problems#dead-link))',
  );
});

test('what is no code is text, since a file of a fork can say anything', () => {
  const text = problemsPart([{ ...found, code: 'x](https://evil.example) @all <b>' }], addressOf)[0]?.text ?? '';
  expect(text).not.toContain('](https');
  expect(text).not.toContain('<b>');
  expect(text).not.toContain('@all');
});

test('very many are a page: by kind with three examples each, and the files that block most', () => {
  const at = (file: string, line: number) => ({ file, line, column: 1 });
  const many = Array.from({ length: 30 }, (_, line) => ({ ...found, code: 'dead-link', place: at('a.md', line + 1) }));
  const others = [{ ...found, code: 'image-missing', place: at('b.md', 2) }];
  const text = problemsPart([...many, ...others], addressOf)[0]?.text ?? '';
  expect(text).toMatch(/^\*\*31 errors in 2 files\*\*\n\n- 30 errors: link to/);
  expect(text.match(/^ {2}- `a\.md:\d+`/gm)).toHaveLength(3);
  expect(text).toContain('Files that block most: `a.md` (30 errors), `b.md` (1 error).');
});
