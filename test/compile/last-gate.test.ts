import { describe, expect, it } from 'vitest';
import { reportFinding } from '../../src/compile/last-gate.ts';
import type { Report } from '../../src/dialect/construct.ts';
import { element } from '../../src/dialect/element.ts';
import type { Finding } from '../../src/html/sanitise.ts';
import type { Problem } from '../../src/model/problem.ts';
import { problem } from '../../src/model/problem.ts';

function worded(kind: Finding['kind'], name: string): readonly Pick<Problem, 'code' | 'message'>[] {
  const found: Problem[] = [];
  const report: Report = (code, args) => found.push(problem(code, args));
  reportFinding({ kind, name, node: element('p', {}) }, report);
  return found.map(({ code, message }) => ({ code, message }));
}

describe('what the last gate holds back', () => {
  it.each([
    ['element-removed', 'script', 'html-removed', '<script> is not allowed in an Intercom article and is removed'],
    ['element-replaced', 'kbd', 'html-reduced', 'Intercom has no <kbd>; what is in it is kept'],
    ['element-unwrapped', 'form', 'html-reduced', 'Intercom has no <form>; what is in it is kept'],
    ['too-deep', 'div', 'too-deep', 'the text is too large or too deep to be compiled: elements inside each other'],
    [
      'address-removed',
      'x:y',
      'html-removed',
      'the address "x:y" is not allowed in an Intercom article and is removed',
    ],
    ['attribute-removed', 'onclick', 'style-lost', 'Intercom keeps no "onclick" on <p>'],
    ['class-removed', 'red', 'style-lost', 'Intercom keeps no "red" on <p>'],
    ['style-removed', 'color', 'style-lost', 'Intercom keeps no "color" on <p>'],
  ] as const)('is a problem: %s', (kind, name, code, message) => {
    expect(worded(kind, name)).toEqual([{ code, message }]);
  });
});
