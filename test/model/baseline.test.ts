import { describe, expect, test } from 'vitest';
import { baselineOf, judgeBy } from '../../src/model/baseline.ts';
import type { Problem } from '../../src/model/problem.ts';

const found = (file: string, line: number, message: string, code = 'dead-link'): Problem => ({
  ...{ code, severity: 'error', message, help: '' },
  place: { file, line, column: 1 },
});
const same = (file: string): string => file;

describe('a baseline', () => {
  const before = [found('a.md', 3, 'no b.md'), found('a.md', 9, 'no b.md'), found('c.md', 1, 'no d.md')];

  test('accepts what moves within its file, and as often as it was there', () => {
    const now = [found('a.md', 8, 'no b.md'), found('a.md', 14, 'no b.md'), found('a.md', 20, 'no b.md')];
    const judged = judgeBy(baselineOf(before, same), now, same);
    expect(judged.accepted).toEqual(now.slice(0, 2));
    expect(judged.fresh).toEqual(now.slice(2));
    expect(judged.gone).toBe(1);
  });

  test('does not accept the same words in another file, or of another kind', () => {
    const now = [found('b.md', 3, 'no b.md'), found('c.md', 1, 'no d.md', 'image-missing')];
    expect(judgeBy(baselineOf(before, same), now, same).fresh).toEqual(now);
  });

  test('knows a message again that names a line elsewhere', () => {
    const base = baselineOf([found('a.md', 1, 'the id is in b.md:4 too'), found('a.md', 1, 'as in line 5')], same);
    const now = [found('a.md', 2, 'the id is in b.md:17 too'), found('a.md', 2, 'as in line 50')];
    expect(judgeBy(base, now, same)).toMatchObject({ fresh: [], gone: 0 });
  });

  test('is in order, whatever the order of what was found', () => {
    const text = JSON.stringify(baselineOf(before, same));
    expect(JSON.stringify(baselineOf([...before].reverse(), same))).toBe(text);
    expect(text).toBe('{"a.md":{"dead-link":{"no b.md":2}},"c.md":{"dead-link":{"no d.md":1}}}');
  });

  test('takes any name of a file', () => {
    const odd = [found('__proto__', 1, 'toString', 'constructor')];
    const base = JSON.parse(JSON.stringify(baselineOf(odd, same)));
    expect(judgeBy(base, odd, same).fresh).toEqual([]);
  });
});
