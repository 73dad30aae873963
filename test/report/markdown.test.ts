import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentLimit, fitTogether, summaryLimit } from '../../src/report/fit-together.ts';
import { code, codeBlock, htmlCode, inert } from '../../src/report/markdown.ts';

const nasty = fc.stringMatching(/^[`@#<>|&\\*_[\]():/!~ a-z0-9\n-]{0,40}$/);

describe('text from files and workspaces in Markdown', () => {
  it.each([
    ['@acme/everyone', '@\u200bacme/everyone'],
    ['see #12', 'see \\#\u200b12'],
    ['GH-7', 'GH\u200b\\-7'],
    ['<img src=x>', '&lt;img src=x\\>'],
    ['[a](https://b.c)', '\\[a\\]\\(https:\u200b//b\\.c\\)'],
    ['two\nlines', 'two\\\\u000alines'],
    ['a | b', 'a \\| b'],
  ])('does nothing: %j', (text, expected) => {
    expect(inert(text)).toBe(expected);
  });

  it('holds no tag, mention, reference or line of its own, whatever it is', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(inert(text)).not.toMatch(/<|@\w|#\d|\n|(?<!\\)[`*[|]/);
        expect(htmlCode(text).slice('<code>'.length, -'</code>'.length)).not.toMatch(/[<>\n]/);
      }),
    );
  });

  it('never ends the code that it stands in', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const fence = /^`+/.exec(code(text))?.[0] ?? '';
        const inside = code(text).slice(fence.length, -fence.length);
        expect((inside.match(/`+/g) ?? []).filter((run) => run.length === fence.length)).toEqual([]);
        expect(code(text)).not.toContain('\n');
        const block = codeBlock([`+${text.replaceAll('\n', ' ')}`], 'diff').split('\n');
        expect(block.slice(1, -1).some((line) => line.trim().startsWith(block.at(-1) ?? ''))).toBe(false);
      }),
    );
  });
});

describe('characters that steer a terminal or turn the order of a line', () => {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const codes = [
    ...range(0x00, 0x08),
    ...range(0x0b, 0x1f),
    ...range(0x7f, 0x9f),
    ...[0x061c, 0x180e, 0x200e, 0x200f, 0xfeff],
    ...range(0x2028, 0x202e),
    ...range(0x2060, 0x206f),
    ...range(0xfff9, 0xfffb),
  ];
  const places: Readonly<Record<string, (text: string) => string>> = {
    inert,
    code,
    htmlCode,
    codeBlock: (text) => codeBlock([`+${text}`], 'diff'),
  };

  it.each(Object.entries(places))('are shown, and never sent as they are, in %s', (_, show) => {
    expect(codes.length).toBeGreaterThan(60);
    for (const one of codes) {
      const character = String.fromCharCode(one);
      const shown = show(`a${character}b`);
      expect(shown).not.toContain(`a${character}`);
      expect(shown).toContain(`u${one.toString(16).padStart(4, '0')}`);
    }
  });
});

describe('parts that are put together', () => {
  it('never exceed the limit, and name what was left out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 300, unit: 'grapheme' }), { maxLength: 30 }),
        fc.integer({ min: 2000, max: 4000 }),
        (texts, most) => {
          const parts = texts.map((text, index) => ({ text: `part ${text}`, name: `n${index}` }));
          for (const { sizeOf } of [commentLimit, summaryLimit]) {
            const foot = (left: readonly string[]) => (left.length === 0 ? '' : `left: ${left.join(' ')}`);
            const whole = fitTogether('head', parts, foot, { most, sizeOf });
            expect(sizeOf(whole)).toBeLessThanOrEqual(most);
            const left = /left: (.*)$/.exec(whole)?.[1]?.split(' ') ?? [];
            expect(left.length + whole.split('\n\npart ').length - 1).toBeGreaterThanOrEqual(parts.length);
          }
        },
      ),
    );
  });

  it('counts what GitHub counts, or more', () => {
    expect(commentLimit.sizeOf('😀')).toBeGreaterThanOrEqual([...'😀'].length);
    expect(commentLimit.most).toBeLessThan(65_536);
    expect(summaryLimit.sizeOf('é')).toBe(2);
    expect(summaryLimit.most).toBeLessThan(1024 * 1024);
  });
});
