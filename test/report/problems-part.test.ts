import { expect, test } from 'vitest';
import { problemsPart } from '../../src/report/plan-markdown.ts';

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
