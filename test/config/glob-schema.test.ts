import { expect, test } from 'vitest';
import { globSchema } from '../../src/config/glob-schema.ts';

test.each([
  ...['**/*.draft.md', 'old/**', '/drafts', '{a,b}/*.md', '**/*-*-*.md', '!(a|b).md', 'a**b'],
  ...['**/*.test.*.md', '**/node_modules/**', 'docs/**/_*/**/*.md', '!(a|b)/**', '**/[_.]*/**'],
  // Each alternative has few.
  ...['{drafts/**,internal/**,legacy/**,old/**}', '**/{*.a,*.b,*.c,*.d}.md'],
])('%s is a glob', (glob) => {
  expect(globSchema.safeParse(glob).success).toBe(true);
});

test.each([
  ['*a'.repeat(30), 'fewer stars'],
  ['*-*-*-*.md', 'fewer stars'],
  ['a/**/b/**/c/**/d/**/e', 'fewer stars'],
  ['{a,b/**/c/**/d/**/e/**/f}', 'fewer stars'],
  ['+(a|aa)z', 'no +( )'],
  ['*(a|aa)z', 'no +( )'],
  ['{1..100000000}', 'fewer braces'],
  ['{a,b}'.repeat(30), 'fewer braces'],
  ['../x', 'inside the content folder'],
  [' ', 'expected a glob'],
])('%s is refused, and nothing is tried with it', (glob, why) => {
  const result = globSchema.safeParse(glob);
  expect(result.error?.issues.map(({ message }) => message).join()).toContain(why);
});
