import { expect, test } from 'vitest';
import type { Place } from '../../src/model/place.ts';
import type { Problem } from '../../src/model/problem.ts';
import { githubAnnotations } from '../../src/report/github-annotations.ts';

const addressOf = (code: string): string => `https://example.com/problems#${code}`;

function annotated(place?: Place, more: Partial<Problem> = {}): string {
  const problem = { code: 'dead-link', severity: 'error', message: 'what was found', help: 'What to do.' } as const;
  return githubAnnotations([{ ...problem, ...(place ? { place } : {}), ...more }], (file) => file, addressOf);
}

const place = { file: 'content/a.md', line: 2, column: 3, endLine: 2, endColumn: 9 };

test('a problem is a workflow command with its place', () => {
  expect(annotated(place)).toBe(
    '::error file=content/a.md,line=2,col=3,endLine=2,endColumn=9,title=dead-link::what was found%0AWhat to do.%0Ahttps://example.com/problems#dead-link\n',
  );
});

test('a warning is one there too', () => {
  expect(annotated(place, { severity: 'warning' })).toMatch(/^::warning /);
});

test('a problem without a place has only a title', () => {
  expect(annotated()).toBe(
    '::error title=dead-link::what was found%0AWhat to do.%0Ahttps://example.com/problems#dead-link\n',
  );
});

test('a place without an end has none', () => {
  expect(annotated({ file: 'a.md', line: 2, column: 3 })).toMatch(/^::error file=a\.md,line=2,col=3,title=/);
});

test('a place of several lines has no columns, which the runner would drop with a warning', () => {
  expect(annotated({ ...place, endLine: 4 })).toMatch(/^::error file=content\/a\.md,line=2,endLine=4,title=/);
});

test('what ends a property or the message is escaped', () => {
  const odd = annotated({ file: 'a,b:c%0A.md', line: 1, column: 1 }, { message: '100% :: a, b', help: '' });
  expect(odd).toBe(
    '::error file=a%2Cb%3Ac%250A.md,line=1,col=1,title=dead-link::100%25 :: a, b%0Ahttps://example.com/problems#dead-link\n',
  );
});

test('no text from a file makes a command of its own', () => {
  const text = annotated(
    { file: 'a\n::set-env::x.md', line: 1, column: 1 },
    { message: 'a\r\n::stop-commands::x', help: 'b\n::c' },
  );
  expect(text.match(/\n/g)).toHaveLength(1);
  expect(text.match(/[\r\n]::/)).toBeNull();
});

test('files are named from the root, problems in order', () => {
  const at = (line: number): Problem => ({
    code: 'x',
    severity: 'error',
    message: 'm',
    help: '',
    place: { file: 'a', line, column: 1 },
  });
  expect(githubAnnotations([at(2), at(1)], (file) => `docs/${file}`, addressOf)).toBe(
    '::error file=docs/a,line=1,col=1,title=x::m%0Ahttps://example.com/problems#x\n::error file=docs/a,line=2,col=1,title=x::m%0Ahttps://example.com/problems#x\n',
  );
});

test('no problem is no line', () => {
  expect(githubAnnotations([], (file) => file, addressOf)).toBe('');
});
