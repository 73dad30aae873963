import { expect, test } from 'vitest';
import { withMember } from '../../src/init/json-member.ts';

test.each([
  ['{}', '{\n  "k": 1\n}'],
  ['{ "a": 1 }\n', '{ "a": 1,\n  "k": 1\n}\n'],
  ['{\n  "a": 1\n}\n', '{\n  "a": 1,\n  "k": 1\n}\n'],
  [
    '{\n\t"a": [1, {"b": "}"}], // why\n\t/* and { */\n}\n',
    '{\n\t"a": [1, {"b": "}"}], // why\n\t/* and { */\n\t"k": 1\n}\n',
  ],
  ['{\n    "a": 1 // no comma\n}', '{\n    "a": 1, // no comma\n    "k": 1\n}'],
  ['// first\n{\r\n  "a": 1\r\n}\r\n', '// first\n{\r\n  "a": 1,\r\n  "k": 1\r\n}\r\n'],
  ['\ufeff{\n  "a": "\\"//"\n}\n', '\ufeff{\n  "a": "\\"//",\n  "k": 1\n}\n'],
])('%j gets a member, and nothing else changes', (before, after) => {
  expect(withMember(before, 'k', 1)).toEqual({ did: 'added', text: after });
  expect(withMember(after, 'k', 2)).toEqual({ did: 'nothing' });
});

test('the same key further in is another', () => {
  expect(withMember('{ "a": { "k": 1 } }', 'k', 1).did).toBe('added');
});

test.each(['', '[]', '{', '{ "a": "open', '{} {}', '{ "a": 1 } x', 'null'])('%j is refused', (text) => {
  expect(withMember(text, 'k', 1)).toEqual({ did: 'refused' });
});
