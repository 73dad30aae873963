import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenProblem } from '../../src/intercom/token.ts';

test.each(['dG9rOjE2ZjRhYmNk', 'abc=', 'sandbox', '~!@#$%^&*()'])('"%s" can be sent', (token) => {
  expect(tokenProblem(token)).toBeNull();
});

test.each([
  ['', /is empty.*INTERCOM_ACCESS_TOKEN/],
  ['  \n', /consists of white space only/],
  ['secretsecret\n', /begins or ends with white space/],
  [' secretsecret', /begins or ends with white space/],
  ['secret\r\nx-injected: secret', /white space or a line break inside/],
  ['secret\u200bsecret', /character that no token has/],
  ['“secretsecret”', /character that no token has/],
  ['secret\u0000secret', /character that no token has/],
])('%j is refused with a sentence', (token, sentence) => {
  const problem = tokenProblem(token);
  expect(`${problem?.message} ${problem?.help}`).toMatch(sentence);
  expect(problem?.help).toMatch(/^(Set|Copy) .+\.$/);
});

test('what is wrong never holds the token, and what passes can stand in a header', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 6, unit: 'binary' }), (token) => {
      const problem = tokenProblem(token);
      if (problem === null) expect(() => new Headers({ authorization: `Bearer ${token}` })).not.toThrow();
      else expect(`${problem.message} ${problem.help}`).not.toContain(token.trim() || '\n');
    }),
  );
});
