import { describe, expect, test } from 'vitest';
import { type Fault, faultKinds } from '../../src/sandbox/faults/fault.ts';
import { FaultSyntaxError, parseFaults } from '../../src/sandbox/index.ts';

const none: Omit<Fault, 'kind' | 'spec'> = { amount: null, method: null, path: null, nth: null, probability: null };

describe('faults as they are typed', () => {
  test.each<[string, Partial<Fault>]>([
    ['500', { kind: '500' }],
    ['drop-after@5', { kind: 'drop-after', nth: { first: 5, last: 5 } }],
    ['slow=2s@3-8', { kind: 'slow', amount: 2000, nth: { first: 3, last: 8 } }],
    ['slow=250ms', { kind: 'slow', amount: 250 }],
    ['503@10+', { kind: '503', nth: { first: 10, last: Number.POSITIVE_INFINITY } }],
    ['500@PUT:/articles*', { kind: '500', method: 'PUT', path: '/articles*' }],
    ['502@post@2', { kind: '502', method: 'POST', nth: { first: 2, last: 2 } }],
    ['429@/me', { kind: '429', path: '/me' }],
    ['reset-before%0.2', { kind: 'reset-before', probability: 0.2 }],
    ['cut=100@GET:/me%.5', { kind: 'cut', amount: 100, method: 'GET', path: '/me', probability: 0.5 }],
  ])('%s', (spec, fault) => {
    expect(parseFaults(spec)).toEqual([{ ...none, spec, ...fault }]);
  });

  test('stand in a list, with room around the commas', () => {
    const specs = parseFaults('drop-after@5, 500@PUT:/articles* ,reset-before%0.2').map(({ spec }) => spec);
    expect(specs).toEqual(['drop-after@5', '500@PUT:/articles*', 'reset-before%0.2']);
    expect(parseFaults(faultKinds.join(',')).map(({ kind }) => kind)).toEqual([...faultKinds]);
  });

  test.each([
    ['drop-aftr@5', 1, 'there is no fault "drop-aftr"; did you mean "drop-after"?'],
    ['500, reset-befor', 6, 'there is no fault "reset-befor"; did you mean "reset-before"?'],
    ['500,', 5, `a fault is missing here; there are ${faultKinds.join(', ')}`],
    ['500=3', 5, '500 takes no amount; only slow and cut do'],
    ['slow=2', 6, 'slow needs a time such as 2s or 1500ms'],
    ['cut=half', 5, 'cut needs a number of bytes such as 100'],
    ['500@0', 5, 'requests are counted from 1, and a range goes up'],
    ['500@8-3', 5, 'requests are counted from 1, and a range goes up'],
    ['500@', 5, 'after @ comes a number, a method, a path that starts with "/", or METHOD:/path'],
    ['500@PUT:articles', 5, 'after @ comes a number, a method, a path that starts with "/", or METHOD:/path'],
    ['500%20', 5, 'after % comes a share between 0 and 1, such as 0.2'],
    ['500@2@3', 6, '"@3" says again, or otherwise, what was said before'],
    ['429@1,500@PUT@POST', 14, '"@POST" says again, or otherwise, what was said before'],
  ])('%s is wrong at column %i', (spec, column, message) => {
    const error = (() => {
      try {
        parseFaults(spec);
      } catch (caught) {
        return caught;
      }
    })();
    expect(error).toBeInstanceOf(FaultSyntaxError);
    expect((error as FaultSyntaxError).column).toBe(column);
    expect((error as FaultSyntaxError).message).toBe(`fault "${spec}", column ${column}: ${message}`);
  });
});
