import { expect, test } from 'vitest';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

const codes = (text: string): readonly string[] =>
  compileBody(text, repositoryOf({}), settingsOf()).problems.map(({ code }) => code);

test('of an alert that nobody knows it is said once, and of a quote whose text only looks like one it is said what it becomes', () => {
  expect(codes('> [!FOO]\n> Text.')).toEqual(['alert-unknown']);
  expect(codes('> `[!FOO]` is no alert.')).toEqual(['plain-quote']);
  expect(codes('> **[!FOO]** is none either.')).toEqual(['plain-quote']);
  expect(codes('<blockquote>[!FOO] and neither is HTML.</blockquote>')).toEqual(['plain-quote']);
});
